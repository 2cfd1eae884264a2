package org.smecluster.assessment;

import static org.smecluster.assessment.ConditionInput.Source.DECLARED;
import static org.smecluster.assessment.ConditionInput.Source.FIGURE;
import static org.smecluster.assessment.ConditionInput.Source.INDICATOR;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.law.Unit;

/** Everything that the tables of {@code basicConditions} read, in the order of 第十一条. */
enum ConditionInput {
    AREA("areaSquareKm", "占地面积", Unit.SQUARE_KM, FIGURE),
    MIN_ANNUAL_OUTPUT("minAnnualOutput", "近三年最低年产值", Unit.HUNDRED_MILLION_YUAN, INDICATOR),
    SME_OUTPUT_SHARE("smeOutputShare", "中小企业产值占比", Unit.PERCENT, INDICATOR),
    LEADING_INDUSTRY_OUTPUT_SHARE("leadingIndustryOutputShare", "主导产业产值占比", Unit.PERCENT, INDICATOR),
    LEADING_INDUSTRY_GROWTH("leadingIndustryGrowth", "主导产业产值年均增速", Unit.PERCENT, INDICATOR),
    PILLAR_INDUSTRY("pillarIndustry", "主导产业为县域支柱或特色产业", Unit.YES_NO, DECLARED),
    CONFORMS_TO_INDUSTRIAL_POLICY("conformsToIndustrialPolicy", "符合产业政策和行业发展规划", Unit.YES_NO, DECLARED),
    CHAMPION_OR_LITTLE_GIANT_COUNT("championOrLittleGiantCount", "制造业单项冠军和专精特新“小巨人”企业", Unit.ENTERPRISES, INDICATOR),
    QUALITY_SME_COUNT("qualitySmeCount", "创新型中小企业、“专精特新”中小企业和国家级高新技术企业", Unit.ENTERPRISES, INDICATOR),
    CHAIN_LAYOUT_RATIONAL("chainLayoutRational", "产业链布局合理", Unit.YES_NO, DECLARED),
    SUPPLY_CHAIN_COLLABORATION("supplyChainCollaboration", "产供销一体化协作机制较完善", Unit.YES_NO, DECLARED),
    RESOURCE_SHARING("resourceSharing", "初步建立共享机制", Unit.YES_NO, DECLARED),
    KEY_LINK_SUPPORTING("keyLinkSupporting", "关键环节配套能力较强", Unit.YES_NO, DECLARED),
    SME_RD_GROWTH("smeRdGrowth", "中小企业研发经费年均增长", Unit.PERCENT, INDICATOR),
    INVENTION_PATENT_GROWTH("inventionPatentGrowth", "中小企业有效发明专利年均增长率", Unit.PERCENT, INDICATOR),
    INVENTION_PATENTS_PER_10K_EMPLOYEES("inventionPatentsPer10kEmployees", "每万人有效发明专利拥有量", Unit.PATENTS, INDICATOR),
    INNOVATION_PLATFORM_COUNT("innovationPlatformCount", "创新平台数量", Unit.PLATFORMS, FIGURE),
    STANDARD_COUNT("standardCount", "近三年主持或参与制（修）订标准数", Unit.STANDARDS, FIGURE),
    INDUSTRIAL_INTERNET_PENETRATION("industrialInternetPenetration", "工业互联网平台应用普及率", Unit.PERCENT, INDICATOR),
    INDUSTRIAL_SOFTWARE_USAGE_RISING("industrialSoftwareUsageRising", "工业软件应用率稳步提升", Unit.YES_NO, INDICATOR),
    DIGITAL_NEW_MODELS("digitalNewModels", "开展数字化新模式新业态探索", Unit.YES_NO, DECLARED),
    INDUSTRIAL_INTERNET_SECURITY("industrialInternetSecurity", "建立健全工业互联网安全保障体系", Unit.YES_NO, DECLARED),
    CO2_EMISSION_FALLING("co2EmissionFalling", "二氧化碳排放量持续下降", Unit.YES_NO, INDICATOR),
    EMISSION_INTENSITY_FALLING("emissionIntensityFalling", "二氧化碳排放强度持续下降", Unit.YES_NO, INDICATOR),
    POLLUTANTS_COMPLIANT("pollutantsCompliant", "污染物排放达到要求", Unit.YES_NO, DECLARED),
    GREEN_SERVICE_MECHANISM("greenServiceMechanism", "建立绿色低碳服务机制", Unit.YES_NO, DECLARED),
    HIGH_ENERGY_INDUSTRY("highEnergyIndustry", "属于高耗能行业", Unit.YES_NO, DECLARED),
    ENERGY_EFFICIENCY_ABOVE_BENCHMARK("energyEfficiencyAboveBenchmark", "能效水平高于行业基准值", Unit.YES_NO, DECLARED),
    HIGH_WATER_INDUSTRY("highWaterIndustry", "属于高用水行业", Unit.YES_NO, DECLARED),
    WATER_EFFICIENCY_ABOVE_AVERAGE("waterEfficiencyAboveAverage", "水效水平高于行业平均值", Unit.YES_NO, DECLARED),
    INTERNATIONAL_COOPERATION("internationalCooperation", "参与国际合作机制或交流活动", Unit.YES_NO, DECLARED),
    EXPORT_GROWING("exportGrowing", "对外贸易快速发展", Unit.YES_NO, INDICATOR),
    OPERATOR_ESTABLISHED("operatorEstablished", "设立管委会或运营管理机构", Unit.YES_NO, DECLARED),
    PUBLIC_SERVICE_SYSTEM("publicServiceSystem", "建立公共服务体系和发展促进机制", Unit.YES_NO, DECLARED),
    POLICY_COVERAGE_RATE("policyCoverageRate", "惠企政策宣贯覆盖率", Unit.PERCENT, FIGURE);

    enum Source {
        /** Stands in the workbook as it is. */
        FIGURE,
        /** Calculated from the workbook. */
        INDICATOR,
        /** Answered by a person in a form. */
        DECLARED
    }

    private final String code;
    private final String label;
    private final Unit unit;
    private final Source source;

    ConditionInput(String code, String label, Unit unit, Source source) {
        this.code = code;
        this.label = label;
        this.unit = unit;
        this.source = source;
    }

    static Optional<ConditionInput> of(String code) {
        return Stream.of(values()).filter(input -> input.code.equals(code)).findFirst();
    }

    static List<String> declared() {
        return Stream.of(values())
                .filter(input -> input.source == DECLARED)
                .map(ConditionInput::code)
                .toList();
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    Unit unit() {
        return unit;
    }

    Source source() {
        return source;
    }
}
