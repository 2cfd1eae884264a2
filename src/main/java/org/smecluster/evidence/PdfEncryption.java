package org.smecluster.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Whether a PDF is encrypted: then the dictionary of its trailer, or of the stream that stands for it, names
 * {@code /Encrypt}, always in plain text.
 */
final class PdfEncryption {

    private static final Pattern NAMED = Pattern.compile("/Encrypt\\s*(?:\\d+\\s+\\d+\\s+R|<<)");
    private static final int BLOCK = 64 * 1024;
    private static final int OVERLAP = 64;

    private PdfEncryption() {}

    static boolean in(Path file) throws IOException {
        byte[] block = new byte[OVERLAP + BLOCK];
        int kept = 0;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            for (int read; (read = content.readNBytes(block, kept, BLOCK)) > 0; ) {
                int length = kept + read;
                String text = new String(block, 0, length, StandardCharsets.ISO_8859_1);
                // looking for a word is forty times as fast as looking for a pattern
                int at = text.indexOf("/Encrypt");
                if (at >= 0 && NAMED.matcher(text).find(at)) {
                    return true;
                }
                kept = Math.min(OVERLAP, length);
                System.arraycopy(block, length - kept, block, 0, kept);
            }
        }
        return false;
    }
}
