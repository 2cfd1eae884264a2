package org.smecluster.registry;

import java.util.List;
import org.smecluster.engine.ModelUse;

/**
 * The record of a cluster as known at the end of a day, as far as a reader may read it.
 *
 * @param unit group of the unit that the cluster belonged to on the day
 * @param entries the earliest first, by the day of the thing itself
 * @param cases in the order in which they were opened
 * @param models that the cluster's cases and its term went by, in the order in which they were first used
 * @param documents by case and file name; their contents are not read
 */
public record LifelongRecord(
        ClusterAsKnown cluster,
        String unit,
        List<LifeEntry> entries,
        List<ClusterCase> cases,
        List<ModelUse> models,
        List<LifeDocument> documents) {

    public LifelongRecord {
        entries = List.copyOf(entries);
        cases = List.copyOf(cases);
        models = List.copyOf(models);
        documents = List.copyOf(documents);
    }
}
