package org.smecluster.material.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Enterprise;
import org.smecluster.indicator.Enterprise.HeldTitle;
import org.smecluster.indicator.EnterpriseSize;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.TitleLevel;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.Certificate;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.OverseasBranch;
import org.smecluster.material.Patent;
import org.smecluster.material.PatentKind;
import org.smecluster.material.PatentStatus;
import org.smecluster.material.PlatformLevel;
import org.smecluster.material.ServiceItem;
import org.smecluster.material.ServiceKind;
import org.smecluster.material.ServicePlatform;
import org.smecluster.material.Standard;
import org.smecluster.material.StandardLevel;
import org.smecluster.material.StandardRole;
import org.smecluster.material.StandardWork;

/**
 * Makes up a workbook around a few given figures: as many enterprises, patents and standards as these say. Every name
 * bears （示例）; the credit codes are valid in form, of a range that no authority assigns.
 */
final class SampleData {

    private static final String FIRST = "沐岚澄朔翊霁煦宸瀚熠";
    private static final String SECOND = "川泽恒瑞禾原舟野峻屿";
    private static final String MARK = "（示例）";
    private static final List<String> WAYS = List.of("的制备方法", "的生产装置", "的检测方法", "的节能工艺", "的包装储运方法");

    private final String name;
    private final String industry;
    private final String counties;
    private final String countyCode;
    private final ReportingYears years;
    private final int applicationYear;

    private String area;
    private String boundaries;
    private final Map<Figure, String[]> figures = new EnumMap<>(Figure.class);
    private List<String> platforms = List.of();
    private int standards;
    private List<String> topics = List.of();
    private PatentKind otherKind = PatentKind.INVENTION_PATENT;
    private int littleGiants;
    private int qualitySmes;
    private EnterpriseTitle expired;
    private BigDecimal policyCoverage = BigDecimal.ONE;

    SampleData(String name, String industry, String counties, String countyCode, int applicationYear) {
        this.name = name;
        this.industry = industry;
        this.counties = counties;
        this.countyCode = countyCode;
        this.applicationYear = applicationYear;
        this.years = ReportingYears.ofApplicationIn(applicationYear);
    }

    String countyCode() {
        return countyCode;
    }

    SampleData area(String squareKm) {
        area = squareKm;
        return this;
    }

    SampleData boundaries(String text) {
        boundaries = text;
        return this;
    }

    /** A figure of the three years; null where it is not supplied. */
    SampleData given(Figure figure, String... perYear) {
        figures.put(figure, perYear);
        return this;
    }

    SampleData given(Figure figure, long... perYear) {
        return given(figure, LongStream.of(perYear).mapToObj(Long::toString).toArray(String[]::new));
    }

    SampleData noPolicyCoverage() {
        policyCoverage = null;
        return this;
    }

    SampleData platforms(String... names) {
        platforms = List.of(names);
        return this;
    }

    SampleData standards(int count) {
        standards = count;
        return this;
    }

    SampleData topics(String... names) {
        topics = List.of(names);
        return this;
    }

    /** Two of the rights are of this kind. */
    SampleData kind(PatentKind kind) {
        otherKind = kind;
        return this;
    }

    /** So many enterprises of the leading industry are 小巨人. */
    SampleData little(int count) {
        littleGiants = count;
        return this;
    }

    /** So many enterprises of the leading industry have one or two of the other titles. */
    SampleData quality(int count) {
        qualitySmes = count;
        return this;
    }

    /** One more of the leading industry has this title, run out before the application. */
    SampleData expiredTitle(EnterpriseTitle title) {
        expired = title;
        return this;
    }

    ClusterWorkbook workbook() {
        return new ClusterWorkbook(
                years,
                basics(),
                IntStream.range(0, 3).mapToObj(this::year).toList(),
                IntStream.range(0, count(Figure.ENTERPRISES, 2))
                        .mapToObj(this::enterprise)
                        .toList(),
                standards(),
                patents(),
                branches(),
                servicePlatforms(),
                services(),
                certificates());
    }

    /** One in 40 is large, one in five outside the leading industry; neither bears a title of the conditions. */
    Enterprise enterprise(int index) {
        EnterpriseSize size = index % 40 == 39
                ? EnterpriseSize.LARGE
                : index % 7 == 0 ? EnterpriseSize.MEDIUM : index % 3 == 2 ? EnterpriseSize.MICRO : EnterpriseSize.SMALL;
        boolean ofLeadingIndustry = index % 5 != 4;
        return new Enterprise(code(index), enterpriseName(index), size, ofLeadingIndustry, titles(index));
    }

    private List<HeldTitle> titles(int index) {
        if (index == 4) {
            // outside the leading industry: counts for nothing
            return List.of(valid(EnterpriseTitle.NATIONAL_HIGH_TECH));
        }
        if (index % 5 == 4) {
            return List.of();
        }
        int place = index - index / 5;
        if (place < littleGiants) {
            return List.of(valid(EnterpriseTitle.LITTLE_GIANT), valid(EnterpriseTitle.NATIONAL_HIGH_TECH));
        }
        // a 小巨人 with a second title counts among the others too
        int other = place - littleGiants;
        if (other < qualitySmes - littleGiants) {
            return switch (other % 3) {
                case 0 -> List.of(valid(EnterpriseTitle.INNOVATIVE_SME), valid(EnterpriseTitle.SPECIALISED_SME));
                case 1 -> List.of(valid(EnterpriseTitle.SPECIALISED_SME));
                default -> List.of(valid(EnterpriseTitle.NATIONAL_HIGH_TECH));
            };
        }
        if (expired != null && other == qualitySmes - littleGiants) {
            return List.of(
                    held(expired, LocalDate.of(applicationYear - 4, 1, 1), LocalDate.of(applicationYear - 1, 12, 31)));
        }
        return List.of();
    }

    private HeldTitle valid(EnterpriseTitle title) {
        return held(title, LocalDate.of(applicationYear - 2, 7, 1), LocalDate.of(applicationYear + 1, 6, 30));
    }

    private static HeldTitle held(EnterpriseTitle title, LocalDate from, LocalDate until) {
        TitleLevel level = title == EnterpriseTitle.INNOVATIVE_SME || title == EnterpriseTitle.SPECIALISED_SME
                ? TitleLevel.REGIONAL
                : TitleLevel.NATIONAL;
        return new HeldTitle(title, from, until, level, from.getYear() + "年批次" + MARK);
    }

    private CreditCode code(int index) {
        String body = "91" + countyCode + "XX" + String.format("%07d", 1000 + index);
        return new CreditCode(body + CreditCode.checkCharacter(body));
    }

    private String enterpriseName(int index) {
        int first = index % FIRST.length();
        int second = (index / FIRST.length() + index) % SECOND.length();
        String product = topics.get(index % topics.size());
        String round = index / 100 == 0 ? "" : "新";
        return round + FIRST.charAt(first) + SECOND.charAt(second) + product + MARK + "有限公司";
    }

    private BasicInformation basics() {
        String county = counties.split("、")[0];
        return new BasicInformation(
                name,
                industry,
                counties,
                number(area),
                boundaries,
                county + industry + "集群运营中心" + MARK,
                code(9000),
                platforms.size(),
                platforms.stream().map(platform -> platform + MARK).toList(),
                standards,
                policyCoverage,
                "马文示",
                "0950-0000000",
                name + "为演示数据，以" + county + "的产业特点为蓝本，企业名称、数值均为虚构。");
    }

    private YearFigures year(int index) {
        YearFigures year = YearFigures.of(years.all().get(index), figure -> value(figure, index));
        BigDecimal emitted = year.get(Figure.CO2_EMISSIONS);
        return emitted == null
                ? year
                : year.with(
                        Figure.EMISSION_INTENSITY,
                        plain(emitted.divide(year.get(Figure.TOTAL_OUTPUT), 4, RoundingMode.HALF_UP)));
    }

    private BigDecimal value(Figure figure, int index) {
        return figures.containsKey(figure) ? number(figures.get(figure)[index]) : null;
    }

    private int count(Figure figure, int index) {
        return value(figure, index).intValueExact();
    }

    private List<Standard> standards() {
        List<Standard> made = new ArrayList<>();
        for (int i = 0; i < standards; i++) {
            LocalDate issued = LocalDate.of(years.all().get(i % 3), 3 + i, 10);
            made.add(new Standard(
                    "T/SL " + String.format("%03d", i + 1) + "-" + issued.getYear(),
                    topics.get(i % topics.size()) + "技术规范" + MARK,
                    i % 2 == 0 ? StandardLevel.GROUP : StandardLevel.LOCAL,
                    i % 3 == 2 ? StandardWork.REVISED : StandardWork.DRAWN_UP,
                    code(i),
                    1 + 2 * i,
                    issued,
                    i < 2 ? StandardRole.LEADING : StandardRole.PARTICIPATING));
        }
        return made;
    }

    private List<Patent> patents() {
        List<Patent> made = new ArrayList<>();
        for (int i = 0; i < count(Figure.SME_INVENTION_PATENTS, 2); i++) {
            int granted = i < count(Figure.SME_INVENTION_PATENTS, 0)
                    ? years.first() - i % 6
                    : i < count(Figure.SME_INVENTION_PATENTS, 1) ? years.middle() : years.last();
            LocalDate grantedOn = LocalDate.of(granted, 1 + i % 12, 1 + i * 7 % 28);
            boolean other = otherKind != PatentKind.INVENTION_PATENT && i < 2;
            String topic = topics.get(i % topics.size());
            made.add(new Patent(
                    other
                            ? topic + "新品种“示例" + (i + 1) + "号”"
                            : "一种" + topic + WAYS.get(i / topics.size() % WAYS.size()),
                    other ? otherKind : PatentKind.INVENTION_PATENT,
                    "SL-" + countyCode + "-" + String.format("%04d", i + 1),
                    code(smeIndex(i)),
                    grantedOn,
                    other ? null : grantedOn.plusYears(17),
                    PatentStatus.IN_FORCE));
        }
        return made;
    }

    private int smeIndex(int index) {
        int candidate = index * 3 % count(Figure.ENTERPRISES, 2);
        return enterprise(candidate).size().isSme() ? candidate : candidate - 1;
    }

    private List<OverseasBranch> branches() {
        return List.of(new OverseasBranch(
                enterpriseName(0) + "海外营销中心",
                "阿拉伯联合酋长国",
                enterpriseName(0),
                LocalDate.of(years.middle(), 5, 18),
                "产品销售和售后服务",
                "SL-AE-" + years.middle() + "-001"));
    }

    private List<ServicePlatform> servicePlatforms() {
        return List.of(
                new ServicePlatform(
                        name + "中小企业公共服务平台" + MARK,
                        PlatformLevel.REGIONAL,
                        counties.split("、")[0] + industry + "集群运营中心" + MARK,
                        "自治区工业和信息化厅",
                        "示例〔" + years.first() + "〕12号",
                        LocalDate.of(years.first(), 9, 20)),
                new ServicePlatform(
                        industry + "小微企业创业创新基地" + MARK,
                        PlatformLevel.CITY,
                        counties.split("、")[0] + industry + "集群运营中心" + MARK,
                        "市级中小企业主管部门",
                        "示例〔" + years.middle() + "〕7号",
                        LocalDate.of(years.middle(), 6, 8)));
    }

    private List<ServiceItem> services() {
        String provider = name + "中小企业公共服务平台" + MARK;
        return List.of(
                new ServiceItem("惠企政策宣讲", ServiceKind.POLICY_ADVICE, provider, served(1), day(3, 12), null),
                new ServiceItem("技能人才培训", ServiceKind.TRAINING, provider, served(2), day(5, 20), "SL-FW-01"),
                new ServiceItem("银企对接会", ServiceKind.FINANCING, provider, served(3), day(7, 9), null),
                new ServiceItem("数字化转型诊断", ServiceKind.DIGITALISATION, provider, served(4), day(9, 15), "SL-FW-02"),
                new ServiceItem("节能诊断和碳核算", ServiceKind.GREEN, provider, served(5), day(10, 22), "SL-FW-03"));
    }

    private int served(int part) {
        return Math.max(1, count(Figure.ENTERPRISES, 2) / part);
    }

    private List<Certificate> certificates() {
        String county = counties.split("、")[0];
        return List.of(
                new Certificate("污染物排放达标情况", "第十一条(六)", county + "生态环境部门" + MARK, "示例证〔1〕号", day(12, 8)),
                new Certificate("运营管理机构设立批复", "第十一条(八)", county + "人民政府" + MARK, "示例证〔2〕号", day(2, 26)),
                new Certificate("主导产业列入县域规划", "第十一条(一)", county + "发展改革部门" + MARK, null, day(4, 2)));
    }

    private LocalDate day(int month, int day) {
        return LocalDate.of(years.last(), month, day);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : plain(new BigDecimal(text));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
