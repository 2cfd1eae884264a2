package org.smecluster.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.smecluster.law.Refusal;

/**
 * What a file is, by what it holds. Tika knows it by its first bytes; containers are opened, which Tika's core does not do
 * and which its parsers know neither for OFD nor for WPS. A file that is two things at once is none.
 */
final class Recognition {

    /** What Tika looks at. */
    private static final int HEAD = 64 * 1024;

    /** Where the directory at the end of a zip file begins, at the latest. */
    private static final int TAIL = 64 * 1024 + 22;

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private final Path file;
    private final String name;
    private final byte[] head;
    private final byte[] tail;

    private Recognition(Path file, String name, byte[] head, byte[] tail) {
        this.file = file;
        this.name = name;
        this.head = head;
        this.tail = tail;
    }

    /**
     * @param name as sent: it tells WPS's files from Office's older ones, which are built alike, and nothing else
     * @throws Refusal where it is nothing that is taken in, in a sentence that names the file
     */
    static FileType of(Path file, String name) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[(int) Math.min(HEAD, content.length())];
            content.readFully(head);
            byte[] tail = new byte[(int) Math.min(TAIL, content.length())];
            content.seek(content.length() - tail.length);
            content.readFully(tail);
            return new Recognition(file, name, head, tail).type();
        }
    }

    private FileType type() throws IOException {
        MediaType found = TYPES.detect(new ByteArrayInputStream(head), new Metadata());
        String type = found.toString();
        if (begins("%PDF-")) {
            return pdf();
        }
        if (begins("PK\u0003\u0004")) {
            refuseSecondFace("%PDF-");
            return ZipContainer.type(file, name, tail);
        }
        if (begins("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OleContainer.type(file, name);
        }
        return switch (type) {
            case "image/png" -> picture(FileType.PNG, "\u0089PNG\r\n\u001a\n");
            case "image/jpeg" -> picture(FileType.JPEG, "\u00ff\u00d8\u00ff");
            case "image/gif" -> picture(FileType.GIF, "GIF8");
            case "image/webp" -> picture(FileType.WEBP, "RIFF");
            case "image/bmp", "image/x-ms-bmp" -> picture(FileType.BMP, "BM");
            case "image/tiff" -> picture(FileType.TIFF, begins("II") ? "II*\0" : "MM\0*");
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" ->
                picture(FileType.HEIC, new String(head, 0, 4, StandardCharsets.ISO_8859_1));
            default -> throw refused(type);
        };
    }

    private FileType pdf() throws IOException {
        refuseArchiveAtTheEnd();
        if (!contains(tail, "%%EOF")) {
            throw new Refusal("“" + name + "”不完整：PDF没有结尾。请重新导出，确认能打开后再上传");
        }
        if (PdfEncryption.in(file)) {
            throw new Refusal("“" + name + "”设有密码或权限限制，审查人员不能查看。请去掉密码，另存后再上传");
        }
        return FileType.PDF;
    }

    /** The signature at the very beginning: Tika also takes some that stand a little later. */
    private FileType picture(FileType type, String signature) {
        if (!begins(signature)) {
            throw refused(type.mediaType());
        }
        refuseSecondFace("%PDF-");
        refuseArchiveAtTheEnd();
        return type;
    }

    private void refuseSecondFace(String signature) {
        if (contains(Arrays.copyOf(head, Math.min(head.length, 1024)), signature)) {
            throw twofold();
        }
    }

    private void refuseArchiveAtTheEnd() {
        if (ZipContainer.directory(tail).isPresent()) {
            throw twofold();
        }
    }

    private Refusal twofold() {
        return new Refusal("“" + name + "”同时是两种文件（例如PDF后面接着压缩包），不接收。请从原来的软件重新导出后再上传");
    }

    private Refusal refused(String type) {
        String what;
        if (type.contains("svg") || type.contains("html") || type.endsWith("/xml") || type.contains("javascript")) {
            what = "是网页或矢量图（可以带有程序）";
        } else if (type.contains("exec")
                || type.contains("msdownload")
                || type.contains("dosexec")
                || type.contains("elf")
                || type.contains("x-sh")
                || type.contains("java-vm")
                || type.contains("mach")
                || begins("MZ")
                || begins("#!")) {
            what = "是可以执行的程序，不是文档";
        } else if (type.contains("rar") || type.contains("7z") || type.contains("gzip") || type.contains("tar")) {
            what = "是压缩包，请解压后逐个上传";
        } else if (type.startsWith("text/")) {
            what = "是纯文本";
        } else {
            what = "认不出是什么文件，可能已损坏";
        }
        return new Refusal("“" + name + "”" + what + "。只接收" + FileType.NAMED + "，按内容判断，与扩展名无关");
    }

    private boolean begins(String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= expected.length && Arrays.equals(head, 0, expected.length, expected, 0, expected.length);
    }

    static boolean contains(byte[] where, String what) {
        return new String(where, StandardCharsets.ISO_8859_1).contains(what);
    }

    static boolean ends(String name, String extension) {
        return name.toLowerCase(Locale.ROOT).endsWith(extension);
    }
}
