package org.smecluster.paper.docx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What stands against a template, in Chinese sentences that name the place: fields that the kind does not know or that it
 * must have and has not, braces that are not closed, what would reach out of the document, and, of a formal paper, a page
 * that is not as GB/T 9704 asks.
 */
public final class TemplateCheck {

    /** Word's own fields that only count pages; others read files and addresses. */
    private static final Pattern HARMLESS = Pattern.compile("\\s*(PAGE|NUMPAGES|SECTIONPAGES)\\b[^\"]*");

    private static final List<String> ACTIVE =
            List.of("vbaProject", "embeddings/", "activeX", "ctrlProps", "customUI", "afchunk");

    /** The same for whole parts of the document that only some programs draw. */
    private static final Set<String> NOT_DRAWN = Set.of("drawing", "pict", "object", "txbxContent");

    private final Docx template;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();

    private TemplateCheck(Docx template) {
        this.template = template;
    }

    /**
     * @param known fields, and columns of lists as {@code list.column}
     * @param wanted fields that must stand in it
     * @param formal whether the page must be as GB/T 9704 asks
     * @return empty where nothing stands against it
     */
    public static List<String> problems(Docx template, Set<String> known, Set<String> wanted, boolean formal) {
        TemplateCheck check = new TemplateCheck(template);
        check.reachesOut();
        for (String part : Filling.filledParts(template)) {
            Element root = template.xml(part).getDocumentElement();
            check.fields(root, place(part), known);
        }
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(check.seen);
        missing.forEach(field -> check.problems.add("缺少必须有的字段“{{" + field + "}}”"));
        if (formal) {
            check.problems.addAll(GbPage.problems(template.body()));
        }
        return List.copyOf(check.problems);
    }

    /** What is in it that the PDF does not show where no office program makes it; empty where all is shown. */
    public static List<String> notDrawn(Docx template) {
        return Filling.filledParts(template).stream()
                .filter(part -> has(template.xml(part).getDocumentElement()))
                .map(part -> place(part) + "中有图片、图形或文本框：服务器没有装转换程序时，PDF中不显示")
                .toList();
    }

    private static boolean has(Element element) {
        return NOT_DRAWN.contains(element.getLocalName())
                || Xml.children(element).stream().anyMatch(TemplateCheck::has);
    }

    private static String place(String part) {
        return part.startsWith("word/header") ? "页眉" : part.startsWith("word/footer") ? "页脚" : "正文";
    }

    private void fields(Element root, String place, Set<String> known) {
        int paragraph = 0;
        int table = 0;
        Element container = Xml.child(root, "body").orElse(root);
        for (Element each : Xml.children(container)) {
            if (Xml.is(each, "tbl")) {
                table++;
                int row = 0;
                for (Element tr : Xml.within(each, "tr")) {
                    row++;
                    String at = place + "第" + table + "个表第" + row + "行";
                    int cell = 0;
                    for (Element tc : Xml.within(tr, "tc")) {
                        text(Filling.text(tc), at + "第" + (++cell) + "格", known);
                    }
                    oneList(tr, at);
                }
            } else {
                paragraph++;
                text(Filling.text(each), place + "第" + paragraph + "段", known);
                oneList(each, place + "第" + paragraph + "段");
            }
        }
    }

    private void oneList(Element element, String at) {
        Set<String> lists = Filling.listsIn(element);
        if (lists.size() > 1) {
            problems.add(
                    at + "同时用了" + lists.stream().map(list -> "“" + list + "”").collect(Collectors.joining("、"))
                            + "几个清单，一行（一段）只能用一个");
        }
    }

    private void text(String text, String at, Set<String> known) {
        for (String field : Filling.fields(text)) {
            seen.add(field);
            if (!known.contains(field)) {
                problems.add(at + "的字段“{{" + field + "}}”不认识" + nearest(field, known));
            }
        }
        String rest = Filling.FIELD.matcher(text).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            problems.add(at + "的花括号没有成对，字段要写成“{{字段名}}”：" + shortened(rest));
        }
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "……" : text;
    }

    /** The known field with the most characters in common, where it has half of them. */
    private static String nearest(String field, Set<String> known) {
        return known.stream()
                .max((one, other) -> Double.compare(likeness(field, one), likeness(field, other)))
                .filter(best -> likeness(field, best) >= 0.5)
                .map(best -> "，是不是“{{" + best + "}}”？")
                .orElse("");
    }

    private static double likeness(String one, String other) {
        long common = one.chars().distinct().filter(c -> other.indexOf(c) >= 0).count();
        return (double) common / Math.max(one.length(), other.length());
    }

    /** Macros, embedded programs, pictures and templates elsewhere, and fields that read files. */
    private void reachesOut() {
        template.parts().keySet().stream()
                .filter(part -> ACTIVE.stream().anyMatch(part::contains))
                .map(part -> "文档中有宏或嵌入的对象（" + part + "），不能作模板")
                .forEach(problems::add);
        template.parts().keySet().stream()
                .filter(part -> part.endsWith(".rels"))
                .flatMap(part -> Xml.children(template.xml(part).getDocumentElement()).stream())
                .filter(relation -> "External".equals(relation.getAttribute("TargetMode")))
                .map(relation -> "文档引用了外部的内容（" + shortened(relation.getAttribute("Target")) + "），请去掉链接后再上传")
                .distinct()
                .forEach(problems::add);
        for (String part : Filling.filledParts(template)) {
            codes(template.xml(part).getDocumentElement(), place(part));
        }
    }

    private void codes(Node node, String place) {
        String code = Xml.is(node, "instrText")
                ? node.getTextContent()
                : Xml.is(node, "fldSimple") ? Xml.attribute((Element) node, "instr") : null;
        if (code != null && !code.isBlank() && !HARMLESS.matcher(code).matches()) {
            problems.add(place + "中有域代码“" + shortened(code.strip()) + "”，只允许页码");
        }
        if (node instanceof Element element) {
            Xml.children(element).forEach(each -> codes(each, place));
        }
    }
}
