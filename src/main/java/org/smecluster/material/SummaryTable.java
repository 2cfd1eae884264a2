package org.smecluster.material;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A table to be printed, sealed and sent, as a workbook of one sheet.
 *
 * @param above lines below the title
 * @param rows cells, a Number or a text each; null stays empty
 * @param below lines below the table
 */
public record SummaryTable(
        String sheet,
        String title,
        List<String> above,
        List<Column> columns,
        List<List<Object>> rows,
        List<String> below) {

    /** @param width in characters */
    public record Column(String head, int width) {}

    private static final int CHARACTER = 256;

    public void write(OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            WorkbookStyles styles = new WorkbookStyles(workbook);
            XSSFSheet page = workbook.createSheet(sheet);
            int next = line(page, 0, title, styles.title());
            for (String each : above) {
                next = line(page, next, each, styles.plainNote());
            }
            int heads = next;
            Row head = page.createRow(next++);
            for (int i = 0; i < columns.size(); i++) {
                page.setColumnWidth(i, columns.get(i).width() * CHARACTER);
                head.createCell(i).setCellValue(columns.get(i).head());
                head.getCell(i).setCellStyle(styles.head());
            }
            for (List<Object> each : rows) {
                fill(page.createRow(next++), each, styles.content());
            }
            for (String each : below) {
                next = line(page, next, each, styles.plainLine());
            }
            page.setRepeatingRows(new CellRangeAddress(heads, heads, -1, -1));
            page.createFreezePane(0, heads + 1);
            print(page);
            workbook.write(out);
        }
    }

    private static void fill(Row row, List<Object> cells, CellStyle style) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else {
                row.createCell(i)
                        .setCellValue(cells.get(i) == null ? "" : cells.get(i).toString());
            }
            row.getCell(i).setCellStyle(style);
        }
    }

    /** @return the row after it */
    private int line(XSSFSheet page, int at, String text, CellStyle style) {
        Row row = page.createRow(at);
        row.createCell(0).setCellValue(text);
        row.getCell(0).setCellStyle(style);
        page.addMergedRegion(new CellRangeAddress(at, at, 0, columns.size() - 1));
        return at + 1;
    }

    private static void print(XSSFSheet page) {
        PrintSetup setup = page.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        page.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
    }
}
