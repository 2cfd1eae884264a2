package org.smecluster.portal;

import java.math.BigDecimal;
import java.util.List;
import org.smecluster.assessment.FindingWording;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

/**
 * A finding in a table.
 *
 * @param shortfall null where nothing is missed or the distance has no measure
 * @param reason why there is no value; null where there is one
 * @param several whether it has several values
 * @param key to sort by: its number; empty where it has none
 */
record FindingLine(
        String article,
        String label,
        String value,
        String requirement,
        Outcome outcome,
        String shortfall,
        String reason,
        int decisionVersion,
        boolean several,
        String key) {

    static FindingLine of(Finding finding) {
        return new FindingLine(
                finding.article(),
                finding.label(),
                FindingWording.value(finding),
                finding.requirement(),
                finding.outcome(),
                FindingWording.shortfall(finding),
                FindingWording.reason(finding),
                finding.decisionVersion(),
                finding.inputs().size() > 1,
                finding.inputs().stream()
                        .flatMap(input -> input.shownNumber().stream())
                        .findFirst()
                        .map(BigDecimal::toPlainString)
                        .orElse(""));
    }

    static List<FindingLine> of(List<Finding> findings) {
        return findings.stream().map(FindingLine::of).toList();
    }
}
