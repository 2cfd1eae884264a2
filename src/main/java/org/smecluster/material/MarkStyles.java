package org.smecluster.material;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.material.WorkbookFinding.Severity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The styles of a workbook, to which marked ones are added as they are asked for: like the cell's own but for the fill,
 * whose colour is used for nothing else, so that a mark of an earlier check is recognised and taken away.
 */
final class MarkStyles {

    private static final Map<Severity, String> COLOURS =
            Map.of(Severity.ERROR, "FFFFB3BA", Severity.WARNING, "FFFFE9A8");

    private static final List<String> ORDER = List.of(
            "numFmts",
            "fonts",
            "fills",
            "borders",
            "cellStyleXfs",
            "cellXfs",
            "cellStyles",
            "dxfs",
            "tableStyles",
            "colors",
            "extLst");

    private record Wanted(int style, Severity severity) {}

    private final Document document;
    private final Element fills;
    private final Element formats;
    private final List<Element> original;
    private final Map<Severity, Integer> fillOf = new HashMap<>();
    private final Map<Wanted, Integer> marked = new HashMap<>();
    private final Map<Integer, Integer> unmarked = new HashMap<>();
    private int count;

    MarkStyles(Document document) {
        this.document = document;
        Element root = document.getDocumentElement();
        for (String part : List.of("fonts", "fills", "borders", "cellStyleXfs", "cellXfs")) {
            require(root, part);
        }
        this.fills = XmlParts.child(root, "fills");
        this.formats = XmlParts.child(root, "cellXfs");
        this.original = XmlParts.children(formats, "xf");
        this.count = original.size();
        COLOURS.forEach((severity, colour) -> fillOf.put(severity, fill(colour)));
    }

    static Document none() {
        return XmlParts.empty(XmlParts.MAIN, "styleSheet");
    }

    /** Parts that some programs leave out, with what Excel wants of each at least, in their order (ECMA-376 part 1, 18.8.39). */
    private static void require(Element root, String part) {
        if (XmlParts.child(root, part) != null) {
            return;
        }
        Element added = XmlParts.append(root, part);
        switch (part) {
            case "fonts" -> XmlParts.append(added, "font");
            case "borders" -> XmlParts.append(added, "border");
            case "fills" ->
                List.of("none", "gray125")
                        .forEach(pattern -> XmlParts.append(XmlParts.append(added, "fill"), "patternFill")
                                .setAttribute("patternType", pattern));
            default -> XmlParts.append(added, "xf");
        }
        added.setAttribute("count", part.equals("fills") ? "2" : "1");
        int place = ORDER.indexOf(part);
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && ORDER.indexOf(element.getLocalName()) > place) {
                root.insertBefore(added, child);
                return;
            }
        }
    }

    Document document() {
        formats.setAttribute("count", Integer.toString(count));
        fills.setAttribute(
                "count", Integer.toString(XmlParts.children(fills, "fill").size()));
        return document;
    }

    /** Whether an earlier check left marks, which have to go. */
    boolean markedBefore() {
        return original.stream().anyMatch(this::isMark);
    }

    /** The style of a cell that has nothing wrong: its own, or what it was before an earlier check marked it. */
    int plain(int style) {
        if (style >= original.size() || !isMark(original.get(style))) {
            return style;
        }
        return unmarked.computeIfAbsent(style, this::beforeMark);
    }

    int marked(int style, Severity severity) {
        int base = plain(style);
        return marked.computeIfAbsent(new Wanted(base, severity), wanted -> {
            Element format = copy(Math.min(base, Math.max(0, original.size() - 1)));
            format.setAttribute("fillId", Integer.toString(fillOf.get(severity)));
            format.setAttribute("applyFill", "1");
            return count++;
        });
    }

    /** For a longer text. */
    int wrapped() {
        Element format = copy(0);
        format.setAttribute("applyAlignment", "1");
        Element alignment = XmlParts.child(format, "alignment");
        if (alignment == null) {
            alignment = XmlParts.append(format, "alignment");
            format.insertBefore(alignment, format.getFirstChild());
        }
        alignment.setAttribute("wrapText", "1");
        alignment.setAttribute("vertical", "top");
        return count++;
    }

    private Element copy(int style) {
        Element copy = original.isEmpty()
                ? XmlParts.append(formats, "xf")
                : (Element) original.get(style).cloneNode(true);
        formats.insertBefore(copy, null);
        return copy;
    }

    private int beforeMark(int style) {
        for (int i = 0; i < original.size(); i++) {
            if (!isMark(original.get(i)) && alikeButForTheFill(original.get(i), original.get(style))) {
                return i;
            }
        }
        Element format = copy(style);
        format.setAttribute("fillId", "0");
        return count++;
    }

    private boolean isMark(Element format) {
        String fill = format.getAttribute("fillId");
        return fillOf.values().stream().anyMatch(each -> fill.equals(each.toString()));
    }

    private static boolean alikeButForTheFill(Element one, Element other) {
        return without(one).isEqualNode(without(other));
    }

    private static Node without(Element format) {
        Element copy = (Element) format.cloneNode(true);
        copy.removeAttribute("fillId");
        copy.removeAttribute("applyFill");
        NamedNodeMap attributes = copy.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            if (attributes.item(i).getNodeValue().equals("0")
                    && attributes.item(i).getNodeName().startsWith("apply")) {
                copy.removeAttribute(attributes.item(i).getNodeName());
            }
        }
        return copy;
    }

    private int fill(String colour) {
        List<Element> all = XmlParts.children(fills, "fill");
        for (int i = 0; i < all.size(); i++) {
            Element pattern = XmlParts.child(all.get(i), "patternFill");
            Element front = pattern == null ? null : XmlParts.child(pattern, "fgColor");
            if (front != null && colour.equalsIgnoreCase(front.getAttribute("rgb"))) {
                return i;
            }
        }
        Element pattern = XmlParts.append(XmlParts.append(fills, "fill"), "patternFill");
        pattern.setAttribute("patternType", "solid");
        XmlParts.append(pattern, "fgColor").setAttribute("rgb", colour);
        XmlParts.append(pattern, "bgColor").setAttribute("indexed", "64");
        return all.size();
    }
}
