package org.smecluster.incident;

import java.util.Objects;
import org.smecluster.assessment.Incident;

/**
 * What is to be entered.
 *
 * @param incident with the enterprise's name and, where known, its credit code; the source is at most 1000 characters
 * @param clusterNumber the cluster that it counts for; null where the enterprise is in none
 * @param cityGroup e.g. {@code city-6402}; read only where the autonomous region enters one that counts for no cluster
 */
public record NewIncident(Incident incident, String clusterNumber, String cityGroup) {

    public NewIncident {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(incident.enterpriseName(), "enterpriseName");
        Objects.requireNonNull(incident.source(), "source");
    }
}
