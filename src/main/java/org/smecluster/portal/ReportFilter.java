package org.smecluster.portal;

import java.util.function.Predicate;
import org.smecluster.law.Outcome;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.registry.YearlyReport.State;

/** Which yearly reports a reader wants to see. */
enum ReportFilter {
    WITH_UNIT("待申报主体提交或补正", report -> report.state().withUnit()),
    WITH_CITY(State.SUBMITTED),
    WITH_REGION(State.FORWARDED),
    ACCEPTED(State.ACCEPTED),
    OVERDUE("逾期未报送", AnnualReport::overdue),
    LATE("逾期提交", report -> report.late() && report.submitted()),
    NOT_MET("评估为不符合", report -> report.outcome() == Outcome.NOT_MET),
    WARNED("有预警", AnnualReport::warned);

    private final String label;
    private final Predicate<AnnualReport> wanted;

    ReportFilter(State state) {
        this(state.label(), report -> report.state() == state);
    }

    ReportFilter(String label, Predicate<AnnualReport> wanted) {
        this.label = label;
        this.wanted = wanted;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }

    boolean wants(AnnualReport report) {
        return wanted.test(report);
    }
}
