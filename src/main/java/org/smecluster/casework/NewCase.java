package org.smecluster.casework;

import java.util.Objects;
import org.smecluster.region.UnitLevel;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;

/** A case to be opened; see {@link CaseRecord} for the parts. */
public record NewCase(
        CaseKind kind,
        String clusterNumber,
        String clusterName,
        String applicantGroup,
        String cityGroup,
        String subject,
        String standing) {

    public NewCase {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(clusterName, "clusterName");
        Objects.requireNonNull(applicantGroup, "applicantGroup");
        Objects.requireNonNull(cityGroup, "cityGroup");
        Objects.requireNonNull(standing, "standing");
    }

    /** A case about a cluster of the registry. */
    public static NewCase about(CaseKind kind, ClusterRecord cluster, String subject, String standing) {
        return new NewCase(
                kind,
                cluster.clusterNumber(),
                cluster.name(),
                cluster.applicantGroup(),
                UnitLevel.CITY.group(cluster.cityCode()),
                subject,
                standing);
    }
}
