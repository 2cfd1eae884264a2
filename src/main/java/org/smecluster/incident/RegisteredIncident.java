package org.smecluster.incident;

import java.time.Instant;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.Withdrawal;

/**
 * One entry of the register.
 *
 * @param id its number in the register
 * @param incident as it was entered
 * @param clusterNumber the cluster that it counts for; null where the enterprise is in none, as the next
 * @param cityGroup the city in whose area it lies, e.g. {@code city-6402}
 * @param vetoed what {@code vetoConditions} said on the day of the entry; null where a person has to decide
 * @param reason as the table states it
 * @param withdrawal null while the entry stands
 * @param replaces number of the entry that it corrects; null for none
 * @param replacedBy number of the entry that corrects it; null for none
 */
public record RegisteredIncident(
        long id,
        Incident incident,
        String clusterNumber,
        String clusterName,
        String cityGroup,
        Boolean vetoed,
        String reason,
        int decisionVersion,
        String enteredBy,
        String enteredByName,
        Instant enteredAt,
        Withdrawal withdrawal,
        Long replaces,
        Long replacedBy) {

    public boolean stands() {
        return withdrawal == null;
    }

    /** E.g. 事故登记第12号. */
    public String named() {
        return "事故登记第" + id + "号";
    }

    /** What happened, in one line. */
    public String inWords() {
        return incident.inWords();
    }

    /** As an assessment takes it, marked with where it is from. */
    public Incident forAssessment() {
        return new Incident(
                incident.type(),
                incident.level(),
                incident.occurredOn(),
                incident.enterpriseCode(),
                incident.enterpriseName(),
                named() + "（" + enteredByName + "登记）：" + incident.source());
    }
}
