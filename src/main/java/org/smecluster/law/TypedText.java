package org.smecluster.law;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What people type and programs write, made one. Every way in goes through here, pages, forms and workbooks alike: what
 * nobody sees on the screen must not make two of what is one, nor something of nothing.
 */
public final class TypedText {

    private static final String BLANK_LETTERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";
    private static final int FULL_WIDTH = 0xFEE0;

    private TypedText() {}

    /**
     * Without invisible characters and the space around it; line ends as \n, spaces of any width as one of plain width, letters
     * and digits of full width as plain ones. Chinese punctuation stays, and so does the indentation of a paragraph.
     *
     * @return null for null
     */
    public static String clean(String text) {
        if (text == null || ordinary(text)) {
            return text == null ? null : text.strip();
        }
        StringBuilder clean = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue;
            }
            c = shown(c, clean);
            if (c >= 0) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString().strip();
    }

    /** What nearly every text is made of, so that a list of 100 000 rows is not written anew. */
    private static boolean ordinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c < 0x7F
                    || c == '\n'
                    || c >= 0x4E00 && c < 0xA000
                    || c >= 0x3001 && c <= 0x3011
                    || c >= 0xFF08 && c <= 0xFF0C;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** @return -1 for what shows nothing */
    private static int shown(int c, CharSequence before) {
        if (c == '\t' || c == '\n') {
            return c;
        }
        if (c == '\r' || c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return '\n';
        }
        if (BLANK_LETTERS.indexOf(c) >= 0 || (c & 0xFFFE) == 0xFFFE) {
            return -1;
        }
        if (c >= 0xFF10 && c <= 0xFF19 || c >= 0xFF21 && c <= 0xFF3A || c >= 0xFF41 && c <= 0xFF5A) {
            return c - FULL_WIDTH;
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL, Character.SURROGATE -> -1;
            case Character.SPACE_SEPARATOR -> c == 0x3000 && indented(before) ? c : ' ';
            default -> c;
        };
    }

    private static boolean indented(CharSequence before) {
        char last = before.length() == 0 ? '\n' : before.charAt(before.length() - 1);
        return last == '\n' || last == 0x3000;
    }

    /** As {@link #clean}, on one line: a line end within Chinese is dropped, another is a space. */
    public static String line(String text) {
        String clean = clean(text);
        if (clean == null || clean.indexOf('\n') < 0 && clean.indexOf('\t') < 0) {
            return clean;
        }
        return clean.replaceAll("(?<![\\x00-\\x7F])\\s*[\\n\\t]\\s*|\\s*[\\n\\t]\\s*(?![\\x00-\\x7F])", "")
                .replaceAll("\\s*[\\n\\t]\\s*", " ");
    }

    /** Whether a person sees nothing. */
    public static boolean isBlank(String text) {
        return text == null || clean(text).isEmpty();
    }

    /** Of a code: without any space, of plain width, in capitals; empty for null. */
    public static String code(String text) {
        return text == null ? "" : plain(text).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** As {@link #clean}, with brackets, dashes and all else of plain width too: for what a program takes apart. */
    public static String plain(String text) {
        return text == null ? "" : Normalizer.normalize(clean(text), Normalizer.Form.NFKC);
    }

    /** Whether the two say the same, whatever the width of their letters, brackets and spaces. */
    public static boolean same(String one, String other) {
        return one.equals(other) || code(one).equals(code(other));
    }
}
