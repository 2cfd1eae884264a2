package org.smecluster.material;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.smecluster.indicator.CreditCode;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.material.sample.SampleWorkbooks;

/** Good workbooks, each spoilt in one way, with the error it must get. */
final class SpoiltWorkbooks {

    static final int YEAR = 2026;
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 15);

    /**
     * @param place where the only error is, e.g. {@code 企业名单!B7}
     * @param message what its message must contain
     * @param remedy what its remedy must contain
     */
    record Spoilt(String how, byte[] content, String place, String message, String remedy) {
        @Override
        public String toString() {
            return how;
        }
    }

    private static final byte[] GOOD = written();

    private SpoiltWorkbooks() {}

    static SampleCluster sample() {
        return SampleClusters.of(YEAR).stream()
                .filter(sample -> sample.key().equals("equipment-dawukou"))
                .findFirst()
                .orElseThrow();
    }

    static byte[] good() {
        return GOOD.clone();
    }

    private static byte[] written() {
        try {
            return SampleWorkbooks.workbook(sample());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] changed(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(good()))) {
            change.accept(workbook);
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Cell cell(Workbook workbook, String sheetName, String reference) {
        CellReference place = new CellReference(reference);
        Sheet sheet = workbook.getSheet(sheetName);
        Row row = sheet.getRow(place.getRow());
        if (row == null) {
            row = sheet.createRow(place.getRow());
        }
        return row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    static void text(Workbook workbook, String sheet, String reference, String value) {
        cell(workbook, sheet, reference).setCellValue(value);
    }

    static void number(Workbook workbook, String sheet, String reference, double value) {
        cell(workbook, sheet, reference).setCellValue(value);
    }

    static void blank(Workbook workbook, String sheet, String reference) {
        cell(workbook, sheet, reference).setBlank();
    }

    private static String value(Workbook workbook, String sheet, String reference) {
        return cell(workbook, sheet, reference).getStringCellValue();
    }

    static List<Spoilt> all() throws IOException, GeneralSecurityException, OpenXML4JException {
        return List.of(
                // the file
                new Spoilt("空文件", new byte[0], "文件", "空的", "下载本年度模板"),
                new Spoilt(
                        "文本文件改名为xlsx",
                        "集群名称,平罗县精细化工产业集群\n".repeat(50).getBytes(StandardCharsets.UTF_8),
                        "文件",
                        "不是Excel工作簿",
                        "下载本年度模板"),
                new Spoilt("旧版xls", oldFormat(), "文件", "旧版Excel格式", "*.xlsx"),
                new Spoilt("设有打开密码", encrypted(), "文件", "密码", "取消密码"),
                new Spoilt("含宏的xlsm", withMacros(), "文件", "含有宏", "不含宏"),
                new Spoilt("Word文档改名", document(), "文件", "不是Excel工作簿", "下载本年度模板"),
                new Spoilt("截断的文件", truncated(), "文件", "损坏", "另存为"),
                new Spoilt("压缩炸弹", bomb(), "文件", "疑似压缩炸弹", "粘贴为数值"),
                new Spoilt("不超过压缩比、但文字多得不相称的压缩炸弹", bombOfTexts(), "文件", "疑似压缩炸弹", "粘贴为数值"),
                new Spoilt("改名为xlsx的压缩包", plainZip(), "文件", "压缩包", "下载本年度模板"),
                new Spoilt(
                        "含宏而改名为xlsx",
                        withPart("/xl/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
                        "文件",
                        "含有宏",
                        "不含宏"),
                new Spoilt(
                        "含4.0宏表",
                        withPart("/xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml"),
                        "文件",
                        "含有宏",
                        "不含宏"),
                new Spoilt("单元格引用其他工作簿", linked(), "年度数据!D4", "外部链接", "断开全部外部链接"),
                new Spoilt(
                        "链接数据库",
                        withPart(
                                "/xl/connections.xml",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml"),
                        "文件",
                        "外部链接",
                        "断开全部外部链接"),
                new Spoilt("随手新建的工作簿", foreign(), "文件", "不是本系统的模板", "重新下载"),
                // the template
                new Spoilt("上一年度的模板", lastYears(), "说明!B5", "2025", "重新下载"),
                spoilt("旧版本的模板", w -> text(w, "说明", "B4", "2"), "说明!B4", "模板版本是“2”，现行版本是3", "重新下载"),
                spoilt("缺工作表", w -> w.removeSheetAt(w.getSheetIndex("境外机构")), "境外机构", "缺少工作表", "恢复该工作表"),
                spoilt("工作表改名", w -> w.setSheetName(w.getSheetIndex("服务平台"), "平台"), "服务平台", "缺少工作表", "“平台”，请改回原名"),
                spoilt("表头改动", w -> text(w, "企业名单", "B3", "单位名称"), "企业名单!B3", "应为“企业名称”", "恢复模板"),
                spoilt("项目行移动", w -> text(w, "基本情况", "B7", "规划面积"), "基本情况!B7", "应为“占地面积”", "恢复模板"),
                spoilt("年度改动", w -> text(w, "年度数据", "D3", "2022年"), "年度数据!D3", "2023年", "重新下载"),
                // types and ranges
                spoilt("负数", w -> number(w, "年度数据", "E7", -0.4), "年度数据!E7", "不能为负数", "正数"),
                spoilt("数字里有文字", w -> text(w, "年度数据", "D4", "20亿元"), "年度数据!D4", "文本“20亿元”", "只填数字"),
                spoilt("百分数超过100", w -> number(w, "基本情况", "C14", 120), "基本情况!C14", "不能大于100：120", "35%填35"),
                spoilt("日期以文本填写", w -> text(w, "专利清单", "E4", "2021年3月5号"), "专利清单!E4", "应填日期", "年-月-日"),
                spoilt("整数项填小数", w -> number(w, "年度数据", "F9", 8000.5), "年度数据!F9", "应填整数", "不保留小数"),
                spoilt("金额误按万元填写", w -> number(w, "年度数据", "F4", 220500), "年度数据!F4", "超出范围", "亿元"),
                spoilt("必填项未填", w -> blank(w, "企业名单", "B7"), "企业名单!B7", "“企业名称”未填写", "请填写"),
                spoilt("基本情况必填项未填", w -> blank(w, "基本情况", "C4"), "基本情况!C4", "“集群名称”未填写", "请填写"),
                spoilt("不在下拉列表", w -> text(w, "企业名单", "C9", "特大型"), "企业名单!C9", "“特大型”不是可选项", "大型、中型、小型、微型"),
                spoilt("文字过长", w -> text(w, "标准清单", "B4", "规".repeat(201)), "标准清单!B4", "文字过长", "缩短"),
                spoilt(
                        "公式错误",
                        w -> cell(w, "年度数据", "F15").setCellErrorValue((byte) 0x17),
                        "年度数据!F15",
                        "公式错误#REF!",
                        "改填数值"),
                spoilt(
                        "公式没有结果",
                        w -> {
                            blank(w, "年度数据", "F6");
                            cell(w, "年度数据", "F6").setCellFormula("E6*1.05");
                        },
                        "年度数据!F6",
                        "没有计算结果的公式",
                        "改填数值"),
                new Spoilt("数值大到不可能", withStored("<v>20.0</v>", "<v>1E999999999</v>"), "年度数据!D4", "数值超出范围", "核对"),
                // credit codes
                spoilt(
                        "信用代码校验位错",
                        w -> text(w, "企业名单", "A15", spoiltCheckCharacter(value(w, "企业名单", "A15"))),
                        "企业名单!A15",
                        "不符合GB 32100校验规则",
                        "营业执照"),
                spoilt("信用代码少一位", w -> text(w, "企业名单", "A15", "91640202XX000101"), "企业名单!A15", "应为18位，实际16位", "营业执照"),
                spoilt("信用代码存成数字", w -> number(w, "企业名单", "A15", 9.1640202e17), "企业名单!A15", "以数字保存", "“文本”"),
                // rows against rows
                spoilt(
                        "同一企业两行",
                        w -> text(w, "企业名单", "A33", value(w, "企业名单", "A32")),
                        "企业名单!A33",
                        "已在企业名单!A32填写",
                        "合并为一行"),
                spoilt(
                        "同一专利两行",
                        w -> text(w, "专利清单", "C7", value(w, "专利清单", "C4")),
                        List.of("专利清单!C7"),
                        "已在专利清单!C4填写",
                        "删去"),
                spoilt(
                        "权利人不在名单",
                        w -> text(w, "专利清单", "D4", "91640202XX9999999" + checkOf("91640202XX9999999")),
                        "专利清单!D4",
                        "不在“企业名单”中",
                        "先在“企业名单”中列出"),
                spoilt("称号只有一个日期", w -> blank(w, "企业名单", "N4"), "企业名单!N4", "只填了一个日期", "两格都清空"),
                spoilt(
                        "称号起止颠倒",
                        w -> cell(w, "企业名单", "N4").setCellValue(LocalDate.of(2020, 1, 1)),
                        "企业名单!N4",
                        "早于有效期起",
                        "认定文件"),
                spoilt(
                        "日期在将来",
                        w -> cell(w, "标准清单", "G4").setCellValue(LocalDate.of(2027, 1, 1)),
                        List.of("基本情况!C13", "标准清单!G4"),
                        "晚于申报日期",
                        "核对日期"),
                spoilt("只填了称号的级别", w -> text(w, "企业名单", "G4", "国家级"), "企业名单!G4", "填了“制造业单项冠军级别”，没有填有效期", "补填有效期起止"),
                spoilt(
                        "只填了称号的证书号",
                        w -> text(w, "企业名单", "H4", "第七批"),
                        "企业名单!H4",
                        "填了“制造业单项冠军批次或证书号”，没有填有效期",
                        "补填有效期起止"),
                spoilt("称号级别不在下拉列表", w -> text(w, "企业名单", "O4", "县级"), "企业名单!O4", "“县级”不是可选项", "国家级、自治区级"),
                spoilt("专利没有法律状态", w -> blank(w, "专利清单", "G4"), "专利清单!G4", "“法律状态”未填写", "请填写"),
                spoilt("第四位起草写成主持", w -> number(w, "标准清单", "F4", 4), "标准清单!H4", "起草单位排名第4，填的是“主持”", "改选“参与”"),
                // totals
                spoilt(
                        "中小企业产值大于总产值",
                        w -> number(w, "年度数据", "D5", 20.01),
                        "年度数据!D5",
                        "（20.01）大于“集群总产值”（20，D4）",
                        "部分不能大于总数"),
                spoilt("主导产业产值大于总产值", w -> number(w, "年度数据", "E6", 21.5), "年度数据!E6", "大于“集群总产值”", "部分不能大于总数"),
                spoilt("上平台企业多于企业数", w -> number(w, "年度数据", "F13", 31), "年度数据!F13", "（31）大于“企业数”（30，F11）", "部分不能大于总数"),
                spoilt("企业数少于名单", w -> number(w, "年度数据", "F11", 29), "年度数据!F11", "29家，少于“企业名单”所列30家", "核对"),
                spoilt("专利数多于清单", w -> number(w, "年度数据", "F8", 5), "年度数据!F8", "填5件，“专利清单”中可计入的是4件", "补齐"),
                spoilt("标准数多于清单", w -> number(w, "基本情况", "C13", 2), "基本情况!C13", "填2项，“标准清单”中可计入的是1项", "补齐"),
                spoilt("创新平台数多于名称", w -> number(w, "基本情况", "C11", 2), "基本情况!C11", "填2个，名称列出1个", "逐个列出"),
                spoilt(
                        "企业名单是空的",
                        SpoiltWorkbooks::emptyList,
                        List.of("企业名单!A4", "标准清单!E4", "专利清单!D4", "专利清单!D5", "专利清单!D6", "专利清单!D7"),
                        "企业名单是空的",
                        "第十三条(四)"));
    }

    private static Spoilt spoilt(
            String how, Consumer<XSSFWorkbook> change, String place, String message, String remedy) {
        return new Spoilt(how, changed(change), place, message, remedy);
    }

    /** One slip that shows in several places; the message is that of one of them. */
    private static Spoilt spoilt(
            String how, Consumer<XSSFWorkbook> change, List<String> places, String message, String remedy) {
        return new Spoilt(how, changed(change), String.join(" ", places), message, remedy);
    }

    private static void emptyList(Workbook workbook) {
        Sheet sheet = workbook.getSheet("企业名单");
        for (int row = sheet.getLastRowNum(); row >= 3; row--) {
            sheet.removeRow(sheet.getRow(row));
        }
    }

    private static String spoiltCheckCharacter(String code) {
        return code.substring(0, 17) + (code.endsWith("0") ? "1" : "0");
    }

    private static char checkOf(String body) {
        return CreditCode.checkCharacter(body);
    }

    private static byte[] oldFormat() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("基本情况");
            return bytes(workbook);
        }
    }

    private static byte[] withMacros() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            workbook.createSheet("基本情况");
            workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
            return bytes(workbook);
        }
    }

    private static byte[] withPart(String name, String type) {
        return changed(workbook -> {
            try (var part = workbook.getPackage()
                    .createPart(PackagingURIHelper.createPartName(name), type)
                    .getOutputStream()) {
                part.write("<x/>".getBytes(StandardCharsets.UTF_8));
            } catch (IOException | OpenXML4JException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** As withPart alone would be, but that a cell takes its value from there. */
    private static byte[] linked() {
        return changed(workbook -> {
            cell(workbook, "年度数据", "D4").setCellFormula("SUM(1,19)");
            ((XSSFCell) cell(workbook, "年度数据", "D4")).getCTCell().getF().setStringValue("[1]Sheet1!A1");
            ((XSSFCell) cell(workbook, "年度数据", "D4")).getCTCell().setV("20");
        });
    }

    private static byte[] plainZip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("申报数据表.txt"));
            zip.write("集群名称".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** Texts that pack to a fifteenth, which no limit on the ratio catches, but are too many to hold. */
    private static byte[] bombOfTexts() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(good()));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/sharedStrings.xml")) {
                    to.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                            .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 130_000; i++) {
                        String text = "<si><t>" + (i * 7919L + "企业").repeat(90) + "</t></si>";
                        to.write(text.getBytes(StandardCharsets.UTF_8));
                    }
                    to.write("</sst>".getBytes(StandardCharsets.UTF_8));
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] foreign() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("集群名称");
            return bytes(workbook);
        }
    }

    private static byte[] document() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("集群申报表");
            document.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] lastYears() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookTemplate.write(YEAR - 1, out);
        return out.toByteArray();
    }

    private static byte[] truncated() {
        byte[] good = good();
        return Arrays.copyOf(good, good.length / 2);
    }

    private static byte[] encrypted() throws IOException, GeneralSecurityException, OpenXML4JException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(good()));
                    var stream = encryptor.getDataStream(files)) {
                opened.save(stream);
            }
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** A sheet that unpacks to more than a thousand times its packed size. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(good()));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet4.xml")) {
                    to.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                            .getBytes(StandardCharsets.UTF_8));
                    byte[] spaces = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 40; i++) {
                        to.write(spaces);
                    }
                    to.write("<sheetData/></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A number that Excel would never store, in the place of the first like it in 年度数据. */
    private static byte[] withStored(String number, String other) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(good()));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = from.readAllBytes();
                if (entry.getName().equals("xl/worksheets/sheet3.xml")) {
                    String sheet = new String(content, StandardCharsets.UTF_8);
                    content = sheet.replaceFirst(number, other).getBytes(StandardCharsets.UTF_8);
                }
                to.write(content);
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }
}
