package org.smecluster.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Movement;
import org.smecluster.assessment.Movements;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

/**
 * What was found this year beside what was found before, condition by condition.
 *
 * @param year reported on
 * @param earlier whose findings the earlier are, null where there are none
 */
public record ReportTrend(List<Line> lines, int year, Earlier earlier) {

    public ReportTrend {
        lines = List.copyOf(lines);
    }

    /**
     * @param year the latest year of its data
     */
    public record Earlier(String caseNumber, int year) {}

    /**
     * @param before null where the condition was not looked at before
     * @param movements of its numbers, empty where none differs
     */
    public record Line(Finding now, Finding before, List<Movement> movements) {

        public Line {
            movements = List.copyOf(movements);
        }

        /** The words a clerk sees. */
        public String change() {
            if (before == null) {
                return "无以前结果";
            }
            if (now.outcome() == before.outcome()) {
                return now.looksLike(before) ? "未变" : "结论未变";
            }
            return worsened() ? "变差" : "变好";
        }

        /** What is not met, or no longer supplied, is worse than what needs a word, and that than what is met. */
        public boolean worsened() {
            return before != null && rank(now.outcome()) < rank(before.outcome());
        }

        private static int rank(Outcome outcome) {
            return switch (outcome) {
                case MET -> 3;
                case NEEDS_EXPLANATION -> 2;
                case MISSING -> 1;
                case NOT_MET -> 0;
            };
        }
    }

    static ReportTrend of(Assessment now, Optional<Assessment> before, int year, Earlier earlier) {
        Map<String, Finding> byCode = before.map(Assessment::findings).orElse(List.of()).stream()
                .collect(Collectors.toMap(Finding::code, Function.identity()));
        return new ReportTrend(
                now.findings().stream()
                        .map(finding -> line(finding, byCode.get(finding.code())))
                        .toList(),
                year,
                before.isPresent() ? earlier : null);
    }

    private static Line line(Finding now, Finding before) {
        return new Line(now, before, before == null ? List.of() : Movements.between(before, now));
    }

    /** The year compared with, as a clerk says it: 上年, or which. */
    public String before() {
        return earlier == null || earlier.year() == year - 1 ? "上年" : earlier.year() + "年度";
    }

    /** What the reader is to know of what is compared with. */
    public String compared() {
        if (earlier == null) {
            return "没有可以对照的上年结果。";
        }
        return "对照：" + earlier.caseNumber() + "（" + earlier.year() + "年度数据）。"
                + (earlier.year() == year - 1 ? "" : year - 1 + "年度没有报送的数据，对照的不是上年。");
    }

    public List<Line> worsened() {
        return lines.stream().filter(Line::worsened).toList();
    }
}
