package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.material.SpoiltWorkbooks.AS_OF;
import static org.smecluster.material.SpoiltWorkbooks.YEAR;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample packed and written as other programs do it: read as the same, marked where it is, or named for what it is. */
@DisplayName("其他程序保存的工作簿")
class WorkbookContainersTest {

    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final ClusterWorkbook PLAIN =
            WorkbookReader.read(SpoiltWorkbooks.good(), YEAR, AS_OF).data();

    @TempDir
    private Path folder;

    private interface Packing {
        byte[] pack(byte[] workbook) throws IOException;
    }

    private record Container(String how, Packing packing) {
        @Override
        public String toString() {
            return how;
        }
    }

    private static Container container(String how, Packing packing) {
        return new Container(how, packing);
    }

    private static Container part(String how, String part, UnaryOperator<String> change) {
        return new Container(how, workbook -> GivenWorkbooks.parts(workbook, Map.of(part, change)));
    }

    private static Container allSheets(String how, UnaryOperator<String> change) {
        return new Container(how, workbook -> {
            Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
            Layout.sheetNames().forEach(sheet -> changes.put(VariedWorkbook.partOf(sheet), change));
            return GivenWorkbooks.parts(workbook, changes);
        });
    }

    static Stream<Container> containers() {
        return Stream.of(
                // names of parts
                container("反斜杠", zip -> VariedWorkbook.renamed(zip, name -> name.replace('/', '\\'))),
                container("全部大写", zip -> VariedWorkbook.renamed(zip, name -> name.toUpperCase(Locale.ROOT))),
                container("全部小写", zip -> VariedWorkbook.renamed(zip, name -> name.toLowerCase(Locale.ROOT))),
                container(
                        "反斜杠并大写",
                        zip -> VariedWorkbook.renamed(
                                zip, name -> name.replace('/', '\\').toUpperCase(Locale.ROOT))),
                container("以斜杠开头", zip -> VariedWorkbook.renamed(zip, name -> "/" + name)),
                container("只有工作表大写", zip -> VariedWorkbook.renamed(zip, name -> name.replace("sheet", "Sheet"))),
                container("样式大写", zip -> VariedWorkbook.renamed(zip, name -> name.replace("styles", "Styles"))),
                container("文字表大写", zip -> VariedWorkbook.renamed(zip, name -> name.replace("sharedS", "SharedS"))),
                part(
                        "关系用绝对路径",
                        "workbook.xml.rels",
                        xml -> xml.replace("Target=\"worksheets", "Target=\"/xl/worksheets")),
                part("关系用反斜杠", "workbook.xml.rels", xml -> xml.replace("worksheets/", "worksheets\\")),
                part("关系带./", "workbook.xml.rels", xml -> xml.replace("Target=\"worksheets", "Target=\"./worksheets")),
                container("含目录项", WorkbookContainersTest::withFolders),
                // containers
                container("Strict", WorkbookContainersTest::strict),
                container(
                        "没有文档属性",
                        zip -> VariedWorkbook.renamed(zip, name -> name.startsWith("docProps") ? null : name)),
                part(
                        "属性里有不认识的项",
                        "core.xml",
                        xml -> xml.replace(
                                "</cp:coreProperties>", "<dcterms:subject>x</dcterms:subject></cp:coreProperties>")),
                part("属性里时间不合格式", "core.xml", xml -> xml.replaceAll("(W3CDTF\">)[^<]*", "$12026-6-15 9:41")),
                part("属性不是XML", "core.xml", xml -> "wps"),
                part(
                        "属性重复",
                        "core.xml",
                        xml -> xml.replace("</cp:coreProperties>", "<dc:creator>a</dc:creator></cp:coreProperties>")),
                // styles
                part("没有填充", "xl/styles.xml", xml -> xml.replaceAll("(?s)<fills.*</fills>", "")),
                part("没有字体", "xl/styles.xml", xml -> xml.replaceAll("(?s)<fonts.*</fonts>", "")),
                part("没有边框", "xl/styles.xml", xml -> xml.replaceAll("(?s)<borders.*</borders>", "")),
                part("没有单元格样式表", "xl/styles.xml", xml -> xml.replaceAll("(?s)<cellStyleXfs.*</cellStyleXfs>", "")),
                part("填充是空的", "xl/styles.xml", xml -> xml.replaceAll("(?s)<fills.*</fills>", "<fills count=\"0\"/>")),
                allSheets("样式编号超出", xml -> xml.replaceAll("(<c r=\"B[0-9]+\" [^>]*?)s=\"[0-9]+\"", "$1s=\"9999\"")),
                // XML
                allSheets("带命名空间前缀", WorkbookContainersTest::prefixed),
                part("单元格和行不写地址", "/sheet4.xml", WorkbookContainersTest::withoutAddresses),
                allSheets("开头有BOM", xml -> "\uFEFF" + xml),
                allSheets("有注释和处理指令", xml -> xml.replace("<sheetData>", "<!-- WPS --><?x y?><sheetData>")
                        .replace("</row>", "<!--r--></row>")),
                allSheets("文字放在CDATA", xml -> xml.replaceAll("<v>([0-9.]+)</v>", "<v><![CDATA[$1]]></v>")),
                allSheets("数值前后有空白", xml -> xml.replaceAll("<v>([0-9.]+)</v>", "<v> $1\n</v>")),
                allSheets(
                        "只有格式的空行到表末",
                        xml -> xml.replace(
                                "</sheetData>",
                                "<row r=\"1048576\" s=\"3\" customFormat=\"1\"><c r=\"A1048576\" s=\"3\"/><c r=\"XFD1048576\" s=\"3\"/></row></sheetData>")),
                allSheets(
                        "行尾有到XFD的格式单元格",
                        xml -> xml.replace("</row>", "<c r=\"XFC9\" s=\"3\"/><c r=\"XFD9\" s=\"3\"/></row>")),
                allSheets("WPS的扩展属性", xml -> xml.replace(
                                "<worksheet ",
                                "<worksheet xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac\""
                                        + " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\" ")
                        .replace("<row ", "<row x14ac:dyDescent=\"0.2\" ")
                        .replace("</worksheet>", "<extLst><ext uri=\"{x}\"/></extLst></worksheet>")),
                part(
                        "文字分段并带注音",
                        "sharedStrings.xml",
                        xml -> xml.replaceAll(
                                "<si><t([^>]*)>([^<])([^<]*)</t></si>",
                                "<si><r><t>$2</t></r><r><rPr><b/></rPr><t$1>$3</t></r><rPh sb=\"0\" eb=\"1\"><t>yin</t></rPh></si>")),
                part(
                        "工作簿用AlternateContent",
                        "xl/workbook.xml",
                        xml -> xml.replace(
                                "<sheets>",
                                "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x15\"/></mc:AlternateContent><sheets>")),
                part(
                        "名称已失效",
                        "xl/workbook.xml",
                        xml -> xml.replace(
                                "<definedNames>", "<definedNames><definedName name=\"旧\">#REF!</definedName>")),
                part(
                        "工作表都隐藏",
                        "xl/workbook.xml",
                        xml -> xml.replace("<sheet name=\"专利", "<sheet state=\"hidden\" name=\"专利")),
                part("工作表名带空格", "xl/workbook.xml", xml -> xml.replace("name=\"专利清单\"", "name=\" 专利清单\u00A0\"")),
                part("1900年日期系统写明", "xl/workbook.xml", xml -> xml.replaceAll("date1904=\"[^\"]*\"", "date1904=\"0\"")));
    }

    private static byte[] withFolders(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String folder : List.of("_rels/", "xl/", "xl/worksheets/")) {
                zip.putNextEntry(new ZipEntry(folder));
                zip.closeEntry();
            }
            try (ZipParts in = ZipParts.open(Files.write(Files.createTempFile("x", ".xlsx"), workbook))) {
                for (String name : in.names()) {
                    zip.putNextEntry(new ZipEntry(name));
                    in.read(name).transferTo(zip);
                    zip.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }

    private static byte[] strict(byte[] workbook) throws IOException {
        UnaryOperator<String> strict = xml -> xml.replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties",
                        STRICT + "officeDocument/relationships/extendedProperties")
                .replaceAll(
                        "http://schemas.openxmlformats.org/(officeDocument|spreadsheetml|drawingml)/2006/(\\w)",
                        STRICT + "$1/$2")
                .replace("<workbook ", "<workbook conformance=\"strict\" ");
        return GivenWorkbooks.parts(workbook, Map.of(".xml", strict, ".rels", strict));
    }

    private static String prefixed(String xml) {
        return xml.replaceAll("<(/?)([a-zA-Z])", "<$1x:$2").replace("xmlns=", "xmlns:x=");
    }

    /** As a program writes that fills every cell of a row, the empty ones too. */
    private static String withoutAddresses(String xml) {
        return Pattern.compile("<row r=\"[0-9]+\"([^>]*)>(.*?)</row>", Pattern.DOTALL)
                .matcher(xml)
                .replaceAll(row -> {
                    StringBuilder cells = new StringBuilder();
                    Matcher cell = Pattern.compile("<c r=\"([A-Z]+)[0-9]+\"([^>]*?)(/>|>.*?</c>)", Pattern.DOTALL)
                            .matcher(row.group(2));
                    int next = 0;
                    while (cell.find()) {
                        int column = SheetRows.column(cell.group(1));
                        cells.append("<c/>".repeat(column - next)).append("<c" + cell.group(2) + cell.group(3));
                        next = column + 1;
                    }
                    return Matcher.quoteReplacement("<row" + row.group(1) + ">" + cells + "</row>");
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("containers")
    @DisplayName("照样读出；有错的，带批注的工作簿里在原处标出")
    void readAndMarked(Container container) throws IOException {
        byte[] packed = container.packing().pack(SpoiltWorkbooks.good());
        WorkbookReading reading = WorkbookReader.read(packed, YEAR, AS_OF);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.data()).isEqualTo(PLAIN);

        byte[] faulty = container
                .packing()
                .pack(VariedWorkbook.ofShortLists()
                        .text("企业名单!C4", "错")
                        .text("年度数据!D7", "错")
                        .bytes());
        WorkbookReading wrong = WorkbookReader.read(faulty, YEAR, AS_OF);
        assertThat(wrong.errors()).extracting(WorkbookFinding::place).containsExactly("年度数据!D7", "企业名单!C4");
        Path marked = marked(faulty, wrong);
        try (XSSFWorkbook workbook = new XSSFWorkbook(PlainCopy.of(marked).toString())) {
            assertThat(workbook.getSheet("企业名单").getCellComment(new CellAddress("C4")))
                    .isNotNull();
            assertThat(workbook.getSheet("年度数据").getCellComment(new CellAddress("D7")))
                    .isNotNull();
        }
        assertThat(WorkbookReader.read(Files.readAllBytes(marked), YEAR, AS_OF).errors())
                .extracting(WorkbookFinding::place)
                .containsExactly("年度数据!D7", "企业名单!C4");
    }

    private Path marked(byte[] workbook, WorkbookReading reading) throws IOException {
        Path from = Files.write(folder.resolve("from.xlsx"), workbook);
        Path to = folder.resolve("to.xlsx");
        List<WorkbookFinding> findings = new ArrayList<>(reading.errors());
        findings.addAll(reading.warnings());
        AnnotatedWorkbook.write(from, findings, to);
        return to;
    }

    @Test
    @DisplayName("只有名称没有内容的工作表：模板的报错，别的只提醒；带批注的照样能下载")
    void sheetsWithoutPart() throws IOException {
        byte[] own = VariedWorkbook.renamed(SpoiltWorkbooks.good(), name -> name.endsWith("sheet7.xml") ? null : name);
        WorkbookReading reading = WorkbookReader.read(own, YEAR, AS_OF);
        assertThat(reading.errors()).singleElement().satisfies(error -> {
            assertThat(error.place()).isEqualTo("境外机构");
            assertThat(error.message()).contains("只有名称，内容已丢失");
        });
        byte[] foreign = VariedWorkbook.ofShortLists()
                .part(
                        "xl/workbook.xml",
                        xml -> xml.replace(
                                "</sheets>",
                                "<sheet name=\"草稿\" sheetId=\"77\" r:id=\"rId777\"/><sheet name=\"检查结果\" sheetId=\"78\" r:id=\"rId778\"/></sheets>"))
                .text("企业名单!C4", "错")
                .bytes();
        WorkbookReading other = WorkbookReader.read(foreign, YEAR, AS_OF);
        assertThat(other.errors()).extracting(WorkbookFinding::place).containsExactly("企业名单!C4");
        try (ZipParts parts = ZipParts.open(marked(foreign, other))) {
            String workbook = new String(parts.read("xl/workbook.xml").readAllBytes(), StandardCharsets.UTF_8);
            assertThat(workbook.split("检查结果")).hasSize(2);
        }
    }

    @Test
    @DisplayName("不能在原文件上标注的，问题单列成一个工作簿")
    void findingsAlone() throws IOException {
        byte[] faulty = VariedWorkbook.ofShortLists().text("企业名单!C4", "错").bytes();
        WorkbookReading reading = WorkbookReader.read(faulty, YEAR, AS_OF);
        List<byte[]> unmarkable = List.of(
                GivenWorkbooks.parts(faulty, Map.of("xl/styles.xml", xml -> xml.substring(0, 200))),
                VariedWorkbook.renamed(faulty, name -> name.equals("xl/workbook.xml") ? null : name),
                GivenWorkbooks.parts(faulty, Map.of("/sheet4.xml", xml -> xml.substring(0, 900))),
                new byte[] {1, 2, 3});
        for (byte[] each : unmarkable) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(marked(each, reading).toString())) {
                assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
                assertThat(workbook.getSheet("检查结果").getRow(0).getCell(0).getStringCellValue())
                        .contains("不能在原文件上标注");
                assertThat(workbook.getSheet("检查结果").getRow(2).getCell(2).getStringCellValue())
                        .isEqualTo("C4");
            }
        }
    }

    static Stream<Container> named() throws IOException {
        return Stream.of(
                container("被企业加密软件加密|%TSD-Header-###%", zip -> bytes("%TSD-Header-###%\u0001\u0002" + "x".repeat(600))),
                container("被企业加密软件加密|E-SafeNet", zip -> bytes("\u0062\u0014E-SafeNet\u0000LOCK" + "x".repeat(600))),
                container("也可能已被企业加密软件加密|不认识的二进制", zip -> bytes("\u0001\u0002\u0003\u0004".repeat(300))),
                container("不是Excel工作簿|纯文本", zip -> bytes("集群名称,平罗县\n".repeat(30))),
                container(
                        "XML或网页格式|XML表格2003",
                        zip -> bytes(
                                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")),
                container("权限管理|IRM", zip -> ole("\u0006DataSpaces", "DRMEncryptedTransform", "EncryptedPackage")),
                container("打开密码|设有密码", zip -> ole("EncryptionInfo", null, "EncryptedPackage")),
                container("旧版Excel|WPS的.et", zip -> ole("ETExtData", null, "Workbook")),
                container("其他Office文件|Word", zip -> ole("1Table", null, "WordDocument")),
                container(
                        "OpenDocument|ODS",
                        zip -> zipped(Map.of(
                                "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"))),
                container("压缩包|普通压缩包", zip -> zipped(Map.of("a.txt", "x"))),
                container("已损坏|截断", zip -> java.util.Arrays.copyOf(zip, 9000)),
                container("已损坏|只有压缩包头", zip -> bytes("PK\u0003\u0004" + "x".repeat(100))),
                container(
                        "内容无法读取|工作表截断",
                        zip -> GivenWorkbooks.parts(zip, Map.of("/sheet4.xml", xml -> xml.substring(0, 3000)))),
                container(
                        "Strict|Strict而且内容坏了",
                        zip -> GivenWorkbooks.parts(strict(zip), Map.of("xl/workbook.xml", xml -> "x"))),
                container(
                        "1904|1904年日期系统",
                        zip -> GivenWorkbooks.parts(
                                zip,
                                Map.of(
                                        "xl/workbook.xml",
                                        xml -> xml.replaceAll("date1904=\"[^\"]*\"", "date1904=\"1\"")))),
                container(
                        "不是Excel工作簿|伪装成xlsx的docx",
                        zip -> GivenWorkbooks.parts(
                                zip,
                                Map.of(
                                        "[Content_Types].xml",
                                        xml -> xml.replace(
                                                "spreadsheetml.sheet.main", "wordprocessingml.document.main")))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(
                text.chars().anyMatch(c -> c > 0xFF) ? StandardCharsets.UTF_8 : Charset.forName("ISO-8859-1"));
    }

    private static byte[] ole(String one, String within, String other) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var folder = files.getRoot().createDirectory(one);
            if (within != null) {
                folder.createDirectory("TransformInfo").createDirectory(within);
            }
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), other);
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static byte[] zipped(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("named")
    @DisplayName("读不了的，说明是什么、怎样办")
    void named(Container container) throws IOException {
        WorkbookReading reading = WorkbookReader.read(container.packing().pack(SpoiltWorkbooks.good()), YEAR, AS_OF);
        assertThat(reading.errors()).singleElement().satisfies(error -> {
            assertThat(error.message()).contains(container.how().split("\\|")[0]);
            assertThat(error.remedy()).isNotBlank();
        });
    }
}
