package org.smecluster.material;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;

/**
 * Writes the workbook of an application year: the empty template, or one filled with data that was read before.
 *
 * <p>The same year and data give the same content. The fixed forms are protected (without a password) but for their
 * input cells; lists are not, so that rows can be sorted, pasted and deleted, and the reader checks their heads.
 */
@LegalBasis(article = 13)
public final class WorkbookTemplate {

    static final String NUMBER_MARK = "模板编号";
    static final String VERSION_MARK = "模板版本";
    static final String YEAR_MARK = "申报年度";
    static final String VERSION_CELL = "B4";
    static final String YEAR_CELL = "B5";
    /** The marks stand above it. */
    static final int GUIDE_TEXT_ROW = 9;

    private static final String MEASURES = "宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法（宁工信规发[2023]5号）";
    private static final int ROWS_IN_MEMORY = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final XSSFWorkbook workbook;
    private final WorkbookStyles styles;
    private final int applicationYear;
    private final ReportingYears years;

    private WorkbookTemplate(XSSFWorkbook workbook, int applicationYear) {
        this.workbook = workbook;
        this.styles = new WorkbookStyles(workbook);
        this.applicationYear = applicationYear;
        this.years = ReportingYears.ofApplicationIn(applicationYear);
    }

    /** The empty template of an application year. */
    public static void write(int applicationYear, OutputStream out) throws IOException {
        write(applicationYear, null, out);
    }

    /** The template of the data's application year, filled. */
    public static void write(ClusterWorkbook data, OutputStream out) throws IOException {
        write(data.applicationYear(), data, out);
    }

    private static void write(int applicationYear, ClusterWorkbook data, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new WorkbookTemplate(workbook, applicationYear).fill(data);
            workbook.write(out);
        }
    }

    /**
     * The template of an application year, filled with what was handed in before: each figure in the column of its year,
     * years that were not reported then empty. The rows of the lists go by one after the other and are never held.
     */
    static void prefill(int applicationYear, StoredWorkbook stored, OutputStream out) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        WorkbookTemplate template = new WorkbookTemplate(workbook, applicationYear);
        template.fill(template.carriedOver(stored));
        try (SXSSFWorkbook streaming = new SXSSFWorkbook(workbook, ROWS_IN_MEMORY, true)) {
            template.append(streaming, Layout.ENTERPRISE_LIST, stored::enterprises);
            template.append(streaming, Layout.STANDARD_LIST, stored::standards);
            template.append(streaming, Layout.PATENT_LIST, stored::patents);
            template.append(streaming, Layout.BRANCH_LIST, stored::overseasBranches);
            template.append(streaming, Layout.PLATFORM_LIST, stored::servicePlatforms);
            template.append(streaming, Layout.SERVICE_LIST, stored::serviceItems);
            template.append(streaming, Layout.CERTIFICATE_LIST, stored::certificates);
            streaming.write(out);
        }
    }

    private ClusterWorkbook carriedOver(StoredWorkbook stored) {
        Map<Integer, YearFigures> reported = new HashMap<>();
        stored.years().forEach(year -> reported.put(year.year(), year));
        BasicInformation basics = stored.basics();
        return new ClusterWorkbook(
                years,
                reported.keySet().containsAll(years.all()) ? basics : basics.withoutStandardCount(),
                years.all().stream()
                        .map(year -> reported.getOrDefault(year, YearFigures.nothingFor(year)))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private <R> void append(SXSSFWorkbook streaming, ListSheet<R> list, Consumer<Consumer<R>> records) {
        SXSSFSheet sheet = streaming.getSheet(list.name());
        List<ListSheet.Column<R, ?>> columns = list.columns();
        int[] next = {Layout.FIRST_ROW - 1};
        records.accept(record -> {
            Row row = sheet.createRow(next[0]++);
            for (int i = 0; i < columns.size(); i++) {
                put(row, i, columns.get(i), record);
            }
        });
        filter(sheet, columns.size(), next[0]);
    }

    /** @param rows of the sheet, its heads included */
    private static void filter(Sheet sheet, int columns, int rows) {
        sheet.setAutoFilter(new CellRangeAddress(Layout.HEADER_ROW - 1, rows - 1, 0, columns - 1));
    }

    /** {@code 2023年}. */
    static String yearHead(int year) {
        return year + "年";
    }

    private void fill(ClusterWorkbook data) {
        guide();
        basics(data);
        figures(data);
        list(Layout.ENTERPRISE_LIST, data == null ? List.of() : data.enterprises());
        list(Layout.STANDARD_LIST, data == null ? List.of() : data.standards());
        list(Layout.PATENT_LIST, data == null ? List.of() : data.patents());
        list(Layout.BRANCH_LIST, data == null ? List.of() : data.overseasBranches());
        list(Layout.PLATFORM_LIST, data == null ? List.of() : data.servicePlatforms());
        list(Layout.SERVICE_LIST, data == null ? List.of() : data.serviceItems());
        list(Layout.CERTIFICATE_LIST, data == null ? List.of() : data.certificates());
        workbook.setActiveSheet(data == null ? 0 : 1);
        workbook.setSelectedTab(data == null ? 0 : 1);
        var properties = workbook.getProperties().getCoreProperties();
        properties.setTitle(title());
        properties.setCreator("宁夏回族自治区工业和信息化厅");
        properties.setCreated(Optional.of(
                Date.from(LocalDate.of(applicationYear, 1, 1).atStartOfDay(ZONE).toInstant())));
    }

    private String title() {
        return applicationYear + "年度宁夏回族自治区中小企业特色产业集群申报数据表";
    }

    private void guide() {
        XSSFSheet sheet = workbook.createSheet(Layout.GUIDE);
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, 18 * 256);
        sheet.setColumnWidth(1, 96 * 256);
        title(sheet, title(), 1);
        line(sheet, 3, NUMBER_MARK, Layout.TEMPLATE_NUMBER);
        line(sheet, 4, VERSION_MARK, Layout.TEMPLATE_VERSION);
        line(sheet, 5, YEAR_MARK, Integer.toString(applicationYear));
        line(
                sheet,
                6,
                "报告年度",
                String.join(
                        "、",
                        years.all().stream().map(WorkbookTemplate::yearHead).toList()));
        line(sheet, 7, "依据", MEASURES + Article.of(11) + "、" + Article.of(13));

        int row = section(sheet, GUIDE_TEXT_ROW, "填写方法");
        row = line(sheet, row, "哪里填", "基本情况、年度数据在浅黄色单元格填写，清单在表头以下填写；其余是模板文字，不要改动、移动或删除，工作表不要改名。");
        row = line(sheet, row, "单位", "金额一律为亿元，百分数只填数字（35%填35），日期按“年-月-日”录入（如2024-05-01）。");
        row = line(sheet, row, "下拉列表", "企业规模、是否、种类、级别等请从下拉列表选择。");
        row = line(sheet, row, "必填", "标“必填”的（深红色项目、深红色表头）必须填写。年度数据没有掌握的留空，不要填0；留空的条件按“缺数据”处理，不视为符合。");
        row = line(sheet, row, "清单", "从第" + Layout.FIRST_ROW + "行起逐行填写，一条一行；没有内容的清单留空，工作表保留。");
        row = line(sheet, row, "公式", "请填数值。公式按计算结果读取，并提醒核对。");
        row = line(sheet, row, "上传", "另存为“Excel工作簿（*.xlsx）”，在申报任务的“案件资料”页上传。系统一次列出全部错误和提醒，有错误的不保存；重新上传即替换。");

        row = section(sheet, row + 1, "工作表");
        row = directory(sheet, row, Layout.BASICS, "集群概况，" + Article.of(11) + "、" + Article.of(13, 2));
        row = directory(sheet, row, Layout.FIGURES, "近三年数据，" + Article.of(11));
        for (ListSheet<?> list : Layout.LISTS) {
            row = directory(sheet, row, list.name(), list.purpose() + "，" + list.basis());
        }
        sheet.protectSheet("");
        print(sheet, false, null);
    }

    private void basics(ClusterWorkbook data) {
        XSSFSheet sheet = workbook.createSheet(Layout.BASICS);
        List<Object> values = data == null ? null : Layout.values(data.basics());
        widths(sheet, 6, 32, 52, 10, 44, 14);
        title(sheet, Layout.BASICS, 5);
        note(sheet, "在C列浅黄色单元格填写；深红色项目必填", 5);
        heads(sheet, List.of("序号", "项目", "填报内容", "单位", "填报说明", "条款依据"));
        for (int i = 0; i < Layout.BASIC_FIELDS.size(); i++) {
            Field<?> field = Layout.BASIC_FIELDS.get(i);
            Row row = formRow(sheet, i, field);
            boolean lengthy = field == Layout.BOUNDARIES || field == Layout.PLATFORM_NAMES;
            row.setHeightInPoints(field == Layout.INTRODUCTION ? 120 : lengthy ? 54 : 24);
            input(row, Layout.BASICS_VALUE, field, values == null ? null : values.get(i));
            formNotes(row, 3, field);
            offer(sheet, field, Layout.FIRST_ROW + i, Layout.FIRST_ROW + i, Layout.BASICS_VALUE, Layout.BASICS_VALUE);
        }
        sheet.createFreezePane(0, Layout.HEADER_ROW);
        sheet.protectSheet("");
        print(sheet, true, null);
    }

    private void figures(ClusterWorkbook data) {
        XSSFSheet sheet = workbook.createSheet(Layout.FIGURES);
        int last = Layout.FIRST_YEAR + years.all().size() - 1;
        widths(sheet, 6, 32, 10, 16, 16, 16, 44, 14);
        title(sheet, Layout.FIGURES, last + 2);
        note(sheet, "填写近三年全年或年末数据；没有掌握的留空，不要填0", last + 2);
        heads(
                sheet,
                List.of(
                        "序号",
                        "指标",
                        "单位",
                        yearHead(years.first()),
                        yearHead(years.middle()),
                        yearHead(years.last()),
                        "填报说明",
                        "条款依据"));
        for (int i = 0; i < Layout.YEAR_FIELDS.size(); i++) {
            Field<?> field = Layout.YEAR_FIELDS.get(i);
            Row row = formRow(sheet, i, field);
            row.setHeightInPoints(24);
            text(row, 2, field.unit(), styles.label());
            for (int y = 0; y < years.all().size(); y++) {
                Object value =
                        data == null ? null : Layout.values(data.years().get(y)).get(i);
                input(row, Layout.FIRST_YEAR + y, field, value);
            }
            text(row, last + 1, field.note(), styles.note());
            text(row, last + 2, field.basis(), styles.note());
            offer(sheet, field, Layout.FIRST_ROW + i, Layout.FIRST_ROW + i, Layout.FIRST_YEAR, last);
        }
        sheet.createFreezePane(Layout.FIRST_YEAR, Layout.HEADER_ROW);
        sheet.protectSheet("");
        print(sheet, true, null);
    }

    private <R> void list(ListSheet<R> list, List<R> records) {
        XSSFSheet sheet = workbook.createSheet(list.name());
        List<ListSheet.Column<R, ?>> columns = list.columns();
        Row titleRow = sheet.createRow(Layout.TITLE_ROW - 1);
        titleRow.setHeightInPoints(30);
        text(titleRow, 0, list.name() + "　" + list.purpose() + "（" + list.basis() + "）", styles.listTitle());
        Row notes = sheet.createRow(Layout.NOTE_ROW - 1);
        notes.setHeightInPoints(48);
        Row heads = sheet.createRow(Layout.HEADER_ROW - 1);
        heads.setHeightInPoints(48);
        for (int i = 0; i < columns.size(); i++) {
            Field<?> field = columns.get(i).field();
            boolean required = field.need() == Field.Need.REQUIRED;
            sheet.setColumnWidth(i, width(field) * 256);
            sheet.setDefaultColumnStyle(i, styles.input(field.type().format()));
            text(notes, i, (required ? "必填。" : "") + field.note() + "，" + field.basis(), styles.columnNote());
            text(heads, i, field.header(), required ? styles.requiredHead() : styles.head());
            offer(sheet, field, Layout.FIRST_ROW, Layout.LAST_ROW, i, i);
        }
        for (int r = 0; r < records.size(); r++) {
            Row row = sheet.createRow(Layout.FIRST_ROW - 1 + r);
            for (int i = 0; i < columns.size(); i++) {
                put(row, i, columns.get(i), records.get(r));
            }
        }
        sheet.createFreezePane(Math.min(2, columns.size()), Layout.HEADER_ROW);
        filter(sheet, columns.size(), Layout.HEADER_ROW + records.size());
        sheet.setPrintGridlines(true);
        print(sheet, true, new CellRangeAddress(Layout.HEADER_ROW - 1, Layout.HEADER_ROW - 1, -1, -1));
    }

    private <R, T> void put(Row row, int index, ListSheet.Column<R, T> column, R record) {
        T value = column.of().apply(record);
        if (value != null) {
            Cell cell = row.createCell(index);
            cell.setCellStyle(styles.input(column.field().type().format()));
            column.field().type().put(cell, value);
        }
    }

    private Row formRow(Sheet sheet, int index, Field<?> field) {
        Row row = sheet.createRow(Layout.FIRST_ROW - 1 + index);
        text(row, 0, Integer.toString(index + 1), styles.label());
        text(row, 1, field.label(), field.need() == Field.Need.REQUIRED ? styles.requiredLabel() : styles.label());
        return row;
    }

    private void formNotes(Row row, int column, Field<?> field) {
        text(row, column, field.unit() == null ? "" : field.unit(), styles.label());
        String need = field.need() == Field.Need.REQUIRED ? "必填。" : "";
        text(row, column + 1, need + field.note(), styles.note());
        text(row, column + 2, field.basis(), styles.note());
    }

    @SuppressWarnings("unchecked")
    private <T> void input(Row row, int column, Field<T> field, Object value) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.formInput(field.type().format(), column == Layout.BASICS_VALUE));
        if (value != null) {
            field.type().put(cell, (T) value);
        }
    }

    /** Offers the field's choices or limits, and tells its note when the cell is entered. */
    private void offer(XSSFSheet sheet, Field<?> field, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        var helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = field.type().constraint(helper);
        DataValidation validation = helper.createValidation(
                constraint, new CellRangeAddressList(firstRow - 1, lastRow - 1, firstColumn, lastColumn));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(
                shortened(field.label(), 30), shortened(field.type().expectation(), 220));
        validation.setShowErrorBox(true);
        validation.createPromptBox(
                shortened(field.header(), 30), shortened(field.note() + "（" + field.basis() + "）", 220));
        validation.setShowPromptBox(true);
        validation.setSuppressDropDownArrow(true);
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static int width(Field<?> field) {
        if (field.type().format().equals("yyyy-mm-dd")) {
            return 16;
        }
        if (field.label().contains("信用代码") || field.label().contains("号")) {
            return 25;
        }
        return field.label().contains("名称") || field.label().equals("证明事项") ? 40 : 20;
    }

    private void title(Sheet sheet, String title, int lastColumn) {
        Row row = sheet.createRow(Layout.TITLE_ROW - 1);
        row.setHeightInPoints(36);
        text(row, 0, title, styles.title());
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, lastColumn));
    }

    private void note(Sheet sheet, String note, int lastColumn) {
        Row row = sheet.createRow(Layout.NOTE_ROW - 1);
        row.setHeightInPoints(20);
        text(row, 0, note, styles.plainNote());
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, lastColumn));
    }

    private void heads(Sheet sheet, List<String> heads) {
        Row row = sheet.createRow(Layout.HEADER_ROW - 1);
        row.setHeightInPoints(26);
        for (int i = 0; i < heads.size(); i++) {
            text(row, i, heads.get(i), styles.head());
        }
    }

    private int section(Sheet sheet, int number, String heading) {
        Row row = sheet.createRow(number - 1);
        row.setHeightInPoints(24);
        text(row, 0, heading, styles.head());
        text(row, 1, "", styles.head());
        return number + 1;
    }

    private int line(Sheet sheet, int number, String label, String content) {
        Row row = sheet.createRow(number - 1);
        row.setHeightInPoints(content.length() > 55 ? 36 : 21);
        text(row, 0, label, styles.label());
        text(row, 1, content, styles.content());
        return number + 1;
    }

    private int directory(Sheet sheet, int number, String name, String purpose) {
        line(sheet, number, name, purpose);
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + name + "'!" + CellReference.convertNumToColString(0) + Layout.FIRST_ROW);
        Cell cell = sheet.getRow(number - 1).getCell(0);
        cell.setHyperlink(link);
        cell.setCellStyle(styles.link());
        return number + 1;
    }

    private static void text(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private static void widths(Sheet sheet, int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, characters[i] * 256);
        }
    }

    private void print(XSSFSheet sheet, boolean landscape, CellRangeAddress repeated) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(landscape);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setRepeatingRows(repeated);
        sheet.getFooter().setLeft(title());
        sheet.getFooter().setRight("&A　第&P页，共&N页");
    }
}
