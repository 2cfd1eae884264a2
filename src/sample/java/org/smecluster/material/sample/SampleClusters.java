package org.smecluster.material.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.smecluster.indicator.EnterpriseTitle;
import org.smecluster.indicator.Figure;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.PatentKind;
import org.smecluster.material.sample.SampleCluster.Declared;
import org.smecluster.material.sample.SampleCluster.Expected;
import org.smecluster.material.sample.SampleCluster.SampleIncident;

/** The sample clusters of an application year. */
public final class SampleClusters {

    private static final String COUNTY = "COUNTY_DEPARTMENT";

    private static final Map<String, String> WORDS = words();

    private final int year;

    private SampleClusters(int year) {
        this.year = year;
    }

    /**
     * @param applicationYear figures are for the three years before, titles are valid in it
     */
    public static List<SampleCluster> of(int applicationYear) {
        SampleClusters samples = new SampleClusters(applicationYear);
        return List.of(
                samples.fineChemicals(),
                samples.goji(),
                samples.cashmere(),
                samples.newMaterials(),
                samples.wine(),
                samples.tanSheep(),
                samples.dairy(),
                samples.equipment());
    }

    private SampleCluster fineChemicals() {
        SampleData data = new SampleData("平罗县精细化工产业集群", "精细化工", "平罗县", "640221", year)
                .area("68.5")
                .boundaries("东至黄河，西至包兰铁路，南至崇岗镇，北至红崖子乡")
                .given(Figure.TOTAL_OUTPUT, "86.2", "93.5", "101.8")
                .given(Figure.SME_OUTPUT, "61.9", "68.4", "75.3")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "66.0", "72.1", "79.4")
                .given(Figure.SME_RD_EXPENSE, "1.32", "1.48", "1.66")
                .given(Figure.SME_INVENTION_PATENTS, 78, 85, 93)
                .given(Figure.EMPLOYEES, 11_200, 11_600, 11_900)
                .given(Figure.SME_EMPLOYEES, 7_800, 8_100, 8_300)
                .given(Figure.ENTERPRISES, 132, 138, 146)
                .given(Figure.SMES, 129, 135, 143)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 12, 19, 28)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.415", "0.46", "0.523")
                .given(Figure.CO2_EMISSIONS, "168.0", "161.2", "154.7")
                .given(Figure.EXPORTS, "4.2", "4.9", "5.6")
                .platforms("精细化工中试基地", "化工安全与环保重点实验室", "校企联合研究院")
                .standards(4)
                .topics("医药中间体", "农药中间体", "染料中间体", "高纯溶剂", "功能助剂")
                .little(2)
                .quality(9);
        return county(
                "fine-chemicals-pingluo",
                "全部条件符合；属高耗能行业，能效高于基准值",
                data,
                declared(Set.of("highEnergyIndustry")),
                List.of(),
                outcomes(Map.of()),
                "MET",
                false);
    }

    private SampleCluster goji() {
        SampleData data = new SampleData("中宁县枸杞精深加工产业集群", "枸杞精深加工", "中宁县", "640521", year)
                .area("126.5")
                .boundaries("东至鸣沙镇，西至石空镇，南至大战场镇，北至余丁乡")
                .given(Figure.TOTAL_OUTPUT, "42.3", "43.6", "45.0")
                .given(Figure.SME_OUTPUT, "35.8", "37.0", "38.6")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "36.4", "37.5", "38.9")
                .given(Figure.SME_RD_EXPENSE, "0.52", "0.57", "0.62")
                .given(Figure.SME_INVENTION_PATENTS, 31, 33, 36)
                .given(Figure.EMPLOYEES, 9_800, 9_900, 10_100)
                .given(Figure.SME_EMPLOYEES, 6_800, 6_900, 7_000)
                .given(Figure.ENTERPRISES, 96, 101, 108)
                .given(Figure.SMES, 94, 99, 106)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 9, 13, 18)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.22", "0.26", "0.31")
                .given(Figure.CO2_EMISSIONS, "12.4", "12.1", "11.8")
                .given(Figure.EXPORTS, "3.1", "3.6", "4.2")
                .platforms("枸杞功能成分工程技术研究中心", "枸杞质量检验检测平台")
                .standards(0)
                .topics("枸杞多糖", "枸杞原浆", "枸杞籽油", "枸杞酵素", "冻干枸杞")
                .kind(PatentKind.PLANT_VARIETY)
                .quality(7);
        return sample(
                "goji-zhongning",
                "只有一般性条款未达到：占地面积超过、主导产业增速偏低、没有标准，均需说明",
                data,
                "county-640521",
                COUNTY,
                null,
                false,
                declared(Set.of()),
                Map.of(
                        "areaSquareKm", "占地含连片种植基地约四十平方公里，加工园区面积为八十六平方公里。",
                        "leadingIndustryGrowth", "原料连续两年减产，主导产业转向高附加值产品，产量未增而利润上升。",
                        "standardCount", "两项地方标准已立项，尚未发布。"),
                List.of(),
                outcomes(Map.of(
                        "areaSquareKm", "NEEDS_EXPLANATION",
                        "leadingIndustryGrowth", "NEEDS_EXPLANATION",
                        "standardCount", "NEEDS_EXPLANATION")),
                true,
                "NEEDS_EXPLANATION",
                false);
    }

    private SampleCluster cashmere() {
        SampleData data = new SampleData("灵武市羊绒产业集群", "羊绒纺织", "灵武市", "640181", year)
                .area("35.2")
                .boundaries("东至白芨滩，西至黄河，南至郝家桥镇，北至临河镇")
                .given(Figure.TOTAL_OUTPUT, "58.0", "60.5", "63.8")
                .given(Figure.SME_OUTPUT, "44.1", "46.9", "50.2")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "49.5", "52.6", "56.1")
                .given(Figure.SME_RD_EXPENSE, "0.61", "0.66", "0.72")
                .given(Figure.SME_INVENTION_PATENTS, 24, 26, 28)
                .given(Figure.EMPLOYEES, 8_900, 9_100, 9_300)
                .given(Figure.SME_EMPLOYEES, 6_200, 6_300, 6_500)
                .given(Figure.ENTERPRISES, 112, 116, 120)
                .given(Figure.SMES, 110, 114, 117)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 5, 7, 9)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.25", "0.285", "0.33")
                .given(Figure.CO2_EMISSIONS, "15.6", "15.1", "14.5")
                .given(Figure.EXPORTS, "12.0", "13.1", "14.6")
                .platforms("羊绒分梳工程技术研究中心")
                .standards(2)
                .topics("无毛绒", "精纺羊绒纱", "羊绒针织面料", "羊绒染整", "羊绒制品")
                .little(1)
                .quality(6);
        return county(
                "cashmere-lingwu",
                "一项硬性条件不符合：工业互联网平台应用普及率7.5%，低于10%",
                data,
                declared(Set.of()),
                List.of(),
                outcomes(Map.of("industrialInternetPenetration", "NOT_MET")),
                "NOT_MET",
                false);
    }

    private SampleCluster newMaterials() {
        SampleData data = new SampleData("惠农区新材料产业集群", "硅基和碳基新材料", "惠农区", "640205", year)
                .area("54.0")
                .boundaries("东至黄河，西至贺兰山，南至尾闸镇，北至红果子镇")
                .given(Figure.TOTAL_OUTPUT, "92.0", "96.0", "101.0")
                .given(Figure.SME_OUTPUT, "58.5", "61.9", "66.3")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "71.0", "75.2", "80.1")
                .given(Figure.SME_RD_EXPENSE, "1.10", "1.20", "1.31")
                .given(Figure.SME_INVENTION_PATENTS, 52, 56, 61)
                .given(Figure.EMPLOYEES, 13_200, 13_400, 13_600)
                .given(Figure.SME_EMPLOYEES, 9_200, 9_300, 9_500)
                .given(Figure.ENTERPRISES, 88, 90, 94)
                .given(Figure.SMES, 86, 88, 92)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 10, 13, 17)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.38", "0.42", "0.47")
                .given(Figure.CO2_EMISSIONS, "402", "391", "380")
                .given(Figure.EXPORTS, "2.2", "2.5", "2.9")
                .platforms("碳基材料工程技术研究中心", "硅材料检测公共平台")
                .standards(3)
                .topics("碳化硅微粉", "活性炭", "石墨电极", "工业硅", "双氰胺")
                .little(2)
                .quality(8);
        SampleIncident incident = new SampleIncident(
                "SAFETY",
                "LARGE",
                LocalDate.of(year - 2, 8, 16),
                data.enterprise(3).creditCode().value(),
                data.enterprise(3).name(),
                "应急管理部门事故调查报告（示例）");
        return county(
                "new-materials-huinong",
                "条件均符合，但近三年内发生较大生产安全事故，被否决",
                data,
                declared(Set.of("highEnergyIndustry", "highWaterIndustry")),
                List.of(incident),
                outcomes(Map.of()),
                "MET",
                true);
    }

    private SampleCluster wine() {
        SampleData data = new SampleData("贺兰山东麓葡萄酒产业集群", "葡萄酒", "永宁县、西夏区", "640121", year)
                .area("88.0")
                .boundaries("东至西干渠，西至贺兰山，南至闽宁镇，北至镇北堡镇")
                .given(Figure.TOTAL_OUTPUT, "33.5", "36.2", "39.4")
                .given(Figure.SME_OUTPUT, "29.3", "31.9", "34.9")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "26.8", "29.3", "32.2")
                .given(Figure.SME_RD_EXPENSE, "0.31", "0.34", "0.38")
                .given(Figure.SME_INVENTION_PATENTS, 14, 15, 16)
                .given(Figure.EMPLOYEES, 6_200, 6_400, 6_600)
                .given(Figure.SME_EMPLOYEES, 4_300, 4_400, 4_600)
                .given(Figure.ENTERPRISES, 74, 78, 83)
                .given(Figure.SMES, 73, 77, 81)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 8, 11, 15)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.18", "0.215", "0.26")
                .given(Figure.CO2_EMISSIONS, "4.1", "3.9", "3.7")
                .given(Figure.EXPORTS, "0.42", "0.51", "0.63")
                .platforms("葡萄酒工程技术研究中心", "酿酒葡萄苗木繁育平台")
                .standards(3)
                .topics("干红葡萄酒", "干白葡萄酒", "酿酒酵母", "葡萄籽提取物", "橡木桶陈酿")
                .kind(PatentKind.PLANT_VARIETY)
                .little(1)
                .quality(5);
        return sample(
                "wine-yongning",
                "集群跨永宁县、西夏区，由产值比例最大的永宁县申报，主体合格，全部条件符合",
                data,
                "county-640121",
                COUNTY,
                new Across(List.of("640105"), "永宁县 24.3\n西夏区 15.1", true),
                false,
                declared(Set.of()),
                Map.of(),
                List.of(),
                outcomes(Map.of()),
                true,
                "MET",
                false);
    }

    private SampleCluster tanSheep() {
        SampleData data = new SampleData("盐池县滩羊肉加工产业集群", "滩羊肉加工", "盐池县", "640323", year)
                .area("46.0")
                .boundaries("东至花马池镇东界，西至高沙窝镇，南至惠安堡镇，北至王乐井乡")
                .given(Figure.TOTAL_OUTPUT, "48.0", "51.2", "55.0")
                .given(Figure.SME_OUTPUT, "41.0", "44.0", "47.6")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "43.5", "46.9", "50.4")
                .given(Figure.SME_RD_EXPENSE, null, "0.29", "0.33")
                .given(Figure.SME_INVENTION_PATENTS, 11, 12, 13)
                .given(Figure.EMPLOYEES, 7_300, 7_500, 7_700)
                .given(Figure.SME_EMPLOYEES, 5_100, 5_200, 5_300)
                .given(Figure.ENTERPRISES, 85, 89, 95)
                .given(Figure.SMES, 83, 87, 93)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 9, 12, 16)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.15", null, "0.21")
                .given(Figure.CO2_EMISSIONS, null, "6.6", "6.4")
                .given(Figure.EXPORTS, "0.20", "0.26", "0.33")
                .noPolicyCoverage()
                .platforms("滩羊肉品质检测平台")
                .standards(2)
                .topics("滩羊肉分割", "羊肉冷链", "羊肉预制菜", "羊骨提取物", "羊肉嫩化")
                .quality(6);
        return county(
                "tan-sheep-yanchi",
                "数据不全：缺研发经费、工业软件应用率、碳排放各一年和政策宣贯覆盖率，按缺数据处理",
                data,
                declared(Set.of()),
                List.of(),
                outcomes(Map.of(
                        "smeRdGrowth", "MISSING",
                        "industrialSoftwareUsageRising", "MISSING",
                        "co2EmissionFalling", "MISSING",
                        "emissionIntensityFalling", "MISSING",
                        "policyCoverageRate", "MISSING")),
                "MISSING",
                false);
    }

    private SampleCluster dairy() {
        SampleData data = new SampleData("利通—青铜峡乳制品产业集群", "乳制品", "利通区、青铜峡市", "640381", year)
                .area("72.0")
                .boundaries("东至高闸镇，西至青铜峡镇，南至金银滩镇，北至瞿靖镇")
                .given(Figure.TOTAL_OUTPUT, "120", "131", "142")
                .given(Figure.SME_OUTPUT, "78", "86", "94.5")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "101", "111", "121")
                .given(Figure.SME_RD_EXPENSE, "0.98", "1.06", "1.15")
                .given(Figure.SME_INVENTION_PATENTS, 27, 29, 31)
                .given(Figure.EMPLOYEES, 12_400, 12_800, 13_100)
                .given(Figure.SME_EMPLOYEES, 8_600, 8_900, 9_100)
                .given(Figure.ENTERPRISES, 64, 67, 71)
                .given(Figure.SMES, 63, 66, 70)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 12, 15, 19)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.46", "0.50", "0.55")
                .given(Figure.CO2_EMISSIONS, "38.0", "37.2", "36.1")
                .given(Figure.EXPORTS, "1.4", "1.7", "2.1")
                .platforms("乳品加工技术创新中心", "生鲜乳检测平台")
                .standards(3)
                .topics("巴氏杀菌乳", "乳清蛋白", "奶酪", "发酵乳", "牛初乳")
                .little(2)
                .quality(7);
        return sample(
                "dairy-qingtongxia",
                "跨县集群由产值比例不是最大的青铜峡市申报，申报主体不合格",
                data,
                "county-640381",
                COUNTY,
                new Across(List.of("640302"), "青铜峡市 61.5\n利通区 80.5", false),
                false,
                declared(Set.of()),
                Map.of(),
                List.of(),
                outcomes(Map.of()),
                false,
                "MET",
                false);
    }

    private SampleCluster equipment() {
        SampleData data = new SampleData("大武口区煤机装备产业集群", "煤矿机械装备", "大武口区", "640202", year)
                .area("100")
                .boundaries("东至星海湖，西至贺兰山，南至隆湖，北至石嘴山大道")
                .given(Figure.TOTAL_OUTPUT, "20.00", "21.00", "22.05")
                .given(Figure.SME_OUTPUT, "12.00", "12.60", "13.23")
                .given(Figure.LEADING_INDUSTRY_OUTPUT, "12.00", "12.60", "13.23")
                .given(Figure.SME_RD_EXPENSE, "0.40", "0.425", "0.45")
                .given(Figure.SME_INVENTION_PATENTS, 3, 4, 4)
                .given(Figure.EMPLOYEES, 7_800, 7_900, 8_000)
                .given(Figure.SME_EMPLOYEES, 5_400, 5_500, 5_600)
                .given(Figure.ENTERPRISES, 28, 29, 30)
                .given(Figure.SMES, 28, 29, 30)
                .given(Figure.ENTERPRISES_ON_PLATFORM, 1, 2, 3)
                .given(Figure.INDUSTRIAL_SOFTWARE_USAGE, "0.30", "0.30", "0.31")
                .given(Figure.CO2_EMISSIONS, "9.00", "8.99", "8.98")
                .given(Figure.EXPORTS, "0.50", "0.50", "0.51")
                .platforms("煤机装备检测平台")
                .standards(1)
                .topics("刮板输送机", "液压支架", "矿用减速器", "带式输送机", "掘进机截齿")
                .quality(5)
                .expiredTitle(EnterpriseTitle.LITTLE_GIANT);
        return sample(
                "equipment-dawukou",
                "由市里指定的开发区管委会申报；各项数值恰在标准线上，全部符合；一家“小巨人”称号已到期，不计入",
                data,
                "park-shizuishan-hitech",
                "PARK_COMMITTEE",
                null,
                true,
                declared(Set.of()),
                Map.of(),
                List.of(),
                outcomes(Map.of()),
                true,
                "MET",
                false);
    }

    private SampleCluster county(
            String key,
            String story,
            SampleData data,
            Map<String, Declared> declarations,
            List<SampleIncident> incidents,
            Map<String, String> outcomes,
            String overall,
            boolean vetoed) {
        return sample(
                key,
                story,
                data,
                "county-" + data.countyCode(),
                COUNTY,
                null,
                false,
                declarations,
                Map.of(),
                incidents,
                outcomes,
                true,
                overall,
                vetoed);
    }

    /**
     * Beyond which county a cluster lies; outputs as its applicant enters them, of the year before the application's, together the
     * total output.
     */
    private record Across(List<String> others, String outputs, boolean largest) {}

    private SampleCluster sample(
            String key,
            String story,
            SampleData data,
            String applicantGroup,
            String applicantType,
            Across across,
            boolean designatedByCity,
            Map<String, Declared> declarations,
            Map<String, String> explanations,
            List<SampleIncident> incidents,
            Map<String, String> outcomes,
            boolean eligible,
            String overall,
            boolean vetoed) {
        ClusterWorkbook workbook = data.workbook();
        return new SampleCluster(
                key,
                story,
                data.countyCode(),
                applicantGroup,
                applicantType,
                across != null,
                across == null ? List.of() : across.others(),
                across == null ? null : across.outputs(),
                across != null && across.largest(),
                designatedByCity,
                LocalDate.of(year, 6, 15),
                declarations,
                new TreeMap<>(explanations),
                incidents,
                new Expected(eligible, overall, vetoed, outcomes),
                workbook);
    }

    /** Every declaration in the applicant's favour; the industries given are of the kind that needs a second one. */
    private static Map<String, Declared> declared(Set<String> intensive) {
        Map<String, Declared> declarations = new LinkedHashMap<>();
        WORDS.forEach((input, words) -> declarations.put(input, new Declared(true, words)));
        second(declarations, intensive, "highEnergyIndustry", "energyEfficiencyAboveBenchmark");
        second(declarations, intensive, "highWaterIndustry", "waterEfficiencyAboveAverage");
        return declarations;
    }

    private static void second(
            Map<String, Declared> declarations, Set<String> intensive, String industry, String efficiency) {
        if (!intensive.contains(industry)) {
            declarations.put(industry, new Declared(false, "主导产业不在名录内。"));
            declarations.put(efficiency, new Declared(null, null));
        }
    }

    /** All codes of the contract, met but for the given ones. */
    private static Map<String, String> outcomes(Map<String, String> others) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (String code : CODES) {
            outcomes.put(code, others.getOrDefault(code, "MET"));
        }
        return outcomes;
    }

    private static final List<String> CODES = List.of(
            "areaSquareKm",
            "minAnnualOutput",
            "smeOutputShare",
            "leadingIndustryOutputShare",
            "leadingIndustryGrowth",
            "pillarIndustry",
            "conformsToIndustrialPolicy",
            "qualityEnterprises",
            "chainLayoutRational",
            "supplyChainCollaboration",
            "resourceSharing",
            "keyLinkSupporting",
            "smeRdGrowth",
            "inventionPatentGrowth",
            "inventionPatentsPer10kEmployees",
            "innovationPlatformCount",
            "standardCount",
            "industrialInternetPenetration",
            "industrialSoftwareUsageRising",
            "digitalNewModels",
            "industrialInternetSecurity",
            "co2EmissionFalling",
            "emissionIntensityFalling",
            "pollutantsCompliant",
            "greenServiceMechanism",
            "energyEfficiency",
            "waterEfficiency",
            "internationalCooperation",
            "exportGrowing",
            "operatorEstablished",
            "publicServiceSystem",
            "policyCoverageRate");

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("pillarIndustry", "主导产业产值居全县工业前列，已列入县域产业发展规划。");
        words.put("conformsToIndustrialPolicy", "属自治区重点产业链，不含淘汰类和限制类项目。");
        words.put("chainLayoutRational", "上游原料、中游制造、下游应用均有企业布局，附产业链图谱。");
        words.put("supplyChainCollaboration", "龙头企业与配套企业签有长期供货协议，按月通报产销计划。");
        words.put("resourceSharing", "共用检测设备、仓储物流和设计中心，已有共享章程。");
        words.put("keyLinkSupporting", "关键环节在集群内可配套，重点零部件和原料不出园区。");
        words.put("digitalNewModels", "已建成智能工厂和数字化车间，正在推广远程运维。");
        words.put("industrialInternetSecurity", "建立分类分级管理和应急预案，每年演练一次。");
        words.put("pollutantsCompliant", "近三年在线监测数据达标，排污许可证执行报告按期提交。");
        words.put("greenServiceMechanism", "设有绿色低碳服务站，提供节能诊断和碳核算服务。");
        words.put("highEnergyIndustry", "主导产业列入高耗能行业重点领域。");
        words.put("energyEfficiencyAboveBenchmark", "重点产品单位能耗优于行业基准水平，附节能监察报告。");
        words.put("highWaterIndustry", "主导产业列入高用水行业。");
        words.put("waterEfficiencyAboveAverage", "单位产品取水量优于行业平均值，附用水审计报告。");
        words.put("internationalCooperation", "连续三年参加国际专业展会，与境外机构开展技术交流。");
        words.put("operatorEstablished", "设有集群运营管理机构，专职人员到位。");
        words.put("publicServiceSystem", "建有中小企业公共服务平台，服务内容和考核办法公开。");
        return words;
    }
}
