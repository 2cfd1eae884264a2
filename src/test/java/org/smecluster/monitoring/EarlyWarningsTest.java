package org.smecluster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.assessment.StandaloneDecisionTables;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.YearFigures;
import org.smecluster.law.Outcome;
import org.smecluster.monitoring.EarlyWarning.Condition;

/**
 * A cluster that meets every requirement, reported in 2026 for 2023 to 2025, from which a test departs. The term ends in
 * 2027 (one year to be projected) unless the test says otherwise.
 */
@DisplayName("第十六条：年度报送的预警，按目前趋势推算到复核")
class EarlyWarningsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);
    private static final LocalDate IN_ONE_YEAR = LocalDate.of(2027, 6, 30);

    private final EarlyWarnings warnings =
            new EarlyWarnings(new AssessmentService(StandaloneDecisionTables.asDeployed(), Clock.systemUTC()));

    private final Map<String, Boolean> declared =
            Declarations.codes().stream().collect(Collectors.toMap(code -> code, code -> true));
    private String[] totalOutput = {"25", "30", "36"};
    private String[] smeOutput = {"20", "24", "28.8"};
    private String[] leadingOutput = {"20", "24", "28.8"};
    private String[] rdExpense = {"0.50", "0.55", "0.605"};
    private String[] patents = {"60", "66", "72"};
    private String[] onPlatform = {"20", "20", "20"};
    private String[] software = {"0.40", "0.44", "0.484"};
    private String[] co2 = {"90", "88", "86"};
    private String[] exports = {"1.00", "1.20", "1.44"};
    private List<HeldTitle> title = List.of(new HeldTitle(EnterpriseTitle.LITTLE_GIANT, null, null));
    private List<Incident> incidents = List.of();
    private LocalDate termEndsOn = IN_ONE_YEAR;

    @Test
    @DisplayName("趋势良好：没有预警，写明方法、年度和称号的计算日")
    void nothingToWarnOf() {
        EarlyWarning warning = warning();

        assertThat(warning.conditions()).isEmpty();
        assertThat(warning.method())
                .contains("水平法", "报送年度（2023—2025年）", "三个年度（2024—2026年）", "2027年6月30日", "同一套决策表")
                .doesNotContain("沿用");
    }

    @ParameterizedTest(name = "2025年产值 {1}，年均下降20% → 2026年 {2}")
    @DisplayName("产值每年降到八成，推算一年：略低于、恰等于、略高于20亿元")
    @CsvSource({
        "39.046875, 24.99, 19.992, 差 0.01 亿元",
        "39.0625, 25, 20, ",
        "39.078125, 25.01, 20.008, ",
    })
    void minAnnualOutput(String first, String last, String projected, String shortfall) {
        totalOutput = new String[] {first, "30", last};
        smeOutput = totalOutput;
        leadingOutput = new String[] {"20", "22", "24.2"};

        Optional<Condition> condition = of("minAnnualOutput");

        assertThat(condition.isPresent()).isEqualTo(shortfall != null);
        condition.ifPresent(found -> {
            assertThat(found.metToday()).isTrue();
            assertThat(found.valueToday()).isEqualTo("24.99 亿元");
            assertThat(found.valueProjected()).isEqualTo("19.99 亿元");
            assertThat(found.projected()).isEqualTo(Outcome.NOT_MET);
            assertThat(found.shortfall()).isEqualTo(shortfall);
            assertThat(found.article()).isEqualTo("第十一条(一)");
            assertThat(found.decision()).isEqualTo("coreCompetitiveness");
            assertThat(found.text())
                    .startsWith("第十一条(一)近三年最低年产值：现为24.99 亿元（符合），按目前趋势到复核时为19.99 亿元（不符合）。要求：")
                    .endsWith("复核时差 0.01 亿元。");
        });
    }

    @ParameterizedTest(name = "2025年中小企业产值 {1} → 2026年 {2}")
    @DisplayName("中小企业产值占比：总产值不变，中小企业产值每年降到八成，略低于、恰等于、略高于60%")
    @CsvSource({
        "117.1796875, 74.995, 59.996 %, 差 0.004 个百分点",
        "117.1875, 75, , ",
        "117.1953125, 75.005, , ",
    })
    void smeOutputShare(String first, String last, String projected, String shortfall) {
        totalOutput = new String[] {"100", "100", "100"};
        smeOutput = new String[] {first, "80", last};
        leadingOutput = new String[] {"64", "72", "80"};

        Optional<Condition> condition = of("smeOutputShare");

        assertThat(condition.map(Condition::valueProjected)).isEqualTo(Optional.ofNullable(projected));
        assertThat(condition.map(Condition::shortfall)).isEqualTo(Optional.ofNullable(shortfall));
    }

    @ParameterizedTest(name = "2024年 {0}")
    @DisplayName("主导产业增速：100到110.25恰为5%；推算的2026年是115.7625，与2024年相比才见分晓")
    @CsvSource({
        "106, 4.5 %, 差 0.5 个百分点", // (115.7625 / 106)^(1/2) - 1 = 0.0450
        "105.01, 4.995 %, 差 0.005 个百分点", // (115.7625 / 105.01)^(1/2) - 1 = 0.04995
        "105, , ",
        "104.99, , ",
    })
    void leadingIndustryGrowth(String middle, String projected, String shortfall) {
        totalOutput = new String[] {"120", "125", "130"};
        smeOutput = totalOutput;
        leadingOutput = new String[] {"100", middle, "110.25"};

        Optional<Condition> condition = of("leadingIndustryGrowth");

        assertThat(condition.map(Condition::valueToday))
                .isEqualTo(Optional.ofNullable(projected == null ? null : "5 %"));
        assertThat(condition.map(Condition::valueProjected)).isEqualTo(Optional.ofNullable(projected));
        assertThat(condition.map(Condition::shortfall)).isEqualTo(Optional.ofNullable(shortfall));
        condition.ifPresent(found -> assertThat(found.projected()).isEqualTo(Outcome.NEEDS_EXPLANATION));
    }

    @ParameterizedTest(name = "{0}年期满")
    @DisplayName("三年都是推算的：增速就是现在的增速，恰为5%的不预警")
    @ValueSource(ints = {2027, 2028, 2029, 2031})
    void aSteadyGrowthStays(int year) {
        leadingOutput = new String[] {"100", "105", "110.25"};
        totalOutput = new String[] {"120", "126", "132.3"};
        smeOutput = totalOutput;
        termEndsOn = LocalDate.of(year, 6, 30);

        assertThat(warning().conditions()).isEmpty();
    }

    @Test
    @DisplayName("今天就没有达到、到时仍没有的，也在预警之列；今天没有、按趋势会达到的不在")
    void notMetAlready() {
        rdExpense = new String[] {"0.50", "0.50", "0.50"};
        co2 = new String[] {"90", "91", "86"};

        assertThat(of("smeRdGrowth")).hasValueSatisfying(found -> {
            assertThat(found.metToday()).isFalse();
            assertThat(found.projected()).isEqualTo(Outcome.NOT_MET);
            assertThat(found.shortfall()).isEqualTo("差 5 个百分点以上");
        });
        assertThat(of("co2EmissionFalling"))
                .as("91 → 86 → 84.07: falling by then")
                .isEmpty();
    }

    @ParameterizedTest(name = "称号有效期至 {0}")
    @DisplayName("称号在复核之前到期的不再计入；复核当日到期的仍计")
    @CsvSource({"2027-06-29, true", "2027-06-30, false", "2027-07-01, false", ", false"})
    void titlesThatRunOut(LocalDate validUntil, boolean warned) {
        title = List.of(new HeldTitle(EnterpriseTitle.LITTLE_GIANT, null, validUntil));

        assertThat(of("qualityEnterprises").isPresent()).isEqualTo(warned);
        of("qualityEnterprises").ifPresent(found -> {
            assertThat(found.metToday()).isTrue();
            assertThat(found.shortfall()).contains("差 1 家", "差 5 家");
        });
    }

    @Test
    @DisplayName("没有可比基数的，沿用最近一年的数值，并写明是哪一项")
    void growthUndefined() {
        exports = new String[] {"0", "1.2", "1.5"};

        EarlyWarning warning = warning();

        assertThat(warning.conditions()).as("1.2 → 1.5 → 1.5 is still growing").isEmpty();
        assertThat(warning.method()).contains("出口额年均增长率无法计算，沿用最近一年的数值");

        termEndsOn = LocalDate.of(2028, 6, 30);
        assertThat(of("exportGrowing"))
                .as("1.5 → 1.5 → 1.5 no longer grows")
                .hasValueSatisfying(found -> assertThat(found.valueProjected()).isEqualTo("否"));
    }

    @Test
    @DisplayName("没有填报的仍是缺数据，写明要补填什么")
    void notSupplied() {
        exports = new String[] {"1", "1.2", ""};

        assertThat(of("exportGrowing")).hasValueSatisfying(found -> {
            assertThat(found.projected()).isEqualTo(Outcome.MISSING);
            assertThat(found.reason()).contains("请补填");
        });
    }

    @Test
    @DisplayName("个数四舍五入取整：推算为9.6家的计10家，8.07家的计8家")
    void countsAreWhole() {
        // 12 · (12/15) = 9.6 → 10 of 100
        onPlatform = new String[] {"15", "13", "12"};
        termEndsOn = LocalDate.of(2028, 6, 30);
        assertThat(of("industrialInternetPenetration")).isEmpty();

        // 11 · (11/15) = 8.07 → 8 of 100
        onPlatform = new String[] {"15", "13", "11"};
        assertThat(of("industrialInternetPenetration")).hasValueSatisfying(found -> {
            assertThat(found.valueToday()).isEqualTo("11 %");
            assertThat(found.valueProjected()).isEqualTo("8 %");
            assertThat(found.shortfall()).isEqualTo("差 2 个百分点");
        });
    }

    @Test
    @DisplayName("声明事项按现状：声明为否的，复核时仍为否")
    void declarationsStay() {
        declared.put("resourceSharing", false);

        assertThat(warning().conditions()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("resourceSharing");
            assertThat(found.valueToday()).isEqualTo("否");
            assertThat(found.valueProjected()).isEqualTo("否");
            assertThat(found.shortfall()).isNull();
        });
    }

    @ParameterizedTest(name = "{0}的较大事故")
    @DisplayName("第十条：复核之日往前三年以内的事故仍计，之前的不计")
    @CsvSource({"2024-06-29, false", "2024-06-30, true", "2025-12-31, true"})
    void incidentsOfTheLastThreeYears(LocalDate occurredOn, boolean warned) {
        incidents =
                List.of(new Incident(IncidentType.SAFETY, IncidentLevel.LARGE, occurredOn, null, "甲公司", "应急管理部门通报"));

        assertThat(of("incident").isPresent()).isEqualTo(warned);
        of("incident").ifPresent(found -> {
            assertThat(found.article()).isEqualTo("第十条");
            assertThat(found.projected()).isEqualTo(Outcome.NOT_MET);
            assertThat(found.valueProjected()).contains("甲公司", "较大", "生产安全事故");
        });
    }

    @Test
    @DisplayName("期满当年已报送：不作推算，按现有三个年度评估，方法如实写明")
    void theYearsOfTheReviewAreReported() {
        termEndsOn = LocalDate.of(2026, 6, 30);
        assertThat(warning().method()).contains("2023—2025年", "不作推算", "2026年6月30日");

        termEndsOn = LocalDate.of(2025, 6, 30);
        assertThat(warning().method()).as("a review under way is judged today").contains("2026年4月1日");
    }

    private Optional<Condition> of(String code) {
        return warning().conditions().stream()
                .filter(condition -> condition.code().equals(code))
                .findFirst();
    }

    private EarlyWarning warning() {
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        declared.forEach((code, value) -> declarations.put(code, new Declaration(value, null)));
        return warnings.of(figures(), new Declarations(declarations), incidents, termEndsOn, AS_OF);
    }

    private ClusterFigures figures() {
        List<YearFigures> years = IntStream.range(0, 3)
                .mapToObj(i -> YearFigures.nothingFor(2023 + i)
                        .with(Figure.TOTAL_OUTPUT, number(totalOutput[i]))
                        .with(Figure.SME_OUTPUT, number(smeOutput[i]))
                        .with(Figure.LEADING_INDUSTRY_OUTPUT, number(leadingOutput[i]))
                        .with(Figure.SME_RD_EXPENSE, number(rdExpense[i]))
                        .with(Figure.SME_INVENTION_PATENTS, Long.parseLong(patents[i]))
                        .with(Figure.EMPLOYEES, 12_000L)
                        .with(Figure.ENTERPRISES, 100L)
                        .with(Figure.ENTERPRISES_ON_PLATFORM, Long.parseLong(onPlatform[i]))
                        .with(Figure.INDUSTRIAL_SOFTWARE_USAGE, number(software[i]))
                        .with(Figure.CO2_EMISSIONS, number(co2[i]))
                        .with(
                                Figure.EMISSION_INTENSITY,
                                new BigDecimal("0.3").subtract(new BigDecimal("0.01").multiply(BigDecimal.valueOf(i))))
                        .with(Figure.EXPORTS, number(exports[i])))
                .toList();
        List<Enterprise> enterprises = new ArrayList<>();
        String digits = "91640221000000001";
        enterprises.add(new Enterprise(
                new CreditCode(digits + CreditCode.checkCharacter(digits)), "甲公司", EnterpriseSize.SMALL, true, title));
        return new ClusterFigures(new BigDecimal("60"), 3, 4, BigDecimal.ONE, years, enterprises);
    }

    private static BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
