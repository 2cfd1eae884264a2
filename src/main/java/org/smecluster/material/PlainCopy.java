package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A copy of a package as POI takes it: part names with slashes, without the properties of the document, which nobody needs
 * and many programs write oddly, and of a Strict workbook (ISO/IEC 29500-1) with the names of the transitional one. Everything
 * passes as a stream.
 */
final class PlainCopy {

    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final Pattern STRICT_NAME = Pattern.compile(Pattern.quote(STRICT) + "(\\w+)/");
    private static final Pattern PROPERTIES = Pattern.compile("(?i)docProps/.*|.*\\.psmdcp");
    private static final Pattern XML = Pattern.compile("(?i).*\\.(xml|rels|vml)");
    private static final int PIECE = 64 * 1024;
    /** Longer than any tag. */
    private static final int HELD_AT_MOST = 4 * 1024 * 1024;

    private PlainCopy() {}

    static boolean isStrict(Path file) {
        try (ZipParts zip = ZipParts.open(file);
                InputStream content = zip.read("_rels/.rels")) {
            return new String(content.readNBytes(PIECE), StandardCharsets.ISO_8859_1).contains(STRICT);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** @return a temporary file; whoever asked deletes it */
    static Path of(Path file) throws IOException {
        boolean strict = isStrict(file);
        Path copy = Files.createTempFile("plain", ".xlsx");
        try (ZipParts in = ZipParts.open(file);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            long written = 0;
            for (String name : in.names()) {
                if (!PROPERTIES.matcher(name).matches()) {
                    out.putNextEntry(new ZipEntry(name));
                    try (InputStream content = in.read(name)) {
                        written = pass(content, out, strict && XML.matcher(name).matches(), written);
                    }
                    out.closeEntry();
                }
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** @return how much was unpacked in all */
    private static long pass(InputStream content, OutputStream out, boolean renamed, long before) throws IOException {
        long written = before;
        // one character a byte: what is renamed is plain in every encoding but those of two bytes, which stay as they
        // are
        StringBuilder held = new StringBuilder();
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            written += piece.length;
            if (written > XlsxFile.UNPACKED_AT_MOST) {
                throw new IOException(new XlsxFile.TooMuch());
            }
            if (renamed) {
                held.append(new String(piece, StandardCharsets.ISO_8859_1));
                int cut = held.lastIndexOf(">") + 1;
                if (cut == 0 && held.length() > HELD_AT_MOST) {
                    cut = held.length();
                }
                out.write(usual(held.substring(0, cut)).getBytes(StandardCharsets.ISO_8859_1));
                held.delete(0, cut);
            } else {
                out.write(piece);
            }
        }
        out.write(usual(held.toString()).getBytes(StandardCharsets.ISO_8859_1));
        return written;
    }

    private static String usual(String xml) {
        return !xml.contains(STRICT)
                ? xml
                : STRICT_NAME
                        .matcher(xml)
                        .replaceAll("http://schemas.openxmlformats.org/$1/2006/")
                        .replace("/extendedProperties", "/extended-properties")
                        .replace("/customProperties", "/custom-properties")
                        .replace(" conformance=\"strict\"", "");
    }
}
