package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.smecluster.law.Refusal;
import org.smecluster.law.TypedText;

/** A short list that somebody keeps in Excel, as a person sees it: the texts of the first sheet, row by row. */
public final class TypedList {

    /** What nobody's list reaches, so that a file of another kind is not read to its end. */
    private static final long LARGEST = 2L * 1024 * 1024;

    private static final String CHOICES = "可选内容";
    private static final String NOTES = "填写说明";
    private static final int WIDTH = 28 * 256;
    private static final int NARROW = 16 * 256;
    private static final MathContext EXCELS_DIGITS = new MathContext(15);

    /**
     * @param number as Excel counts, from 1
     * @param cells as many as columns were asked for; an empty cell is an empty text
     */
    public record Line(int number, List<String> cells) {}

    private TypedList() {}

    /**
     * @param most rows with content that the list may have
     * @return the rows with content, the head among them
     * @throws Refusal where the file is no workbook, or has more rows
     */
    public static List<Line> read(InputStream content, int columns, int most) {
        return read(content, "名册", columns, most, (row, column) -> text(row.get(column)));
    }

    /**
     * As {@link #read(InputStream, int, int)}, but only what somebody typed: a formula, a date or an error in a cell is told.
     *
     * @param called what the list is, e.g. 名册
     * @param faults is given the cell, such as {@code B7}, and in Chinese what is wrong with it
     */
    public static List<Line> typed(
            InputStream content, String called, int columns, int most, BiConsumer<String, String> faults) {
        return read(content, called, columns, most, (row, column) -> {
            RawCell cell = row.get(column);
            String fault = cell == null ? null : fault(cell);
            if (fault != null) {
                faults.accept(CellReference.convertNumToColString(column) + row.number(), fault);
            }
            return fault != null ? "" : typed(cell);
        });
    }

    private static String fault(RawCell cell) {
        if (cell.formula() != null) {
            return "是公式，请改为直接填写的内容（复制后“选择性粘贴—数值”）";
        }
        if (cell.kind() == RawCell.Kind.ERROR) {
            return "是错误值" + cell.shown() + "，请改为直接填写的内容";
        }
        return cell.date() ? "是日期格式，请把单元格格式改为“常规”后重新填写" : null;
    }

    /** A number with the fifteen digits that Excel shows. */
    private static String typed(RawCell cell) {
        if (cell != null && cell.kind() == RawCell.Kind.NUMBER) {
            return new BigDecimal(cell.text())
                    .round(EXCELS_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return cell != null && cell.kind() == RawCell.Kind.BOOLEAN ? cell.shown() : text(cell);
    }

    private static List<Line> read(
            InputStream content, String called, int columns, int most, BiFunction<SheetRow, Integer, String> reading) {
        List<Line> found = new ArrayList<>();
        try {
            Path copy = Files.createTempFile("list", ".xlsx");
            try {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                if (Files.size(copy) > LARGEST) {
                    throw new Refusal("文件超过2兆字节，不像是" + called + "。请只留" + called + "一张表，另存为“Excel工作簿（*.xlsx）”后上传");
                }
                try (XlsxFile file = XlsxFile.open(copy, ReadingProgress.IGNORED)) {
                    if (file.sheetNames().isEmpty()) {
                        throw new Refusal("工作簿里没有工作表，请下载模板填写");
                    }
                    file.read(file.sheetNames().get(0), row -> {
                        if (!row.blank(columns) && found.size() <= most) {
                            found.add(new Line(
                                    row.number(),
                                    IntStream.range(0, columns)
                                            .mapToObj(column -> reading.apply(row, column))
                                            .toList()));
                        }
                    });
                    require(found.size() <= most, called, most);
                }
            } finally {
                Files.delete(copy);
            }
        } catch (XlsxFile.Unreadable unreadable) {
            throw new Refusal(unreadable.getMessage() + "。请用Excel或WPS另存为“Excel工作簿（*.xlsx）”后重新上传");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /**
     * An empty list to be filled in: the heads, and for a column with choices a list to choose from, which stands on a second
     * sheet.
     *
     * @param choices by head
     */
    public static void template(
            String sheet, List<String> heads, Map<String, List<String>> choices, int rows, OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            WorkbookStyles styles = new WorkbookStyles(workbook);
            XSSFSheet list = workbook.createSheet(sheet);
            XSSFSheet offered = workbook.createSheet(CHOICES);
            Row head = list.createRow(0);
            for (int i = 0; i < heads.size(); i++) {
                list.setColumnWidth(i, WIDTH);
                list.setDefaultColumnStyle(i, styles.input("@"));
                head.createCell(i).setCellValue(heads.get(i));
                head.getCell(i).setCellStyle(styles.head());
                List<String> each = choices.get(heads.get(i));
                if (each != null) {
                    offer(list, offered, i, heads.get(i), each, rows, styles);
                }
            }
            list.createFreezePane(0, 1);
            workbook.write(out);
        }
    }

    /**
     * A list that is filled, to be changed and read again with {@link #typed}.
     *
     * @param heads rows of heads, each as wide as the list
     * @param rows  cells: a Number or a text each; null stays empty
     * @param notes on a second sheet
     */
    public static void filled(
            String sheet, List<List<String>> heads, List<List<Object>> rows, List<String> notes, OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            WorkbookStyles styles = new WorkbookStyles(workbook);
            XSSFSheet list = workbook.createSheet(sheet);
            int next = 0;
            for (List<String> each : heads) {
                put(list.createRow(next++), each, styles.head());
            }
            for (int i = 0; i < heads.get(0).size(); i++) {
                list.setColumnWidth(i, i == 0 ? WIDTH : NARROW);
            }
            for (List<Object> each : rows) {
                put(list.createRow(next++), each, styles.input("General"));
            }
            list.createFreezePane(1, heads.size());
            XSSFSheet about = workbook.createSheet(NOTES);
            about.setColumnWidth(0, 4 * WIDTH);
            for (int i = 0; i < notes.size(); i++) {
                put(about.createRow(i), List.of(notes.get(i)), styles.content());
            }
            workbook.write(out);
        }
    }

    private static void put(Row row, List<?> cells, CellStyle style) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            row.createCell(i).setCellStyle(style);
            if (cell instanceof Number number) {
                row.getCell(i).setCellValue(number.doubleValue());
            } else if (cell != null) {
                row.getCell(i).setCellValue(cell.toString());
            }
        }
    }

    private static void offer(
            XSSFSheet list,
            XSSFSheet offered,
            int column,
            String head,
            List<String> choices,
            int rows,
            WorkbookStyles styles) {
        offered.setColumnWidth(column, WIDTH);
        for (int i = -1; i < choices.size(); i++) {
            Row row = offered.getRow(i + 1) == null ? offered.createRow(i + 1) : offered.getRow(i + 1);
            row.createCell(column).setCellValue(i < 0 ? head : choices.get(i));
            row.getCell(column).setCellStyle(i < 0 ? styles.head() : styles.content());
        }
        String letter = CellReference.convertNumToColString(column);
        DataValidationHelper helper = list.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(
                        "'" + CHOICES + "'!$" + letter + "$2:$" + letter + "$" + (choices.size() + 1)),
                new CellRangeAddressList(1, rows, column, column));
        validation.setSuppressDropDownArrow(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox(head, "请从列表中选择，列表见工作表“" + CHOICES + "”");
        list.addValidationData(validation);
    }

    private static void require(boolean fits, String called, int most) {
        if (!fits) {
            throw new Refusal(called + "超过" + (most - 1) + "行，请分几次上传");
        }
    }

    /** A number as it was typed: a telephone number that Excel stores as 1.38E10 has its digits. */
    private static String text(RawCell cell) {
        if (cell == null) {
            return "";
        }
        return cell.kind() == RawCell.Kind.NUMBER
                ? new BigDecimal(cell.text()).stripTrailingZeros().toPlainString()
                : TypedText.line(cell.text());
    }
}
