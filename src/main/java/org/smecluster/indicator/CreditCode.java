package org.smecluster.indicator;

import org.smecluster.law.TypedText;

/**
 * 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character.
 *
 * @param value 18 characters, upper case, check character verified
 */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public CreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a credit code with a valid check character: " + value);
        }
    }

    /** Reads what a person typed: spaces dropped, letters raised. */
    public static CreditCode parse(String text) {
        return new CreditCode(normalise(text));
    }

    public static String normalise(String text) {
        return isValid(text) ? text : TypedText.code(text);
    }

    /** Whether the text is 18 characters of the code's alphabet that end in the right check character. */
    public static boolean isValid(String text) {
        return text != null
                && text.length() == 18
                && hasCodeCharacters(text)
                && text.charAt(17) == checkCharacter(text);
    }

    /** The check character for the first 17 characters of the text. */
    public static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static boolean hasCodeCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
