package org.smecluster.assessment;

/**
 * One incident held against 第十条.
 *
 * @param vetoed null where a person has to decide
 * @param reason as the decision table states it
 * @param article as cited, e.g. {@code 第十条}
 * @param decisionVersion version of {@code vetoConditions} in the engine
 * @param rule id of the table's rule that matched
 * @param withinThreeYears as it was judged
 */
public record IncidentFinding(
        Incident incident,
        Boolean vetoed,
        String reason,
        String article,
        int decisionVersion,
        String rule,
        boolean withinThreeYears) {}
