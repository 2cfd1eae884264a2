package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    private static final int WIDTH = 28 * 256;

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
        List<Line> found = new ArrayList<>();
        try {
            Path copy = Files.createTempFile("list", ".xlsx");
            try {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
                if (Files.size(copy) > LARGEST) {
                    throw new Refusal("文件超过2兆字节，不像是名册。请只留名册一张表，另存为“Excel工作簿（*.xlsx）”后上传");
                }
                try (XlsxFile file = XlsxFile.open(copy, ReadingProgress.IGNORED)) {
                    if (file.sheetNames().isEmpty()) {
                        throw new Refusal("工作簿里没有工作表，请下载模板填写");
                    }
                    file.read(file.sheetNames().get(0), row -> {
                        if (!row.blank(columns)) {
                            require(found.size() < most, most);
                            found.add(new Line(row.number(), texts(row, columns)));
                        }
                    });
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

    private static void require(boolean fits, int most) {
        if (!fits) {
            throw new Refusal("名册超过" + (most - 1) + "行，请分几次上传");
        }
    }

    private static List<String> texts(SheetRow row, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> text(row.get(column)))
                .toList();
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
