package org.smecluster.cultivation;

import java.util.Map;
import org.smecluster.cultivation.CultivationPlan.Work;

/** The stored applications for the pool. */
public interface PoolApplications {

    void insert(String caseNumber, PoolApplication application);

    /** @throws IllegalArgumentException where there is none */
    String leadingIndustry(String caseNumber);

    /** The six lines as last entered; what was entered before is in the case's entries. */
    void put(String caseNumber, CultivationPlan plan);

    /** As last entered; empty before. */
    Map<CultivationLine, Work> lines(String caseNumber);
}
