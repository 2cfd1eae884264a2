package org.smecluster.material;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.xml.sax.SAXException;

/**
 * An uploaded file, found to be an .xlsx workbook and nothing worse. The unpacked sheets never stand in memory. Against a
 * file that unpacks to more than it should, POI's limit on the ratio ({@code ZipSecureFile}) holds, and limits of ours on
 * what is unpacked in all: 20 000 enterprises and 100 000 patents unpack to some 50 to 100 MB.
 */
final class XlsxFile implements AutoCloseable {

    static final long LARGEST = 50L * 1024 * 1024;

    private static final long UNPACKED_AT_MOST = 400L * 1024 * 1024;
    private static final long TEXTS_AT_MOST = 120L * 1024 * 1024;
    /** Styles and the list of sheets are held in memory as a whole. */
    private static final long SMALL_PART_AT_MOST = 16L * 1024 * 1024;

    private static final String BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";
    private static final String CONNECTIONS =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml";

    private static final int ROWS_BETWEEN_REPORTS = 1000;

    private static final String TEMPLATE = "请下载本年度模板，在模板中填写并另存为“Excel工作簿（*.xlsx）”后上传";
    private static final String DAMAGED = "请用Excel或WPS打开确认完好，另存为“Excel工作簿（*.xlsx）”后重新上传";
    private static final String TOO_MUCH = "文件解压后过大，与内容不相称（疑似压缩炸弹），已停止读取";
    private static final String SMALLER = "请下载本年度模板，只把需要申报的数据粘贴为数值，不带格式、图片和空白行，另存后重新上传";

    private final OPCPackage opened;
    private final XSSFReader reader;
    private final SharedTexts texts;
    private final StylesTable styles;
    private final boolean countsFrom1904;
    private final ReadingProgress progress;

    private final long sheetBytes;
    private long unpacked;
    private long sheetBytesRead;
    private long rowsRead;

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

    /** More was unpacked than any workbook of ours has. */
    static final class TooMuch extends SAXException {

        private static final long serialVersionUID = 1L;
    }

    private XlsxFile(OPCPackage opened, ReadingProgress progress)
            throws IOException, OpenXML4JException, SAXException, XmlException {
        this.opened = opened;
        this.progress = progress;
        this.reader = new XSSFReader(opened);
        for (String type : List.of(XSSFRelation.STYLES.getContentType(), XSSFRelation.WORKBOOK.getContentType())) {
            requireSmall(opened, type);
        }
        this.sheetBytes = opened.getPartsByContentType(XSSFRelation.WORKSHEET.getContentType()).stream()
                .mapToLong(part -> Math.max(0, part.getSize()))
                .sum();
        this.texts = texts();
        this.styles = reader.getStylesTable();
        try (InputStream data = reader.getWorkbookData()) {
            CTWorkbook workbook = WorkbookDocument.Factory.parse(data).getWorkbook();
            this.countsFrom1904 =
                    workbook.isSetWorkbookPr() && workbook.getWorkbookPr().getDate1904();
        }
    }

    /**
     * @param file is read and left as it is
     * @throws Unreadable with the reason: empty, no workbook, old format, password, macros, damaged, too large
     */
    static XlsxFile open(Path file, ReadingProgress progress) throws Unreadable {
        OPCPackage opened = null;
        try {
            requireSize(Files.size(file));
            switch (FileMagic.valueOf(file.toFile())) {
                case OOXML -> {}
                case OLE2 -> throw oldOrEncrypted(file);
                default -> throw new Unreadable("文件不是Excel工作簿，可能是其他文件改了扩展名", TEMPLATE);
            }
            requirePackage(file);
            opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
            requireWorkbook(opened);
            return new XlsxFile(opened, progress);
        } catch (Unreadable e) {
            discard(opened);
            throw e;
        } catch (OpenXML4JException | IOException | SAXException | XmlException | RuntimeException e) {
            discard(opened);
            throw reason(e, "文件已损坏，无法打开");
        }
    }

    private static void requireSize(long bytes) throws Unreadable {
        if (bytes == 0) {
            throw new Unreadable("文件是空的（0字节）", TEMPLATE);
        }
        if (bytes > LARGEST) {
            throw new Unreadable("文件超过" + LARGEST / 1024 / 1024 + "兆字节", "请删去图片等无关内容，附件另行上传");
        }
    }

    /** Without an intact directory POI would unpack the whole file into memory. */
    private static void requirePackage(Path file) throws IOException, Unreadable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new Unreadable("文件不是Excel工作簿，可能是压缩包或其他格式的文件改了扩展名", TEMPLATE);
            }
        }
    }

    private static void requireSmall(OPCPackage opened, String contentType) throws IOException, TooMuch {
        for (PackagePart part : opened.getPartsByContentType(contentType)) {
            try (InputStream content = part.getInputStream()) {
                if (content.skip(SMALL_PART_AT_MOST + 1) > SMALL_PART_AT_MOST) {
                    throw new TooMuch();
                }
            }
        }
    }

    private SharedTexts texts() throws IOException, SAXException {
        List<PackagePart> parts = opened.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType());
        if (parts.isEmpty()) {
            return SharedTexts.none();
        }
        progress.reached("", 0, 0, 0);
        try (InputStream table = new Counted(parts.get(0).getInputStream(), TEXTS_AT_MOST)) {
            return SharedTexts.read(table);
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

    /** Whether cells are taken from other files, or from a database. */
    boolean linksOutside() {
        return !opened.getPartsByContentType(XSSFRelation.EXTERNAL_LINKS.getContentType())
                        .isEmpty()
                || !opened.getPartsByContentType(CONNECTIONS).isEmpty();
    }

    /** Reads one sheet, see {@link SheetRows}. */
    void read(String sheet, Consumer<SheetRow> rows) throws Unreadable {
        eachSheet((name, content) -> {
            if (name.equals(sheet)) {
                SheetRows.read(new Counted(content, UNPACKED_AT_MOST), texts, styles, row -> {
                    rowsRead++;
                    if (rowsRead % ROWS_BETWEEN_REPORTS == 0) {
                        report(sheet);
                    }
                    rows.accept(row);
                });
                report(sheet);
            }
        });
    }

    private void report(String sheet) {
        long read = Math.max(1, Math.min(sheetBytesRead, sheetBytes));
        long total = Math.max(rowsRead, Math.round((double) rowsRead * sheetBytes / read));
        progress.reached(sheet, rowsRead, total, (int) (100 * read / Math.max(1, sheetBytes)));
    }

    /** Holds what is unpacked against the limits. */
    private final class Counted extends FilterInputStream {

        private final long most;
        private long count;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = super.read(bytes, offset, length);
            if (got > 0) {
                count += got;
                unpacked += got;
                sheetBytesRead += most == UNPACKED_AT_MOST ? got : 0;
                if (count > most || unpacked > UNPACKED_AT_MOST) {
                    throw new IOException(new TooMuch());
                }
            }
            return got;
        }
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
            throw reason(e, "文件已损坏，工作表内容无法读取");
        }
    }

    /** POI tells a bomb only by its words. */
    private static Unreadable reason(Exception failure, String otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooMuch || String.valueOf(cause.getMessage()).contains("Zip bomb detected")) {
                return new Unreadable(TOO_MUCH, SMALLER);
            }
        }
        return new Unreadable(otherwise, DAMAGED);
    }

    @Override
    public void close() {
        discard(opened);
    }

    private static void discard(OPCPackage opened) {
        if (opened != null) {
            opened.revert();
        }
    }

    private static Unreadable oldOrEncrypted(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
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
        boolean macros = false;
        for (PackagePart part : opened.getParts()) {
            String type = part.getContentType();
            if (type.equals(BINARY)) {
                throw new Unreadable("文件是二进制工作簿（.xlsb）", TEMPLATE);
            }
            macros |= type.equals(XSSFRelation.VBA_MACROS.getContentType())
                    || type.contains("macroEnabled")
                    || type.contains("macrosheet")
                    || part.getPartName().getName().endsWith("/vbaProject.bin");
        }
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
