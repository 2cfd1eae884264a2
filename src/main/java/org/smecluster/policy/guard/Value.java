package org.smecluster.policy.guard;

/**
 * What a variable may hold, as far as a condition can tell.
 *
 * @param text of a text; null otherwise
 * @param number of a number; zero otherwise
 */
record Value(Kind kind, String text, double number) {

    enum Kind {
        /** Never written: a condition that reads it fails. */
        UNSET,
        NULL,
        TRUE,
        FALSE,
        NUMBER,
        TEXT,
        /** A text that no condition and no rule names. */
        OTHER,
        /** Of what may be written: all that a condition could tell apart. */
        ANY,
        /** Of what may be written: nothing, it stays as it was. */
        KEPT
    }

    static final Value UNSET = new Value(Kind.UNSET, null, 0);
    static final Value NULL = new Value(Kind.NULL, null, 0);
    static final Value TRUE = new Value(Kind.TRUE, null, 0);
    static final Value FALSE = new Value(Kind.FALSE, null, 0);
    static final Value OTHER = new Value(Kind.OTHER, null, 0);

    static final Value ANY = new Value(Kind.ANY, null, 0);
    static final Value KEPT = new Value(Kind.KEPT, null, 0);

    static Value number(double number) {
        return new Value(Kind.NUMBER, null, number);
    }

    static Value text(String text) {
        return new Value(Kind.TEXT, text, 0);
    }

    /** Of a constant in a file: null, a Boolean, a number or a text. */
    static Value of(Object constant) {
        if (constant == null) {
            return NULL;
        }
        if (constant instanceof Boolean yes) {
            return yes ? TRUE : FALSE;
        }
        if (constant instanceof Number number) {
            return number(number.doubleValue());
        }
        return text(constant.toString());
    }

    boolean isFlag() {
        return kind == Kind.TRUE || kind == Kind.FALSE;
    }

    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.OTHER;
    }

    /** As a clerk may read it. */
    String inWords() {
        return switch (kind) {
            case UNSET -> "没有写过";
            case NULL -> "空";
            case TRUE -> "true";
            case FALSE -> "false";
            case NUMBER -> number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
            case TEXT -> text;
            case OTHER, ANY -> "其他值";
            case KEPT -> "不变";
        };
    }
}
