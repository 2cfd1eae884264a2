package org.smecluster.material;

/**
 * A cell as the file stores it.
 *
 * @param text the number's digits, the string without what is not seen, {@code 1}/{@code 0} of a boolean, the error code
 * @param formula its formula, whose last result the text is; null where there is none
 * @param format the number format, e.g. {@code 0.00%}
 * @param date whether that format shows a date
 */
record RawCell(Kind kind, String text, String formula, NumberFormat format, boolean date) {

    enum Kind {
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR
    }

    /** Nothing is seen, and there is no formula. */
    boolean blank() {
        return formula == null && kind == Kind.TEXT && text.isBlank();
    }

    /** For a message: what a person sees in the cell, shortened. */
    String shown() {
        if (kind == Kind.BOOLEAN) {
            return text.equals("1") || text.equals("true") ? "TRUE" : "FALSE";
        }
        String stripped = text.strip();
        return stripped.length() > 30 ? stripped.substring(0, 30) + "…" : stripped;
    }
}
