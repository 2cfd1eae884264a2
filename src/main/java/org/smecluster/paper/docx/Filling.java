package org.smecluster.paper.docx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.paper.PaperFacts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Fills a template. What a clerk writes into it in Word:
 *
 * <ul>
 *   <li>{@code {{集群名称}}}: the value stands there in the format of the first brace;
 *   <li>{@code {{汇总.申报单位}}}: the table row, or the paragraph outside a table, comes once for each row of the list;
 *       {@code {{汇总.序号}}} counts them. A table of which only the head would be left goes;
 *   <li>a paragraph whose fields are all blank goes.
 * </ul>
 */
public final class Filling {

    /** The field of every list that counts its rows. */
    public static final String NUMBER = "序号";

    static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final Pattern PARTS = Pattern.compile("word/(document|header\\d*|footer\\d*)\\.xml");
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final PaperFacts facts;

    private Filling(PaperFacts facts) {
        this.facts = facts;
    }

    public static Docx fill(Docx template, PaperFacts facts) {
        Docx filled = template;
        for (String part : filledParts(template)) {
            Document document = template.xml(part);
            new Filling(facts).fill(document.getDocumentElement(), null, Map.of());
            filled = filled.with(part, Xml.write(document));
        }
        return filled;
    }

    /** Names of the parts that fields may stand in: body, heads and feet. */
    static List<String> filledParts(Docx template) {
        return template.parts().keySet().stream()
                .filter(part -> PARTS.matcher(part).matches())
                .toList();
    }

    /** @param row of the list that is being repeated; empty outside of one */
    private void fill(Element parent, String list, Map<String, String> row) {
        for (Element each : Xml.children(parent)) {
            boolean repeats = list == null && (Xml.is(each, "tr") || Xml.is(each, "p") && !inRow(each));
            String named = repeats ? listIn(each) : null;
            if (named != null) {
                repeat(each, named);
            } else if (Xml.is(each, "p")) {
                paragraph(each, list, row);
            } else {
                fill(each, list, row);
                if (Xml.is(each, "tbl") && Xml.within(each, "tr").isEmpty()) {
                    parent.removeChild(each);
                }
            }
        }
    }

    private static boolean inRow(Node paragraph) {
        for (Node at = paragraph.getParentNode(); at != null; at = at.getParentNode()) {
            if (Xml.is(at, "tr")) {
                return true;
            }
        }
        return false;
    }

    private static String listIn(Element element) {
        Set<String> lists = listsIn(element);
        return lists.isEmpty() ? null : lists.iterator().next();
    }

    /** Names of the lists whose columns stand in a row or paragraph; of a right template one at most. */
    static Set<String> listsIn(Element element) {
        Set<String> lists = new LinkedHashSet<>();
        for (String field : fields(text(element))) {
            if (field.contains(".")) {
                lists.add(field.substring(0, field.indexOf('.')));
            }
        }
        return lists;
    }

    static List<String> fields(String text) {
        return FIELD.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private void repeat(Element pattern, String list) {
        Node parent = pattern.getParentNode();
        List<Map<String, String>> rows = facts.lists().getOrDefault(list, List.of());
        for (int i = 0; i < rows.size(); i++) {
            Element copy = (Element) pattern.cloneNode(true);
            parent.insertBefore(copy, pattern);
            Map<String, String> row = new java.util.HashMap<>(rows.get(i));
            row.putIfAbsent(NUMBER, String.valueOf(i + 1));
            if (Xml.is(copy, "p")) {
                paragraph(copy, list, row);
            } else {
                fill(copy, list, row);
            }
        }
        parent.removeChild(pattern);
        if (rows.isEmpty() && Xml.is(parent, "tbl")) {
            Xml.children((Element) parent, "tr").stream()
                    .filter(head -> Xml.child(head, "trPr", "tblHeader").isPresent())
                    .forEach(parent::removeChild);
        }
    }

    /** The texts of a paragraph, one after the other; a template's field may lie across several. */
    private static List<Element> texts(Element paragraph) {
        List<Element> texts = new ArrayList<>();
        for (Element each : Xml.children(paragraph)) {
            if (Xml.is(each, "t")) {
                texts.add(each);
            } else if (!Xml.is(each, "p")) {
                texts.addAll(texts(each));
            }
        }
        return texts;
    }

    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        if (Xml.is(element, "t")) {
            text.append(element.getTextContent());
        }
        Xml.children(element).forEach(each -> text.append(text(each)));
        return text.toString();
    }

    private void paragraph(Element paragraph, String list, Map<String, String> row) {
        Xml.within(paragraph, "p").forEach(inner -> paragraph(inner, list, row));
        List<Element> texts = texts(paragraph);
        StringBuilder whole = new StringBuilder();
        texts.forEach(text -> whole.append(text.getTextContent()));
        Matcher found = FIELD.matcher(whole);
        StringBuilder[] written = new StringBuilder[texts.size()];
        int[] starts = new int[texts.size()];
        for (int i = 0, at = 0;
                i < texts.size();
                at += texts.get(i++).getTextContent().length()) {
            starts[i] = at;
            written[i] = new StringBuilder();
        }
        int from = 0;
        boolean any = false;
        boolean told = false;
        while (found.find()) {
            copy(whole, from, found.start(), starts, written);
            String value = value(found.group(1), list, row);
            written[at(found.start(), starts)].append(value);
            any = true;
            told |= !value.isBlank();
            from = found.end();
        }
        if (!any) {
            return;
        }
        if (!told && !alone(paragraph)) {
            paragraph.getParentNode().removeChild(paragraph);
            return;
        }
        copy(whole, from, whole.length(), starts, written);
        for (int i = 0; i < texts.size(); i++) {
            put(texts.get(i), written[i].toString());
        }
        splitLines(paragraph);
    }

    private static void copy(CharSequence whole, int from, int to, int[] starts, StringBuilder[] written) {
        for (int i = from; i < to; i++) {
            written[at(i, starts)].append(whole.charAt(i));
        }
    }

    private static int at(int position, int[] starts) {
        int text = starts.length - 1;
        while (text > 0 && starts[text] > position) {
            text--;
        }
        return text;
    }

    private static void put(Element text, String value) {
        text.setTextContent(value);
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    /** A cell has one paragraph at least. */
    private static boolean alone(Element paragraph) {
        Node parent = paragraph.getParentNode();
        return Xml.is(parent, "tc") && Xml.children((Element) parent, "p").size() == 1
                || Xml.child(paragraph, "pPr", "sectPr").isPresent()
                || !Xml.is(parent, "body") && !Xml.is(parent, "tc");
    }

    private String value(String field, String list, Map<String, String> row) {
        String value = list != null && field.startsWith(list + ".")
                ? row.get(field.substring(list.length() + 1))
                : facts.values().get(field);
        return value == null ? "" : NOT_IN_XML.matcher(value).replaceAll("");
    }

    /** A value of several paragraphs makes as many, each in the format of the one that it stood in. */
    private static void splitLines(Element paragraph) {
        for (Element text : texts(paragraph)) {
            int end = text.getTextContent().indexOf('\n');
            if (end < 0) {
                continue;
            }
            Element rest = (Element) paragraph.cloneNode(true);
            Element restText = texts(rest).get(texts(paragraph).indexOf(text));
            put(restText, text.getTextContent().substring(end + 1).stripLeading());
            put(text, text.getTextContent().substring(0, end).stripTrailing());
            clear(text, paragraph, true);
            clear(restText, rest, false);
            paragraph.getParentNode().insertBefore(rest, paragraph.getNextSibling());
            splitLines(rest);
            return;
        }
    }

    /** Empties the texts behind, or before, the one. */
    private static void clear(Element text, Element paragraph, boolean behind) {
        List<Element> texts = texts(paragraph);
        int at = texts.indexOf(text);
        for (int i = 0; i < texts.size(); i++) {
            if (behind ? i > at : i < at) {
                put(texts.get(i), "");
            }
        }
    }
}
