package org.smecluster.filing;

import java.time.Instant;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.Withdrawal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;

/**
 * An incident as entered in a case.
 *
 * @param submissionId the version with which the applicant declared it; null where a reviewer entered it
 * @param withdrawal null while the entry stands
 */
public record CaseIncident(
        long id,
        Long submissionId,
        Incident incident,
        String enteredBy,
        String enteredByName,
        Instant enteredAt,
        Withdrawal withdrawal) {

    /** Whether it counts in assessments. */
    public boolean stands() {
        return withdrawal == null;
    }

    /** Whether the person may take it back: who entered it as a reviewer, and the autonomous region's officers. */
    public boolean mayBeTakenBackBy(Account person) {
        return stands()
                && submissionId == null
                && (enteredBy.equals(person.userId()) || person.groups().contains(StaffGroup.OFFICERS));
    }
}
