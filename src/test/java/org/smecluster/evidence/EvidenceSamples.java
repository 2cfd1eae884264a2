package org.smecluster.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files of every sort, made up as the tests need them. */
public final class EvidenceSamples {

    private EvidenceSamples() {}

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** One that a reader opens: a page with a line of text. */
    public static byte[] pdf(String line) {
        String stream = "BT /F1 24 Tf 72 720 Td (" + line + ") Tj ET";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                    + "/Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + stream.length() + " >>\nstream\n" + stream + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            places.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 6\n").append(places);
        file.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return ascii(file.toString());
    }

    /** A PDF of that many bytes, of nothing that could be packed. */
    public static byte[] pdf(int size, long seed) {
        byte[] whole = pdf("x");
        byte[] filling = new byte[size - whole.length - 2];
        new Random(seed).nextBytes(filling);
        for (int i = 0; i < filling.length; i++) {
            // one line of comment
            if (filling[i] == '\n' || filling[i] == '\r') {
                filling[i] = 'x';
            }
        }
        int at = 9;
        return joined(
                Arrays.copyOf(whole, at),
                ascii("%"),
                filling,
                ascii("\n"),
                Arrays.copyOfRange(whole, at, whole.length));
    }

    public static byte[] encryptedPdf() {
        return ascii(
                new String(pdf("x"), StandardCharsets.ISO_8859_1).replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 6 0 R"));
    }

    public static byte[] picture(String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] webp() {
        return joined(ascii("RIFF"), new byte[] {26, 0, 0, 0}, ascii("WEBPVP8L"), new byte[18]);
    }

    public static byte[] heic() {
        return joined(new byte[] {0, 0, 0, 24}, ascii("ftypheic"), new byte[4], ascii("mif1heic"), new byte[200]);
    }

    public static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] ofd() {
        return zip(Map.of(
                "OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" DocType=\"OFD\"/>",
                "Doc_0/Document.xml", "<x/>"));
    }

    /** @param main e.g. {@code wordprocessingml.document.main+xml} */
    public static byte[] office(String main) {
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/x\" "
                        + "ContentType=\"application/vnd.openxmlformats-officedocument." + main + "\"/></Types>",
                "x",
                "<x/>"));
    }

    public static byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("x");
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @param password null for none */
    public static byte[] xls(String password) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("x").createRow(0).createCell(0).setCellValue("x");
            Biff8EncryptionKey.setCurrentUserPassword(password);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        return out.toByteArray();
    }

    /** An OLE2 container with streams of those names. */
    public static byte[] ole(Map<String, byte[]> streams) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
                container.createDocument(new java.io.ByteArrayInputStream(stream.getValue()), stream.getKey());
            }
            container.writeFilesystem(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @param flags of [MS-DOC] 2.5.2, at offset 10 */
    public static byte[] word(int flags) {
        byte[] header = new byte[512];
        header[0] = (byte) 0xec;
        header[1] = (byte) 0xa5;
        header[10] = (byte) flags;
        header[11] = (byte) (flags >> 8);
        return ole(Map.of("WordDocument", header));
    }

    public static byte[] presentation(int token) {
        byte[] user = new byte[28];
        for (int i = 0; i < 4; i++) {
            user[12 + i] = (byte) (token >> 8 * i);
        }
        return ole(Map.of("PowerPoint Document", new byte[512], "Current User", user));
    }

    public static byte[] program() {
        byte[] file = new byte[2048];
        file[0] = 'M';
        file[1] = 'Z';
        file[60] = (byte) 0x80;
        file[128] = 'P';
        file[129] = 'E';
        return file;
    }
}
