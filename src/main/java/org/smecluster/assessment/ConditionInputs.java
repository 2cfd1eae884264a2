package org.smecluster.assessment;

import static org.smecluster.assessment.ConditionInput.INVENTION_PATENTS_PER_10K_EMPLOYEES;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.HeadCount;
import org.smecluster.indicator.Indicator;
import org.smecluster.indicator.Indicators;
import org.smecluster.law.Finding;

/**
 * The inputs of {@code basicConditions}, complete and typed.
 *
 * @param values by code: Double (rounded HALF_UP at 12 decimal places), Integer or Boolean; null where there is none
 * @param reasons by code, for the inputs without a value: why there is none, in Chinese
 * @param readings by code, for the inputs that can be read in two ways
 * @param unkept codes of which is not known whether there is a value: the assessment that they are read from did not look at them
 */
record ConditionInputs(
        Map<String, Object> values, Map<String, String> reasons, Map<String, Reading> readings, Set<String> unkept) {

    /**
     * @param label how the input is read
     * @param other how it could be read
     * @param value by the other reading; null where there is none
     * @param reason why there is none, in Chinese
     */
    record Reading(String label, String other, Object value, String reason) {}

    private static final int DECIMALS = 12;

    ConditionInputs(Map<String, Object> values, Map<String, String> reasons, Map<String, Reading> readings) {
        this(values, reasons, readings, Set.of());
    }

    static ConditionInputs of(Subject subject, HeadCount headCount) {
        Map<String, Indicator> indicators =
                Indicators.of(subject.figures(), subject.years(), subject.asOf(), headCount);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (ConditionInput input : ConditionInput.values()) {
            Indicator result =
                    switch (input.source()) {
                        case INDICATOR -> indicators.get(input.code());
                        case FIGURE -> orMissing(figure(input, subject.figures()), "“基本情况”未填报" + input.label());
                        case DECLARED ->
                            orMissing(subject.declarations().value(input.code()), "未申报“" + input.label() + "”");
                    };
            values.put(input.code(), typed(result.value()));
            if (result.reason() != null) {
                reasons.put(input.code(), result.reason());
            }
        }
        Indicator other =
                Indicators.inventionPatentsPer10kEmployees(subject.figures(), subject.years(), headCount.other());
        return new ConditionInputs(
                Collections.unmodifiableMap(values),
                Collections.unmodifiableMap(reasons),
                Map.of(
                        INVENTION_PATENTS_PER_10K_EMPLOYEES.code(),
                        new Reading(
                                headCount.label(), headCount.other().label(), typed(other.value()), other.reason())));
    }

    /**
     * As they were judged once.
     *
     * @param findings of one assessment
     * @param headCount by which 每万人 counts now, whatever it was then: both values are kept
     */
    static ConditionInputs judged(List<Finding> findings, HeadCount headCount) {
        Map<String, Finding.Input> kept = new HashMap<>();
        findings.stream()
                .flatMap(finding -> finding.inputs().stream())
                .filter(input -> !input.calculatedByTable())
                .forEach(input -> kept.putIfAbsent(input.code(), input));
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, Reading> readings = new HashMap<>();
        Set<String> unkept = new HashSet<>();
        for (ConditionInput input : ConditionInput.values()) {
            Finding.Input then = kept.get(input.code());
            if (then == null) {
                unkept.add(input.code());
                values.put(input.code(), null);
                continue;
            }
            Finding.Input other = then.beside();
            if (other != null && other.label().equals(headCount.label())) {
                other = then;
                then = then.beside();
            }
            values.put(input.code(), typed(input, then.value()));
            if (then.reason() != null) {
                reasons.put(input.code(), then.reason());
            }
            if (other != null) {
                readings.put(
                        input.code(),
                        new Reading(then.label(), other.label(), typed(input, other.value()), other.reason()));
            }
        }
        return new ConditionInputs(
                Collections.unmodifiableMap(values),
                Collections.unmodifiableMap(reasons),
                Collections.unmodifiableMap(readings),
                Collections.unmodifiableSet(unkept));
    }

    /** @throws InputNotKept where the decision looks at an input of which is not known whether there is a value */
    void requireKept(Decision decision) {
        unkept.stream()
                .filter(code -> decision.inputs().keySet().stream().anyMatch(text -> text.contains(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw new InputNotKept(code);
                });
    }

    /** One input more; the reason is told where it has no value. */
    ConditionInputs with(String name, Boolean value, String reason) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        Map<String, String> told = new LinkedHashMap<>(reasons);
        if (value == null) {
            told.put(name, reason);
        }
        return new ConditionInputs(
                Collections.unmodifiableMap(more), Collections.unmodifiableMap(told), readings, unkept);
    }

    private static Object figure(ConditionInput input, ClusterFigures figures) {
        return switch (input) {
            case AREA -> figures.areaSquareKm();
            case INNOVATION_PLATFORM_COUNT -> figures.innovationPlatformCount();
            case STANDARD_COUNT -> figures.standardCount();
            case POLICY_COVERAGE_RATE -> figures.policyCoverageRate();
            default -> throw new IllegalArgumentException(input + " is no figure");
        };
    }

    private static Indicator orMissing(Object value, String missing) {
        return value == null ? Indicator.undefined(missing + "，请补填") : Indicator.of(value);
    }

    private static Object typed(ConditionInput input, Object kept) {
        boolean counted =
                switch (input.unit()) {
                    case ENTERPRISES, PLATFORMS, STANDARDS -> true;
                    default -> false;
                };
        return counted && kept instanceof BigDecimal number ? (Object) number.intValueExact() : typed(kept);
    }

    private static Object typed(Object value) {
        return value instanceof BigDecimal number
                ? (Object) number.setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue()
                : value;
    }
}
