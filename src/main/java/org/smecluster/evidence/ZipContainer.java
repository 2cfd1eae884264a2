package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.smecluster.law.Refusal;

/** Files that are zip archives inside: Office's newer ones and OFD (GB/T 33190). */
final class ZipContainer {

    private static final Map<String, FileType> MAIN_PARTS = Map.of(
            "wordprocessingml.document.main+xml", FileType.DOCX,
            "spreadsheetml.sheet.main+xml", FileType.XLSX,
            "presentationml.presentation.main+xml", FileType.PPTX,
            "presentationml.slideshow.main+xml", FileType.PPTX);

    /** The JDK reads the directory as a whole. */
    private static final long LARGEST_DIRECTORY = 2 * 1024 * 1024;

    private static final int LONGEST_PART = 1024 * 1024;

    /** @param at where its end record stands */
    record Directory(int at, long size, int comment) {}

    private ZipContainer() {}

    /** The record with which a zip archive ends, where there is one. */
    static Optional<Directory> directory(byte[] tail) {
        ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.length - 22; at >= 0; at--) {
            if (bytes.getInt(at) == 0x06054b50 && bytes.getShort(at + 8) == bytes.getShort(at + 10)) {
                return Optional.of(new Directory(
                        at,
                        Integer.toUnsignedLong(bytes.getInt(at + 12)),
                        Short.toUnsignedInt(bytes.getShort(at + 20))));
            }
        }
        return Optional.empty();
    }

    static FileType type(Path file, String name, byte[] tail) throws IOException {
        Directory directory = directory(tail).orElseThrow(() -> damaged(name));
        if (directory.at() + 22 + directory.comment() != tail.length || directory.size() > LARGEST_DIRECTORY) {
            throw damaged(name);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.stream()
                    .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
                throw OleContainer.macros(name);
            }
            if (text(zip, "OFD.xml").contains("ofdspec.org")) {
                return FileType.OFD;
            }
            String parts = text(zip, "[Content_Types].xml");
            if (parts.contains("macroEnabled")) {
                throw OleContainer.macros(name);
            }
            return MAIN_PARTS.entrySet().stream()
                    .filter(each -> parts.contains(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            "“" + name + "”是压缩包或不接收的文件，请解压或另存后逐个上传。只接收" + FileType.NAMED + "，按内容判断，与扩展名无关"));
        } catch (ZipException | IllegalArgumentException broken) {
            throw damaged(name);
        }
    }

    /** Of a part that may be long on purpose, its beginning. */
    private static String text(ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return "";
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readNBytes(LONGEST_PART), StandardCharsets.UTF_8);
        }
    }

    private static Refusal damaged(String name) {
        return new Refusal("“" + name + "”已损坏，打不开。请从原来的软件另存，确认能打开后再上传");
    }
}
