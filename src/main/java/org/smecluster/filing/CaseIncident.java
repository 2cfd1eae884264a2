package org.smecluster.filing;

import java.time.Instant;
import org.smecluster.assessment.Incident;

/**
 * An incident as entered in a case.
 *
 * @param submissionId the version with which the applicant declared it; null where a reviewer entered it
 */
public record CaseIncident(
        long id, Long submissionId, Incident incident, String enteredBy, String enteredByName, Instant enteredAt) {}
