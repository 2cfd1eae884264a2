package org.smecluster.recognition;

/** The stored rules of batches. */
public interface ListRules {

    /** {@link ListRule#NONE} for a batch that has none. */
    ListRule of(long batchId);

    void set(long batchId, ListRule rule);
}
