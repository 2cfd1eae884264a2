package org.smecluster.portal;

import java.time.Clock;
import java.time.Instant;
import org.smecluster.calendar.Deadline;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.MonitoringYear;
import org.smecluster.registry.YearlyReport.State;
import org.springframework.stereotype.Component;

/** Yearly reports as rows. */
@Component
class ReportLines {

    /**
     * A report's row.
     *
     * @param time whether it is in time, as a clerk says it
     * @param style of the badge
     */
    record ReportLine(AnnualReport report, String applicant, String city, String time, String style, String stand) {

        /** Of 第十条; null before the report is assessed. */
        public String veto() {
            if (report.outcome() == null) {
                return null;
            }
            return report.vetoed() == null ? "待人工判断" : report.vetoed() ? "被否决" : "未被否决";
        }

        /** Null before the report is assessed. */
        public String warning() {
            return report.outcome() == null ? null : report.warned() ? "有预警" : "无";
        }
    }

    private final Regions regions;
    private final Clock clock;

    ReportLines(Regions regions, Clock clock) {
        this.regions = regions;
        this.clock = clock;
    }

    /** When the period of the year is over. */
    static Instant over(MonitoringYear year) {
        return year.lastDay().plusDays(1).atStartOfDay(Deadline.ZONE).toInstant();
    }

    ReportLine of(AnnualReport report, Instant over) {
        boolean heldByCity =
                report.state() == State.SUBMITTED && !clock.instant().isBefore(over);
        String time = report.overdue()
                ? "逾期未报送"
                : !report.submitted() ? "尚未提交" : report.submittedOn() + (report.late() ? "，逾期" : "，按时");
        return new ReportLine(
                report,
                regions.nameOfGroup(report.applicantGroup()),
                regions.nameOfGroup(report.cityGroup()),
                time,
                report.late() && report.state() != State.NOT_NEEDED ? "badge-bad" : "",
                report.state().closed() ? "badge-over" : heldByCity ? "badge-bad" : "");
    }
}
