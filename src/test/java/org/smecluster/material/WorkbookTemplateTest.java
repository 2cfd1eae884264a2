package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("申报数据表的模板")
class WorkbookTemplateTest {

    private XSSFWorkbook template;

    @BeforeEach
    void write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookTemplate.write(2026, out);
        template = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    @AfterEach
    void close() throws IOException {
        template.close();
    }

    @Test
    @DisplayName("说明加九张表，名称与第十三条所列材料对应")
    void sheets() {
        assertThat(sheets(template))
                .containsExactly("说明", "基本情况", "年度数据", "企业名单", "标准清单", "专利清单", "境外机构", "服务平台", "服务清单", "证明事项");
    }

    @Test
    @DisplayName("年度数据的三栏是申报年度之前的三年，单位、说明和条款在同一行")
    void years() {
        XSSFSheet sheet = template.getSheet("年度数据");
        assertThat(texts(sheet, 3)).containsExactly("序号", "指标", "单位", "2023年", "2024年", "2025年", "填报说明", "条款依据");
        assertThat(texts(sheet, 4)).contains("集群总产值", "亿元", "第十一条(一)");
        assertThat(texts(sheet, 10)).contains("中小企业从业人员", "人", "第二条");
        assertThat(texts(sheet, 12)).contains("中小企业数", "家", "第二条");
        assertThat(texts(sheet, 15)).contains("二氧化碳排放量", "万吨", "第十一条(六)");
        assertThat(texts(sheet, 16)).contains("二氧化碳排放强度", "吨/万元", "第十一条(六)");
    }

    @Test
    @DisplayName("每个填报项旁都有说明和条款")
    void everyFieldHasNoteAndArticle() {
        for (int row = 4; row < 4 + Layout.BASIC_FIELDS.size(); row++) {
            List<String> texts = texts(template.getSheet("基本情况"), row);
            assertThat(texts.get(texts.size() - 1)).matches("第.+条(\\(.+\\))?");
            assertThat(texts.get(texts.size() - 2)).isNotBlank();
        }
        for (ListSheet<?> list : Layout.LISTS) {
            assertThat(texts(template.getSheet(list.name()), 2))
                    .hasSize(list.columns().size())
                    .allSatisfy(note -> assertThat(note).matches("(?s).+，第.+条(\\(.+\\))?"));
        }
    }

    @Test
    @DisplayName("每个可选项都有下拉列表，覆盖全部数据行")
    void dropDowns() {
        XSSFSheet sheet = template.getSheet("企业名单");
        assertThat(dropDown(sheet, "C4")).containsExactly("大型", "中型", "小型", "微型");
        assertThat(dropDown(sheet, "D200003")).containsExactly("是", "否");
        assertThat(dropDown(template.getSheet("专利清单"), "B4"))
                .containsExactly("发明专利", "国防专利", "植物新品种", "国家级农作物品种", "国家新药", "国家一级中药保护品种", "集成电路布图设计专有权", "其他");
        assertThat(dropDown(template.getSheet("证明事项"), "B4")).hasSize(9).startsWith("第十条", "第十一条(一)");
        long offered = Layout.LISTS.stream()
                .map(list -> template.getSheet(list.name()))
                .mapToLong(list -> list.getDataValidations().size())
                .sum();
        long fields =
                Layout.LISTS.stream().mapToLong(list -> list.columns().size()).sum();
        assertThat(offered).isEqualTo(fields);
    }

    @Test
    @DisplayName("两张固定表受保护，只有填报单元格可改；各表表头冻结、横向打印")
    void protection() {
        for (String name : List.of("基本情况", "年度数据")) {
            XSSFSheet sheet = template.getSheet(name);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(3).getCell(1).getCellStyle().getLocked()).isTrue();
        }
        assertThat(template.getSheet("基本情况").getRow(3).getCell(2).getCellStyle().getLocked())
                .isFalse();
        assertThat(template.getSheet("年度数据").getRow(3).getCell(5).getCellStyle().getLocked())
                .isFalse();
        for (String name : sheets(template).subList(1, 10)) {
            XSSFSheet sheet = template.getSheet(name);
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    @Test
    @DisplayName("代码列是文本格式，日期列是日期格式")
    void formats() {
        XSSFSheet sheet = template.getSheet("企业名单");
        assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
        assertThat(sheet.getColumnStyle(4).getDataFormatString()).isEqualTo("yyyy-mm-dd");
    }

    private static List<String> sheets(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    private static List<String> texts(XSSFSheet sheet, int row) {
        List<String> texts = new ArrayList<>();
        sheet.getRow(row - 1).forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }

    private static List<String> dropDown(XSSFSheet sheet, String cell) {
        var place = new CellReference(cell);
        for (XSSFDataValidation validation : sheet.getDataValidations()) {
            boolean here = Arrays.stream(validation.getRegions().getCellRangeAddresses())
                    .anyMatch(range -> range.isInRange(place.getRow(), place.getCol()));
            if (here && validation.getValidationConstraint().getValidationType() == ValidationType.LIST) {
                assertThat(validation.getSuppressDropDownArrow()).isTrue();
                return List.of(validation.getValidationConstraint().getExplicitListValues());
            }
        }
        return List.of();
    }
}
