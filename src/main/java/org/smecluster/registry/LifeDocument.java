package org.smecluster.registry;

import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A document in the life of a cluster, for its archive.
 *
 * @param caseNumber the case, or batch, that it belongs to
 * @param fileName with its ending, unique within the case
 * @param title what it is, in words
 * @param recordedAt when it became known here
 * @param least who may read it at least
 * @param content read when it is wanted, and closed by whoever reads it
 */
public record LifeDocument(
        String caseNumber,
        String fileName,
        String title,
        Instant recordedAt,
        LifeReader least,
        Supplier<InputStream> content) {

    public LifeDocument {
        Objects.requireNonNull(caseNumber, "caseNumber");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(content, "content");
    }
}
