package org.smecluster.casehistory;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which instances are asked for; null leaves a criterion out.
 *
 * @param process key of the procedure's process
 * @param caseNumber a part of the business key
 * @param cluster a part of the cluster's name
 * @param applicantGroups groups of the applicant units
 * @param outcome label of the end event
 * @param from first day of the period in which the instance ended or, if it runs, began
 * @param to its last day
 */
public record CaseSearch(
        Stage stage,
        String process,
        String caseNumber,
        String cluster,
        Set<String> applicantGroups,
        String outcome,
        LocalDate from,
        LocalDate to) {

    public enum Stage {
        FINISHED,
        RUNNING,
        ALL
    }
}
