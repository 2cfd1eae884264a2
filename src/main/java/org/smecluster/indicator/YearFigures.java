package org.smecluster.indicator;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the sheet 年度数据 declares for one year.
 *
 * @param values each in the unit of its figure, shares as ratios 0..1; a figure that was not supplied has none
 */
public record YearFigures(int year, Map<Figure, BigDecimal> values) {

    /** @throws IllegalArgumentException where a count is no whole number */
    public YearFigures {
        Map<Figure, BigDecimal> supplied = new EnumMap<>(Figure.class);
        values.forEach((figure, value) -> {
            if (value != null) {
                supplied.put(figure, checked(figure, value));
            }
        });
        values = Collections.unmodifiableMap(supplied);
    }

    /** @param value null where the figure was not supplied */
    public static YearFigures of(int year, Function<Figure, BigDecimal> value) {
        Map<Figure, BigDecimal> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            values.put(figure, value.apply(figure));
        }
        return new YearFigures(year, values);
    }

    public static YearFigures nothingFor(int year) {
        return new YearFigures(year, Map.of());
    }

    /** The figure; null where it was not supplied. */
    public BigDecimal get(Figure figure) {
        return values.get(figure);
    }

    /** The same but for one figure; null takes it away. */
    public YearFigures with(Figure figure, BigDecimal value) {
        Map<Figure, BigDecimal> changed = new EnumMap<>(Figure.class);
        changed.putAll(values);
        changed.put(figure, value);
        return new YearFigures(year, changed);
    }

    public YearFigures with(Figure figure, long count) {
        return with(figure, BigDecimal.valueOf(count));
    }

    private static BigDecimal checked(Figure figure, BigDecimal value) {
        if (figure.measure().isCount() && value.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(figure.label() + " is a count, not " + value);
        }
        return value;
    }
}
