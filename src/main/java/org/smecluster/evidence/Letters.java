package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The stored files that came with no case. They change through {@link LetterFiles} only. */
public interface Letters {

    /** A number under which no store has anything. */
    long nextBlob();

    /** Where PostgreSQL is the store: the content, in pieces as those of an upload. */
    void addPieces(long blob, InputStream content, int piece) throws IOException;

    long insert(String name, FileType type, long contentId, Instant at);

    /** In the order in which they came. */
    List<Letter> find(Collection<Long> ids);

    EvidenceContent contentOf(long id);
}
