package org.smecluster.cultivation;

/** The stored applications for the pool. */
public interface PoolApplications {

    void insert(String caseNumber, PoolApplication application);

    /** @throws IllegalArgumentException where there is none */
    String leadingIndustry(String caseNumber);
}
