package org.smecluster.engine;

import java.util.regex.Pattern;

/**
 * Whether a text has the format that a form asks for, found out within bounds: at some texts a pattern such as
 * {@code (a|a)*b} would try for ever, and at long ones Java's recursion ends the thread.
 */
final class Format {

    /** Characters looked at: a pattern that is written with care looks at each a few times. */
    private static final int LOOKS = 1_000_000;

    private Format() {}

    /** A format that cannot be made out is not met. */
    static boolean fits(String pattern, String text) {
        try {
            return Pattern.compile(pattern)
                    .matcher(new Looked(text, new int[1]))
                    .find();
        } catch (TooMany | StackOverflowError notMadeOut) {
            return false;
        }
    }

    private static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMany() {
            super(null, null, false, false);
        }
    }

    private record Looked(CharSequence text, int[] looks) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++looks[0] > LOOKS) {
                throw new TooMany();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Looked(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
