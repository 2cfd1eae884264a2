package org.smecluster.indicator;

/**
 * The result of one indicator.
 *
 * @param value Integer, BigDecimal (12 decimal places, HALF_UP) or Boolean; null where it cannot be calculated
 * @param reason why it cannot, in Chinese; null where it can
 */
public record Indicator(Object value, String reason) {

    public Indicator {
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("an indicator has either a value or a reason for having none");
        }
    }

    public static Indicator of(Object value) {
        return new Indicator(value, null);
    }

    public static Indicator undefined(String reason) {
        return new Indicator(null, reason);
    }
}
