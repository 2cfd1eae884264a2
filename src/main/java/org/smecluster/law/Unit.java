package org.smecluster.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.stream.IntStream;

/** How a value is read out: its unit, and how many decimal places a reader needs at least. */
public enum Unit {
    HUNDRED_MILLION_YUAN("亿元", 2),
    PERCENT("%", "个百分点", 1, 2),
    SQUARE_KM("平方公里", 2),
    PATENTS("个", 1),
    ENTERPRISES("家", 0),
    PLATFORMS("个", 0),
    STANDARDS("项", 0),
    YES_NO("", 0);

    private final String suffix;
    private final String differenceSuffix;
    private final int decimals;
    private final int shift;

    Unit(String suffix, int decimals) {
        this(suffix, suffix, decimals, 0);
    }

    Unit(String suffix, String differenceSuffix, int decimals, int shift) {
        this.suffix = suffix;
        this.differenceSuffix = differenceSuffix;
        this.decimals = decimals;
        this.shift = shift;
    }

    /** The value with its unit, e.g. {@code 19.85 亿元}; see {@link #readable}. */
    public String text(BigDecimal value, Collection<BigDecimal> limits) {
        return plain(readable(value, limits)) + " " + suffix;
    }

    /** Its sign, e.g. {@code 亿元}. */
    public String sign() {
        return suffix;
    }

    /** The value in this unit's own scale, exact: 60 for a ratio of 0.60. */
    public BigDecimal scaled(BigDecimal value) {
        return value.movePointRight(shift);
    }

    /** How far the value is from one of the limits, as a reader would work it out from the text. */
    public String distance(BigDecimal value, BigDecimal limit, Collection<BigDecimal> limits) {
        BigDecimal difference = readable(value, limits).subtract(limit.movePointRight(shift));
        return plain(difference.abs()) + " " + differenceSuffix;
    }

    /** The value as {@link #text} shows it, a ratio as a ratio. */
    BigDecimal shown(BigDecimal value, Collection<BigDecimal> limits) {
        return readable(value, limits).movePointLeft(shift).stripTrailingZeros();
    }

    /** From one to the other, with its sign: in percentage points of a ratio, else in the unit and in per cent. */
    public String change(BigDecimal before, BigDecimal now) {
        BigDecimal difference = now.subtract(before);
        String text = signed(difference.movePointRight(shift)) + " " + differenceSuffix;
        if (shift > 0 || before.signum() <= 0) {
            return text;
        }
        BigDecimal percent = difference.movePointRight(2).divide(before, 1, RoundingMode.HALF_UP);
        return percent.signum() == 0 ? text : text + "（" + signed(percent) + "%）";
    }

    private static String signed(BigDecimal difference) {
        return (difference.signum() < 0 ? "−" : "+") + plain(difference.abs());
    }

    /**
     * The value in this unit's own scale (60 for a ratio of 0.60), rounded to as few decimal places as keep it on its
     * own side of every limit: 0.59996 against 0.60 is 59.996, not 60. Without a limit nothing is rounded away.
     */
    private BigDecimal readable(BigDecimal value, Collection<BigDecimal> limits) {
        BigDecimal exact = value.movePointRight(shift);
        if (limits.isEmpty()) {
            return exact;
        }
        return IntStream.range(decimals, exact.scale())
                .mapToObj(places -> exact.setScale(places, RoundingMode.HALF_UP))
                .filter(rounded -> sameSide(exact, rounded, limits))
                .findFirst()
                .orElse(exact);
    }

    private boolean sameSide(BigDecimal exact, BigDecimal rounded, Collection<BigDecimal> limits) {
        return limits.stream()
                .map(limit -> limit.movePointRight(shift))
                .allMatch(limit -> exact.compareTo(limit) == rounded.compareTo(limit));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
