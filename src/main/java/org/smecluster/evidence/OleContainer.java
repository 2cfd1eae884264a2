package org.smecluster.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.smecluster.law.Refusal;

/** Files that are OLE2 containers inside: Office's older ones, WPS's, and whatever Office has encrypted. */
final class OleContainer {

    private OleContainer() {}

    static FileType type(Path file, String name) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo") || encrypted(root)) {
                throw new Refusal("“" + name + "”设有密码，审查人员不能查看。请去掉密码，另存后再上传");
            }
            if (root.hasEntry("_VBA_PROJECT_CUR") || root.hasEntry("Macros") || root.hasEntry("_VBA_PROJECT")) {
                throw macros(name);
            }
            if (root.hasEntry("WordDocument")) {
                return Recognition.ends(name, ".wps") ? FileType.WPS : FileType.DOC;
            }
            if (root.hasEntry("Workbook") || root.hasEntry("Book")) {
                return Recognition.ends(name, ".et") ? FileType.ET : FileType.XLS;
            }
            if (root.hasEntry("PowerPoint Document")) {
                return Recognition.ends(name, ".dps") ? FileType.DPS : FileType.PPT;
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("“" + name + "”已损坏，打不开。请从原来的软件另存，确认能打开后再上传");
        }
        throw new Refusal("“" + name + "”认不出是什么文件。只接收" + FileType.NAMED + "，按内容判断，与扩展名无关");
    }

    static Refusal macros(String name) {
        return new Refusal("“" + name + "”带有宏（程序），不接收。请另存为不带宏的文件（如.docx、.xlsx）或PDF后再上传");
    }

    private static boolean encrypted(DirectoryNode root) throws IOException {
        return wordSaysSo(beginning(root, "WordDocument", 12))
                || workbookSaysSo(beginning(root, "Workbook", 8192))
                || workbookSaysSo(beginning(root, "Book", 8192))
                || presentationSaysSo(beginning(root, "Current User", 20));
    }

    /** [MS-DOC] 2.5.2: fEncrypted. */
    private static boolean wordSaysSo(ByteBuffer header) {
        return header.limit() >= 12 && (header.getShort(10) & 0x0100) != 0;
    }

    /** [MS-XLS] 2.4.117: a record FilePass among the first. */
    private static boolean workbookSaysSo(ByteBuffer records) {
        for (int at = 0; at + 4 <= records.limit(); ) {
            int record = Short.toUnsignedInt(records.getShort(at));
            if (record == 0x002f) {
                return true;
            }
            if (record == 0x000a) {
                return false;
            }
            at += 4 + Short.toUnsignedInt(records.getShort(at + 2));
        }
        return false;
    }

    /** [MS-PPT] 2.3.2: headerToken. */
    private static boolean presentationSaysSo(ByteBuffer user) {
        return user.limit() >= 16 && user.getInt(12) == 0xf3d1c4df;
    }

    private static ByteBuffer beginning(DirectoryEntry root, String stream, int length) throws IOException {
        if (!root.hasEntry(stream)) {
            return ByteBuffer.allocate(0);
        }
        try (InputStream content = ((DirectoryNode) root).createDocumentInputStream(stream)) {
            return ByteBuffer.wrap(content.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
