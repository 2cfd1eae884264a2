package org.smecluster.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;

/** The stored cases. They change through {@link Casework} only. */
public interface Cases {

    Optional<CaseRecord> find(String caseNumber);

    /** Those there are, in any order. */
    List<CaseRecord> find(Collection<String> caseNumbers);

    int count(CaseQuery query);

    /** @param offset how many are left out before the first */
    List<CaseRecord> list(CaseQuery query, int offset, int limit);

    /** In the order in which they were opened. */
    List<CaseRecord> ofCluster(String clusterNumber);

    /** The cluster's open cases of the kind, the oldest first. */
    List<CaseRecord> open(CaseKind kind, String clusterNumber);

    /** The unit's open cases of the kind, the oldest first. */
    List<CaseRecord> openOf(CaseKind kind, String applicantGroup);

    /** In the order in which they were entered. */
    List<CaseEntry> entries(String caseNumber);

    /** Entered when the task was done, in order. */
    List<CaseEntry> entriesOfTask(String taskId);

    /** Of all cases of the cluster, by case number, each in the order in which they were entered. */
    Map<String, List<CaseEntry>> entriesOfCluster(String clusterNumber);

    CaseRecord insert(String caseNumber, NewCase newCase, Account by);

    /**
     * Enters it with the key of the next of its sort, e.g. {@code city-2} after a return.
     *
     * @param said its key names the sort, as {@link CaseEntry#isOf} does
     * @return its key
     */
    String say(String caseNumber, CaseEntry said, Account by);

    /** @return whether the key was new */
    boolean add(String caseNumber, CaseEntry entry, Account by);

    /** Where an open case stands; a closed one stays as it is. */
    void stand(String caseNumber, String standing);

    void name(String caseNumber, String clusterNumber);

    /**
     * The unit's cases of the kind about a cluster of that name that the registry did not know are about this one.
     *
     * @param clusterName as in the cases
     */
    void adopt(CaseKind kind, String applicantGroup, String clusterName, String clusterNumber);

    void close(String caseNumber, String outcome, String standing, String reason);

    /** Locks the case until the transaction ends. */
    void lock(String caseNumber);
}
