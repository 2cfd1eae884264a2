package org.smecluster.material;

/**
 * The code of a number format, e.g. {@code 0.00%}. Only what stands outside of quotation marks acts on the number; the rest is
 * shown beside it.
 *
 * @param code as the file has it
 * @param acting of its first section, the one for numbers above zero
 */
record NumberFormat(String code, String acting) {

    /** In a workbook that says nothing of formats. */
    static final NumberFormat UNKNOWN = of("General");

    static NumberFormat of(String code) {
        StringBuilder acting = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"' -> i = end(code, '"', i);
                case '[' -> i = end(code, ']', i);
                case '\\', '_', '*', '!' -> i++;
                case ';' -> i = code.length();
                default -> acting.append(c);
            }
        }
        return new NumberFormat(code, acting.toString());
    }

    private static int end(String code, char mark, int from) {
        int end = code.indexOf(mark, from + 1);
        return end < 0 ? code.length() : end;
    }

    /** By how many powers of a hundred the number is shown larger. */
    int percents() {
        return (int) acting.chars().filter(c -> c == '%').count();
    }

    /** Whether a person sees a sign of per cent, though it may do nothing. */
    boolean showsPercent() {
        return code.indexOf('%') >= 0 || code.indexOf('％') >= 0;
    }

    /** Whether the number is shown in thousands, millions, or by the trick of a shifted point in ten thousands. */
    boolean scaled() {
        return acting.matches(".*[0#?],+(?![0#?,]).*") || code.matches(".*[0#?](!\\.|\\\\\\.|\"\\.\")[0#?].*");
    }
}
