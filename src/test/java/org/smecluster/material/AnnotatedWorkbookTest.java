package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.material.SpoiltWorkbooks.AS_OF;
import static org.smecluster.material.SpoiltWorkbooks.YEAR;
import static org.smecluster.material.SpoiltWorkbooks.blank;
import static org.smecluster.material.SpoiltWorkbooks.cell;
import static org.smecluster.material.SpoiltWorkbooks.changed;
import static org.smecluster.material.SpoiltWorkbooks.number;
import static org.smecluster.material.SpoiltWorkbooks.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("带批注的工作簿")
class AnnotatedWorkbookTest {

    @TempDir
    private Path folder;

    private static byte[] faulty() {
        return changed(w -> {
            number(w, "年度数据", "D7", -1);
            blank(w, "企业名单", "B7");
            text(w, "企业名单", "A5", "错");
            text(w, "专利清单", "B5", "商标");
            text(w, "境外机构", "A9", "驻外办事处");
        });
    }

    @Test
    @DisplayName("问题单元格标色并加批注，空着的单元格和行也标出；其余单元格和数据不变")
    void marked() throws IOException {
        byte[] faulty = faulty();
        WorkbookReading reading = WorkbookReader.read(faulty, YEAR, AS_OF);
        try (XSSFWorkbook before = open(faulty);
                XSSFWorkbook after = open(annotated(faulty, reading))) {
            for (WorkbookFinding error : reading.errors()) {
                XSSFComment comment = after.getSheet(error.sheet())
                        .getCellComment(new org.apache.poi.ss.util.CellAddress(error.cell()));
                assertThat(comment).as(error.place()).isNotNull();
                assertThat(comment.getAuthor()).isEqualTo(CellNotes.AUTHOR);
                assertThat(comment.getString().getString()).contains(error.message(), error.remedy());
                assertThat(fill(after, error.sheet(), error.cell())).isEqualTo("FFFFB3BA");
            }
            assertThat(reading.errors()).extracting(WorkbookFinding::place).contains("境外机构!B9", "企业名单!B7");
            assertThat(fill(after, "企业名单", "B8")).isEqualTo(fill(before, "企业名单", "B8"));
            for (int i = 0; i < before.getNumberOfSheets(); i++) {
                assertThat(contents(after.getSheet(before.getSheetName(i)))).isEqualTo(contents(before.getSheetAt(i)));
            }
            assertThat(after.getSheet("企业名单").getDataValidations())
                    .hasSameSizeAs(before.getSheet("企业名单").getDataValidations());
        }
    }

    @Test
    @DisplayName("“检查结果”表列出全部错误和提醒")
    void results() throws IOException {
        byte[] faulty = faulty();
        WorkbookReading reading = WorkbookReader.read(faulty, YEAR, AS_OF);
        try (XSSFWorkbook after = open(annotated(faulty, reading))) {
            XSSFSheet results = after.getSheet("检查结果");
            assertThat(results.getLastRowNum() - 1)
                    .isEqualTo(reading.errors().size() + reading.warnings().size());
            assertThat(results.getRow(2).getCell(1).getStringCellValue()).isEqualTo("年度数据");
            assertThat(results.getRow(2).getCell(2).getStringCellValue()).isEqualTo("D7");
            assertThat(results.getHyperlink(2, 2).getLocation()).isEqualTo("'年度数据'!D7");
        }
    }

    @Test
    @DisplayName("改正后上传带批注的工作簿：检查结果表不碍事；再查时旧标记消失，填报人自己的批注仍在")
    void again() throws IOException {
        byte[] faulty = changed(w -> {
            number(w, "年度数据", "D7", -1);
            number(w, "年度数据", "E7", -1);
            XSSFSheet sheet = w.getSheet("年度数据");
            XSSFComment own = sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor());
            own.setString("请会计核对");
            own.setAuthor("马建国");
            own.setAddress(new CellReference("F7").getRow(), new CellReference("F7").getCol());
        });
        byte[] first = annotated(faulty, WorkbookReader.read(faulty, YEAR, AS_OF));
        byte[] half;
        try (XSSFWorkbook workbook = open(first)) {
            assertThat(workbook.getSheet("年度数据").getCellComments()).hasSize(3);
            number(workbook, "年度数据", "D7", 0.5);
            half = bytes(workbook);
        }
        WorkbookReading reading = WorkbookReader.read(half, YEAR, AS_OF);
        assertThat(reading.errors()).extracting(WorkbookFinding::place).containsExactly("年度数据!E7");
        assertThat(reading.warnings()).extracting(WorkbookFinding::sheet).doesNotContain("检查结果");
        byte[] second = annotated(half, reading);
        try (XSSFWorkbook original = open(faulty);
                XSSFWorkbook workbook = open(second)) {
            XSSFSheet sheet = workbook.getSheet("年度数据");
            assertThat(sheet.getCellComments().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder("E7", "F7");
            assertThat(sheet.getCellComment(new org.apache.poi.ss.util.CellAddress("F7"))
                            .getString()
                            .getString())
                    .isEqualTo("请会计核对");
            assertThat(fill(workbook, "年度数据", "D7")).isEqualTo(fill(original, "年度数据", "D7"));
            assertThat(fill(workbook, "年度数据", "E7")).isEqualTo("FFFFB3BA");
            assertThat(workbook.getSheet("检查结果").getRow(2).getCell(2).getStringCellValue())
                    .isEqualTo("E7");
        }
    }

    @Test
    @DisplayName("一张表上千处问题：全部标色，批注到上限为止，并在检查结果表说明")
    void many() throws IOException {
        byte[] faulty = changed(w -> {
            for (int row = 100; row < 400; row++) {
                text(w, "境外机构", "A" + row, "机构");
            }
        });
        WorkbookReading reading = WorkbookReader.read(faulty, YEAR, AS_OF);
        assertThat(reading.errors()).hasSize(1200);
        try (XSSFWorkbook workbook = open(annotated(faulty, reading))) {
            assertThat(workbook.getSheet("境外机构").getCellComments()).hasSize(CellNotes.AT_MOST);
            assertThat(fill(workbook, "境外机构", "E399")).isEqualTo("FFFFB3BA");
            assertThat(workbook.getSheet("检查结果").getRow(0).getCell(0).getStringCellValue())
                    .contains("最多1000处");
        }
    }

    private byte[] annotated(byte[] file, WorkbookReading reading) throws IOException {
        Path from = Files.write(folder.resolve("from.xlsx"), file);
        Path to = folder.resolve("to.xlsx");
        List<WorkbookFinding> findings = new ArrayList<>(reading.errors());
        findings.addAll(reading.warnings());
        AnnotatedWorkbook.write(from, findings, to);
        return Files.readAllBytes(to);
    }

    private static XSSFWorkbook open(byte[] content) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static String fill(XSSFWorkbook workbook, String sheet, String reference) {
        CellStyle style = cell(workbook, sheet, reference).getCellStyle();
        return style.getFillPattern() == FillPatternType.NO_FILL
                ? "none"
                : ((XSSFCellStyle) style).getFillForegroundColorColor().getARGBHex();
    }

    private static List<String> contents(XSSFSheet sheet) {
        List<String> contents = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (!cell.toString().isEmpty()) {
                contents.add(cell.getAddress() + "=" + cell + "@" + format(cell));
            }
        }));
        return contents;
    }

    private static String format(Cell cell) {
        return cell.getCellStyle().getDataFormatString();
    }
}
