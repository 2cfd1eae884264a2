package org.smecluster.material;

import java.time.LocalDate;
import java.util.List;

/** Workbooks that applicant units handed in earlier, with a case of whatever procedure. */
public interface PreviousData {

    /** All that the unit handed in for the cluster of that name; what is still being filled in does not count. */
    List<Source> submitted(String applicantGroup, String clusterName);

    /**
     * @param submissionId whose workbook is stored
     * @param caseNumber the case that it was handed in with
     * @param submittedOn the day
     * @param applicationYear the year after the latest that the workbook reports on
     */
    record Source(long submissionId, String caseNumber, LocalDate submittedOn, int applicationYear) {}
}
