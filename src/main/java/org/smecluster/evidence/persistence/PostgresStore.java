package org.smecluster.evidence.persistence;

import java.io.InputStream;
import java.util.Optional;
import org.smecluster.evidence.EvidenceStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pieces of an upload, left where they arrived. */
@Component
class PostgresStore implements EvidenceStore {

    private final JdbcClient jdbc;

    PostgresStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.POSTGRESQL;
    }

    /** They are there: what comes of an upload is entered once all its pieces are committed. */
    @Override
    public void keep(long blob, long size, Source content) {}

    @Override
    public InputStream open(long blob) {
        return new Pieces(blob);
    }

    @Override
    public void remove(long blob) {
        jdbc.sql("delete from evidence_piece where upload_id = ?").param(blob).update();
    }

    /** One piece in memory at a time, and no connection between two. */
    private final class Pieces extends InputStream {

        private final long blob;
        private byte[] piece = {};
        private int at;
        private long before;

        Pieces(long blob) {
            this.blob = blob;
        }

        @Override
        public int read() {
            return more() ? Byte.toUnsignedInt(piece[at++]) : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean more() {
            if (at < piece.length) {
                return true;
            }
            before += piece.length;
            Optional<byte[]> next = jdbc.sql("select bytes from evidence_piece where upload_id = ? and position = ?")
                    .params(blob, before)
                    .query(byte[].class)
                    .optional();
            piece = next.orElse(new byte[0]);
            at = 0;
            return piece.length > 0;
        }
    }
}
