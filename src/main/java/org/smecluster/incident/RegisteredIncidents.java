package org.smecluster.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.assessment.IncidentType;
import org.smecluster.region.RegionalScope;
import org.smecluster.security.Account;

/** The stored entries. They change through {@link IncidentRegister} only and are never deleted. */
public interface RegisteredIncidents {

    /**
     * What a list is limited to; null for anything.
     *
     * @param year in which it happened
     * @param standing false: those taken back
     */
    record Filter(String cityGroup, IncidentType type, Integer year, Boolean standing) {

        public static final Filter NONE = new Filter(null, null, null, null);
    }

    Optional<RegisteredIncident> find(long id);

    /** As {@link #find}, within what the person may read. */
    Optional<RegisteredIncident> find(long id, Account reader, RegionalScope scope);

    /** Latest day first, within what the person may read. */
    List<RegisteredIncident> list(Filter filter, Account reader, RegionalScope scope, int offset, int limit);

    int count(Filter filter, Account reader, RegionalScope scope);

    /** The years in which something within the person's reach happened, latest first. */
    List<Integer> years(Account reader, RegionalScope scope);

    /** All that count for the cluster, by id. */
    List<RegisteredIncident> ofCluster(String clusterNumber);

    /**
     * Those standing that concern a version: at one of its enterprises, by credit code (by name where the entry has no
     * code), or counting for the cluster that the case is about. By id.
     */
    List<RegisteredIncident> concerning(long submissionId, String caseNumber);

    /** Numbers of the clusters whose submitted data list the enterprise. */
    List<String> clustersListing(String creditCode);

    /** Nobody else enters anything until the transaction ends. */
    void lock();

    /** The standing entry for the same enterprise, type and day. */
    Optional<RegisteredIncident> same(Incident incident);

    /**
     * @param replaces number of the entry that it corrects; null for none
     * @return its number
     */
    long insert(NewIncident entered, String cityGroup, IncidentFinding judged, Long replaces, Account by);

    /** Locked until the transaction ends. */
    Optional<RegisteredIncident> lock(long id);

    void withdraw(long id, String reason, Account by, Instant at);
}
