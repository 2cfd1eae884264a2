package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.material.SpoiltWorkbooks.AS_OF;
import static org.smecluster.material.SpoiltWorkbooks.YEAR;
import static org.smecluster.material.SpoiltWorkbooks.blank;
import static org.smecluster.material.SpoiltWorkbooks.cell;
import static org.smecluster.material.SpoiltWorkbooks.changed;
import static org.smecluster.material.SpoiltWorkbooks.number;
import static org.smecluster.material.SpoiltWorkbooks.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.indicator.Figure;
import org.smecluster.material.SpoiltWorkbooks.Spoilt;

@DisplayName("申报数据表的读取")
class WorkbookReaderTest {

    static List<Spoilt> spoilt() throws Exception {
        return SpoiltWorkbooks.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("一处错误：指明单元格，说明错误和改法，并且只报这一处")
    void spoilt(Spoilt spoilt) {
        WorkbookReading reading = read(spoilt.content());
        assertThat(reading.data()).isNull();
        assertThat(reading.errors())
                .extracting(WorkbookFinding::place)
                .containsExactly(spoilt.place().split(" "));
        assertThat(reading.errors()).anySatisfy(error -> {
            assertThat(error.message()).contains(spoilt.message());
            assertThat(error.remedy()).contains(spoilt.remedy());
        });
    }

    @Test
    @DisplayName("多处错误一次全部列出，按工作表和单元格排序，提醒另列")
    void allAtOnce() {
        WorkbookReading reading = read(w -> {
            text(w, "专利清单", "B5", "商标");
            number(w, "年度数据", "D7", -1);
            blank(w, "企业名单", "B7");
            text(w, "企业名单", "A5", "错");
            blank(w, "基本情况", "C8");
            blank(w, "年度数据", "D15");
        });
        assertThat(reading.errors())
                .extracting(WorkbookFinding::place)
                .containsExactly("基本情况!C8", "年度数据!D7", "企业名单!A5", "企业名单!B7", "专利清单!B5");
        assertThat(reading.warnings())
                .extracting(WorkbookFinding::place)
                .contains("年度数据!D15")
                .doesNotContain("基本情况!C8");
    }

    @Test
    @DisplayName("填好的模板读回来与填入的数据相同")
    void roundTrip() {
        WorkbookReading reading = read(SpoiltWorkbooks.good());
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.data()).isEqualTo(SpoiltWorkbooks.sample().workbook());
    }

    @Test
    @DisplayName("空白模板：必填项逐一报错，年度数据只作提醒")
    void emptyTemplate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookTemplate.write(YEAR, out);
        WorkbookReading reading = read(out.toByteArray());
        assertThat(reading.errors())
                .extracting(WorkbookFinding::place)
                .containsExactly("基本情况!C4", "基本情况!C5", "基本情况!C6", "基本情况!C8", "基本情况!C15", "基本情况!C16", "企业名单!A4");
        assertThat(reading.warnings())
                .filteredOn(warning -> warning.sheet().equals("年度数据"))
                .hasSize(3 * Figure.values().length)
                .filteredOn(warning -> !warning.message().contains("按缺数据处理"))
                .as("no condition depends on these")
                .extracting(WorkbookFinding::message)
                .containsExactlyInAnyOrder(
                        "“中小企业从业人员”未填写", "“中小企业从业人员”未填写", "“中小企业从业人员”未填写", "“中小企业数”未填写", "“中小企业数”未填写", "“中小企业数”未填写");
    }

    @Test
    @DisplayName("中小企业数、从业人员大于全部企业的、少于名单的只提醒，不拒绝")
    void smesBesideAllEnterprises() {
        assertWarning(w -> number(w, "年度数据", "D12", 1_000), "年度数据!D12", "2023年“中小企业数”（1000）大于“企业数”");
        assertWarning(w -> number(w, "年度数据", "F10", 1_000_000), "年度数据!F10", "2025年“中小企业从业人员”（1000000）大于“年末从业人员”");
        assertWarning(w -> number(w, "年度数据", "F12", 29), "年度数据!F12", "中小企业数29家，少于“企业名单”所列中小企业30家");
        assertThat(read(w -> number(w, "年度数据", "F12", 30)).warnings())
                .extracting(WorkbookFinding::place)
                .doesNotContain("年度数据!F12");
    }

    @Test
    @DisplayName("中小企业数、从业人员须是不小于零的整数")
    void smesAreCounts() {
        WorkbookReading reading = read(w -> {
            number(w, "年度数据", "D10", 100.5);
            number(w, "年度数据", "E10", 0);
            number(w, "年度数据", "F12", -1);
        });
        assertThat(reading.errors()).extracting(WorkbookFinding::place).containsExactly("年度数据!D10", "年度数据!F12");
    }

    @Test
    @DisplayName("百分数：填35、或在百分比格式的单元格填0.35，都读作比率0.35")
    void percent() {
        WorkbookReading reading = read(w -> {
            number(w, "年度数据", "D14", 30);
            var style = w.createCellStyle();
            style.setDataFormat(w.createDataFormat().getFormat("0.0%"));
            cell(w, "年度数据", "E14").setCellStyle(style);
            number(w, "年度数据", "E14", 0.35);
        });
        assertThat(reading.data().years().get(0).get(Figure.INDUSTRIAL_SOFTWARE_USAGE))
                .isEqualByComparingTo("0.30");
        assertThat(reading.data().years().get(1).get(Figure.INDUSTRIAL_SOFTWARE_USAGE))
                .isEqualByComparingTo("0.35");
    }

    @Test
    @DisplayName("百分数填成0.35（非百分比格式）时提醒是否误填")
    void doubtfulPercent() {
        assertWarning(w -> number(w, "年度数据", "F14", 0.35), "年度数据!F14", "读作0.35%");
    }

    @Test
    @DisplayName("二进制小数的尾差不进入数据")
    void binaryNoise() {
        WorkbookReading reading = read(w -> number(w, "年度数据", "D4", 20.1 + 0.2));
        assertThat(reading.data().years().get(0).get(Figure.TOTAL_OUTPUT)).isEqualTo(new BigDecimal("20.3"));
    }

    @Test
    @DisplayName("错误多到无法阅读时，列出前2000条并说明总数")
    void manyErrors() {
        WorkbookReading reading = read(w -> {
            for (int row = 100; row < 2600; row++) {
                text(w, "境外机构", "A" + row, "机构");
            }
        });
        assertThat(reading.errors()).hasSize(2001);
        assertThat(reading.errors().get(2000).message()).contains("共有10000条错误").contains("前2000条");
        assertThat(reading.errors().get(0).place()).isEqualTo("境外机构!B100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "yyyy/m/d",
                "yyyy\"年\"m\"月\"d\"日\";@",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                "m/d/yy"
            })
    @DisplayName("各种日期格式的单元格都读作日期")
    void dateFormats(String format) {
        assertDate(w -> w.createDataFormat().getFormat(format));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 27, 31, 57, 58})
    @DisplayName("中文Excel只存编号的日期格式也读作日期")
    void chineseDateFormats(int number) {
        assertDate(w -> (short) number);
    }

    private static void assertDate(Function<XSSFWorkbook, Short> format) {
        WorkbookReading reading = read(w -> {
            var style = w.createCellStyle();
            style.setDataFormat(format.apply(w));
            cell(w, "专利清单", "E4").setCellValue(LocalDate.of(2021, 3, 5));
            cell(w, "专利清单", "E4").setCellStyle(style);
        });
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.data().patents().get(0).grantedOn()).isEqualTo(LocalDate.of(2021, 3, 5));
    }

    @Test
    @DisplayName("公式按计算结果读取并提醒")
    void formula() {
        WorkbookReading reading = read(w -> {
            cell(w, "年度数据", "F4").setCellFormula("E4+1.05");
            w.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell(w, "年度数据", "F4"));
        });
        assertThat(reading.data().years().get(2).get(Figure.TOTAL_OUTPUT)).isEqualByComparingTo("22.05");
        assertThat(reading.warnings())
                .filteredOn(warning -> warning.place().equals("年度数据!F4"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("是公式"));
    }

    @Test
    @DisplayName("到期的称号只提醒，不计入；读出的称号仍在")
    void expiredTitle() {
        WorkbookReading reading = read(SpoiltWorkbooks.good());
        assertThat(reading.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.sheet()).isEqualTo("企业名单");
            assertThat(warning.message()).contains("已于2025-12-31到期，不计入第十一条(二)");
        });
    }

    @Test
    @DisplayName("称号尚未生效只提醒")
    void titleNotYetValid() {
        assertWarning(
                w -> {
                    cell(w, "企业名单", "M4").setCellValue(LocalDate.of(2026, 7, 1));
                },
                "企业名单!M4",
                "自2026-07-01起才有效");
    }

    @Test
    @DisplayName("名单少于企业总数只提醒：第十三条(四)只要求列出重点企业")
    void shorterList() {
        assertWarning(w -> number(w, "年度数据", "F11", 33), "年度数据!F11", "少3家");
    }

    @Test
    @DisplayName("清单多于申报数只提醒：按申报数计")
    void longerList() {
        assertWarning(w -> number(w, "年度数据", "F8", 3), "年度数据!F8", "可计入的是4件");
    }

    @Test
    @DisplayName("近三年以外发布的标准不计入，申报数超出即为错误")
    void oldStandard() {
        WorkbookReading reading = read(w -> cell(w, "标准清单", "G4").setCellValue(LocalDate.of(2022, 12, 31)));
        assertThat(reading.warnings()).extracting(WorkbookFinding::place).contains("标准清单!G4");
        assertThat(reading.errors()).extracting(WorkbookFinding::place).containsExactly("基本情况!C13");
    }

    @Test
    @DisplayName("大型企业的专利不计入中小企业专利")
    void patentOfLargeEnterprise() {
        WorkbookReading reading = read(w -> text(w, "企业名单", "C4", "大型"));
        assertThat(reading.warnings()).extracting(WorkbookFinding::place).contains("专利清单!D4", "标准清单!E4");
        assertThat(reading.errors()).extracting(WorkbookFinding::place).containsExactly("基本情况!C13", "年度数据!F8");
    }

    @Test
    @DisplayName("规模大于称号所及的，请说明原因，不拒绝，照样读出；写了原因的、规模或称号相符的不问")
    void titleAboveItsSize() {
        WorkbookReading large = read(w -> text(w, "企业名单", "C33", "大型"), w -> title(w, 33, "M", "N"));
        assertThat(large.errors()).isEmpty();
        assertThat(large.warnings())
                .filteredOn(warning -> warning.place().equals("企业名单!Y33"))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.message()).contains("规模是大型", "创新型中小企业");
                    assertThat(warning.remedy()).contains("规模说明", "成长为大型企业");
                });
        assertThat(large.data().enterprises().get(29).titles()).hasSize(1);

        WorkbookReading explained = read(
                w -> text(w, "企业名单", "C33", "大型"),
                w -> title(w, 33, "M", "N"),
                w -> text(w, "企业名单", "Y33", "认定后成长为大型企业"));
        assertThat(explained.warnings()).extracting(WorkbookFinding::place).doesNotContain("企业名单!Y33");
        assertThat(explained.data().enterprises().get(29).sizeReason()).isEqualTo("认定后成长为大型企业");

        assertThat(read(w -> text(w, "企业名单", "C33", "中型"), w -> title(w, 33, "M", "N"))
                        .warnings())
                .extracting(WorkbookFinding::place)
                .doesNotContain("企业名单!Y33");
        assertThat(read(w -> text(w, "企业名单", "C33", "大型"), w -> title(w, 33, "E", "F"), w -> title(w, 33, "U", "V"))
                        .warnings())
                .extracting(WorkbookFinding::place)
                .doesNotContain("企业名单!Y33");
    }

    private static void title(XSSFWorkbook workbook, int row, String from, String until) {
        cell(workbook, "企业名单", from + row).setCellValue(LocalDate.of(2025, 1, 1));
        cell(workbook, "企业名单", until + row).setCellValue(LocalDate.of(2027, 12, 31));
    }

    @SafeVarargs
    private static WorkbookReading read(Consumer<XSSFWorkbook> first, Consumer<XSSFWorkbook>... others) {
        return read(workbook -> {
            first.accept(workbook);
            for (Consumer<XSSFWorkbook> other : others) {
                other.accept(workbook);
            }
        });
    }

    @Test
    @DisplayName("称号没有级别、批次或证书号的只提醒")
    void titleWithoutCertificate() {
        assertWarning(w -> blank(w, "企业名单", "O4"), "企业名单!O4", "没有填“创新型中小企业级别”");
        assertWarning(w -> blank(w, "企业名单", "P4"), "企业名单!P4", "没有填“创新型中小企业批次或证书号”");
    }

    @Test
    @DisplayName("排名前三位填参与的只提醒，第三位可以是主持")
    void roleInAStandard() {
        assertWarning(w -> text(w, "标准清单", "H4", "参与"), "标准清单!H4", "排名第1，填的是“参与”");
        WorkbookReading third = read(w -> number(w, "标准清单", "F4", 3));
        assertThat(third.errors()).isEmpty();
        assertThat(third.data().standards().get(0).role()).isEqualTo(StandardRole.LEADING);
    }

    @Test
    @DisplayName("已终止、已宣告无效的专利不计入，申报数超出即为错误；种类“其他”请在名称中写明")
    void statusAndKindOfPatents() {
        for (String status : List.of("已终止", "已宣告无效")) {
            WorkbookReading reading = read(w -> text(w, "专利清单", "G4", status));
            assertThat(reading.warnings()).extracting(WorkbookFinding::place).contains("专利清单!G4");
            assertThat(reading.errors()).extracting(WorkbookFinding::place).containsExactly("年度数据!F8");
        }
        assertWarning(w -> text(w, "专利清单", "B4", "其他"), "专利清单!B4", "第十三条(七)没有列出");
    }

    @Test
    @DisplayName("多出的工作表只提醒，其内容不读")
    void extraSheet() {
        assertWarning(w -> w.createSheet("备注"), "备注", "不属于模板");
    }

    @Test
    @DisplayName("排放强度与排放量÷总产值不符时提醒")
    void intensity() {
        assertWarning(w -> number(w, "年度数据", "F16", 0.9), "年度数据!F16", "应为0.4073");
    }

    @Test
    @DisplayName("空行和行尾空格不影响读取；代码中的空格和小写照读")
    void tolerant() {
        WorkbookReading reading = read(w -> {
            String code = cell(w, "企业名单", "A33").getStringCellValue();
            text(w, "企业名单", "A40", "  " + code.toLowerCase() + " ");
            for (String column : List.of("B", "C", "D")) {
                text(w, "企业名单", column + "40", cell(w, "企业名单", column + "33").getStringCellValue() + " ");
                blank(w, "企业名单", column + "33");
            }
            blank(w, "企业名单", "A33");
        });
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.data().enterprises())
                .isEqualTo(SpoiltWorkbooks.sample().workbook().enterprises());
    }

    @Test
    @DisplayName("一个读不出的代码不会使全部专利被报为“不在名单”")
    void noConsequentialErrors() {
        WorkbookReading reading = read(w -> text(w, "企业名单", "A4", "不详"));
        assertThat(reading.errors()).extracting(WorkbookFinding::place).containsExactly("企业名单!A4");
    }

    private static void assertWarning(Consumer<XSSFWorkbook> change, String place, String message) {
        WorkbookReading reading = read(change);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.warnings())
                .filteredOn(warning -> warning.place().equals(place))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains(message));
    }

    private static WorkbookReading read(Consumer<XSSFWorkbook> change) {
        return read(changed(change));
    }

    private static WorkbookReading read(byte[] content) {
        return WorkbookReader.read(content, YEAR, AS_OF);
    }
}
