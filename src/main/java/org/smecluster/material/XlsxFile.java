package org.smecluster.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.xml.sax.SAXException;

/**
 * An uploaded file, found to be an .xlsx workbook and nothing worse. It is read from a temporary file, so that the
 * unpacked sheets never stand in memory; POI's limits on unpacking ({@code ZipSecureFile}) hold.
 */
final class XlsxFile implements AutoCloseable {

    private static final int LARGEST = 50 * 1024 * 1024;
    private static final String TEMPLATE = "请下载本年度模板，在模板中填写并另存为“Excel工作簿（*.xlsx）”后上传";
    private static final String DAMAGED = "请用Excel或WPS打开确认完好，另存为“Excel工作簿（*.xlsx）”后重新上传";

    private final Path copy;
    private final OPCPackage opened;
    private final XSSFReader reader;
    private final SharedStrings strings;
    private final StylesTable styles;
    private final boolean countsFrom1904;

    /** Why the file cannot be read as a workbook. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String remedy;

        Unreadable(String message, String remedy) {
            super(message);
            this.remedy = remedy;
        }

        String remedy() {
            return remedy;
        }
    }

    private XlsxFile(Path copy, OPCPackage opened) throws IOException, OpenXML4JException, SAXException, XmlException {
        this.copy = copy;
        this.opened = opened;
        this.reader = new XSSFReader(opened);
        this.strings = new ReadOnlySharedStringsTable(opened, false);
        this.styles = reader.getStylesTable();
        try (InputStream data = reader.getWorkbookData()) {
            CTWorkbook workbook = WorkbookDocument.Factory.parse(data).getWorkbook();
            this.countsFrom1904 =
                    workbook.isSetWorkbookPr() && workbook.getWorkbookPr().getDate1904();
        }
    }

    /** @throws Unreadable with the reason: empty, no workbook, old format, password, macros, damaged, too large */
    static XlsxFile open(byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable("文件是空的（0字节）", TEMPLATE);
        }
        if (content.length > LARGEST) {
            throw new Unreadable("文件超过50兆字节", "请删去图片等无关内容，附件另行上传");
        }
        switch (FileMagic.valueOf(content)) {
            case OOXML -> {}
            case OLE2 -> throw oldOrEncrypted(content);
            default -> throw new Unreadable("文件不是Excel工作簿，可能是其他文件改了扩展名", TEMPLATE);
        }
        Path copy = copyOf(content);
        OPCPackage opened = null;
        try {
            opened = OPCPackage.open(copy.toFile(), PackageAccess.READ);
            requireWorkbook(opened);
            return new XlsxFile(copy, opened);
        } catch (Unreadable e) {
            discard(opened, copy);
            throw e;
        } catch (OpenXML4JException | IOException | SAXException | XmlException | RuntimeException e) {
            discard(opened, copy);
            throw new Unreadable("文件已损坏，无法打开", DAMAGED);
        }
    }

    /** Sheet names in their order. */
    List<String> sheetNames() throws Unreadable {
        Map<String, Boolean> names = new LinkedHashMap<>();
        eachSheet((name, content) -> names.put(name, true));
        return List.copyOf(names.keySet());
    }

    boolean countsFrom1904() {
        return countsFrom1904;
    }

    /** Reads one sheet, see {@link SheetRows}. */
    void read(String sheet, BiConsumer<Integer, NavigableMap<Integer, RawCell>> rows) throws Unreadable {
        eachSheet((name, content) -> {
            if (name.equals(sheet)) {
                SheetRows.read(content, strings, styles, rows);
            }
        });
    }

    private interface SheetVisitor {
        void visit(String name, InputStream content) throws IOException, SAXException;
    }

    private void eachSheet(SheetVisitor visitor) throws Unreadable {
        try {
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream content = sheets.next()) {
                    visitor.visit(sheets.getSheetName().strip(), content);
                }
            }
        } catch (OpenXML4JException | IOException | SAXException | RuntimeException e) {
            throw new Unreadable("文件已损坏，工作表内容无法读取", DAMAGED);
        }
    }

    @Override
    public void close() {
        discard(opened, copy);
    }

    private static void discard(OPCPackage opened, Path copy) {
        if (opened != null) {
            opened.revert();
        }
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copyOf(byte[] content) {
        try {
            return Files.write(Files.createTempFile("workbook", ".xlsx"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unreadable oldOrEncrypted(byte[] content) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            if (files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                return new Unreadable("文件设有打开密码", "请在Excel或WPS中取消密码后另存，再重新上传");
            }
            if (files.getRoot().hasEntryCaseInsensitive("Workbook")
                    || files.getRoot().hasEntryCaseInsensitive("Book")) {
                return new Unreadable("文件是旧版Excel格式（.xls）", TEMPLATE);
            }
            return new Unreadable("文件不是Excel工作簿，可能是其他Office文件改了扩展名", TEMPLATE);
        } catch (IOException | RuntimeException e) {
            return new Unreadable("文件已损坏，无法打开", DAMAGED);
        }
    }

    private static void requireWorkbook(OPCPackage opened) throws Unreadable, OpenXML4JException {
        boolean macros = !opened.getPartsByContentType(XSSFRelation.VBA_MACROS.getContentType())
                        .isEmpty()
                || !opened.getPartsByContentType(XSSFRelation.MACROS_WORKBOOK.getContentType())
                        .isEmpty();
        if (macros) {
            throw new Unreadable("文件含有宏", "请另存为不含宏的“Excel工作簿（*.xlsx）”后重新上传");
        }
        var core = opened.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        PackagePart main = core.isEmpty() ? null : opened.getPart(core.getRelationship(0));
        if (main == null || !main.getContentType().equals(XSSFRelation.WORKBOOK.getContentType())) {
            throw new Unreadable("文件不是Excel工作簿（*.xlsx）", TEMPLATE);
        }
    }
}
