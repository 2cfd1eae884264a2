package org.smecluster.paper.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.smecluster.law.Refusal;
import org.w3c.dom.Document;

/**
 * A Word document, part by part. It is written the same, byte for byte, each time: parts in a fixed order, of a fixed
 * day, and stored as they are, so that no version of a packing library makes another file of it.
 */
public final class Docx {

    static final String BODY = "word/document.xml";

    private static final int MOST_PARTS = 500;
    private static final int LARGEST = 20 << 20;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** The list of contents stands first: programs that look at the first bytes know the file by it. */
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> !name.equals("[Content_Types].xml"))
            .thenComparing(Comparator.naturalOrder());

    private final TreeMap<String, byte[]> parts;

    private Docx(Map<String, byte[]> parts) {
        this.parts = new TreeMap<>(ORDER);
        this.parts.putAll(parts);
    }

    /** @throws Refusal where it is none, or unpacks to more than 20 MB */
    public static Docx read(byte[] file) {
        Map<String, byte[]> parts = new TreeMap<>();
        int total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes(LARGEST - total + 1);
                total += content.length;
                if (total > LARGEST || parts.size() >= MOST_PARTS) {
                    throw new Refusal("文件展开后超过20 MB，不像一份公文模板");
                }
                parts.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw notOne();
        }
        if (!parts.containsKey(BODY) || !parts.containsKey("[Content_Types].xml")) {
            throw notOne();
        }
        return new Docx(parts);
    }

    private static Refusal notOne() {
        return new Refusal("这不是Word文档（docx）。请在Word或WPS中另存为“Word文档（*.docx）”后再上传");
    }

    /** Of its parts, by name. */
    public static Docx of(Map<String, byte[]> parts) {
        return new Docx(parts);
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                CRC32 crc = new CRC32();
                crc.update(part.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(part.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Names and contents; not to be changed. */
    Map<String, byte[]> parts() {
        return parts;
    }

    Docx with(String part, byte[] content) {
        Map<String, byte[]> more = new TreeMap<>(parts);
        more.put(part, content);
        return new Docx(more);
    }

    public boolean has(String part) {
        return parts.containsKey(part);
    }

    /** @throws Refusal where the part is there and no XML */
    public Document xml(String part) {
        try {
            return Xml.parse(parts.get(part));
        } catch (IOException unreadable) {
            throw new Refusal("文档的“" + part + "”部分读不出来，请在Word或WPS中重新保存后再上传");
        }
    }

    public Document body() {
        return xml(BODY);
    }

    /** Name of the part that a relation of the document's body leads to; null where there is none. */
    public String related(String id) {
        String relations = "word/_rels/document.xml.rels";
        return has(relations)
                ? Xml.children(xml(relations).getDocumentElement()).stream()
                        .filter(each -> each.getAttribute("Id").equals(id))
                        .map(each -> each.getAttribute("Target"))
                        .map(target -> target.startsWith("/") ? target.substring(1) : "word/" + target)
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
