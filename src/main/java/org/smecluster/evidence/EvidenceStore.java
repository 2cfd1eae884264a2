package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Keeps contents by number. What is kept is there after a loss of power; whoever asks twice for the same gets the same. */
public interface EvidenceStore {

    enum Kind {
        POSTGRESQL,
        FOLDER,
        S3
    }

    /** Opens what is to be kept, each time from its beginning. */
    interface Source {
        InputStream open() throws IOException;
    }

    Kind kind();

    /**
     * Returns once it is there for good. Keeping under the same number again replaces it.
     *
     * @param blob number of the upload that it came with
     * @param size in bytes
     */
    void keep(long blob, long size, Source content) throws IOException;

    /** Read as it comes, never as a whole. */
    InputStream open(long blob) throws IOException;

    /** What is not there is no failure. */
    void remove(long blob) throws IOException;
}
