package org.smecluster.material;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedName;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.smecluster.law.TypedText;
import org.xml.sax.SAXException;

/**
 * An uploaded file, found to be an .xlsx workbook and nothing worse. The unpacked sheets never stand in memory. Against a
 * file that unpacks to more than it should, POI's limit on the ratio ({@code ZipSecureFile}) holds, and limits of ours on
 * what is unpacked in all: 20 000 enterprises and 100 000 patents unpack to some 50 to 100 MB.
 */
final class XlsxFile implements AutoCloseable {

    static final long LARGEST = 50L * 1024 * 1024;

    static final long UNPACKED_AT_MOST = 400L * 1024 * 1024;
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

    private static final String WORKSHEET = XmlParts.RELATIONSHIPS_OF_DOCUMENT + "/worksheet";

    private static final String ENCRYPTED = "请先用本单位的加密软件解密（或申请明文外发），确认能在未装加密软件的电脑上打开后重新上传";

    /** How files begin, or what stands near their beginning, that security software of enterprises has encrypted. */
    private static final List<String> ENCRYPTED_BY_SOFTWARE =
            List.of("%TSD-Header-###%", "E-SafeNet", "DOCSAFE", "CDG-", "IP-guard", "SafeDisk", "LDDOC");

    private final OPCPackage opened;
    private final Path copy;
    private final Map<String, PackagePart> sheets = new LinkedHashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<ExternalNames.Defined> names = new ArrayList<>();
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

    /** @param copy is deleted in the end; null where the file itself is opened */
    private XlsxFile(OPCPackage opened, Path copy, ReadingProgress progress)
            throws IOException, OpenXML4JException, SAXException, XmlException {
        this.opened = opened;
        this.copy = copy;
        this.progress = progress;
        for (String type : List.of(XSSFRelation.STYLES.getContentType(), XSSFRelation.WORKBOOK.getContentType())) {
            requireSmall(opened, type);
        }
        PackagePart main = opened.getPart(opened.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)
                .getRelationship(0));
        try (InputStream data = main.getInputStream()) {
            CTWorkbook workbook = WorkbookDocument.Factory.parse(data).getWorkbook();
            this.countsFrom1904 =
                    workbook.isSetWorkbookPr() && workbook.getWorkbookPr().getDate1904();
            for (CTSheet sheet : workbook.getSheets().getSheetArray()) {
                add(sheet, main);
            }
            if (workbook.isSetDefinedNames()) {
                for (CTDefinedName name : workbook.getDefinedNames().getDefinedNameArray()) {
                    names.add(new ExternalNames.Defined(name.getName(), name.getStringValue()));
                }
            }
        }
        this.sheetBytes = sheets.values().stream()
                .mapToLong(part -> Math.max(0, part.getSize()))
                .sum();
        this.texts = texts();
        // POI sets up fonts of a workbook without styles, which then has none either
        this.styles = opened.getPartsByContentType(XSSFRelation.STYLES.getContentType())
                        .isEmpty()
                ? null
                : new XSSFReader(opened).getStylesTable();
    }

    /** What is no worksheet, such as a chart, is left out. */
    private void add(CTSheet sheet, PackagePart main) throws OpenXML4JException {
        String name = TypedText.line(sheet.getName());
        PackageRelationship to = main.getRelationship(sheet.getId());
        if (to == null) {
            lost.add(name);
        } else if (to.getRelationshipType().equals(WORKSHEET)) {
            PackagePart part = opened.getPart(PackagingURIHelper.createPartName(to.getTargetURI()));
            if (part == null) {
                lost.add(name);
            } else {
                sheets.putIfAbsent(name, part);
            }
        }
    }

    /**
     * @param file is read and left as it is
     * @throws Unreadable with the reason: empty, no workbook, old format, encrypted, macros, damaged, too large
     */
    static XlsxFile open(Path file, ReadingProgress progress) throws Unreadable {
        try {
            requireSize(Files.size(file));
            switch (FileMagic.valueOf(file.toFile())) {
                case OOXML -> {}
                case OLE2 -> throw oldOrEncrypted(file);
                case XML -> throw new Unreadable("文件不是Excel工作簿（*.xlsx），是XML或网页格式", TEMPLATE);
                default -> throw unknown(file);
            }
            requirePackage(file);
        } catch (IOException | RuntimeException e) {
            throw reason(e, "文件已损坏，无法打开");
        }
        boolean strict = PlainCopy.isStrict(file);
        try {
            return strict ? copied(file, progress) : opened(file, null, progress);
        } catch (OpenXML4JException | IOException | SAXException | XmlException | RuntimeException e) {
            Unreadable asItIs = reason(e, "文件已损坏，无法打开");
            if (strict) {
                throw new Unreadable(
                        "文件是“Strict Open XML 工作簿”，无法读取", "请用Excel或WPS另存为“Excel工作簿（*.xlsx）”（不带Strict字样）后重新上传");
            }
            if (!asItIs.getMessage().equals(TOO_MUCH)) {
                try {
                    return copied(file, progress);
                } catch (OpenXML4JException | IOException | SAXException | XmlException | RuntimeException again) {
                    throw reason(again, "文件已损坏，无法打开");
                }
            }
            throw asItIs;
        }
    }

    /** What other programs do differently is often beside the sheets. */
    private static XlsxFile copied(Path file, ReadingProgress progress)
            throws Unreadable, OpenXML4JException, IOException, SAXException, XmlException {
        Path copy = PlainCopy.of(file);
        try {
            return opened(copy, copy, progress);
        } catch (Unreadable | OpenXML4JException | IOException | SAXException | XmlException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static XlsxFile opened(Path file, Path copy, ReadingProgress progress)
            throws Unreadable, OpenXML4JException, IOException, SAXException, XmlException {
        OPCPackage opened = null;
        try {
            opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
            requireWorkbook(opened);
            return new XlsxFile(opened, copy, progress);
        } catch (Unreadable | OpenXML4JException | IOException | SAXException | XmlException | RuntimeException e) {
            discard(opened);
            throw e;
        }
    }

    private static Unreadable unknown(Path file) throws IOException {
        byte[] start = new byte[512];
        int length;
        try (InputStream content = Files.newInputStream(file)) {
            length = content.readNBytes(start, 0, start.length);
        }
        String text = new String(start, 0, length, StandardCharsets.ISO_8859_1);
        if (ENCRYPTED_BY_SOFTWARE.stream().anyMatch(text::contains)) {
            return new Unreadable("文件已被企业加密软件加密，系统无法打开", ENCRYPTED);
        }
        boolean binary = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
        return binary
                ? new Unreadable("文件不是Excel工作簿，可能是其他文件改了扩展名，也可能已被企业加密软件加密", TEMPLATE + "；加密的，" + ENCRYPTED)
                : new Unreadable("文件不是Excel工作簿，可能是其他文件改了扩展名", TEMPLATE);
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
        try (ZipParts zip = ZipParts.open(file)) {
            if (zip.holds("mimetype") && zip.holds("content.xml")) {
                throw new Unreadable("文件是OpenDocument表格（.ods）", TEMPLATE);
            }
            if (!zip.holds("[Content_Types].xml")) {
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
    List<String> sheetNames() {
        return List.copyOf(sheets.keySet());
    }

    /** Names of sheets whose content the file does not have. */
    List<String> lost() {
        return lost;
    }

    boolean countsFrom1904() {
        return countsFrom1904;
    }

    /** Whether it says how numbers are shown, and so which are dates. */
    boolean styled() {
        return styles != null;
    }

    /** Whether the workbook knows other files; which cells take from them is seen in their formulas. */
    boolean linkedToFiles() {
        return !opened.getPartsByContentType(XSSFRelation.EXTERNAL_LINKS.getContentType())
                .isEmpty();
    }

    /** Whether cells are taken from a database or the like. */
    boolean linkedToData() {
        return !opened.getPartsByContentType(CONNECTIONS).isEmpty();
    }

    ExternalNames externalNames() {
        return ExternalNames.of(names);
    }

    /** Reads one sheet, see {@link SheetRows}. */
    void read(String sheet, Consumer<SheetRow> rows) throws Unreadable {
        try (InputStream content = new Counted(sheets.get(sheet).getInputStream(), UNPACKED_AT_MOST)) {
            SheetRows.read(content, texts, styles, row -> {
                rowsRead++;
                if (rowsRead % ROWS_BETWEEN_REPORTS == 0) {
                    report(sheet);
                }
                rows.accept(row);
            });
            report(sheet);
        } catch (IOException | SAXException | RuntimeException e) {
            throw reason(e, "文件已损坏，工作表“" + sheet + "”的内容无法读取");
        }
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
        if (copy != null) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void discard(OPCPackage opened) {
        if (opened != null) {
            opened.revert();
        }
    }

    private static Unreadable oldOrEncrypted(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                return holdsRights(files.getRoot())
                        ? new Unreadable("文件受权限管理（IRM）保护，系统无法打开", "请在Excel的“文件—信息—保护工作簿”中取消限制访问，或由有权限的人员解密另存后重新上传")
                        : new Unreadable("文件设有打开密码", "请在Excel或WPS中取消密码后另存，再重新上传；由企业加密软件加密的，请先解密");
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

    private static boolean holdsRights(DirectoryEntry root) {
        for (Entry entry : root) {
            if (entry.getName().startsWith("DRM")
                    || entry instanceof DirectoryEntry directory && holdsRights(directory)) {
                return true;
            }
        }
        return false;
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
