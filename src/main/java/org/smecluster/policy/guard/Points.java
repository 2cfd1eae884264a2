package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Values that stand for all that a variable may have: of a number each value that something compares with, one between each
 * two, one below and one above; of a code each and another one; and null, which is its own.
 */
final class Points {

    /** Of a text that nothing names. */
    static final String OTHER = "（其他）";

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Points() {}

    /** @param compared everything that it is compared with */
    static List<Object> of(DecisionLaw.Kind kind, Collection<Object> compared, boolean mayBeNull) {
        List<Object> points = new ArrayList<>();
        switch (kind.type()) {
            case "boolean" -> points.addAll(List.of(true, false));
            case "string" -> texts(kind, compared, points);
            default -> numbers(kind, compared, points);
        }
        if (mayBeNull) {
            points.add(null);
        }
        return points;
    }

    private static void texts(DecisionLaw.Kind kind, Collection<Object> compared, List<Object> points) {
        points.addAll(kind.codes());
        if (kind.codes().isEmpty()) {
            compared.stream().filter(String.class::isInstance).distinct().forEach(points::add);
            points.add(OTHER);
        }
    }

    private static void numbers(DecisionLaw.Kind kind, Collection<Object> compared, List<Object> points) {
        boolean whole = kind.type().equals("integer");
        TreeSet<BigDecimal> limits = new TreeSet<>();
        for (Object each : compared) {
            if (each instanceof BigDecimal number && whole) {
                limits.add(number.setScale(0, RoundingMode.FLOOR));
                limits.add(number.setScale(0, RoundingMode.CEILING));
            } else if (each instanceof BigDecimal number) {
                limits.add(number.stripTrailingZeros());
            }
        }
        if (limits.isEmpty()) {
            limits.add(BigDecimal.ZERO);
        }
        points.add(limits.first().subtract(BigDecimal.ONE));
        BigDecimal before = null;
        for (BigDecimal limit : limits) {
            if (before != null && !whole) {
                points.add(before.add(limit).divide(TWO));
            } else if (before != null && limit.subtract(before).compareTo(BigDecimal.ONE) > 0) {
                points.add(before.add(BigDecimal.ONE));
            }
            points.add(limit);
            before = limit;
        }
        points.add(limits.last().add(BigDecimal.ONE));
    }

    static boolean isFinite(DecisionLaw.Kind kind) {
        return kind.type().equals("boolean") || !kind.codes().isEmpty();
    }

    /** As a clerk reads it. */
    static String shown(Object value) {
        if (value == null) {
            return "未填报（null）";
        }
        if (value instanceof Boolean truth) {
            return truth ? "是（true）" : "否（false）";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
