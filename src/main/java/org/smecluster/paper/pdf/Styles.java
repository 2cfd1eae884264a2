package org.smecluster.paper.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Xml;
import org.w3c.dom.Element;

/** What a document's own formats, its styles and their defaults come to. */
final class Styles {

    private static final double TWIP = 1 / 20.0;
    private static final double GRID_UNIT = 4096;

    /**
     * Of a paragraph; lengths in points.
     *
     * @param justify as Word calls it: left, center, right, both
     * @param line distance of its lines; 0 where the grid or the text decides
     * @param exact whether that is so whatever stands in it
     * @param multiple of the natural or the grid's distance, where it is not exact
     * @param top width of the line above, 0 for none; as the others of the box
     */
    record Paragraph(
            String justify,
            double left,
            double right,
            double first,
            double before,
            double after,
            double line,
            boolean exact,
            double multiple,
            boolean keepNext,
            boolean newPage,
            Border top,
            Border bottom,
            Border sides) {}

    /** @param width in points; 0 for none */
    record Border(double width, int color) {
        static final Border NONE = new Border(0, 0);

        boolean drawn() {
            return width > 0;
        }
    }

    private final Map<String, Element> styles = new HashMap<>();
    private final Element defaultText;
    private final Element defaultParagraph;
    private String normal;

    /** What the page's grid adds to each character of a paragraph that keeps to it. */
    private final double gridSpace;

    Styles(Docx docx) {
        gridSpace = Xml.within(docx.body().getDocumentElement(), "sectPr").stream()
                .findFirst()
                .flatMap(section -> Xml.child(section, "docGrid"))
                .map(grid -> number(Xml.attribute(grid, "charSpace"), 0) / GRID_UNIT)
                .orElse(0.0);
        Element defaults = null;
        if (docx.has("word/styles.xml")) {
            Element root = docx.xml("word/styles.xml").getDocumentElement();
            defaults = Xml.child(root, "docDefaults").orElse(null);
            for (Element style : Xml.children(root, "style")) {
                String id = Xml.attribute(style, "styleId");
                styles.put(id, style);
                if ("paragraph".equals(Xml.attribute(style, "type")) && "1".equals(Xml.attribute(style, "default"))) {
                    normal = id;
                }
            }
        }
        defaultText = defaults == null
                ? null
                : Xml.child(defaults, "rPrDefault", "rPr").orElse(null);
        defaultParagraph = defaults == null
                ? null
                : Xml.child(defaults, "pPrDefault", "pPr").orElse(null);
    }

    /** The style and those that it is based on, the nearest first. */
    private List<Element> chain(String id) {
        List<Element> chain = new ArrayList<>();
        String at = id;
        while (at != null && styles.containsKey(at) && !chain.contains(styles.get(at))) {
            chain.add(styles.get(at));
            at = Xml.value(styles.get(at), "basedOn");
        }
        return chain;
    }

    private List<Element> paragraphSources(Element paragraph) {
        List<Element> sources = new ArrayList<>();
        Optional<Element> own = Xml.child(paragraph, "pPr");
        own.ifPresent(sources::add);
        String named = own.map(each -> Xml.value(each, "pStyle")).orElse(null);
        chain(named == null ? normal : named)
                .forEach(style -> Xml.child(style, "pPr").ifPresent(sources::add));
        if (defaultParagraph != null) {
            sources.add(defaultParagraph);
        }
        return sources;
    }

    private List<Element> textSources(Element paragraph, Element run) {
        List<Element> sources = new ArrayList<>();
        Optional<Element> own = run == null ? Xml.child(paragraph, "pPr", "rPr") : Xml.child(run, "rPr");
        own.ifPresent(sources::add);
        own.map(each -> Xml.value(each, "rStyle")).ifPresent(id -> chain(id)
                .forEach(style -> Xml.child(style, "rPr").ifPresent(sources::add)));
        String named = Xml.child(paragraph, "pPr")
                .map(each -> Xml.value(each, "pStyle"))
                .orElse(null);
        chain(named == null ? normal : named)
                .forEach(style -> Xml.child(style, "rPr").ifPresent(sources::add));
        if (defaultText != null) {
            sources.add(defaultText);
        }
        return sources;
    }

    private static String first(List<Element> sources, String property, String attribute) {
        return sources.stream()
                .map(each -> Xml.child(each, property)
                        .map(found -> Xml.attribute(found, attribute))
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean on(List<Element> sources, String property) {
        return sources.stream()
                .filter(each -> Xml.child(each, property).isPresent())
                .findFirst()
                .filter(each -> Xml.isOn(each, property))
                .isPresent();
    }

    static double number(String text, double otherwise) {
        try {
            return text == null ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    private static double points(String twips) {
        return number(twips, 0) * TWIP;
    }

    /** @param run null for the paragraph's end, which gives an empty one its height */
    Style text(Element paragraph, Element run) {
        List<Element> sources = textSources(paragraph, run);
        String font = first(sources, "rFonts", "eastAsia");
        String color = first(sources, "color", "val");
        String underline = first(sources, "u", "val");
        List<Element> ofParagraph = paragraphSources(paragraph);
        boolean offGrid = ofParagraph.stream()
                        .anyMatch(each -> Xml.child(each, "snapToGrid").isPresent())
                && !on(ofParagraph, "snapToGrid");
        return new Style(
                Face.of(font),
                number(first(sources, "sz", "val"), 21) / 2,
                points(first(sources, "spacing", "val")) + (offGrid ? 0 : gridSpace),
                on(sources, "b"),
                color == null || color.equals("auto") ? 0 : Integer.parseInt(color, 16),
                underline != null && !underline.equals("none"),
                sources.stream().anyMatch(each -> Xml.child(each, "bdr").isPresent()));
    }

    /** @param size of its text, which indents in characters go by */
    Paragraph paragraph(Element paragraph, double size) {
        List<Element> sources = paragraphSources(paragraph);
        String chars = first(sources, "ind", "firstLineChars");
        String firstLine = first(sources, "ind", "firstLine");
        String hanging = first(sources, "ind", "hanging");
        double first = chars != null && number(chars, 0) != 0
                ? number(chars, 0) / 100 * size
                : hanging != null ? -points(hanging) : points(firstLine);
        String rule = first(sources, "spacing", "lineRule");
        String line = first(sources, "spacing", "line");
        boolean exact = "exact".equals(rule);
        boolean least = "atLeast".equals(rule);
        String justify = first(sources, "jc", "val");
        return new Paragraph(
                justify == null ? "left" : justify.equals("end") ? "right" : justify.equals("start") ? "left" : justify,
                indent(sources, "left", "start", size),
                indent(sources, "right", "end", size),
                first,
                points(first(sources, "spacing", "before")),
                points(first(sources, "spacing", "after")),
                exact || least ? points(line) : 0,
                exact,
                line == null || exact || least ? 1 : number(line, 240) / 240,
                on(sources, "keepNext"),
                on(sources, "pageBreakBefore"),
                border(sources, "top"),
                border(sources, "bottom"),
                border(sources, "left"));
    }

    private static double indent(List<Element> sources, String side, String other, double size) {
        String chars = first(sources, "ind", side + "Chars");
        if (chars != null && number(chars, 0) != 0) {
            return number(chars, 0) / 100 * size;
        }
        String twips = first(sources, "ind", side);
        return points(twips == null ? first(sources, "ind", other) : twips);
    }

    private static Border border(List<Element> sources, String side) {
        return sources.stream()
                .flatMap(each -> Xml.child(each, "pBdr").stream())
                .findFirst()
                .flatMap(box -> Xml.child(box, side))
                .map(Styles::border)
                .orElse(Border.NONE);
    }

    static Border border(Element line) {
        String kind = Xml.attribute(line, "val");
        if (kind == null || kind.equals("nil") || kind.equals("none")) {
            return Border.NONE;
        }
        String color = Xml.attribute(line, "color");
        return new Border(
                Math.max(0.5, number(Xml.attribute(line, "sz"), 4) / 8),
                color == null || color.equals("auto") ? 0 : Integer.parseInt(color, 16));
    }
}
