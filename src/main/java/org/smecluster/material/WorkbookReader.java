package org.smecluster.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.TypedText;

/**
 * Reads a filled workbook and tells every fault at once, each with its cell and remedy.
 *
 * <p>A fault of the file or of the template ends the reading, because everything after would be noise. A formula is
 * taken by its last result, with a warning: the result is what the applicant saw; one without a result is an error.
 */
@LegalBasis(article = 13)
public final class WorkbookReader {

    private static final String RESTORE = "请重新下载本年度模板，把内容粘贴到新模板后上传";

    private final Findings findings = new Findings();
    private final ReportingYears years;
    private final LocalDate asOf;
    private final WorkbookSubject subject;
    private ExternalNames external;

    private WorkbookReader(int applicationYear, LocalDate asOf, WorkbookSubject subject) {
        this.years = ReportingYears.ofApplicationIn(applicationYear);
        this.asOf = asOf;
        this.subject = subject;
    }

    /**
     * @param file is read and left as it is
     * @param applicationYear the year whose template is wanted
     * @param asOf the application's date, on which titles must be valid
     * @param subject the case that the workbook is for
     */
    public static WorkbookReading read(
            Path file, int applicationYear, LocalDate asOf, WorkbookSubject subject, ReadingProgress progress) {
        return new WorkbookReader(applicationYear, asOf, subject).read(file, progress);
    }

    /** As {@link #read(byte[], int, LocalDate, WorkbookSubject)}, for no case in particular. */
    public static WorkbookReading read(byte[] content, int applicationYear, LocalDate asOf) {
        return read(content, applicationYear, asOf, WorkbookSubject.ANY);
    }

    /** As {@link #read(Path, int, LocalDate, WorkbookSubject, ReadingProgress)}, through a temporary file. */
    public static WorkbookReading read(byte[] content, int applicationYear, LocalDate asOf, WorkbookSubject subject) {
        try {
            Path copy = Files.createTempFile("workbook", ".xlsx");
            try {
                return read(Files.write(copy, content), applicationYear, asOf, subject, ReadingProgress.IGNORED);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkbookReading read(Path path, ReadingProgress progress) {
        ClusterWorkbook data = null;
        try (XlsxFile file = XlsxFile.open(path, progress)) {
            data = read(file);
        } catch (XlsxFile.Unreadable e) {
            findings.error("", "", e.getMessage(), e.remedy());
        }
        return new WorkbookReading(findings.anyError() ? null : data, findings.errors(), findings.warnings());
    }

    private ClusterWorkbook read(XlsxFile file) throws XlsxFile.Unreadable {
        List<String> present = file.sheetNames();
        if (!isOurTemplate(file, present)) {
            return null;
        }
        compareSheets(present, file.lost());
        external = file.externalNames();
        if (file.linkedToData()) {
            findings.error("", "", "工作簿链接到数据库等外部数据（外部链接），其中的数据本系统看不到", "请在Excel的“数据”中断开全部外部链接和连接，改为数值后另存上传");
        }
        if (!file.styled()) {
            findings.warning("", "", "文件没有单元格格式，日期按其数值读取，百分数按35即35%读取", "请核对各表的日期和百分数；用Excel或WPS打开另存后可恢复格式");
        }
        if (file.linkedToFiles()) {
            findings.warning("", "", "工作簿保存有到其他文件的链接（外部链接）", "没有单元格用到的不影响读取；可在Excel的“数据—编辑链接”中断开");
        }
        if (file.countsFrom1904()) {
            findings.error("", "", "工作簿使用1904日期系统，日期会相差四年", "请在Excel选项中取消“使用1904日期系统”，核对日期后重新上传");
            return null;
        }
        Values basics = present.contains(Layout.BASICS) ? readBasics(file) : null;
        Map<Integer, Values> figures = present.contains(Layout.FIGURES) ? readFigures(file) : Map.of();
        Map<ListSheet<?>, List<Values>> lists = new LinkedHashMap<>();
        for (ListSheet<?> list : Layout.LISTS) {
            List<Values> rows = present.contains(list.name()) ? readList(file, list) : null;
            if (rows != null) {
                lists.put(list, rows);
            }
        }
        if (basics != null) {
            subject.check(basics, findings);
        }
        new CrossChecks(years, asOf, findings).check(basics, figures, lists);
        return findings.anyError() ? null : assemble(basics, figures, lists);
    }

    private ClusterWorkbook assemble(
            Values basics, Map<Integer, Values> figures, Map<ListSheet<?>, List<Values>> lists) {
        List<YearFigures> declared = years.all().stream()
                .map(year -> Layout.yearFigures(year, figures.get(year)))
                .toList();
        List<Enterprise> enterprises = records(Layout.ENTERPRISE_LIST, lists);
        return new ClusterWorkbook(
                years,
                Layout.basics(basics),
                declared,
                enterprises,
                records(Layout.STANDARD_LIST, lists),
                records(Layout.PATENT_LIST, lists),
                records(Layout.BRANCH_LIST, lists),
                records(Layout.PLATFORM_LIST, lists),
                records(Layout.SERVICE_LIST, lists),
                records(Layout.CERTIFICATE_LIST, lists));
    }

    private static <R> List<R> records(ListSheet<R> list, Map<ListSheet<?>, List<Values>> lists) {
        return lists.get(list).stream().map(list.assemble()).toList();
    }

    private boolean isOurTemplate(XlsxFile file, List<String> present) throws XlsxFile.Unreadable {
        if (!present.contains(Layout.GUIDE)) {
            findings.error("", "", "不是本系统的模板：没有工作表“" + Layout.GUIDE + "”", RESTORE);
            return false;
        }
        Map<String, String> marks = new TreeMap<>();
        file.read(Layout.GUIDE, row -> {
            if (row.number() < WorkbookTemplate.GUIDE_TEXT_ROW && row.get(0) != null && row.get(1) != null) {
                marks.putIfAbsent(text(row.get(0)), text(row.get(1)));
            }
        });
        if (!Layout.TEMPLATE_NUMBER.equals(marks.get(WorkbookTemplate.NUMBER_MARK))) {
            findings.error(Layout.GUIDE, "", "不是本系统的模板：没有模板编号" + Layout.TEMPLATE_NUMBER, RESTORE);
            return false;
        }
        String year = String.valueOf(marks.get(WorkbookTemplate.YEAR_MARK));
        String wanted = Integer.toString(years.last() + 1);
        if (!year.equals(wanted)) {
            findings.error(
                    Layout.GUIDE,
                    WorkbookTemplate.YEAR_CELL,
                    "模板的申报年度是“" + year + "”，本批次的申报年度是" + wanted + "，报告年度不同，不能使用其他年度的模板",
                    RESTORE);
            return false;
        }
        if (!Layout.TEMPLATE_VERSION.equals(marks.get(WorkbookTemplate.VERSION_MARK))) {
            findings.error(
                    Layout.GUIDE,
                    WorkbookTemplate.VERSION_CELL,
                    "模板版本是“" + marks.get(WorkbookTemplate.VERSION_MARK) + "”，现行版本是" + Layout.TEMPLATE_VERSION,
                    RESTORE);
            return false;
        }
        return true;
    }

    private void compareSheets(List<String> present, List<String> lost) {
        List<String> extra = new ArrayList<>(present);
        extra.removeAll(Layout.sheetNames());
        extra.remove(AnnotatedWorkbook.RESULTS);
        List<String> missing = new ArrayList<>(Layout.sheetNames());
        missing.removeAll(present);
        String renamed = extra.isEmpty() ? "" : "；如果是把它改名为“" + String.join("”“", extra) + "”，请改回原名";
        for (String sheet : missing) {
            if (lost.contains(sheet)) {
                findings.error(sheet, "", "工作表“" + sheet + "”在文件中只有名称，内容已丢失", "请用Excel或WPS打开核对该表；没有内容的，从模板中恢复后另存上传");
            } else {
                findings.error(sheet, "", "缺少工作表“" + sheet + "”", "请从模板中恢复该工作表，没有内容的也要保留" + renamed);
            }
        }
        for (String sheet : extra) {
            findings.warning(sheet, "", "工作表“" + sheet + "”不属于模板，其内容未读取", "如有需要申报的内容，请填入模板的相应工作表");
        }
    }

    private Values readBasics(XlsxFile file) throws XlsxFile.Unreadable {
        Values values = new Values(
                Layout.BASICS, Layout.BASIC_FIELDS, index -> reference(Layout.BASICS_VALUE, Layout.FIRST_ROW + index));
        Map<Integer, SheetRow> rows = formRows(file, Layout.BASICS, Layout.BASIC_FIELDS);
        if (rows != null) {
            for (int i = 0; i < Layout.BASIC_FIELDS.size(); i++) {
                take(
                        values,
                        i,
                        Layout.BASIC_FIELDS.get(i),
                        rows.get(Layout.FIRST_ROW + i).get(Layout.BASICS_VALUE));
            }
        }
        return values;
    }

    private Map<Integer, Values> readFigures(XlsxFile file) throws XlsxFile.Unreadable {
        Map<Integer, SheetRow> rows = formRows(file, Layout.FIGURES, Layout.YEAR_FIELDS);
        Map<Integer, Values> figures = new TreeMap<>();
        if (rows == null) {
            return figures;
        }
        for (int y = 0; y < years.all().size(); y++) {
            int year = years.all().get(y);
            int column = Layout.FIRST_YEAR + y;
            String head = text(rows.get(Layout.HEADER_ROW).get(column));
            if (!TypedText.same(WorkbookTemplate.yearHead(year), head)) {
                findings.error(
                        Layout.FIGURES,
                        reference(column, Layout.HEADER_ROW),
                        "年度应为“" + WorkbookTemplate.yearHead(year) + "”，实际是“" + head + "”",
                        RESTORE);
                continue;
            }
            Values values = new Values(
                    Layout.FIGURES, Layout.YEAR_FIELDS, index -> reference(column, Layout.FIRST_ROW + index));
            for (int i = 0; i < Layout.YEAR_FIELDS.size(); i++) {
                take(
                        values,
                        i,
                        Layout.YEAR_FIELDS.get(i),
                        rows.get(Layout.FIRST_ROW + i).get(column));
            }
            figures.put(year, values);
        }
        return figures;
    }

    /** The rows of a sheet with one field a row; null where its labels are not those of the template. */
    private Map<Integer, SheetRow> formRows(XlsxFile file, String sheet, List<Field<?>> fields)
            throws XlsxFile.Unreadable {
        Map<Integer, SheetRow> rows = new TreeMap<>();
        int last = Layout.FIRST_ROW + fields.size() - 1;
        file.read(sheet, row -> {
            if (row.number() <= last) {
                rows.put(row.number(), row);
            }
        });
        for (int number = 1; number <= last; number++) {
            rows.putIfAbsent(number, new SheetRow(number));
        }
        Labels labels = new Labels(sheet, "项目");
        for (int i = 0; i < fields.size(); i++) {
            int number = Layout.FIRST_ROW + i;
            labels.compare(fields.get(i).label(), rows.get(number).get(1), reference(1, number));
        }
        return labels.intact() ? rows : null;
    }

    /** The rows of a list; null where its heads are not those of the template. */
    private List<Values> readList(XlsxFile file, ListSheet<?> list) throws XlsxFile.Unreadable {
        List<Field<?>> fields = list.fields();
        List<Values> found = new ArrayList<>();
        Labels labels = new Labels(list.name(), "表头");
        SheetRow[] heads = {null};
        int[] surplus = {0};
        file.read(list.name(), row -> {
            if (row.number() == Layout.HEADER_ROW) {
                heads[0] = row;
                compareHeads(labels, fields, row);
            }
            if (row.number() < Layout.FIRST_ROW || row.blank(fields.size())) {
                return;
            }
            if (heads[0] == null) {
                heads[0] = new SheetRow(Layout.HEADER_ROW);
                compareHeads(labels, fields, heads[0]);
            }
            // without its heads nobody knows what a cell is
            if (labels.altered()) {
                return;
            }
            if (row.number() > Layout.LAST_ROW) {
                surplus[0]++;
                return;
            }
            found.add(row(list, fields, row));
        });
        if (heads[0] == null) {
            compareHeads(labels, fields, new SheetRow(Layout.HEADER_ROW));
        }
        boolean intact = labels.intact();
        if (surplus[0] > 0) {
            findings.error(
                    list.name(),
                    "",
                    "行数过多，超出" + surplus[0] + "行",
                    "每张清单最多" + (Layout.LAST_ROW - Layout.FIRST_ROW + 1) + "行，请联系自治区经办人员");
        }
        return intact ? found : null;
    }

    private static void compareHeads(Labels labels, List<Field<?>> fields, SheetRow heads) {
        for (int i = 0; i < fields.size(); i++) {
            labels.compare(fields.get(i).header(), heads.get(i), reference(i, Layout.HEADER_ROW));
        }
    }

    private Values row(ListSheet<?> list, List<Field<?>> fields, SheetRow cells) {
        int number = cells.number();
        Values values = new Values(list.name(), fields, index -> reference(index, number));
        for (int i = 0; i < fields.size(); i++) {
            take(values, i, fields.get(i), cells.get(i));
        }
        return values;
    }

    /** The labels of one sheet: one that is moved moves the others, and is told once. */
    private final class Labels {

        private final String sheet;
        private final String what;
        private final List<String> altered = new ArrayList<>();
        private String message;

        Labels(String sheet, String what) {
            this.sheet = sheet;
            this.what = what;
        }

        void compare(String wanted, RawCell found, String cell) {
            if (TypedText.same(wanted, text(found))) {
                return;
            }
            if (altered.isEmpty()) {
                message = what + "被改动：应为“" + wanted + "”，实际是“" + text(found) + "”";
            }
            altered.add(cell);
        }

        boolean altered() {
            return !altered.isEmpty();
        }

        /** Tells where not. */
        boolean intact() {
            if (altered.isEmpty()) {
                return true;
            }
            String others = altered.size() == 1 ? "" : "；从该处起共有" + altered.size() + "处与模板不同，可能插入、删除或移动了行列";
            findings.error(
                    sheet, altered.get(0), message + others + "，该表内容未读取", "请恢复模板的行列和文字，或" + RESTORE.substring(1));
            return false;
        }
    }

    private <T> void take(Values values, int index, Field<T> field, RawCell cell) {
        if (cell == null || cell.blank()) {
            missing(values, field);
            return;
        }
        if (cell.kind() == RawCell.Kind.ERROR) {
            values.unread(index, cell.text());
            findings.error(values, field, "“" + field.label() + "”是公式错误" + cell.text(), "请改填数值");
            return;
        }
        if (cell.formula() != null) {
            if (cell.text().isBlank()) {
                values.unread(index, "");
                findings.error(values, field, "“" + field.label() + "”是没有计算结果的公式", "请改填数值，或用Excel打开计算后保存");
                return;
            }
            if (external.usedIn(cell.formula())) {
                values.unread(index, cell.text());
                findings.error(
                        values, field, "“" + field.label() + "”的公式引用其他文件（外部链接），其中的数据本系统看不到", "请改填数值，并断开全部外部链接后另存上传");
                return;
            }
            findings.warning(
                    values, field, "“" + field.label() + "”是公式，已按计算结果“" + cell.shown() + "”读取", "请核对结果；建议改填数值");
        }
        try {
            T value = field.type().read(cell);
            values.put(index, value);
            String doubt = field.type().doubt(cell, value);
            if (doubt != null) {
                findings.warning(values, field, "“" + field.label() + "”" + doubt, "请核对；无误则不必修改");
            }
        } catch (CellType.Misfit e) {
            values.unread(index, cell.text());
            findings.error(values, field, "“" + field.label() + "”" + e.getMessage(), e.remedy());
        } catch (NumberFormatException e) {
            values.unread(index, cell.text());
            findings.error(values, field, "“" + field.label() + "”内容无法识别：“" + cell.shown() + "”", "请重新填写");
        }
    }

    private void missing(Values values, Field<?> field) {
        switch (field.need()) {
            case REQUIRED -> findings.error(values, field, "“" + field.label() + "”未填写", "请填写：" + field.note());
            case EXPECTED ->
                findings.warning(
                        values,
                        field,
                        "“" + field.label() + "”未填写，相关条件（" + field.basis() + "）将按缺数据处理，不视为符合",
                        "请补填：" + field.note());
            case NOTED -> findings.warning(values, field, "“" + field.label() + "”未填写", "请补填：" + field.note());
            case OPTIONAL -> {}
        }
    }

    private static String text(RawCell cell) {
        return cell == null ? "" : cell.text().strip();
    }

    private static String reference(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }
}
