package org.smecluster.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.material.SpoiltWorkbooks.AS_OF;
import static org.smecluster.material.SpoiltWorkbooks.YEAR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must come of each file of {@code src/test/resources/workbooks}, as its README says; the file names the kind. */
@DisplayName("各种来源的工作簿")
class GivenWorkbooksTest {

    @TempDir
    private Path folder;

    /**
     * @param errors where there are errors, and nowhere else
     * @param told places with what a finding there says
     */
    private record Given(String file, List<String> errors, Map<String, String> told) {
        @Override
        public String toString() {
            return file;
        }
    }

    private static final Given[] GIVEN = {
        error("01-pct1", "基本情况!C14", "单元格不是百分比格式，读作1%，可能本来是100%"),
        asked("02-pct-literal", "基本情况!C14", "读作0.5%"),
        error("03-dup-case", "专利清单!C5", "“zl202310123456.7”已在专利清单!C4填写"),
        new Given(
                "03-dup46",
                IntStream.rangeClosed(50, 95).mapToObj(row -> "专利清单!C" + row).toList(),
                Map.of("专利清单!C50", "已在专利清单!C4填写", "专利清单!C95", "已在专利清单!C49填写")),
        error("04-number18", "专利清单!C4", "以数字保存，Excel只保留15位"),
        error("05-zw-name", "企业名单!B4", "“企业名称”未填写"),
        read("06-x000D"),
        read("08-strict"),
        read("09-core"),
        new Given("09-nostyles", List.of("企业名单!C4"), Map.of("文件", "没有单元格格式")),
        asked("11-false-c13", "标准清单!G4", "不是日期格式，“2023-03-10”已读作2023-03-10"),
        error("12-col-inserted", "企业名单!C3", "表头被改动：应为“企业规模”，实际是“”；从该处起共有23处"),
        read("choice_nbsp"),
        read("code_bom"),
        read("code_nbsp"),
        read("code_zwsp"),
        error("e_county", "基本情况!C6", "填的是利通区，本案申报主体在青铜峡市"),
        asked("ext_unused_link", "文件", "外部链接"),
        read("f_emptystr_optional"),
        read("f_filldown_empty50"),
        new Given(
                "hide_round1",
                List.of("企业名单!A100", "标准清单!E4", "专利清单!D4"),
                Map.of("企业名单!A100", "实际4位", "标准清单!E4", "不在“企业名单”中", "专利清单!D36", "可能就是代码没有读出的那一行")),
        asked("num_txt", "年度数据!F4", "以文本保存的数字，已读作101.8"),
        read("openpyxl_isodates"),
        asked("plat_comma", "基本情况!C12", "没有用顿号隔开，已按3个读取"),
        error("styles_nofills", "企业名单!C4", "“错”不是可选项"),
        error("v_e308", "年度数据!F4", "数值超出范围：“1E+308”"),
        error("zip_backslash", "企业名单!C4", "“错”不是可选项"),
    };

    private static Given read(String file) {
        return new Given(file, List.of(), Map.of());
    }

    private static Given asked(String file, String place, String message) {
        return new Given(file, List.of(), Map.of(place, message));
    }

    private static Given error(String file, String place, String message) {
        return new Given(file, List.of(place), Map.of(place, message));
    }

    static Stream<Given> given() {
        return Stream.of(GIVEN);
    }

    /** With errors, or put together otherwise than by Excel; the others are marked alike. */
    static Stream<Given> markable() {
        List<String> odd = List.of("08-strict", "09-core", "openpyxl_isodates", "ext_unused_link");
        return Stream.of(GIVEN).filter(each -> !each.errors().isEmpty() || odd.contains(each.file()));
    }

    private static final Map<String, WorkbookReading> READ = new HashMap<>();

    private static WorkbookReading reading(String file) {
        return READ.computeIfAbsent(file, GivenWorkbooksTest::readOnce);
    }

    private static WorkbookReading readOnce(String file) {
        WorkbookSubject subject =
                List.of("03-dup46", "e_county").contains(file) ? GivenWorkbooks.QINGTONGXIA : GivenWorkbooks.PINGLUO;
        try {
            return WorkbookReader.read(GivenWorkbooks.carriedOver(file), YEAR, AS_OF, subject);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("只在有错的单元格报错，能确定的读出，不能确定的提醒")
    void given(Given given) {
        WorkbookReading reading = reading(given.file());
        assertThat(reading.errors()).extracting(WorkbookFinding::place).containsExactlyElementsOf(given.errors());
        List<WorkbookFinding> findings = findings(reading);
        given.told().forEach((place, message) -> assertThat(findings)
                .filteredOn(finding -> finding.place().equals(place))
                .extracting(WorkbookFinding::message)
                .anySatisfy(said -> assertThat(said).contains(message).hasSizeLessThan(120)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markable")
    @DisplayName("带批注的工作簿都能下载：问题在原处标出，改正前再上传结果相同")
    void annotated(Given given) throws IOException {
        WorkbookReading reading = reading(given.file());
        byte[] marked = annotated(GivenWorkbooks.carriedOver(given.file()), findings(reading));
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(PlainCopy.of(folder.resolve("to.xlsx")).toString())) {
            assertThat(workbook.getSheet("检查结果").getLastRowNum())
                    .isEqualTo(1 + findings(reading).size());
            for (String place : given.errors()) {
                String[] parts = place.split("!");
                assertThat(workbook.getSheet(parts[0]).getCellComment(new CellAddress(parts[1])))
                        .as(place)
                        .isNotNull();
            }
        }
        assertThat(WorkbookReader.read(marked, YEAR, AS_OF).errors())
                .extracting(WorkbookFinding::place)
                .isEqualTo(given.errors().stream()
                        .filter(place -> !given.file().equals("e_county"))
                        .toList());
    }

    @Test
    @DisplayName("原样上传：模板版本较旧，一句话说明")
    void asTheyCame() throws IOException {
        for (Given given : GIVEN) {
            assertThat(WorkbookReader.read(GivenWorkbooks.file(given.file()), YEAR, AS_OF)
                            .errors())
                    .as(given.file())
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).contains("模板版本是“1”"));
        }
    }

    @Test
    @DisplayName("读出的内容与样例相同：不可见字符、换行码、文本数字、日期写法都不改变数据")
    void whatWasRead() throws IOException {
        ClusterWorkbook plain = reading("09-core").data();
        Map<String, ClusterWorkbook> same = new LinkedHashMap<>();
        for (String file : List.of(
                "06-x000D",
                "08-strict",
                "choice_nbsp",
                "code_bom",
                "code_nbsp",
                "code_zwsp",
                "ext_unused_link",
                "f_emptystr_optional",
                "f_filldown_empty50",
                "num_txt",
                "openpyxl_isodates")) {
            same.put(file, reading(file).data());
        }
        assertThat(same).allSatisfy((file, data) -> assertThat(data).isEqualTo(plain));
        assertThat(plain.patents().get(0).grantedOn()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(reading("plat_comma").data().basics().innovationPlatforms()).containsExactly("甲中心", "乙中心", "丙中心");
        assertThat(reading("02-pct-literal").data().basics().policyCoverageRate())
                .isEqualByComparingTo("0.005");
    }

    private byte[] annotated(byte[] file, List<WorkbookFinding> findings) throws IOException {
        Path from = Files.write(folder.resolve("from.xlsx"), file);
        Path to = folder.resolve("to.xlsx");
        AnnotatedWorkbook.write(from, findings, to);
        return Files.readAllBytes(to);
    }

    private static List<WorkbookFinding> findings(WorkbookReading reading) {
        List<WorkbookFinding> findings = new ArrayList<>(reading.errors());
        findings.addAll(reading.warnings());
        return findings;
    }
}
