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
        };
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
        return new Made(
                true,
                paragraph("Red", "", "{{发文机关}}") + blank()
                        + "<w:p><w:pPr>" + red + "<w:jc w:val=\"center\"/></w:pPr><w:r><w:t>{{文号}}</w:t></w:r></w:p>"
                        + blank()
                        + String.join("", parts)
                        + paragraph("Normal", "<w:keepNext/>", "")
                        + paragraph(
                                "Normal",
                                "<w:keepNext/><w:ind w:rightChars=\"200\" w:right=\"640\"/><w:jc w:val=\"right\"/>",
                                "{{发文机关}}")
                        + paragraph(
                                "Normal",
                                "<w:keepNext/><w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc w:val=\"right\"/>",
                                "{{成文日期}}")
                        + paragraph("Normal", "<w:keepNext/>", "")
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
