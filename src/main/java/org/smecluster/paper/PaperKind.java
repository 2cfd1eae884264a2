package org.smecluster.paper;

import static org.smecluster.paper.PaperField.list;
import static org.smecluster.paper.PaperField.of;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.smecluster.law.Article;
import org.smecluster.registry.LifeReader;

/** The papers that are made of what the system holds, each with its article, who issues it and to whom. */
public enum PaperKind {
    ACCEPTANCE(
            "受理通知书",
            Article.of(12, 2),
            Issuer.CITY,
            Reader.UNIT,
            Form.LETTER,
            Fields.RECEIVED,
            of("受理意见", "材料齐全，符合法定形式。")),
    CORRECTION(
            "补正通知书",
            Article.of(12, 2),
            Issuer.CITY,
            Reader.UNIT,
            Form.LETTER,
            Fields.RECEIVED,
            of("补正意见", "专利清单与数据表的件数不一致，请核对后重新提交。"),
            of("补正期限", "10"),
            Fields.REMEDY,
            list("补正", of("材料", "第十三条(七)有效发明专利清单"), of("原因", "清单41件，数据表填45件"))),
    REFUSAL(
            "不予受理通知书",
            Article.of(12, 2),
            Issuer.CITY,
            Reader.UNIT,
            Form.LETTER,
            Fields.RECEIVED,
            of("理由", "集群不在本市行政区划范围内。"),
            Fields.REMEDY),
    PRELIMINARY_OPINION(
            "初审意见",
            Article.of(12, 2),
            Issuer.CITY,
            Reader.CITY,
            Form.SHEET,
            Fields.RECEIVED,
            Fields.INDUSTRY,
            of("结论", "符合"),
            of("意见", "经审查申报材料并现场核查，符合第十条、第十一条规定的条件。"),
            of("对需说明事项的判断", "主导产业产值增速4.6%，系检修停产所致，予以认可。"),
            of("评估结论", "需说明"),
            of("经办人", "冯国栋"),
            of("经办日期", "2026年12月3日"),
            Fields.CONDITIONS),
    SITE_VERIFICATION(
            "现场核查符合性说明",
            Article.of(12, 2),
            Issuer.CITY,
            Reader.CITY,
            Form.SHEET,
            Fields.INDUSTRY,
            of("核查日期", "2026年12月2日"),
            of("核查人员", "冯国栋、石慧"),
            of("总的情况", "现场与申报材料一致。"),
            of("备注", ""),
            of("经办人", "冯国栋"),
            of("经办日期", "2026年12月3日"),
            list("核查", of("条款", "第十一条(四)"), of("条件", "协同创新能力"), of("结论", "符合"), of("情况", "抽查专利证书41件，与清单一致"))),
    RECOMMENDATION(
            "推荐函",
            Article.of(13, 1),
            Issuer.CITY,
            Reader.CITY,
            Form.LETTER,
            of("年度", "2026"),
            of("申报通知", "宁工信规发〔2026〕1号"),
            of("推荐集群数", "1"),
            of("推荐意见", "符合推荐条件，同意推荐。"),
            list(
                    "汇总",
                    of("推荐顺序", "1"),
                    of("集群名称", "示例县精细化工产业集群"),
                    of("主导产业", "精细化工"),
                    of("所在县", "示例县"),
                    of("申报单位", "示例县工业和信息化局"),
                    of("最低年产值", "46.2亿元"),
                    of("中小企业产值占比", "71.3%"),
                    of("主导产业产值占比", "68.0%"),
                    of("主导产业增速", "7.9%"),
                    of("优质中小企业", "12家"),
                    of("评估结论", "符合"),
                    of("现场核查", "2026-12-02，八项均符合"),
                    of("案号", "NXJQ-0000-RD-00000"))),
    RE_REVIEW_OPINION(
            "复审意见",
            Article.of(12, 3),
            Issuer.REGION,
            Reader.REGION,
            Form.SHEET,
            Fields.RECEIVED,
            Fields.INDUSTRY,
            of("推荐文件", "石工信发〔2026〕31号"),
            of("结论", "通过"),
            of("意见", "复审材料和专家意见，符合第十条、第十一条规定的条件。"),
            of("对需说明事项的判断", ""),
            of("评估结论", "符合"),
            of("经办人", "马晓燕"),
            of("经办日期", "2027年1月20日"),
            Fields.CONDITIONS),
    NOT_RECOGNISED(
            "不予认定决定书",
            Article.of(12, 3),
            Issuer.REGION,
            Reader.UNIT,
            Form.LETTER,
            Fields.RECEIVED,
            of("理由", "每万人有效发明专利拥有量低于5件。"),
            Fields.REMEDY,
            list(
                    "不符合",
                    of("条款", "第十一条(四)"),
                    of("条件", "每万人有效发明专利拥有量"),
                    of("数值", "4.62 件"),
                    of("要求", "不低于5件"),
                    of("结论", "不符合"),
                    of("差距", "差 0.38 件")),
            list("情形", of("情况", "某公司于2025年3月2日发生生产安全事故（较大）"), of("结论", "否决"))),
    EXPERT_OPINION(
            "专家评审意见表",
            Article.of(12, 3),
            Issuer.REGION,
            Reader.REGION_FOR_GOOD,
            Form.SHEET,
            of("专家", "周明"),
            of("评审结论", "推荐"),
            of("评分", "86.50"),
            of("意见", "主导产业集聚度高，龙头企业带动明显，建议推荐。"),
            of("评审日期", "2027年1月12日"),
            list("打分", of("内容", "产业链协作"), of("权重", "20"), of("得分", "88"))),
    EXPERT_MINUTES(
            "专家评审记录",
            Article.of(12, 3),
            Issuer.REGION,
            Reader.REGION_FOR_GOOD,
            Form.SHEET,
            of("专家人数", "3"),
            of("平均分", "85.33"),
            of("最高最低分差", "6.00"),
            of("分歧", "无"),
            list(
                    "意见",
                    of("专家", "周明"),
                    of("评审结论", "推荐"),
                    of("评分", "86.50"),
                    of("意见", "主导产业集聚度高，建议推荐。"),
                    of("日期", "2027年1月12日"))),
    PUBLIC_NOTICE(
            "公示",
            Article.of(12, 3),
            Issuer.REGION,
            Reader.CITY,
            Form.NOTICE,
            of("标题", "2026年度宁夏回族自治区中小企业特色产业集群拟认定名单公示"),
            of("公示开始", "2027年2月3日"),
            of("公示截止", "2027年2月9日"),
            of("工作日数", "5"),
            of("电话", "0951-0000000"),
            of("地址", "银川市某路1号"),
            of("电子邮箱", "（公示载明的电子邮箱）"),
            of("纪检监察", "驻厅纪检监察组，电话0951-0000001"),
            Fields.LISTED),
    ANNOUNCEMENT(
            "认定名单公布通知",
            Article.of(12, 3),
            Issuer.REGION,
            Reader.CITY,
            Form.LETTER,
            of("年度", "2026"),
            of("年度通知", "宁工信规发〔2026〕1号"),
            of("集群数", "12"),
            Fields.LISTED),
    CERTIFICATE(
            "认定证书",
            Article.of(12, 3),
            Issuer.REGION,
            Reader.UNIT,
            Form.SHEET,
            Fields.NUMBER,
            Fields.INDUSTRY,
            of("认定日期", "2027年2月12日"),
            of("有效期至", "2030年2月11日"),
            Fields.DOCUMENT),
    CHANGE_RECEIPT(
            "变更备案回执",
            Article.of(15),
            Issuer.REGION,
            Reader.UNIT,
            Form.SHEET,
            Fields.NUMBER,
            of("变动事项", "运营机构"),
            of("变动日期", "2027年5月6日"),
            of("变动后", "示例县精细化工产业服务有限公司"),
            of("提交日期", "2027年5月20日"),
            of("备案截止", "2027年6月6日"),
            of("是否按时", "按时"),
            of("是否重大变动", "重大变动"),
            of("意见", "同意备案。"),
            of("经办人", "马晓燕"),
            of("登记日期", "2027年5月28日")),
    YEARLY_SUMMARY(
            "年度监测总结",
            Article.of(16),
            Issuer.REGION,
            Reader.REGION,
            Form.SHEET,
            of("年度", "2026"),
            of("报送截止", "2027年3月30日"),
            of("应报送", "42"),
            of("已报送", "41"),
            of("逾期未报送", "1"),
            of("审阅通过", "41"),
            of("总结", "各集群运行总体平稳。"),
            of("经办人", "马晓燕"),
            of("办结日期", "2027年5月12日"),
            list(
                    "分市",
                    of("市", "示例市"),
                    of("应报送", "9"),
                    of("已报送", "9"),
                    of("迟报", "0"),
                    of("未报送", "0"),
                    of("审阅通过", "9"),
                    of("符合", "8"),
                    of("需说明", "1"),
                    of("不符合", "0"),
                    of("预警", "2"))),
    REVOCATION_NOTICE(
            "撤销认定事先告知书",
            Article.of(17),
            Issuer.REGION,
            Reader.UNIT,
            Form.LETTER,
            Fields.NUMBER,
            Fields.DOCUMENT,
            Fields.GROUNDS,
            Fields.FACTS,
            of("证据", "提醒记录2份"),
            list("查明", of("情形", "(三)未按要求及时报送"), of("结论", "属实"))),
    REVOCATION(
            "撤销认定决定书",
            Article.of(17),
            Issuer.REGION,
            Reader.UNIT,
            Form.LETTER,
            Fields.NUMBER,
            Fields.DOCUMENT,
            Fields.GROUNDS,
            Fields.FACTS,
            of("告知书文号", "宁工信告〔2028〕2号"),
            of("送达日期", "2028年4月20日"),
            of("陈述申辩", "没有意见"),
            of("听证", ""),
            of("理由", "事实清楚，证据确凿，符合撤销情形。"),
            Fields.REMEDY);

    /** Who issues a paper. */
    public enum Issuer {
        CITY,
        REGION
    }

    /** Whom a paper is for, once it is issued; the parts of the house above may read it too. */
    private enum Reader {
        UNIT,
        CITY,
        /** Of the region's deliberation: its own until the case is closed. */
        REGION,
        /** What experts said. */
        REGION_FOR_GOOD
    }

    private enum Form {
        /** By GB/T 9704, with a number. */
        LETTER,
        /** The same without one. */
        NOTICE,
        /** A table sheet, signed and kept with the case. */
        SHEET
    }

    private static final class Fields {
        static final PaperField RECEIVED = of("提交日期", "2026年11月29日");
        static final PaperField GROUNDS = of("依据", "第十七条(三)");
        static final PaperField FACTS = of("查明的事实", "2027年度未按要求报送集群培育情况，经两次提醒仍未报送。");
        static final PaperField NUMBER = of("集群编号", "NXJQ-000000-0000");
        static final PaperField DOCUMENT = of("认定文件", "宁工信企发〔2027〕3号");
        static final PaperField INDUSTRY = of("主导产业", "精细化工");
        static final PaperField REMEDY = of("救济途径", "对本决定不服的，可以自收到之日起六十日内依法申请行政复议，或者六个月内依法提起行政诉讼。");
        static final PaperField LISTED = list(
                "名单",
                of("集群名称", "示例县精细化工产业集群"),
                of("主导产业", "精细化工"),
                of("申报单位", "示例县工业和信息化局"),
                of("所在县", "示例县"),
                of("所在市", "示例市"));
        static final PaperField CONDITIONS = list(
                "条件",
                of("条款", "第十一条(一)"),
                of("条件", "近三年产值"),
                of("数值", "46.20 亿元"),
                of("要求", "每年均不低于20亿元"),
                of("结论", "符合"),
                of("差距", ""));
    }

    /** What every paper may tell. */
    private static final List<PaperField> COMMON = List.of(
            of("稿别", "未盖章稿"),
            of("发文机关", "宁夏回族自治区工业和信息化厅"),
            of("文号", "宁工信示例〔2026〕1号"),
            of("成文日期", "2026年12月14日"),
            of("案号", "NXJQ-0000-RD-00000"),
            of("集群名称", "示例县精细化工产业集群"),
            of("申报单位", "示例县工业和信息化局"),
            of("市", "示例市"),
            of("来源", "案号NXJQ-0000-RD-00000　数据摘要0123456789ab　模板第1版"));

    private static final Set<String> ALWAYS = Set.of("稿别", "来源");

    private final String label;
    private final Article article;
    private final Issuer issuer;
    private final Reader reader;
    private final Form form;
    private final Map<String, PaperField> fields = new LinkedHashMap<>();

    PaperKind(String label, Article article, Issuer issuer, Reader reader, Form form, PaperField... own) {
        this.label = label;
        this.article = article;
        this.issuer = issuer;
        this.reader = reader;
        this.form = form;
        Arrays.stream(own).forEach(field -> fields.put(field.name(), field));
    }

    /** Empty for another word. */
    public static Optional<PaperKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static PaperField of(String name, String example) {
        return PaperField.of(name, example);
    }

    /** A row of 名单, in notice and announcement. */
    public static Map<String, String> listed(
            String clusterName, String leadingIndustry, String applicant, String county, String city) {
        return Map.of("集群名称", clusterName, "主导产业", leadingIndustry, "申报单位", applicant, "所在县", county, "所在市", city);
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }

    public Article article() {
        return article;
    }

    public boolean ofCity() {
        return issuer == Issuer.CITY;
    }

    /** Whether it goes out by GB/T 9704 under a number (发文字号). */
    public boolean numbered() {
        return form == Form.LETTER;
    }

    /** Whether its page is that of GB/T 9704. */
    public boolean formal() {
        return form != Form.SHEET;
    }

    /** Whether it is made only where a policy owner has switched it on: the Measures know none. */
    public boolean optional() {
        return this == CERTIFICATE;
    }

    /** Whether it tells what experts said, which stays the region's. */
    public boolean ofExperts() {
        return reader == Reader.REGION_FOR_GOOD;
    }

    /** Whether it is addressed to the unit. */
    public boolean toUnit() {
        return reader == Reader.UNIT;
    }

    /** Who reads it at least once it is issued. @param closed whether the case is */
    public LifeReader least(boolean closed) {
        return switch (reader) {
            case UNIT -> LifeReader.UNIT;
            case CITY -> LifeReader.CITY;
            case REGION -> closed ? LifeReader.CITY : LifeReader.REGION;
            case REGION_FOR_GOOD -> LifeReader.REGION;
        };
    }

    /** Fields of its templates, those of every paper first. */
    public List<PaperField> fields() {
        List<PaperField> all = new ArrayList<>(COMMON);
        all.addAll(fields.values());
        return all;
    }

    /** Names that a template may hold: fields, and columns as {@code list.column}. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (PaperField field : fields()) {
            if (field.isList()) {
                names.add(field.name() + ".序号");
                field.columns().forEach(column -> names.add(field.name() + "." + column.name()));
            } else {
                names.add(field.name());
            }
        }
        return names;
    }

    /** Names that a template must hold, so that no paper leaves out what it has to say. */
    public Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(ALWAYS);
        if (formal()) {
            wanted.addAll(List.of("发文机关", "成文日期"));
        }
        if (numbered()) {
            wanted.add("文号");
        }
        if (fields.containsKey("救济途径")) {
            wanted.add("救济途径");
        }
        return wanted;
    }

    /** @throws IllegalArgumentException where it tells what the kind has no field for */
    public PaperFacts checked(PaperFacts facts) {
        facts.values().keySet().forEach(this::require);
        facts.lists()
                .forEach((list, rows) ->
                        rows.forEach(row -> row.keySet().forEach(column -> require(list + "." + column))));
        return facts;
    }

    private void require(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(this + " has no field " + name);
        }
    }

    /** Of no case: each field with its example. @param rows of each list */
    public PaperFacts sample(int rows) {
        PaperFacts facts = PaperFacts.none();
        for (PaperField field : fields()) {
            facts = field.isList()
                    ? facts.withList(
                            field.name(),
                            IntStream.range(0, rows).mapToObj(row -> row(field)).toList())
                    : facts.with(field.name(), field.example());
        }
        return facts;
    }

    private static Map<String, String> row(PaperField list) {
        Map<String, String> row = new LinkedHashMap<>();
        list.columns().forEach(column -> row.put(column.name(), column.example()));
        return row;
    }

    /** Where its template as shipped stands on the class path. */
    String resource() {
        return "/papers/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".docx";
    }
}
