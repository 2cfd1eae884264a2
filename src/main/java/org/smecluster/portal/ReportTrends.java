package org.smecluster.portal;

import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Movement;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.ReportAssessment;
import org.smecluster.monitoring.ReportTrend;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A yearly report beside the year before, and what it warns of, for {@code monitoring/report :: comparison}. */
@Component
class ReportTrends {

    /** @param before null where the condition was not looked at before */
    record Line(FindingLine now, FindingLine before, List<Movement> movements, String change, boolean worsened) {

        static Line of(ReportTrend.Line line) {
            return new Line(
                    FindingLine.of(line.now()),
                    line.before() == null ? null : FindingLine.of(line.before()),
                    line.movements(),
                    line.change(),
                    line.worsened());
        }
    }

    private final AnnualReports reports;
    private final ReportAssessment assessment;

    ReportTrends(AnnualReports reports, ReportAssessment assessment) {
        this.reports = reports;
        this.assessment = assessment;
    }

    void fill(String caseNumber, Model model) {
        Optional<ReportTrend> trend = assessment.trend(caseNumber);
        model.addAttribute("trend", trend.orElse(null));
        model.addAttribute(
                "trendLines",
                trend.map(ReportTrend::lines).orElse(List.of()).stream()
                        .map(Line::of)
                        .toList());
        model.addAttribute("warning", reports.warning(caseNumber).orElse(null));
    }
}
