package org.smecluster.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.smecluster.registry.CaseKind;

/**
 * A case as it stands.
 *
 * @param clusterNumber null until the cluster has entered the registry
 * @param applicantGroup the unit it belongs to, e.g. {@code county-640221}
 * @param subject what it is about besides its cluster, e.g. 2026年度; null where nothing is
 * @param standing where it stands, as a clerk says it
 * @param openedBy user id, null where no person opened it
 * @param openedByName 系统 where no person opened it
 * @param outcome code of its end, null while it is open
 * @param outcomeReason Chinese, null where none was given
 */
public record CaseRecord(
        String caseNumber,
        CaseKind kind,
        String clusterNumber,
        String clusterName,
        String applicantGroup,
        String cityGroup,
        String subject,
        String standing,
        LocalDate openedOn,
        String openedBy,
        String openedByName,
        Instant openedAt,
        String outcome,
        String outcomeReason,
        Instant closedAt) {

    /** Groups of the unit and of its city. */
    public List<String> parties() {
        return List.of(applicantGroup, cityGroup);
    }

    public boolean closed() {
        return outcome != null;
    }
}
