package org.smecluster.material;

import java.time.LocalDate;
import java.util.Optional;

/** Where a procedure keeps workbooks that an applicant unit handed in for a cluster earlier. */
public interface PreviousData {

    /** What the unit handed in last for the cluster of that name; what is still being filled in does not count. */
    Optional<Source> latest(String applicantGroup, String clusterName);

    /**
     * @param submissionId whose workbook is stored
     * @param caseNumber the case that it was handed in with
     * @param submittedOn the day
     */
    record Source(long submissionId, String caseNumber, LocalDate submittedOn) {}
}
