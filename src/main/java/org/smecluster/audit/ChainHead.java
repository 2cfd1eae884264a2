package org.smecluster.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last entry of a day.
 *
 * @param filedAt when it was written to the file outside the database; null: not yet
 */
public record ChainHead(LocalDate day, long number, byte[] hash, Instant filedAt, Instant madeAt) {

    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{1,18}) ([0-9a-f]{64})");

    /** As it stands in the file and in the message: day, number, hash. */
    public String line() {
        return day + " " + number + " " + HexFormat.of().formatHex(hash);
    }

    /** Empty where it is no such line. */
    static Optional<ChainHead> of(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches()
                ? Optional.of(new ChainHead(
                        LocalDate.parse(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        HexFormat.of().parseHex(matcher.group(3)),
                        null,
                        null))
                : Optional.empty();
    }
}
