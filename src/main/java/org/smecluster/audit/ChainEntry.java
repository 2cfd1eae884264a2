package org.smecluster.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A link of the chain.
 *
 * @param number from 1, without a gap
 * @param source table of the row that it is about
 * @param version of what of the row is digested, {@code chain_source}
 * @param key of the row
 * @param caseNumber null where it is about no case by itself
 * @param digest 32 bytes, of the row
 * @param queuedAt when the row was entered, in microseconds
 * @param algorithm how {@code hash} is made
 * @param previous hash of the link before; zeros for the first
 * @param hash 32 bytes
 */
public record ChainEntry(
        long number,
        String source,
        int version,
        String key,
        String caseNumber,
        byte[] digest,
        Instant queuedAt,
        String algorithm,
        byte[] previous,
        byte[] hash) {

    static final String ALGORITHM = "SHA-256/1";
    static final byte[] BEGINNING = new byte[32];

    private static final HexFormat HEX = HexFormat.of();

    /** What waited, linked to the entry before. */
    static ChainEntry of(Queued queued, long number, byte[] previous) {
        ChainEntry open = new ChainEntry(
                number,
                queued.source(),
                queued.version(),
                queued.key(),
                queued.caseNumber(),
                queued.digest(),
                queued.queuedAt(),
                ALGORITHM,
                previous,
                null);
        return new ChainEntry(
                number,
                open.source,
                open.version,
                open.key,
                open.caseNumber,
                open.digest,
                open.queuedAt,
                ALGORITHM,
                previous,
                open.computed());
    }

    /** @throws IllegalStateException for an algorithm that this version does not know */
    byte[] computed() {
        if (!ALGORITHM.equals(algorithm)) {
            throw new IllegalStateException("chain entry " + number + " was made by " + algorithm);
        }
        String text = String.join(
                "\n",
                String.valueOf(number),
                source,
                String.valueOf(version),
                key,
                caseNumber == null ? "" : caseNumber,
                HEX.formatHex(digest),
                queuedAt.toString(),
                algorithm,
                HEX.formatHex(previous));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isWhole() {
        return MessageDigest.isEqual(hash, computed());
    }

    /** A row that was entered and is not chained yet. @param id in the queue */
    public record Queued(
            long id, String source, int version, String key, String caseNumber, byte[] digest, Instant queuedAt) {}
}
