package org.smecluster.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The chain, what waits for it, and the rows that it is about. */
public interface ChainStore {

    /** Until the end of the transaction; false where another node writes. */
    boolean writes();

    Optional<ChainEntry> last();

    Optional<ChainEntry> entry(long number);

    /** The last of those entered before then. */
    Optional<ChainEntry> lastBefore(Instant time);

    /** Oldest first. */
    List<ChainEntry.Queued> queued(int most);

    void chain(List<ChainEntry> entries, List<Long> queued);

    /** What waits. */
    Lag lag();

    /** @param oldest null where nothing waits */
    record Lag(long count, Instant oldest) {}

    /** Does nothing where the day has one. */
    void addHead(ChainHead head);

    Optional<ChainHead> newestHead();

    /** Not in the file yet, oldest first. */
    List<ChainHead> unfiled();

    void filed(LocalDate day, Instant at);

    /** All of the chain in its order, a part at a time. */
    void forEach(Consumer<ChainEntry> entry);

    List<String> sources();

    /** Rows of a table that are not what was chained. */
    List<Difference> differences(String source);

    enum Kind {
        /** the row says something else */
        CHANGED,
        /** the row is gone */
        GONE,
        /** the row is neither chained nor waiting */
        NEVER_CHAINED,
        /** chained more than once: queued by hand */
        TWICE
    }

    /** @param number of the entry; 0 without one */
    record Difference(Kind kind, String source, String key, String caseNumber, long number) {}
}
