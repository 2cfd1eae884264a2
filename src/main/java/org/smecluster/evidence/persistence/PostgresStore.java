package org.smecluster.evidence.persistence;

import java.io.InputStream;
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

    /**
     * A part of a piece in memory at a time, and no connection between two. Small enough not to be one of the objects that
     * G1 gives regions of their own.
     */
    private final class Pieces extends InputStream {

        private static final int PART = 128 * 1024;

        private final long blob;
        private byte[] piece = {};
        private int at;
        private long position;
        private int given;

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

        private byte[] part() {
            return jdbc.sql("""
                            select substring(bytes from ? for ?) from evidence_piece
                             where upload_id = ? and position = ?""")
                    .params(given + 1, PART, blob, position)
                    .query(byte[].class)
                    .optional()
                    .orElse(new byte[0]);
        }

        private boolean more() {
            if (at < piece.length) {
                return true;
            }
            given += piece.length;
            at = 0;
            piece = part();
            if (piece.length == 0 && given > 0) {
                position += given;
                given = 0;
                piece = part();
            }
            return piece.length > 0;
        }
    }
}
