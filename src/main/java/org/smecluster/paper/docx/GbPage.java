package org.smecluster.paper.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The page of GB/T 9704-2012 as a document's XML has it: A4, margins 37, 35, 28 and 26 mm (top, bottom, left, right), and
 * so a type area of 156 by 225 mm with 22 lines of 28 characters of 16 points.
 */
public final class GbPage {

    /** In twentieths of a point, as the XML counts. */
    public static final int WIDTH = 11906;

    public static final int HEIGHT = 16838;
    public static final int TOP = 2098;
    public static final int BOTTOM = 1984;
    public static final int LEFT = 1587;
    public static final int RIGHT = 1474;
    public static final int LINES = 22;
    public static final int CHARACTERS = 28;

    /** 22 of them are as high as the type area: (16838 - 2098 - 1984) / 22. */
    public static final int LINE = 579;

    /** What a character of 16 points is narrower by, in 4096ths of a point, so that 28 of them fill the line. */
    public static final int CHARACTER_SPACE = -848;

    private static final double BODY = 16;
    private static final int TOLERANCE = 12;
    private static final double MILLIMETRE = 1440 / 25.4;

    private GbPage() {}

    /** What the first section's page has otherwise, in Chinese. */
    public static List<String> problems(Document body) {
        List<String> problems = new ArrayList<>();
        Optional<Element> section =
                Xml.within(body.getDocumentElement(), "sectPr").stream().findFirst();
        Element size = section.flatMap(each -> Xml.child(each, "pgSz")).orElse(null);
        Element margins = section.flatMap(each -> Xml.child(each, "pgMar")).orElse(null);
        if (size == null || !near(size, "w", WIDTH) || !near(size, "h", HEIGHT)) {
            problems.add("纸张不是竖放的A4（210×297毫米）");
        }
        if (margins == null
                || !near(margins, "top", TOP)
                || !near(margins, "bottom", BOTTOM)
                || !near(margins, "left", LEFT)
                || !near(margins, "right", RIGHT)) {
            problems.add("页边距应为上37、下35、左28、右26毫米（GB/T 9704）"
                    + (margins == null
                            ? ""
                            : "，现为上" + millimetres(margins, "top") + "、下" + millimetres(margins, "bottom") + "、左"
                                    + millimetres(margins, "left") + "、右" + millimetres(margins, "right") + "毫米"));
        }
        if (problems.isEmpty()) {
            int lines = lines(body);
            int characters = characters(body);
            if (lines != LINES || characters != CHARACTERS) {
                problems.add(
                        "文档网格应为每页22行、每行28字（GB/T 9704），现为每页" + lines + "行、每行" + characters + "字：请在“页面设置—文档网格”中指定行和字符网格");
            }
        }
        return problems;
    }

    /** Lines of a page by the first section's grid; 0 where it has none. */
    public static int lines(Document body) {
        Element section = Xml.within(body.getDocumentElement(), "sectPr").get(0);
        int pitch = Xml.child(section, "docGrid")
                .map(grid -> number(grid, "linePitch"))
                .orElse(0);
        Element margins = Xml.child(section, "pgMar").orElseThrow();
        int high = number(Xml.child(section, "pgSz").orElseThrow(), "h")
                - number(margins, "top")
                - number(margins, "bottom");
        return pitch == 0 ? 0 : high / pitch;
    }

    /** Characters of 16 points in a line by the first section's grid; 0 where it has none. */
    public static int characters(Document body) {
        Element section = Xml.within(body.getDocumentElement(), "sectPr").get(0);
        Optional<Element> grid = Xml.child(section, "docGrid")
                .filter(each -> "linesAndChars".equals(Xml.attribute(each, "type"))
                        || "snapToChars".equals(Xml.attribute(each, "type")));
        Element margins = Xml.child(section, "pgMar").orElseThrow();
        double wide = (number(Xml.child(section, "pgSz").orElseThrow(), "w")
                        - number(margins, "left")
                        - number(margins, "right"))
                / 20.0;
        return grid.map(each -> (int) (wide / (BODY + number(each, "charSpace") / 4096.0) + 0.01))
                .orElse(0);
    }

    private static boolean near(Element element, String name, int wanted) {
        return Math.abs(number(element, name) - wanted) <= TOLERANCE;
    }

    private static long millimetres(Element element, String name) {
        return Math.round(number(element, name) / MILLIMETRE);
    }

    static int number(Element element, String name) {
        String text = Xml.attribute(element, name);
        try {
            return text == null ? 0 : (int) Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
