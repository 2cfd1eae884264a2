package org.smecluster.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

/**
 * The result for one subject; a record of what was found at a time, never recalculated.
 *
 * @param overall name of the {@link Outcome} of 第十一条 as a whole; says nothing of 第十条, see {@link #vetoed()}
 * @param findings one per requirement of 第十一条, in its order
 * @param incidents one per incident of the subject
 * @param overallVersion version of {@code basicConditions} in the engine
 * @param overallRule id of the rule of {@code basicConditions} that matched
 * @param overallInputs what {@code basicConditions} itself judged, by input expression
 */
public record Assessment(
        String overall,
        List<Finding> findings,
        List<IncidentFinding> incidents,
        int overallVersion,
        String overallRule,
        Map<String, Object> overallInputs,
        Instant at) {

    public Assessment {
        Outcome.valueOf(overall);
        findings = List.copyOf(findings);
        incidents = List.copyOf(incidents);
    }

    /** Whether an incident excludes the cluster (第十条): null where none does for certain and a person has to decide. */
    public Boolean vetoed() {
        return vetoed(incidents);
    }

    static Boolean vetoed(List<IncidentFinding> incidents) {
        if (incidents.stream().anyMatch(incident -> Boolean.TRUE.equals(incident.vetoed()))) {
            return true;
        }
        return incidents.stream().anyMatch(incident -> incident.vetoed() == null) ? null : false;
    }
}
