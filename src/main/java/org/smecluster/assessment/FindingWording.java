package org.smecluster.assessment;

import java.util.List;
import java.util.stream.Collectors;
import org.smecluster.law.Finding;
import org.smecluster.law.Finding.Input;
import org.smecluster.law.Finding.Miss;
import org.smecluster.law.Outcome;

/** A finding as a clerk reads it. Nothing reads these words back. */
public final class FindingWording {

    private FindingWording() {}

    /** The value with its unit, each of several under its name, and what is shown beside it; {@code 未提供} where there is none. */
    public static String value(Finding finding) {
        if (finding.forAPerson()) {
            return "由人判断";
        }
        if (finding.inputs().size() == 1) {
            return text(finding.inputs().get(0)) + beside(finding.inputs().get(0));
        }
        // a requirement met without an input (水效 of a cluster that uses little water) does not ask for it
        return finding.inputs().stream()
                .filter(input ->
                        finding.outcome() != Outcome.MET || !input.calculatedByTable() && input.value() != null)
                .map(input -> input.label() + "：" + text(input))
                .collect(Collectors.joining("；"));
    }

    /** How the value is read, and what it comes to when read otherwise. */
    private static String beside(Input input) {
        Input other = input.beside();
        return other == null ? "" : "（" + input.label() + "；" + other.label() + "的，为" + text(other) + "）";
    }

    private static String text(Input input) {
        if (input.calculatedByTable()) {
            return "由决策表计算";
        }
        if (input.value() instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        return input.number()
                .map(number -> input.unit().text(number, input.limits()))
                .orElse("未提供");
    }

    /** How far the value misses the requirement; null where nothing is missed or the distance has no measure. */
    public static String shortfall(Finding finding) {
        return finding.shortfall().isEmpty()
                ? null
                : finding.shortfall().stream().map(way -> way(finding, way)).collect(Collectors.joining("，或"));
    }

    private static String way(Finding finding, List<Miss> way) {
        boolean named = finding.inputs().size() > 1;
        return way.stream()
                .map(miss -> {
                    Input input = finding.input(miss.input()).orElseThrow();
                    return (named ? input.label() : "") + distance(input, miss);
                })
                .collect(Collectors.joining("，且"));
    }

    private static String distance(Input input, Miss miss) {
        String distance = input.unit()
                .distance(input.number().orElseThrow(), miss.threshold().limit(), input.limits());
        boolean onTheLimit = miss.by().signum() == 0;
        return switch (miss.threshold().operator()) {
            case AT_LEAST -> "差 " + distance;
            case ABOVE -> onTheLimit ? "恰等于限值，须高于" : "差 " + distance + "以上";
            case AT_MOST -> "超出 " + distance;
            case BELOW -> onTheLimit ? "恰等于限值，须低于" : "超出 " + distance + "以上";
        };
    }

    /** Why values are missing; null where the requirement is met, or no reason is known. */
    public static String reason(Finding finding) {
        return finding.outcome() == Outcome.MET || finding.reasons().isEmpty()
                ? null
                : String.join("；", finding.reasons());
    }
}
