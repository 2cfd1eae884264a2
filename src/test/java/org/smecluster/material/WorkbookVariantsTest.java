package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.material.SpoiltWorkbooks.AS_OF;
import static org.smecluster.material.SpoiltWorkbooks.YEAR;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.indicator.Enterprise;
import org.smecluster.material.RawCell.Kind;

/** Variants of the sample workbook by kind of fault, dozens of each, with what must come of them. */
@DisplayName("同一种毛病的各种写法")
class WorkbookVariantsTest {

    /** Nobody sees them. */
    private static final List<String> INVISIBLE = List.of(
            "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF", "\u00AD", "\u202A", "\u202C",
            "\u2066", "\u2069", "\u180E", "\u061C", "\u034F", "\u115F", "\u3164", "\u2800", "\u0001", "\u007F",
            "\u009D");

    /** Seen as a space, or as the end of a line. */
    private static final List<String> SPACES = List.of(
            " ", "\u00A0", "\u3000", "\u2002", "\u2003", "\u2007", "\u2009", "\u202F", "\u205F", "\u1680", "\t", "\n",
            "\r\n", "\u2028", "\u0085");

    /** The same written as some programs write what XML does not take. */
    private static String escaped(String text) {
        return text.chars().mapToObj("_x%04X_"::formatted).collect(Collectors.joining());
    }

    private static final ClusterWorkbook PLAIN =
            read(VariedWorkbook.unchanged()).data();

    private static WorkbookReading read(byte[] workbook) {
        return WorkbookReader.read(workbook, YEAR, AS_OF);
    }

    private static WorkbookReading read(VariedWorkbook workbook) {
        return read(workbook.bytes());
    }

    private static Set<String> errors(WorkbookReading reading) {
        return reading.errors().stream().map(WorkbookFinding::place).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String told(WorkbookReading reading, String place) {
        List<WorkbookFinding> all = new ArrayList<>(reading.errors());
        all.addAll(reading.warnings());
        return all.stream()
                .filter(finding -> finding.place().equals(place))
                .map(finding -> finding.message() + finding.remedy())
                .collect(Collectors.joining(" "));
    }

    // characters

    /** One more for each row: what is not seen before, within and after; spaces where they change nothing. */
    private static List<java.util.function.UnaryOperator<String>> noises(boolean name) {
        List<java.util.function.UnaryOperator<String>> noises = new ArrayList<>();
        for (String noise : INVISIBLE) {
            noises.add(text -> noise + text);
            noises.add(text -> text.substring(0, 1) + noise + text.substring(1));
            noises.add(text -> text + escaped(noise));
        }
        for (String noise : SPACES) {
            noises.add(text -> noise + text + noise);
            noises.add(text -> name ? text + escaped(noise) : text.substring(0, 1) + noise + text.substring(1));
        }
        return noises;
    }

    @Test
    @DisplayName("信用代码、名称、下拉项里的不可见字符、各种空格、全角字母数字、大小写都不碍事")
    void invisible() {
        VariedWorkbook varied = new VariedWorkbook();
        List<java.util.function.UnaryOperator<String>> inCodes = noises(false);
        List<java.util.function.UnaryOperator<String>> inNames = noises(true);
        inCodes.add(String::toLowerCase);
        inCodes.add(WorkbookVariantsTest::fullWidth);
        inNames.add(text -> text);
        inNames.add(text -> text);
        assertThat(inCodes).hasSizeGreaterThan(90);
        for (int i = 0; i < inCodes.size(); i++) {
            Enterprise enterprise = PLAIN.enterprises().get(i);
            int row = Layout.FIRST_ROW + i;
            varied.text(
                    "企业名单!A" + row, inCodes.get(i).apply(enterprise.creditCode().value()));
            varied.text("企业名单!B" + row, inNames.get(i).apply(enterprise.name()));
            varied.text("企业名单!C" + row, inCodes.get(i).apply(enterprise.size().label()));
        }
        WorkbookReading reading = read(varied);
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.data()).isEqualTo(PLAIN);
    }

    private static String fullWidth(String text) {
        return text.chars()
                .mapToObj(c -> Character.toString(c > ' ' && c < 0x7F ? c + 0xFEE0 : c))
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("只有看不见的字符即是空白：必填的报未填，选填的作未填，整行的作空行")
    void blank() {
        List<String> nothing = new ArrayList<>(INVISIBLE);
        nothing.addAll(SPACES);
        INVISIBLE.forEach(each -> nothing.add(escaped(each)));
        VariedWorkbook varied = new VariedWorkbook();
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < nothing.size(); i++) {
            varied.text("企业名单!B" + (Layout.FIRST_ROW + i), nothing.get(i));
            varied.text("企业名单!Y" + (Layout.FIRST_ROW + i), nothing.get(i) + nothing.get(0));
            expected.add("企业名单!B" + (Layout.FIRST_ROW + i));
            varied.text("境外机构!A" + (30 + i), nothing.get(i)).text("境外机构!B" + (30 + i), nothing.get(0));
        }
        WorkbookReading reading = read(varied);
        assertThat(errors(reading)).isEqualTo(expected);
        assertThat(reading.errors())
                .allSatisfy(error -> assertThat(error.message()).isEqualTo("“企业名称”未填写"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "沐川_x000D_化工|沐川化工",
                "沐川_x000D__x000A_化工|沐川化工",
                "沐川_x000a_Chem|沐川Chem",
                "Mu_x000D_Chuan|Mu Chuan",
                "沐川_x0009_化工|沐川化工",
                "_x6C90_川|沐川",
                "沐川_xD842__xDFB7_|沐川\uD842\uDFB7",
                "沐川_xD842_|沐川",
                "沐川_x005F_x000D_|沐川_x000D_",
                "沐川_x00_|沐川_x00_",
                "沐川_xGGGG_|沐川_xGGGG_",
                "_x0000_沐川|沐川",
                "沐川_x200B_化工|沐川化工",
                "Ａ１ａ沐川（示例）|A1a沐川（示例）",
                "沐川\u00A0\u00A0公司|沐川  公司"
            })
    @DisplayName("_xHHHH_照它所指的字符读")
    void escapes(String stored, String wanted) {
        assertThat(read(VariedWorkbook.ofShortLists().text("企业名单!B4", stored))
                        .data()
                        .enterprises()
                        .get(0)
                        .name())
                .isEqualTo(wanted);
    }

    // numbers

    private static RawCell cell(Kind kind, String text, String format) {
        return new RawCell(kind, text, null, NumberFormat.of(format), false);
    }

    /** What comes of a cell: the value, the value with a question, or the error. */
    private static <T> String outcome(CellType<T> type, RawCell cell) {
        try {
            T value = type.read(cell);
            String shown = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
            return shown + (type.doubt(cell, value) == null ? "" : "?");
        } catch (CellType.Misfit misfit) {
            assertThat(misfit.getMessage().length() + misfit.remedy().length()).isLessThan(130);
            return "!" + misfit.getMessage();
        }
    }

    @ParameterizedTest(name = "{0} 格式 {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "35|General|0.35",
                "35|0.00|0.35",
                "100|0|1",
                "0|0.00|0",
                "0.35|0%|0.35",
                "0.35|0.00%|0.35",
                "0.35|0.0%;[Red]-0.0%|0.35",
                "1|0%|1",
                "1|0.00%|1",
                "0.01|0%|0.01?",
                "0.005|0.0%|0.005?",
                "0.5|0.00\"%\"|0.005?",
                "0.5|0.00\\%|0.005?",
                "52.3|0.0\"%\"|0.523",
                "52.3|0.0\\%|0.523",
                "1|0.00\"%\"|0.01?",
                "100|0\"％\"|1",
                "35|0.00!%|0.35",
                "0.35|[Blue]0.00%|0.35",
                "0.35|0.00%_)|0.35",
                "0.35|_(0.00%|0.35",
                "35|0.00_%|0.35",
                "35|0.00*%|0.35",
                "0.35|#,##0.00 %|0.35",
                "1|General|!填的是1",
                "1.0|0.00|!填的是1",
                "1|0|!填的是1",
                "0.99|General|0.0099?",
                "120|0|!百分数不能大于100",
                "1.2|0%|!百分数不能大于100",
                "0.0035|0%%|0.35",
                "-1|0%|!不能为负数",
                "1E+308|General|!数值超出范围",
                "1E308|0%|!数值超出范围",
                "1e-3|0%|0.001?"
            })
    @DisplayName("百分数：看到多少就是多少；1读作1%还是100%，要问")
    void percentages(String stored, String format, String wanted) {
        assertThat(outcome(CellType.coverage(), cell(Kind.NUMBER, stored, format)))
                .startsWith(wanted);
        if (stored.startsWith("1") && wanted.startsWith("!填的")) {
            assertThat(outcome(CellType.percent(), cell(Kind.NUMBER, stored, format)))
                    .isEqualTo("0.01?");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "101.8|101.8?",
                "1018|1018?",
                "1,018.5|1018.5?",
                "１０１．８|101.8?",
                "101.8\u00A0|101.8?",
                "\uFEFF101.8|101.8?",
                "101.8\u200B|101.8?",
                "1 018|1018?",
                "+101.8|101.8?",
                "0101.8|101.8?",
                "0|0?",
                "1，018|1018?",
                "-5|!不能为负数",
                "1,18|!应填数字",
                "10,18|!应填数字",
                "101.8亿|!应填数字",
                "101。8|!应填数字",
                "101,8|!应填数字",
                "1O1.8|!应填数字",
                "约101|!应填数字",
                "101.8万元|!应填数字",
                "101-102|!应填数字",
                "1.018E2|!应填数字",
                "1.018.5|!应填数字",
                "无|!应填数字",
                "/|!应填数字",
                "—|!应填数字",
                "35%|!应填数字",
                "(5)|!应填数字",
                "99999999999999999999|!数值超出范围",
                "1E308|!应填数字",
                "=A1|!应填数字",
                "0x10|!应填数字",
                "NaN|!应填数字",
                "Infinity|!应填数字",
                "一百|!应填数字"
            })
    @DisplayName("文本数字：只有一种读法的读出并提醒，别的都问")
    void numbersAsText(String stored, String wanted) {
        RawCell cell = cell(Kind.TEXT, org.smecluster.law.TypedText.clean(stored), "@");
        assertThat(outcome(CellType.amount(new BigDecimal("10000"), "单位为亿元"), cell))
                .startsWith(wanted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "35%|0.35?",
                "35 %|0.35?",
                "３５％|0.35?",
                "100%|1?",
                "1%|0.01?",
                "0.5%|0.005?",
                "35|0.35?",
                "1|!填的是1",
                "35%%|!应填",
                "%|!应填",
                "百分之35|!应填",
                "120%|!百分数不能大于100"
            })
    @DisplayName("文本百分数")
    void percentagesAsText(String stored, String wanted) {
        assertThat(outcome(CellType.coverage(), cell(Kind.TEXT, stored, "@"))).startsWith(wanted);
    }

    @ParameterizedTest(name = "{0} 格式 {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "101.8|0.00|101.8",
                "101.8|#,##0.00##|101.8",
                "101.8|0.00\"亿元\"|101.8",
                "101.8|0.00_ |101.8",
                "101.8|[$¥-804]#,##0.00|101.8",
                "101.8|#,##0.00;[Red]-#,##0.00|101.8",
                "1018000|General|!1018000超出范围",
                "1018000|0!.0,\"万\"|!的单元格以“万”",
                "1018000|0\\.0,\"万元\"|!的单元格以“万”",
                "101.8|0.00\"万元\"|!的单元格以“万”",
                "5000|#,##0,|!的单元格格式",
                "5000|0.0,,|!的单元格格式",
                "5000|0!.0000|!的单元格格式",
                "5000|0\".\"0,|!的单元格格式",
                "0.35|0%|0.35?",
                "1E+308|0.00|!数值超出范围",
                "1E308|General|!数值超出范围",
                "1E999999999|General|!数值超出范围",
                "-1E308|General|!数值超出范围",
                "1E-320|General|0",
                "999999999999999999|0|!数值超出范围",
                "10000|0|10000",
                "10000.01|0|!10000.01超出"
            })
    @DisplayName("金额：按万元填写或按万、千缩小显示的，要问；大得不可能的，一句话")
    void amounts(String stored, String format, String wanted) {
        String outcome = outcome(
                CellType.amount(new BigDecimal("10000"), "单位为亿元，请核对是否误按万元或元填写"), cell(Kind.NUMBER, stored, format));
        if (wanted.equals("0")) {
            assertThat(outcome).startsWith("0.0000").hasSizeLessThan(400);
        } else {
            assertThat(outcome).startsWith(wanted);
        }
    }

    @Test
    @DisplayName("以万吨为单位的，格式里写万吨不是错")
    void tenThousandTons() {
        CellType<BigDecimal> emissions = CellType.amount(new BigDecimal("20000"), "单位为万吨，请核对是否误按吨填写");
        assertThat(outcome(emissions, cell(Kind.NUMBER, "154.7", "0.0\"万吨\""))).isEqualTo("154.7");
    }

    @Test
    @DisplayName("人均产值上亿元的，问是否误按万元填写")
    void tenThousandTimes() {
        WorkbookReading reading =
                read(new VariedWorkbook().number("年度数据!D4", "9000", "0.00").number("年度数据!D9", "900", "0"));
        assertThat(told(reading, "年度数据!D4")).contains("人均产值10亿元").contains("误按万元填写");
        assertThat(told(reading, "年度数据!E4")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "202310123456789012|!以数字保存",
                "2.0231012345678899E17|!以数字保存",
                "2023101234567890|!以数字保存",
                "1E+18|!以数字保存",
                "12345678901234567890|!以数字保存",
                "1000000000000000|!以数字保存",
                "-202310123456789012|!以数字保存",
                "1E308|!以数字保存",
                "123456789012345|123456789012345?",
                "202310123456.7|202310123456.7?",
                "20231012|20231012?",
                "1|1?",
                "0|0?",
                "9510000000|9510000000?",
                "2.02310123456E11|202310123456?"
            })
    @DisplayName("文字栏里的数字：15位以内读出并提醒，更长的已失真，请以文本重填")
    void longNumbers(String stored, String wanted) {
        assertThat(outcome(CellType.text(60), cell(Kind.NUMBER, stored, "0"))).startsWith(wanted);
        assertThat(outcome(CellType.creditCode(), cell(Kind.NUMBER, stored, "0")))
                .contains("以数字保存");
    }

    // dates

    @Test
    @DisplayName("日期：t=\"d\"的各种写法、各种日期格式都读出；没有日期格式的和能确定的文本读出并提醒；看不懂的只报那一格")
    void dates() {
        LocalDate day = LocalDate.of(2023, 1, 5);
        String serial = Long.toString(ChronoUnit.DAYS.between(CellType.EXCEL_EPOCH, day));
        List<String> iso = List.of(
                "2023-01-05",
                "2023-01-05T00:00:00",
                "2023-01-05T00:00:00.000",
                "2023-01-05T00:00:00Z",
                "2023-01-05T08:00:00+08:00",
                "2023-01-05T16:30",
                " 2023-01-05 ",
                "2023-01-05T23:59:59.999999");
        List<String> formats = List.of(
                "yyyy-mm-dd",
                "yyyy/m/d",
                "m/d/yy",
                "yyyy\"年\"m\"月\"d\"日\"",
                "yyyy\"年\"m\"月\"d\"日\";@",
                "[$-804]yyyy/m/d",
                "d-mmm-yy",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                "yyyy.mm.dd",
                "yyyymmdd",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
                "dd/mm/yyyy",
                "yyyy-mm-dd hh:mm:ss");
        List<String> plain = List.of("General", "0", "@", "#,##0", "0.00");
        List<String> bad = List.of("1/5/2023", "5.1.23", "二〇二三年一月五日", "2023-13-05", "不详", "2023年1月", "44931");
        VariedWorkbook varied = new VariedWorkbook();
        int row = Layout.FIRST_ROW;
        for (String each : iso) {
            varied.cell("专利清单!E" + row++, "t=\"d\"", "<v>" + each + "</v>");
        }
        for (String each : formats) {
            varied.number("专利清单!E" + row++, serial, each);
        }
        int doubtful = row;
        for (String each : plain) {
            varied.number("专利清单!E" + row++, serial, each);
        }
        for (String each : List.of("2023-01-05", "2023/1/5", "2023.1.5", "2023年1月5日", "20230105", "２０２３／１／５")) {
            varied.text("专利清单!E" + row++, each);
        }
        varied.number("专利清单!E" + row++, "20230105", "General");
        int wrong = row;
        for (String each : bad) {
            varied.text("专利清单!E" + row++, each);
        }
        for (String each : List.of("20230230", "2023", "1.5", "0", "-5", "99999999", "1E300")) {
            varied.number("专利清单!E" + row++, each, "General");
        }
        for (String each : List.of("2023-13-05", "08:00:00", "2023", "yesterday")) {
            varied.cell("专利清单!E" + row++, "t=\"d\"", "<v>" + each + "</v>");
        }
        int end = row;
        WorkbookReading reading = read(varied);
        assertThat(errors(reading))
                .isEqualTo(IntStream.range(wrong, end)
                        .mapToObj(each -> "专利清单!E" + each)
                        .collect(Collectors.toCollection(TreeSet::new)));
        IntStream.range(doubtful, wrong).forEach(each -> assertThat(told(reading, "专利清单!E" + each))
                .contains("不是日期格式")
                .contains("2023-01-05"));
        assertThat(told(reading, "年度数据!F8"))
                .as("a number that only looks wrong")
                .isEmpty();

        VariedWorkbook good = new VariedWorkbook();
        row = Layout.FIRST_ROW;
        for (String each : iso) {
            good.cell("专利清单!E" + row++, "t=\"d\"", "<v>" + each + "</v>");
        }
        for (String each : formats) {
            good.number("专利清单!E" + row++, serial, each);
        }
        assertThat(read(good).data().patents().subList(0, iso.size() + formats.size()))
                .allSatisfy(patent -> assertThat(patent.grantedOn()).isEqualTo(day));
    }

    // formulas

    @Test
    @DisplayName("公式给出空串的格等于没有填；没有算过的是错误；引用其他文件的是错误")
    void formulas() {
        VariedWorkbook varied = new VariedWorkbook();
        List<String> nothing = List.of("", " ", "\u00A0", "\u200B", "_x200B_", "\n");
        for (int i = 0; i < nothing.size(); i++) {
            String result = "<f>IF(1=1,\"\",\"x\")</f><v>" + XmlParts.escaped(nothing.get(i)) + "</v>";
            varied.cell("企业名单!Y" + (4 + i), "t=\"str\"", result);
            for (String column : List.of("A", "B", "C", "D", "E", "F")) {
                varied.cell("企业名单!" + column + (160 + i), "t=\"str\"", result);
            }
        }
        varied.cell("企业名单!Y20", "t=\"str\"", "<f>IF(1=1,\"\",\"x\")</f><v/>");
        varied.cell("企业名单!Y30", "", "<f>1+1</f>")
                .cell("企业名单!Y31", "", "<f>1+1</f><v></v>")
                .cell("企业名单!Y32", "t=\"str\"", "<f>A1</f>");
        List<String> outside = List.of(
                "[1]Sheet1!A1",
                "SUM([2]Sheet1!A1:A9)",
                "'[1]其他 表'!A1",
                "'C:\\x\\[a.xlsx]Sheet1'!$A$1",
                "[1]!名称",
                "IF(1,[12]S!B2,0)");
        for (int i = 0; i < outside.size(); i++) {
            varied.cell("企业名单!Y" + (40 + i), "t=\"str\"", "<f>" + XmlParts.escaped(outside.get(i)) + "</f><v>说明</v>");
        }
        List<String> inside = List.of("Table1[1]", "表1[[#All],[1]]", "基本情况!C4");
        for (int i = 0; i < inside.size(); i++) {
            varied.cell("企业名单!Y" + (60 + i), "t=\"str\"", "<f>" + inside.get(i) + "</f><v>说明</v>");
        }
        WorkbookReading reading = read(varied);
        Set<String> expected = new TreeSet<>(Set.of("企业名单!Y30", "企业名单!Y31", "企业名单!Y32"));
        IntStream.range(40, 40 + outside.size()).forEach(row -> expected.add("企业名单!Y" + row));
        assertThat(errors(reading)).isEqualTo(expected);
        assertThat(told(reading, "企业名单!Y40")).contains("引用其他文件");
        assertThat(told(reading, "企业名单!Y30")).contains("没有计算结果");
        assertThat(told(reading, "企业名单!Y60")).contains("已按计算结果");
        assertThat(told(reading, "企业名单!Y4")).isEmpty();
    }

    @Test
    @DisplayName("公式经由名称引用其他文件，也是错误")
    void namesOutside() {
        ExternalNames names = ExternalNames.of(List.of(
                new ExternalNames.Defined("外部值", "[1]Sheet1!$A$1"), new ExternalNames.Defined("本表值", "企业名单!$A$1")));
        assertThat(names.usedIn("外部值*2")).isTrue();
        assertThat(names.usedIn("SUM(外部值,1)")).isTrue();
        assertThat(names.usedIn("本表值")).isFalse();
        assertThat(names.usedIn("外部值2")).isFalse();
    }

    // numbers of patents and standards

    @Test
    @DisplayName("专利号、标准号写法不同认作同一个，不同的号不混为一谈")
    void keys() {
        for (List<List<String>> groups : List.of(PatentNumbers.PATENTS, PatentNumbers.STANDARDS)) {
            Set<String> keys = new TreeSet<>();
            for (List<String> spellings : groups) {
                Set<String> made = spellings.stream()
                        .map(groups == PatentNumbers.PATENTS ? Patent::key : Standard::key)
                        .collect(Collectors.toSet());
                assertThat(made).as(spellings.get(0)).hasSize(1);
                keys.addAll(made);
            }
            assertThat(keys).hasSize(groups.size());
        }
    }

    @Test
    @DisplayName("一张清单内写法不同的重复专利和标准，逐个指出两处单元格")
    void duplicates() {
        VariedWorkbook varied = new VariedWorkbook();
        List<String> spellings = PatentNumbers.PATENTS.get(0);
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < spellings.size(); i++) {
            varied.text("专利清单!C" + (10 + i), spellings.get(i));
            if (i > 0) {
                expected.add("专利清单!C" + (10 + i));
            }
        }
        List<String> standards = PatentNumbers.STANDARDS.get(0);
        String code = PLAIN.standards().get(0).enterprise().value();
        for (int i = 0; i < 4; i++) {
            varied.text("标准清单!A" + (4 + i), standards.get(i)).text("标准清单!E" + (4 + i), code);
            if (i > 0) {
                expected.add("标准清单!A" + (4 + i));
            }
        }
        WorkbookReading reading = read(varied);
        Set<String> found = errors(reading);
        // four rows, one standard: the declared four are not reached, which is told with them
        assertThat(found).contains("基本情况!C13");
        found.remove("基本情况!C13");
        assertThat(found).isEqualTo(expected);
        assertThat(told(reading, "专利清单!C11")).contains("已在专利清单!C10填写");
        assertThat(told(reading, "标准清单!A7")).contains("已在标准清单!A4填写");
    }

    // separators

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "甲中心、乙中心、丙中心",
                "甲中心，乙中心，丙中心",
                "甲中心,乙中心,丙中心",
                "甲中心；乙中心；丙中心",
                "甲中心;乙中心;丙中心",
                "甲中心\n乙中心\n丙中心",
                "甲中心/乙中心/丙中心",
                "甲中心|乙中心|丙中心",
                "甲中心 乙中心 丙中心",
                "甲中心\t乙中心\t丙中心",
                "甲中心、乙中心，丙中心",
                "甲中心，乙中心；丙中心",
                "1.甲中心2.乙中心3.丙中心",
                "1.甲中心 2.乙中心 3.丙中心",
                "1、甲中心\n2、乙中心\n3、丙中心",
                "(1)甲中心，(2)乙中心，(3)丙中心",
                "（1）甲中心；（2）乙中心；（3）丙中心",
                "甲中心、\n乙中心、\n丙中心",
                "、甲中心、乙中心、丙中心、",
                "甲中心,\n乙中心,\n丙中心",
                "甲中心 、 乙中心 、 丙中心"
            })
    @DisplayName("名称用什么隔开，个数与申报数相同的都认得")
    void separators(String names) {
        assertThat(Layout.names(names, 3)).containsExactly("甲中心", "乙中心", "丙中心");
    }

    @Test
    @DisplayName("逗号也可能是名称的一部分：个数不符时不拆，并说明宜用顿号")
    void commasWithinNames() {
        assertThat(Layout.names("水、气、渣治理中心，含实验室", 3)).hasSize(3);
        assertThat(Layout.names("研究院，沐川分院、乙中心", 2)).containsExactly("研究院，沐川分院", "乙中心");
        WorkbookReading reading = read(new VariedWorkbook().text("基本情况!C12", "甲中心，乙中心"));
        assertThat(errors(reading)).containsExactly("基本情况!C11");
        assertThat(told(reading, "基本情况!C11")).contains("用顿号“、”隔开");
    }

    // heads, rows and what follows from them

    @Test
    @DisplayName("每张清单在每一列前插入一列：只报表头一处，不报成百上千格")
    void insertedColumns() {
        for (ListSheet<?> list : Layout.LISTS) {
            for (int at = 0; at < list.fields().size(); at += list.fields().size() > 10 ? 6 : 2) {
                int from = at;
                WorkbookReading reading =
                        read(VariedWorkbook.ofShortLists().sheet(list.name(), xml -> moved(xml, from)));
                assertThat(errors(reading))
                        .as(list.name() + from)
                        .containsExactly(list.name() + "!" + name(from) + Layout.HEADER_ROW);
            }
        }
    }

    private static String name(int column) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(column);
    }

    private static String moved(String xml, int from) {
        return java.util.regex.Pattern.compile("<c r=\"([A-Z]+)([0-9]+)\"")
                .matcher(xml)
                .replaceAll(found -> {
                    int column = SheetRows.column(found.group(1));
                    return "<c r=\"" + name(column < from ? column : column + 1) + found.group(2) + "\"";
                });
    }

    @Test
    @DisplayName("表格上方插入、删除一行：每张表只报一处")
    void movedRows() {
        for (String sheet : Layout.sheetNames().subList(1, Layout.sheetNames().size())) {
            for (int by : List.of(1, -1)) {
                WorkbookReading reading = read(VariedWorkbook.ofShortLists()
                        .sheet(sheet, xml -> java.util.regex.Pattern.compile("r=\"([A-Z]*)([0-9]+)\"")
                                .matcher(xml)
                                .replaceAll(found -> "r=\"" + found.group(1)
                                        + Math.max(1, Integer.parseInt(found.group(2)) + by) + "\"")));
                assertThat(errors(reading)).as(sheet + by).hasSize(1).allSatisfy(place -> assertThat(place)
                        .startsWith(sheet + "!"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "标准清单!A4", "标准清单!E4", "标准清单!F4", "标准清单!G4", "标准清单!C4", "标准清单!D4", "标准清单!H4", "专利清单!B4", "专利清单!D4",
                        "专利清单!E4",
                "专利清单!F4", "专利清单!G4", "企业名单!A4", "企业名单!C4", "企业名单!D4", "企业名单!I4", "企业名单!J4", "企业名单!K4", "基本情况!C11",
                        "基本情况!C13",
                "年度数据!F4", "年度数据!F8", "年度数据!F11"
            })
    @DisplayName("一格读不出，只报那一格，不牵连合计、名单和称号")
    void oneCell(String place) {
        String wrong =
                place.equals("标准清单!A4") ? "长".repeat(61) : place.matches("专利清单!D4|企业名单!A4|标准清单!E4") ? "9164" : "错";
        WorkbookReading reading = read(new VariedWorkbook().text(place, wrong));
        assertThat(errors(reading)).containsExactly(place);
    }

    @Test
    @DisplayName("名单有代码读不出时，不在名单的企业仍当场指出；可能就是那一行的只提醒")
    void absentBesideUnread() {
        String absent = "91640221XX00999998";
        String code = PLAIN.patents().get(0).owner().value();
        for (String unread :
                List.of("9164", "不详", code.substring(0, 17), code.substring(0, 17) + "?", "0", code + "1")) {
            WorkbookReading reading = read(new VariedWorkbook()
                    .text("企业名单!A4", unread)
                    .text("专利清单!D20", absent)
                    .text("专利清单!D21", absent));
            assertThat(errors(reading)).as(unread).containsExactlyInAnyOrder("企业名单!A4", "专利清单!D20", "专利清单!D21");
            assertThat(told(reading, "标准清单!E4")).as(unread).contains("可能就是代码没有读出的那一行");
        }
    }

    // whose workbook it is

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "平罗县精细化工产业集群, 平罗县, ''", "平罗县精细化工 产业集群, 平罗县, ''", "平罗县精细化工产业集群\u200B, 宁夏平罗县, ''",
        "平罗县精细化工产业集群, 平罗县、大武口区, ''", "平罗县精细化工产业集群, 大武口区、平罗县, ''", "平罗县精细化工产业集群, 石嘴山市平罗县, ''",
        "平罗县精细化工产业集群, 平罗, ?C6", "平罗县精细化工产业集群, 石嘴山市, ?C6", "平罗县精细化工产业集群, 利通区, !C6",
        "平罗县精细化工产业集群, 青铜峡市、利通区, !C6", "平罗县精细化工产业集群, 利 通 区, !C6", "青铜峡市试验产业集群, 平罗县, !C4",
        "青铜峡市试验产业集群, 青铜峡市, !C4 !C6", "平罗县精细化工集群, 平罗县, !C4"
    })
    @DisplayName("名称、县区是别的案件的，上传时就指出")
    void subject(String name, String county, String wanted) {
        WorkbookReading reading = WorkbookReader.read(
                VariedWorkbook.ofShortLists()
                        .text("基本情况!C4", name)
                        .text("基本情况!C6", county)
                        .bytes(),
                YEAR,
                AS_OF,
                GivenWorkbooks.PINGLUO);
        List<String> found = new ArrayList<>();
        reading.errors().forEach(each -> found.add("!" + each.cell()));
        reading.warnings().stream()
                .filter(each -> each.sheet().equals("基本情况"))
                .forEach(each -> found.add("?" + each.cell()));
        assertThat(String.join(" ", found)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "申报.xlsx, 申报.xlsx",
        "C:\\fake\\申报.xlsx, 申报.xlsx",
        "a/b/申报.xlsx, 申报.xlsx",
        "申\u200B报\u202E.xlsx, 申报.xlsx",
        "'', workbook.xlsx"
    })
    @DisplayName("文件名只留最后一段，不留看不见的字符；再长也不碍事")
    void fileNames(String sent, String kept) {
        assertThat(NewUpload.lastPart(sent)).isEqualTo(kept);
        assertThat(NewUpload.lastPart("申".repeat(500) + ".xlsx")).hasSize(200).endsWith("申.xlsx");
    }
}
