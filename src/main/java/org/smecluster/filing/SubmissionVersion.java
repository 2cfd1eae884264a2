package org.smecluster.filing;

import java.time.Instant;
import java.util.List;
import org.smecluster.assessment.Stage;
import org.smecluster.security.Account;

/**
 * One version of what a unit hands in for a case.
 *
 * @param id also the key of its workbook in {@code material}
 * @param round 1 for the first, one more for each correction
 * @param frozen whether it was submitted; nothing of it changes afterwards
 * @param noIncidents whether the applicant confirmed that no incident of 第十条 happened
 * @param explanation of soft misses and missing data; null where none was given
 * @param checks assessments asked for while it was open
 * @param changedSinceCheck whether data changed since the latest of them
 * @param submittedBy null before it was submitted, as the next two
 */
public record SubmissionVersion(
        long id,
        String caseNumber,
        int round,
        boolean frozen,
        boolean noIncidents,
        String explanation,
        boolean truthfulnessCommitted,
        int checks,
        boolean changedSinceCheck,
        String submittedBy,
        String submittedByName,
        Instant submittedAt) {

    /** Who submitted it. */
    public Account submitter() {
        return new Account(submittedBy, submittedByName, List.of());
    }

    /** Stage of the latest assessment that the applicant saw. */
    public Stage checkStage() {
        return Stage.of(Stage.Kind.CHECK, checks);
    }
}
