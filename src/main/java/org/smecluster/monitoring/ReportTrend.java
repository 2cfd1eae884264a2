package org.smecluster.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

/**
 * What was found this year beside what was found before, condition by condition.
 *
 * @param earlierCase the case that the earlier findings are of, null where there are none
 */
public record ReportTrend(List<Line> lines, String earlierCase) {

    public ReportTrend {
        lines = List.copyOf(lines);
    }

    /**
     * @param before null where the condition was not looked at before
     */
    public record Line(Finding now, Finding before) {

        /** The words a clerk sees. */
        public String change() {
            if (before == null) {
                return "无上年结果";
            }
            if (now.outcome() == before.outcome()) {
                return now.value().equals(before.value()) ? "未变" : "结论未变";
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

    static ReportTrend of(Assessment now, Optional<Assessment> before, String earlierCase) {
        Map<String, Finding> byCode = before.map(Assessment::findings).orElse(List.of()).stream()
                .collect(Collectors.toMap(Finding::code, Function.identity()));
        return new ReportTrend(
                now.findings().stream()
                        .map(finding -> new Line(finding, byCode.get(finding.code())))
                        .toList(),
                before.isPresent() ? earlierCase : null);
    }

    public List<Line> worsened() {
        return lines.stream().filter(Line::worsened).toList();
    }
}
