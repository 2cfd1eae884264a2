package org.smecluster.publicnotice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smecluster.law.TypedText;

/**
 * What the sender of an objection gets, to look it up with: digits only, to be read out and written down. Both are drawn at
 * random: of the secret's 66 bits a plain digest is kept, which tells nobody anything.
 *
 * @param number twelve digits
 * @param secret twenty digits
 */
public record Receipt(String number, String secret) {

    private static final int NUMBER_DIGITS = 12;
    private static final int SECRET_DIGITS = 20;
    private static final Pattern SECRET = Pattern.compile("\\d{" + SECRET_DIGITS + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static String drawNumber() {
        return draw(NUMBER_DIGITS);
    }

    /** For a form that is about to be shown. */
    public static String drawSecret() {
        return draw(SECRET_DIGITS);
    }

    private static String draw(int digits) {
        return RANDOM.ints(digits, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    static boolean isSecret(String text) {
        return text != null && SECRET.matcher(text).matches();
    }

    /** The digits of what was typed, however it was grouped. */
    static String digits(String typed) {
        return TypedText.plain(typed).replaceAll("[\\s-]", "");
    }

    static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String spoken(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String spokenNumber() {
        return spoken(number);
    }

    public String spokenSecret() {
        return spoken(secret);
    }
}
