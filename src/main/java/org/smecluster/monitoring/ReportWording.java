package org.smecluster.monitoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.law.Outcome;

/** What is said of a yearly report: to unit and city, and of what it was found to be. */
final class ReportWording {

    /** Before the conditions that a warning names. */
    static final String EXPECTED = "按目前趋势，到期复核时下列条件可能不符合：";

    static final String NOTHING_EXPECTED = "按目前趋势，到期复核时没有可能不符合的条件。";

    private ReportWording() {}

    /** To the city. */
    static String submitted(AnnualReport report, String what, boolean late) {
        return report.named() + "已" + what + (late ? "，逾期" : "") + "，请审核报送（第十六条）。";
    }

    static String correctionOver(AnnualReport report) {
        return report.named() + "的补正期限已过，还没有提交补正，请尽快提交（第十六条）。";
    }

    /** Evidence of 第十七条(三). */
    static String neverSubmitted(AnnualReport report, LocalDate lastDay) {
        return report.year() + "年度发展情况应于" + lastDay + "前报送，期满未报送（" + report.caseNumber() + "）";
    }

    static String overdue(AnnualReport report) {
        return report.named() + "逾期未报送，已作为第十七条(三)的线索报告。请尽快报送，逾期报送的照样受理，并注明逾期。";
    }

    /** Where it stands in its period. */
    static String period(AnnualReport report, LocalDate lastDay) {
        String until = report.named() + "，报送截止" + lastDay + " 24:00，";
        if (!report.submitted()) {
            return until + (report.late() ? "逾期未报送。" : "尚未提交。");
        }
        if (!report.late()) {
            return until + report.submittedOn() + "提交，按时。";
        }
        return until + report.submittedOn() + "提交，逾期" + ChronoUnit.DAYS.between(lastDay, report.submittedOn()) + "日。";
    }

    static String warned(AnnualReport report, String labels) {
        return report.named() + "预警：" + EXPECTED + labels + "。数值和差距见案件资料（第十四条、第十六条）。";
    }

    static String outcome(AnnualReport report, Assessment found, ReportTrend trend) {
        String misses = found.findings().stream()
                .filter(finding -> finding.outcome() != Outcome.MET)
                .map(finding -> finding.article() + finding.label() + "（"
                        + finding.outcome().label() + "）")
                .collect(Collectors.joining("、"));
        String worse = trend.worsened().stream().map(line -> line.now().label()).collect(Collectors.joining("、"));
        return "第十一条总体：" + report.outcome().label() + (misses.isEmpty() ? "。" : "：" + misses + "。") + "第十条："
                + (report.vetoed() == null ? "有待人工判断的情形。" : report.vetoed() ? "存在所列情形。" : "未发现所列情形。")
                + (worse.isEmpty() ? "" : "与" + trend.before() + "相比变差的条件：" + worse + "。");
    }

    /** @param warning of at least one condition */
    static String warning(EarlyWarning warning) {
        return "预警：" + EXPECTED
                + warning.conditions().stream()
                        .map(each -> each.article()
                                + each.label()
                                + (each.shortfall() == null ? "" : "（" + each.shortfall() + "）"))
                        .collect(Collectors.joining("、"))
                + "。";
    }
}
