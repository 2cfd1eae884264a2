package org.smecluster.assessment;

import static org.smecluster.assessment.ConditionInput.INVENTION_PATENTS_PER_10K_EMPLOYEES;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.HeadCount;
import org.smecluster.indicator.Indicator;
import org.smecluster.indicator.Indicators;

/**
 * The inputs of {@code basicConditions}, complete and typed.
 *
 * @param values by code: Double (rounded HALF_UP at 12 decimal places), Integer or Boolean; null where there is none
 * @param reasons by code, for the inputs without a value: why there is none, in Chinese
 * @param readings by code, for the inputs that can be read in two ways
 */
record ConditionInputs(Map<String, Object> values, Map<String, String> reasons, Map<String, Reading> readings) {

    /**
     * @param label how the input is read
     * @param other how it could be read
     * @param value by the other reading; null where there is none
     * @param reason why there is none, in Chinese
     */
    record Reading(String label, String other, Object value, String reason) {}

    private static final int DECIMALS = 12;

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

    /** One input more; the reason is told where it has no value. */
    ConditionInputs with(String name, Boolean value, String reason) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        Map<String, String> told = new LinkedHashMap<>(reasons);
        if (value == null) {
            told.put(name, reason);
        }
        return new ConditionInputs(Collections.unmodifiableMap(more), Collections.unmodifiableMap(told), readings);
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

    private static Object typed(Object value) {
        return value instanceof BigDecimal number
                ? (Object) number.setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue()
                : value;
    }
}
