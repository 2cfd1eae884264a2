package org.smecluster.material;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The findings of a workbook that cannot be marked itself, as a workbook of one sheet. There are never more than some thousands. */
final class FindingsAlone {

    private static final List<String> HEADS = List.of("类别", "工作表", "单元格", "问题", "怎样改正");
    private static final int[] WIDTHS = {8, 14, 10, 60, 60};
    /** Excel's limit of a text. */
    private static final int LONGEST = 32_767;

    private FindingsAlone() {}

    static void write(List<WorkbookFinding> findings, Path to) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(to)) {
            Sheet sheet = workbook.createSheet(AnnotatedWorkbook.RESULTS);
            CellStyle wrapped = workbook.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
            sheet.createRow(0)
                    .createCell(0)
                    .setCellValue(
                            "上传的文件结构特殊，不能在原文件上标注，问题单列如下。请对照本表在原文件中改正；用Excel或WPS另存为“Excel工作簿（*.xlsx）”后再上传，可以在原文件上标注。");
            row(sheet, 1, HEADS, wrapped);
            int number = 2;
            for (WorkbookFinding finding : findings) {
                String place = finding.sheet().isEmpty() ? "整个文件" : finding.sheet();
                row(
                        sheet,
                        number,
                        List.of(finding.severity().label(), place, finding.cell(), finding.message(), finding.remedy()),
                        wrapped);
                number++;
            }
            workbook.write(out);
        }
    }

    private static void row(Sheet sheet, int number, List<String> texts, CellStyle style) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < texts.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(texts.get(i).length() > LONGEST ? texts.get(i).substring(0, LONGEST) : texts.get(i));
            cell.setCellStyle(style);
        }
    }
}
