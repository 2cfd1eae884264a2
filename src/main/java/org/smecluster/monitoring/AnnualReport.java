package org.smecluster.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.smecluster.assessment.Stage;
import org.smecluster.calendar.Deadline;
import org.smecluster.law.Outcome;
import org.smecluster.registry.YearlyReport;

/**
 * A cluster's report for a year as it stands; see {@link YearlyReport} for what others go by.
 *
 * @param submittedAt of the first submission, null where there was none
 * @param submissionId of the version last submitted
 * @param forwardedAt when the city last handed it to the region, null before
 * @param handedOnLate whether the city handed on after the period what was submitted in time: that stands against the city
 * @param late whether it was not submitted in time, be it that it came late or that it has not come
 * @param stage of the assessment that the region goes by, null before
 */
public record AnnualReport(
        String caseNumber,
        int year,
        String clusterNumber,
        String clusterName,
        String applicantGroup,
        String cityGroup,
        YearlyReport.State state,
        Instant submittedAt,
        Long submissionId,
        Instant forwardedAt,
        boolean handedOnLate,
        boolean late,
        Stage stage,
        Outcome outcome,
        Boolean vetoed,
        boolean warned) {

    /** One that waits for its unit. */
    public static AnnualReport due(
            String caseNumber,
            int year,
            String clusterNumber,
            String clusterName,
            String applicantGroup,
            String cityGroup) {
        return new AnnualReport(
                caseNumber,
                year,
                clusterNumber,
                clusterName,
                applicantGroup,
                cityGroup,
                YearlyReport.State.DUE,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                false);
    }

    public boolean submitted() {
        return submittedAt != null;
    }

    /** Not submitted, and its period is over. */
    public boolean overdue() {
        return late && !submitted() && state != YearlyReport.State.NOT_NEEDED;
    }

    /** Day of the first submission, null where there was none. */
    public LocalDate submittedOn() {
        return submittedAt == null ? null : submittedAt.atZone(Deadline.ZONE).toLocalDate();
    }

    /** Groups of the unit and of its city. */
    public List<String> parties() {
        return List.of(applicantGroup, cityGroup);
    }

    /** E.g. “平罗碳基材料集群”2026年度报送（NXJQ-2027-BS-00002）. */
    public String named() {
        return "“" + clusterName + "”" + year + "年度报送（" + caseNumber + "）";
    }
}
