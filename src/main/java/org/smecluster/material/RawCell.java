package org.smecluster.material;

/**
 * A cell as the file stores it.
 *
 * @param text the stored text: the number's digits, the string, {@code 1}/{@code 0} of a boolean, the error code
 * @param formula whether a formula stands in the cell; the text is its last result
 * @param format the number format, e.g. {@code 0.00%}
 * @param date whether that format shows a date
 */
record RawCell(Kind kind, String text, boolean formula, String format, boolean date) {

    enum Kind {
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR
    }

    /** Nothing but spaces, and no formula. */
    boolean blank() {
        return !formula && kind == Kind.TEXT && text.isBlank();
    }

    /** For a message: what a person sees in the cell, shortened. */
    String shown() {
        String stripped = text.strip();
        return stripped.length() > 30 ? stripped.substring(0, 30) + "…" : stripped;
    }
}
