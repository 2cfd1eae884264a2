package org.smecluster.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A content on its way out, held against its digest: of one that has changed in the store the end is never given. */
final class Unaltered extends FilterInputStream {

    private final EvidenceContent content;
    private final MessageDigest digest = Digests.sha256();
    private long given;

    Unaltered(InputStream in, EvidenceContent content) {
        super(in);
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            digest.update(into, offset, count);
            given += count;
        }
        boolean end = count < 0 || given >= content.size();
        if (end && (given != content.size() || count > 0 && !same())) {
            throw new IOException("content " + content.id() + " is not what was stored");
        }
        return count;
    }

    private boolean same() {
        return HexFormat.of().formatHex(digest.digest()).equals(content.sha256());
    }
}
