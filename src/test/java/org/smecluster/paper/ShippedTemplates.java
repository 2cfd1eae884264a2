package org.smecluster.paper;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.GbPage;

/** Writes the templates that come with the program; {@code TemplatesTest -Dupdate=true} puts them in their place. */
final class ShippedTemplates {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String RED = "C00000";
    /** 28 characters in a line whatever a program makes of the grid: a quarter of a point less each. */
    private static final String NARROWER = "<w:spacing w:val=\"-5\"/>";

    private static final int COLUMN = GbPage.WIDTH - GbPage.LEFT - GbPage.RIGHT;
    private static final int SHEET_MARGIN = 1417;
    private static final int SHEET_COLUMN = GbPage.WIDTH - 2 * SHEET_MARGIN;

    private ShippedTemplates() {}

    static byte[] of(PaperKind kind) {
        return made(kind).bytes();
    }

    private static Made made(PaperKind kind) {
        return switch (kind) {
            case ACCEPTANCE ->
                letter(
                        title("关于受理", "{{集群名称}}认定申报的通知"),
                        to("{{申报单位}}："),
                        body("你单位于{{提交日期}}提交的{{集群名称}}认定申报材料（案号{{案号}}）收悉。"),
                        body("{{受理意见}}"),
                        body("依据《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）第十二条第二项，现予受理，进入初审。"));
            case CORRECTION ->
                letter(
                        title("关于补正", "{{集群名称}}认定申报材料的通知"),
                        to("{{申报单位}}："),
                        body("你单位于{{提交日期}}提交的{{集群名称}}认定申报材料（案号{{案号}}）收悉。经审查，需要补正："),
                        body("{{补正意见}}"),
                        table(
                                COLUMN,
                                List.of(8, 36, 56),
                                List.of("序号", "材料", "需要补正的原因"),
                                List.of("{{补正.序号}}", "{{补正.材料}}", "{{补正.原因}}")),
                        body("请自收到本通知之日起{{补正期限}}个工作日内补正并重新提交；逾期未补正的，申报终止。"),
                        body("依据：《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）第十二条第二项。"),
                        body("{{救济途径}}"));
            case REFUSAL ->
                letter(
                        title("关于不予受理", "{{集群名称}}认定申报的通知"),
                        to("{{申报单位}}："),
                        body("你单位于{{提交日期}}提交的{{集群名称}}认定申报材料（案号{{案号}}）收悉。经审查，决定不予受理，理由如下："),
                        body("{{理由}}"),
                        body("依据：《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）第十二条第二项。"),
                        body("{{救济途径}}"));
            case PRELIMINARY_OPINION -> opinion("初审意见", "（第十二条第二项）", "初审人", "");
            case RE_REVIEW_OPINION -> opinion("复审意见", "（第十二条第三项）", "复审人", fact("推荐文件", "{{推荐文件}}"));
            case SITE_VERIFICATION ->
                sheet(
                        sheetTitle("现场核查符合性说明"),
                        facts(
                                fact("集群名称", "{{集群名称}}"),
                                fact("主导产业", "{{主导产业}}"),
                                fact("申报单位", "{{申报单位}}"),
                                fact("案号", "{{案号}}"),
                                fact("核查日期", "{{核查日期}}"),
                                fact("核查人员", "{{核查人员}}")),
                        small(""),
                        table(
                                SHEET_COLUMN,
                                List.of(18, 17, 12, 53),
                                List.of("条款", "条件", "核查结论", "看了什么、怎么看的"),
                                List.of("{{核查.条款}}", "{{核查.条件}}", "{{核查.结论}}", "{{核查.情况}}")),
                        small(""),
                        facts(fact("总的情况", "{{总的情况}}"), fact("备注", "{{备注}}"), fact("办结", "{{经办人}}　{{经办日期}}")),
                        signatures("核查人员（签字）：　　　　　　　　　　　　　　　核查单位（盖章）：", "　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日"));
            case RECOMMENDATION ->
                letter(
                                title("关于推荐{{年度}}年度自治区", "中小企业特色产业集群的函"),
                                to("宁夏回族自治区工业和信息化厅："),
                                body(
                                        "按照年度申报通知（{{申报通知}}）和《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）第十二条、第十三条，我市受理并初审了{{年度}}年度认定申报，现推荐{{推荐集群数}}个集群，请予复审。"),
                                body("{{推荐意见}}"),
                                blank(),
                                body("附件：{{年度}}年度{{市}}中小企业特色产业集群推荐汇总表"))
                        .annex(
                                annexTitle("{{年度}}年度{{市}}中小企业特色产业集群推荐汇总表"),
                                table(
                                        GbPage.HEIGHT - 2 * SHEET_MARGIN,
                                        List.of(5, 14, 8, 7, 12, 8, 7, 7, 7, 8, 6, 11),
                                        List.of(
                                                "顺序",
                                                "集群名称",
                                                "主导产业",
                                                "所在县",
                                                "申报单位",
                                                "近三年最低年产值",
                                                "中小企业产值占比",
                                                "主导产业产值占比",
                                                "主导产业年均增速",
                                                "优质中小企业",
                                                "评估结论",
                                                "现场核查"),
                                        List.of(
                                                "{{汇总.推荐顺序}}",
                                                "{{汇总.集群名称}}",
                                                "{{汇总.主导产业}}",
                                                "{{汇总.所在县}}",
                                                "{{汇总.申报单位}}",
                                                "{{汇总.最低年产值}}",
                                                "{{汇总.中小企业产值占比}}",
                                                "{{汇总.主导产业产值占比}}",
                                                "{{汇总.主导产业增速}}",
                                                "{{汇总.优质中小企业}}",
                                                "{{汇总.评估结论}}",
                                                "{{汇总.现场核查}}")));
            case NOT_RECOGNISED ->
                letter(
                        title("关于不予认定", "{{集群名称}}的决定"),
                        to("{{申报单位}}："),
                        body("你单位申报的{{集群名称}}（案号{{案号}}，{{提交日期}}提交），经{{市}}推荐、我厅复审，决定不予认定。理由如下："),
                        body("{{理由}}"),
                        table(
                                COLUMN,
                                List.of(18, 22, 17, 20, 10, 13),
                                List.of("条款", "指标或条件", "数值", "要求", "结论", "差距"),
                                List.of(
                                        "{{不符合.条款}}",
                                        "{{不符合.条件}}",
                                        "{{不符合.数值}}",
                                        "{{不符合.要求}}",
                                        "{{不符合.结论}}",
                                        "{{不符合.差距}}")),
                        body("第十条：{{情形.情况}}，{{情形.结论}}。"),
                        body("依据：《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）第十条、第十一条、第十二条第三项。第十一条规定的条件应同时满足。"),
                        body("{{救济途径}}"));
            case EXPERT_OPINION ->
                sheet(
                        sheetTitle("宁夏回族自治区中小企业特色产业集群", "专家评审意见表"),
                        small("（第十二条第三项；内部资料，不向申报主体提供）"),
                        facts(
                                fact("集群名称", "{{集群名称}}"),
                                fact("申报单位", "{{申报单位}}"),
                                fact("案号", "{{案号}}"),
                                fact("专家", "{{专家}}"),
                                fact("评审结论", "{{评审结论}}"),
                                fact("评分", "{{评分}}"),
                                fact("意见", "{{意见}}"),
                                fact("评审日期", "{{评审日期}}")),
                        small(""),
                        table(
                                SHEET_COLUMN,
                                List.of(10, 60, 15, 15),
                                List.of("序号", "评审内容", "权重", "得分"),
                                List.of("{{打分.序号}}", "{{打分.内容}}", "{{打分.权重}}", "{{打分.得分}}")),
                        signatures("专家（签字）：", "　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日"));
            case EXPERT_MINUTES ->
                sheet(
                        sheetTitle("宁夏回族自治区中小企业特色产业集群", "专家评审记录"),
                        small("（第十二条第三项；内部资料，不向申报主体提供）"),
                        facts(
                                fact("集群名称", "{{集群名称}}"),
                                fact("申报单位", "{{申报单位}}"),
                                fact("案号", "{{案号}}"),
                                fact("专家人数", "{{专家人数}}"),
                                fact("平均分", "{{平均分}}"),
                                fact("最高最低分差", "{{最高最低分差}}"),
                                fact("意见分歧", "{{分歧}}")),
                        small(""),
                        table(
                                SHEET_COLUMN,
                                List.of(8, 14, 12, 10, 40, 16),
                                List.of("序号", "专家", "结论", "评分", "意见", "日期"),
                                List.of(
                                        "{{意见.序号}}",
                                        "{{意见.专家}}",
                                        "{{意见.评审结论}}",
                                        "{{意见.评分}}",
                                        "{{意见.意见}}",
                                        "{{意见.日期}}")),
                        signatures("记录人（签字）：　　　　　　　　　　　　　　　　专家组（签字）：", "　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日"));
            case PUBLIC_NOTICE ->
                notice(
                                title("{{标题}}"),
                                body("按照《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号），现将名单（见附件）予以公示。"),
                                body("公示时间：{{公示开始}}至{{公示截止}}，共{{工作日数}}个工作日。"),
                                body(
                                        "公示期内，单位和个人对名单有异议的，请实名提出，写明事实和理由并附证据材料；可以在系统的公示页面在线提交，也可以按下列方式提出。以单位名义提出的，应当加盖公章；以个人名义提出的，应当签署真实姓名和联系方式。"),
                                body("联系电话：{{电话}}"),
                                body("通信地址：{{地址}}"),
                                body("电子邮箱：{{电子邮箱}}"),
                                kept("纪检监察机构：{{纪检监察}}"),
                                keptBlank(),
                                kept("附件：公示名单"))
                        .annex(annexTitle("公示名单"), listed());
            case ANNOUNCEMENT ->
                letter(
                                title("关于公布{{年度}}年度自治区", "中小企业特色产业集群名单的通知"),
                                to("各市、县（区）工业和信息化主管部门，宁东能源化工基地管委会："),
                                body(
                                        "按照年度申报通知（{{年度通知}}）和《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）第十二条，经申报、市级初审推荐、复审和公示，现认定{{集群数}}个集群为自治区中小企业特色产业集群（名单见附件），予以公布。"),
                                kept("认定有效期三年，自公布之日起计算。有效期内集群发生重大变动的，应当在一个月内备案；每年3月30日前报送集群培育情况。"),
                                keptBlank(),
                                kept("附件：{{年度}}年度自治区中小企业特色产业集群名单"))
                        .annex(annexTitle("{{年度}}年度自治区中小企业特色产业集群名单"), listed());
            case CERTIFICATE ->
                sheet(
                        small(""),
                        small(""),
                        sheetTitle("宁夏回族自治区", "中小企业特色产业集群", "认定证书"),
                        small(""),
                        facts(
                                fact("集群名称", "{{集群名称}}"),
                                fact("集群编号", "{{集群编号}}"),
                                fact("主导产业", "{{主导产业}}"),
                                fact("申报单位", "{{申报单位}}"),
                                fact("认定日期", "{{认定日期}}"),
                                fact("有效期至", "{{有效期至}}"),
                                fact("认定文件", "{{认定文件}}")),
                        signatures("　　　　　　　　　　　　　　　　　　　　　　　　{{发文机关}}（盖章）"));
            case CHANGE_RECEIPT ->
                sheet(
                        sheetTitle("集群变动备案回执"),
                        small("{{发文机关}}（第十五条）"),
                        facts(
                                fact("集群名称", "{{集群名称}}"),
                                fact("集群编号", "{{集群编号}}"),
                                fact("申报单位", "{{申报单位}}"),
                                fact("案号", "{{案号}}"),
                                fact("变动事项", "{{变动事项}}"),
                                fact("变动日期", "{{变动日期}}"),
                                fact("变动后", "{{变动后}}"),
                                fact("是否重大变动", "{{是否重大变动}}"),
                                fact("提交备案", "{{提交日期}}"),
                                fact("备案截止", "{{备案截止}}"),
                                fact("是否按时", "{{是否按时}}"),
                                fact("意见", "{{意见}}"),
                                fact("登记", "{{经办人}}　{{登记日期}}")),
                        signatures("　　　　　　　　　　　　　　　　　　　　　　　　{{发文机关}}（盖章）", "　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日"));
            case YEARLY_SUMMARY ->
                sheet(
                        sheetTitle("{{年度}}年度自治区中小企业", "特色产业集群监测总结"),
                        small("{{发文机关}}（第十六条）"),
                        facts(
                                fact("报送截止", "{{报送截止}}"),
                                fact("应报送", "{{应报送}}"),
                                fact("已报送", "{{已报送}}"),
                                fact("逾期未报送", "{{逾期未报送}}"),
                                fact("审阅通过", "{{审阅通过}}"),
                                fact("总结", "{{总结}}"),
                                fact("办结", "{{经办人}}　{{办结日期}}")),
                        small(""),
                        table(
                                SHEET_COLUMN,
                                List.of(18, 9, 9, 8, 9, 9, 9, 9, 10, 10),
                                List.of("市", "应报送", "已报送", "迟报", "未报送", "审阅通过", "符合", "需说明", "不符合", "预警"),
                                List.of(
                                        "{{分市.市}}",
                                        "{{分市.应报送}}",
                                        "{{分市.已报送}}",
                                        "{{分市.迟报}}",
                                        "{{分市.未报送}}",
                                        "{{分市.审阅通过}}",
                                        "{{分市.符合}}",
                                        "{{分市.需说明}}",
                                        "{{分市.不符合}}",
                                        "{{分市.预警}}")));
            case REVOCATION_NOTICE ->
                letter(
                        title("撤销认定事先告知书"),
                        to("{{申报单位}}："),
                        body(
                                "{{集群名称}}（集群编号{{集群编号}}，{{认定文件}}认定）有《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）{{依据}}所列情形，我厅拟撤销其认定（案号{{案号}}）。现将拟作出决定的事实、理由和依据告知如下："),
                        body("查明的事实：{{查明的事实}}"),
                        table(
                                COLUMN,
                                List.of(12, 58, 30),
                                List.of("序号", "第十七条所列情形", "查明的结论"),
                                List.of("{{查明.序号}}", "{{查明.情形}}", "{{查明.结论}}")),
                        body("证据：{{证据}}"),
                        body("你单位有权陈述、申辩。请自收到本告知书次日起五个工作日内，在系统中或者书面向我厅提出（截止时间以系统告知的为准）；期满未提出的，视为没有意见。"));
            case REVOCATION ->
                letter(
                        title("关于撤销{{集群名称}}", "认定的决定"),
                        to("{{申报单位}}："),
                        body(
                                "{{集群名称}}（集群编号{{集群编号}}，{{认定文件}}认定）有《宁夏回族自治区中小企业特色产业集群培育认定管理暂行办法》（宁工信规发〔2023〕5号）{{依据}}所列情形。"),
                        body("查明的事实：{{查明的事实}}"),
                        body("我厅以{{告知书文号}}告知拟作出决定的事实、理由和依据，于{{送达日期}}送达。"),
                        body("陈述、申辩：{{陈述申辩}}"),
                        body("听证：{{听证}}"),
                        body("理由：{{理由}}"),
                        body("依据第十七条，决定撤销其自治区中小企业特色产业集群认定，自本决定作出之日起生效。"),
                        body("{{救济途径}}"));
        };
    }

    private static String listed() {
        return table(
                GbPage.HEIGHT - 2 * SHEET_MARGIN,
                List.of(8, 28, 18, 22, 12, 12),
                List.of("序号", "集群名称", "主导产业", "申报单位", "所在县", "所在市"),
                List.of("{{名单.序号}}", "{{名单.集群名称}}", "{{名单.主导产业}}", "{{名单.申报单位}}", "{{名单.所在县}}", "{{名单.所在市}}"));
    }

    private static Made opinion(String title, String article, String by, String more) {
        return sheet(
                sheetTitle("宁夏回族自治区中小企业特色产业集群", title),
                small("{{发文机关}}" + article),
                facts(
                        fact("集群名称", "{{集群名称}}"),
                        fact("主导产业", "{{主导产业}}"),
                        fact("申报单位", "{{申报单位}}"),
                        fact("案号", "{{案号}}"),
                        fact("提交日期", "{{提交日期}}"),
                        more,
                        fact("评估结论", "{{评估结论}}"),
                        fact("结论", "{{结论}}"),
                        fact("意见", "{{意见}}"),
                        fact("对需说明事项的判断", "{{对需说明事项的判断}}"),
                        fact(by, "{{经办人}}　{{经办日期}}")),
                small(""),
                table(
                        SHEET_COLUMN,
                        List.of(18, 22, 17, 20, 10, 13),
                        List.of("条款", "指标或条件", "数值", "要求", "结论", "差距"),
                        List.of("{{条件.条款}}", "{{条件.条件}}", "{{条件.数值}}", "{{条件.要求}}", "{{条件.结论}}", "{{条件.差距}}")),
                signatures(by + "（签字）：　　　　　　　　　　　　　　　　单位（盖章）：", "　　　　　　　　　　　　　　　　　　　　　　　　　　　年　　月　　日"));
    }

    /** What a template is made of; an annex stands on pages of its own, lying. */
    private record Made(boolean letter, String body, String annex) {

        Made annex(String... parts) {
            return new Made(letter, body, String.join("", parts));
        }

        byte[] bytes() {
            Map<String, byte[]> parts = new TreeMap<>();
            put(parts, "[Content_Types].xml", types());
            put(parts, "_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml")));
            put(
                    parts,
                    "word/_rels/document.xml.rels",
                    relations(
                            relation(1, "styles", "styles.xml"),
                            relation(2, "settings", "settings.xml"),
                            relation(3, "header", "header1.xml"),
                            relation(4, "footer", "footer1.xml"),
                            relation(5, "footer", "footer2.xml")));
            put(parts, "word/styles.xml", styles());
            put(
                    parts,
                    "word/settings.xml",
                    "<w:settings " + W + ">" + (letter ? "<w:evenAndOddHeaders/>" : "")
                            + "<w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                            + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>");
            put(parts, "word/header1.xml", "<w:hdr " + W + ">" + mark() + "</w:hdr>");
            put(parts, "word/footer1.xml", "<w:ftr " + W + ">" + pageNumber("right") + "</w:ftr>");
            put(parts, "word/footer2.xml", "<w:ftr " + W + ">" + pageNumber("left") + "</w:ftr>");
            put(parts, "word/document.xml", "<w:document " + W + "><w:body>" + pages() + "</w:body></w:document>");
            return Docx.of(parts).bytes();
        }

        private String pages() {
            return annex == null
                    ? body + section(letter, false)
                    : body + "<w:p><w:pPr>" + section(letter, false) + "</w:pPr></w:p>" + annex + section(false, true);
        }
    }

    private static void put(Map<String, byte[]> parts, String name, String xml) {
        parts.put(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
    }

    private static String types() {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + Stream.of(
                                "document:document.main",
                                "styles:styles",
                                "settings:settings",
                                "header1:header",
                                "footer1:footer",
                                "footer2:footer")
                        .map(each -> each.split(":"))
                        .map(each -> "<Override PartName=\"/word/" + each[0] + ".xml\" ContentType=\"" + word + each[1]
                                + "+xml\"/>")
                        .collect(Collectors.joining())
                + "</Types>";
    }

    private static String relations(String... relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relations) + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + TYPE + type + "\" Target=\"" + target + "\"/>";
    }

    private static String styles() {
        return "<w:styles " + W + "><w:docDefaults><w:rPrDefault><w:rPr>" + fonts("仿宋_GB2312")
                + "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
                + style(
                        "Normal",
                        "正文",
                        null,
                        "<w:widowControl w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/>"
                                + exact(GbPage.LINE) + "<w:jc w:val=\"both\"/>",
                        NARROWER,
                        true)
                + style("Body", "公文正文", "Normal", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", "", false)
                + style(
                        "Title",
                        "公文标题",
                        "Normal",
                        exact(720) + "<w:jc w:val=\"center\"/>",
                        fonts("方正小标宋简体") + size(44),
                        false)
                + style(
                        "Red",
                        "发文机关标志",
                        "Normal",
                        exact(800) + "<w:jc w:val=\"center\"/>",
                        fonts("方正小标宋简体") + "<w:color w:val=\"" + RED + "\"/>" + size(54),
                        false)
                + style("Cell", "表格", "Normal", exact(360) + "<w:jc w:val=\"left\"/>", size(24), false)
                + style("CellHead", "表头", "Cell", "<w:jc w:val=\"center\"/>", fonts("黑体"), false)
                + style("Small", "说明", "Normal", exact(320) + "<w:jc w:val=\"left\"/>", size(21), false)
                + "</w:styles>";
    }

    private static String style(String id, String name, String base, String paragraph, String text, boolean normal) {
        return "<w:style w:type=\"paragraph\"" + (normal ? " w:default=\"1\"" : " w:customStyle=\"1\"")
                + " w:styleId=\"" + id + "\"><w:name w:val=\""
                + name + "\"/>" + (base == null ? "" : "<w:basedOn w:val=\"" + base + "\"/>") + "<w:qFormat/><w:pPr>"
                + paragraph
                + "</w:pPr><w:rPr>" + text + "</w:rPr></w:style>";
    }

    private static String fonts(String name) {
        return "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\" w:eastAsia=\"" + name + "\" w:cs=\"" + name
                + "\"/>";
    }

    private static String size(int halfPoints) {
        return "<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>";
    }

    private static String exact(int line) {
        return "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" + line + "\" w:lineRule=\"exact\"/>";
    }

    private static String section(boolean letter, boolean lying) {
        int width = lying ? GbPage.HEIGHT : GbPage.WIDTH;
        int height = lying ? GbPage.WIDTH : GbPage.HEIGHT;
        String margins = letter
                ? "w:top=\"" + GbPage.TOP + "\" w:right=\"" + GbPage.RIGHT + "\" w:bottom=\"" + GbPage.BOTTOM
                        + "\" w:left=\"" + GbPage.LEFT + "\" w:header=\"680\" w:footer=\"1190\""
                : "w:top=\"1701\" w:right=\"" + SHEET_MARGIN + "\" w:bottom=\"" + SHEET_MARGIN + "\" w:left=\""
                        + SHEET_MARGIN + "\" w:header=\"680\" w:footer=\"680\"";
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:headerReference w:type=\"even\" r:id=\"rId3\"/>"
                + "<w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>"
                + "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"" + width + "\" w:h=\"" + height + "\""
                + (lying ? " w:orient=\"landscape\"" : "") + "/>"
                + "<w:pgMar " + margins + " w:gutter=\"0\"/>"
                + (letter
                        ? "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"" + GbPage.LINE + "\" w:charSpace=\""
                                + GbPage.CHARACTER_SPACE + "\"/>"
                        : "<w:docGrid w:linePitch=\"312\"/>")
                + "</w:sectPr>";
    }

    private static String mark() {
        return "<w:p><w:pPr>" + exact(300) + "<w:jc w:val=\"right\"/></w:pPr><w:r><w:rPr>" + fonts("黑体")
                + "<w:bdr w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>" + size(21)
                + "</w:rPr><w:t xml:space=\"preserve\"> {{稿别}} </w:t></w:r></w:p>";
    }

    private static String pageNumber(String side) {
        String indent =
                side.equals("right") ? "w:rightChars=\"100\" w:right=\"280\"" : "w:leftChars=\"100\" w:left=\"280\"";
        String properties = "<w:rPr>" + size(28) + "</w:rPr>";
        return "<w:p><w:pPr>" + exact(400) + "<w:ind " + indent + "/><w:jc w:val=\"" + side + "\"/></w:pPr>"
                + run(properties, "<w:t xml:space=\"preserve\">— </w:t>")
                + run(properties, "<w:fldChar w:fldCharType=\"begin\"/>")
                + run(properties, "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>")
                + run(properties, "<w:fldChar w:fldCharType=\"separate\"/>")
                + run(properties, "<w:t>1</w:t>")
                + run(properties, "<w:fldChar w:fldCharType=\"end\"/>")
                + run(properties, "<w:t xml:space=\"preserve\"> —</w:t>")
                + "</w:p>";
    }

    private static String run(String properties, String content) {
        return "<w:r>" + properties + content + "</w:r>";
    }

    private static Made letter(String... parts) {
        String red = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"8\" w:color=\"" + RED + "\"/></w:pBdr>";
        return signed(paragraph("Red", "", "{{发文机关}}") + blank()
                + "<w:p><w:pPr>" + red + "<w:jc w:val=\"center\"/></w:pPr><w:r><w:t>{{文号}}</w:t></w:r></w:p>"
                + blank()
                + String.join("", parts));
    }

    private static Made notice(String... parts) {
        return signed(String.join("", parts));
    }

    private static Made signed(String text) {
        return new Made(
                true,
                text
                        + keptBlank()
                        + paragraph(
                                "Normal",
                                "<w:keepNext/><w:ind w:rightChars=\"200\" w:right=\"640\"/><w:jc w:val=\"right\"/>",
                                "{{发文机关}}")
                        + paragraph(
                                "Normal",
                                "<w:keepNext/><w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc w:val=\"right\"/>",
                                "{{成文日期}}")
                        + keptBlank()
                        + source(),
                null);
    }

    private static Made sheet(String... parts) {
        return new Made(false, String.join("", parts) + paragraph("Small", "<w:keepNext/>", "") + source(), null);
    }

    private static String source() {
        return "<w:p><w:pPr><w:pStyle w:val=\"Small\"/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"2\" w:color=\"auto\"/></w:pBdr></w:pPr>"
                + "<w:r><w:t>{{来源}}</w:t></w:r></w:p>";
    }

    private static String paragraph(String style, String properties, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>" + properties + "</w:pPr>"
                + (text.isEmpty() ? "" : "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>") + "</w:p>";
    }

    private static String title(String... lines) {
        return Arrays.stream(lines)
                        .map(line -> paragraph("Title", "<w:keepNext/>", line))
                        .collect(Collectors.joining())
                + blank();
    }

    private static String sheetTitle(String... lines) {
        return Arrays.stream(lines).map(line -> paragraph("Title", "", line)).collect(Collectors.joining()) + small("");
    }

    private static String annexTitle(String text) {
        return paragraph("Normal", "", "附件") + paragraph("Title", "<w:keepNext/>", text) + small("");
    }

    private static String to(String text) {
        return paragraph("Normal", "", text);
    }

    private static String body(String text) {
        return paragraph("Body", "", text);
    }

    /** On one page with what follows: no page has the signature alone. */
    private static String kept(String text) {
        return paragraph("Body", "<w:keepNext/><w:keepLines/>", text);
    }

    private static String keptBlank() {
        return paragraph("Normal", "<w:keepNext/>", "");
    }

    private static String blank() {
        return paragraph("Normal", "", "");
    }

    private static String small(String text) {
        return paragraph("Small", "<w:jc w:val=\"center\"/>", text);
    }

    private static String signatures(String... lines) {
        return small("")
                + Arrays.stream(lines)
                        .map(line -> paragraph("Small", exact(480), line))
                        .collect(Collectors.joining());
    }

    /** @param shares of the width, in hundredths */
    private static String table(int width, List<Integer> shares, List<String> head, List<String> row) {
        int total = shares.stream().mapToInt(each -> each).sum();
        List<Integer> widths = shares.stream().map(each -> width * each / total).toList();
        return start(width, widths) + row("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", widths, head, "CellHead")
                + row("", widths, row, "Cell") + "</w:tbl>";
    }

    private static String facts(String... rows) {
        List<Integer> widths = List.of(SHEET_COLUMN * 22 / 100, SHEET_COLUMN * 78 / 100);
        return start(SHEET_COLUMN, widths) + String.join("", rows) + "</w:tbl>";
    }

    private static String fact(String label, String value) {
        List<Integer> widths = List.of(SHEET_COLUMN * 22 / 100, SHEET_COLUMN * 78 / 100);
        return "<w:tr>" + cell(widths.get(0), "CellHead", label) + cell(widths.get(1), "Cell", value) + "</w:tr>";
    }

    private static String start(int width, List<Integer> widths) {
        return "<w:tbl><w:tblPr><w:tblW w:w=\"" + width + "\" w:type=\"dxa\"/><w:tblBorders>"
                + Stream.of("top", "left", "bottom", "right", "insideH", "insideV")
                        .map(side -> "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
                        .collect(Collectors.joining())
                + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
                + widths.stream()
                        .map(each -> "<w:gridCol w:w=\"" + each + "\"/>")
                        .collect(Collectors.joining()) + "</w:tblGrid>";
    }

    private static String row(String properties, List<Integer> widths, List<String> cells, String style) {
        return "<w:tr>" + properties
                + IntStream.range(0, cells.size())
                        .mapToObj(i -> cell(widths.get(i), style, cells.get(i)))
                        .collect(Collectors.joining())
                + "</w:tr>";
    }

    private static String cell(int width, String style, String text) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
                + paragraph(style, "", text) + "</w:tc>";
    }
}
