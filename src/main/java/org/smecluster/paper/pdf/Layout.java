package org.smecluster.paper.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smecluster.paper.docx.Docx;
import org.smecluster.paper.docx.Xml;
import org.smecluster.paper.pdf.Line.Piece;
import org.smecluster.paper.pdf.Styles.Border;
import org.smecluster.paper.pdf.Styles.Paragraph;
import org.w3c.dom.Element;

/**
 * Lays a Word document out on pages: sections, paragraphs, tables that go on over pages with their head, heads and feet with
 * page numbers. Pictures and text boxes are passed over ({@link org.smecluster.paper.docx.TemplateCheck#notDrawn}). Lengths
 * in points.
 */
final class Layout {

    private static final double TWIP = 1 / 20.0;
    private static final double CELL_SIDE = 5.4;

    /** A page as a section has it. */
    private record Sheet(
            double width,
            double height,
            double top,
            double bottom,
            double left,
            double right,
            double head,
            double foot,
            double pitch,
            Element section) {

        double column() {
            return width - left - right;
        }

        double end() {
            return height - bottom;
        }
    }

    /** A paragraph ready to be drawn. */
    private record Block(Paragraph format, List<Line> lines) {
        double height() {
            return format.before() + lines.stream().mapToDouble(Line::height).sum() + format.after();
        }
    }

    private record Cell(double x, double width, boolean goesOn, boolean middle, List<Block> blocks) {}

    private record Row(List<Cell> cells, boolean head, boolean whole, double least) {}

    private final Docx docx;
    private final Styles styles;
    private final Pages pages;
    private final Breaking breaking;
    private final boolean evenPagesDiffer;
    private final List<Sheet> sheetOfPage = new ArrayList<>();
    private Sheet sheet;
    private double y;

    Layout(Docx docx, Fonts fonts, org.apache.pdfbox.pdmodel.PDDocument document) {
        this.docx = docx;
        styles = new Styles(docx);
        pages = new Pages(document, fonts);
        breaking = new Breaking(fonts);
        evenPagesDiffer = docx.has("word/settings.xml")
                && Xml.isOn(docx.xml("word/settings.xml").getDocumentElement(), "evenAndOddHeaders");
    }

    void draw() {
        Element body = Xml.child(docx.body().getDocumentElement(), "body").orElseThrow();
        List<Element> section = new ArrayList<>();
        for (Element each : Xml.children(body)) {
            if (Xml.is(each, "sectPr")) {
                draw(section, each);
                section.clear();
                continue;
            }
            section.add(each);
            Optional<Element> end = Xml.child(each, "pPr", "sectPr");
            if (end.isPresent()) {
                draw(section, end.get());
                section.clear();
            }
        }
        for (int page = 0; page < pages.count(); page++) {
            pages.again(page);
            headAndFoot(page);
        }
        pages.close();
    }

    private void draw(List<Element> elements, Element section) {
        sheet = sheet(section);
        newPage();
        for (int i = 0; i < elements.size(); i++) {
            Element each = elements.get(i);
            if (Xml.is(each, "p")) {
                if (Xml.child(each, "pPr", "sectPr").isPresent() && runs(each).isEmpty()) {
                    continue;
                }
                Block block = block(each, sheet.column());
                if (block.format().newPage() && y > sheet.top()) {
                    newPage();
                }
                keepTogether(elements, i, block);
                draw(block, sheet.left(), sheet.column(), true);
            } else if (Xml.is(each, "tbl")) {
                table(each);
            }
        }
    }

    /** What belongs to the paragraph behind it goes to the next page with its first line. */
    private void keepTogether(List<Element> elements, int at, Block first) {
        double wanted = 0;
        Block block = first;
        int i = at;
        while (block.format().keepNext() && i + 1 < elements.size() && Xml.is(elements.get(i + 1), "p")) {
            wanted += block.height();
            block = block(elements.get(++i), sheet.column());
        }
        if (i > at) {
            wanted += block.format().before() + block.lines().get(0).height();
            if (y + wanted > sheet.end() && wanted < sheet.end() - sheet.top()) {
                newPage();
            }
        }
    }

    private Sheet sheet(Element section) {
        Element size = Xml.child(section, "pgSz").orElseThrow();
        Element margins = Xml.child(section, "pgMar").orElseThrow();
        double pitch = Xml.child(section, "docGrid")
                .filter(grid -> Xml.attribute(grid, "type") != null)
                .map(grid -> length(grid, "linePitch"))
                .orElse(0.0);
        return new Sheet(
                length(size, "w"),
                length(size, "h"),
                length(margins, "top"),
                length(margins, "bottom"),
                length(margins, "left"),
                length(margins, "right"),
                length(margins, "header"),
                length(margins, "footer"),
                pitch,
                section);
    }

    private static double length(Element element, String name) {
        return Styles.number(Xml.attribute(element, name), 0) * TWIP;
    }

    private void newPage() {
        pages.add(sheet.width(), sheet.height());
        sheetOfPage.add(sheet);
        y = sheet.top();
    }

    private void headAndFoot(int page) {
        Sheet of = sheetOfPage.get(page);
        sheet = of;
        String wanted = evenPagesDiffer && page % 2 == 1 ? "even" : "default";
        part(of.section(), "headerReference", wanted).ifPresent(head -> {
            double at = of.head();
            for (Block block : blocks(head, of.column(), page + 1)) {
                at = drawAt(block, of.left(), of.column(), at);
            }
        });
        part(of.section(), "footerReference", wanted).ifPresent(foot -> {
            List<Block> blocks = blocks(foot, of.column(), page + 1);
            double at = of.height()
                    - of.foot()
                    - blocks.stream().mapToDouble(Block::height).sum();
            for (Block block : blocks) {
                at = drawAt(block, of.left(), of.column(), at);
            }
        });
    }

    private Optional<Element> part(Element section, String reference, String wanted) {
        return Xml.children(section, reference).stream()
                .filter(each -> wanted.equals(Xml.attribute(each, "type")))
                .map(each -> docx.related(each.getAttributeNS(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")))
                .filter(name -> name != null && docx.has(name))
                .findFirst()
                .map(name -> docx.xml(name).getDocumentElement());
    }

    private List<Block> blocks(Element container, double column, int page) {
        return Xml.children(container, "p").stream()
                .map(each -> block(each, column, page))
                .toList();
    }

    private Block block(Element paragraph, double column) {
        return block(paragraph, column, 0);
    }

    private Block block(Element paragraph, double column, int page) {
        Style end = styles.text(paragraph, null);
        Paragraph format = styles.paragraph(paragraph, end.size());
        List<Piece> pieces = pieces(paragraph, page);
        return new Block(format, breaking.lines(pieces, format, column, end, style -> height(format, style)));
    }

    private double height(Paragraph format, Style style) {
        if (format.exact()) {
            return format.line();
        }
        double natural = style.natural();
        double grid = sheet.pitch() > 0 ? Math.ceil(natural / sheet.pitch()) * sheet.pitch() : natural;
        return Math.max(format.line(), grid * format.multiple());
    }

    private static List<Element> runs(Element paragraph) {
        return Xml.within(paragraph, "r");
    }

    /** @param page number that stands for Word's field PAGE */
    private List<Piece> pieces(Element paragraph, int page) {
        List<Piece> pieces = new ArrayList<>();
        boolean inField = false;
        boolean result = false;
        for (Element run : runs(paragraph)) {
            Style style = styles.text(paragraph, run);
            StringBuilder text = new StringBuilder();
            for (Element each : Xml.children(run)) {
                String type = Xml.attribute(each, "fldCharType");
                if (Xml.is(each, "fldChar")) {
                    inField = !"end".equals(type);
                    result = "separate".equals(type);
                } else if (Xml.is(each, "instrText") && each.getTextContent().contains("PAGE")) {
                    text.append(page);
                } else if (Xml.is(each, "t") && !(inField && result)) {
                    text.append(each.getTextContent());
                } else if (Xml.is(each, "br") || Xml.is(each, "cr")) {
                    text.append('\n');
                } else if (Xml.is(each, "tab")) {
                    text.append('\t');
                }
            }
            if (run.getParentNode() instanceof Element field && Xml.is(field, "fldSimple")) {
                text.setLength(0);
                text.append(page);
            }
            if (text.length() > 0) {
                pieces.add(new Piece(text.toString(), style));
            }
        }
        return pieces;
    }

    private void draw(Block block, double left, double column, boolean flows) {
        y += block.format().before();
        double top = y;
        for (Line line : block.lines()) {
            if (y + line.height() > sheet.end() + 0.5 && flows) {
                newPage();
                top = y;
            }
            pages.text(line, left, y);
            y += line.height();
        }
        borders(block.format(), left, column, top, y);
        y += block.format().after();
    }

    private double drawAt(Block block, double left, double column, double at) {
        double kept = y;
        y = at;
        draw(block, left, column, false);
        double end = y;
        y = kept;
        return end;
    }

    private void borders(Paragraph format, double left, double column, double top, double bottom) {
        double from = left + format.left();
        double to = left + column - format.right();
        pages.stroke(format.top(), from, top, to, top);
        pages.stroke(format.bottom(), from, bottom, to, bottom);
        pages.stroke(format.sides(), from, top, from, bottom);
        pages.stroke(format.sides(), to, top, to, bottom);
    }

    private void table(Element table) {
        Element properties = Xml.child(table, "tblPr").orElse(table);
        List<Double> grid = Xml.child(table, "tblGrid").stream()
                .flatMap(each -> Xml.children(each, "gridCol").stream())
                .map(each -> length(each, "w"))
                .toList();
        double width = grid.stream().mapToDouble(each -> each).sum();
        double left = sheet.left()
                + ("center".equals(Xml.value(properties, "jc"))
                        ? (sheet.column() - width) / 2
                        : Xml.child(properties, "tblInd")
                                .map(each -> length(each, "w"))
                                .orElse(0.0));
        Border border = Xml.child(properties, "tblBorders", "top")
                .map(Styles::border)
                .orElse(Xml.child(properties, "tblStyle").isPresent() ? new Border(0.5, 0) : Border.NONE);
        double side = Xml.child(properties, "tblCellMar", "left")
                .map(each -> length(each, "w"))
                .orElse(CELL_SIDE);
        List<Row> rows = Xml.children(table, "tr").stream()
                .map(each -> row(each, grid, side))
                .toList();
        List<Row> heads = rows.stream().takeWhile(Row::head).toList();
        double headHeight = heads.stream().mapToDouble(Layout::height).sum();
        boolean first = true;
        for (Row row : rows) {
            // a head stands with the row behind it
            double wanted =
                    height(row) + (row.head() && first ? height(rows.get(Math.min(heads.size(), rows.size() - 1))) : 0);
            boolean fits = y + wanted <= sheet.end() + 0.5;
            boolean fitsNext = wanted <= sheet.end() - sheet.top() - (row.head() ? 0 : headHeight);
            if (!fits && fitsNext && y > sheet.top()) {
                newPage();
                if (!row.head()) {
                    heads.forEach(head -> whole(head, left, side, border));
                }
            }
            first = false;
            if (fitsNext) {
                whole(row, left, side, border);
            } else {
                inParts(row, heads, left, side, border);
            }
        }
    }

    private Row row(Element row, List<Double> grid, double side) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        double x = 0;
        for (Element each : Xml.children(row, "tc")) {
            Element properties = Xml.child(each, "tcPr").orElse(null);
            int span = (int) Styles.number(Xml.value(properties, "gridSpan"), 1);
            double width = 0;
            for (int i = 0; i < span && column < grid.size(); i++) {
                width += grid.get(column++);
            }
            boolean merged =
                    properties != null && Xml.child(properties, "vMerge").isPresent();
            boolean goesOn = merged && !"restart".equals(Xml.value(properties, "vMerge"));
            double inner = width - 2 * side;
            cells.add(new Cell(
                    x,
                    width,
                    goesOn,
                    "center".equals(Xml.value(properties, "vAlign")),
                    Xml.children(each, "p").stream().map(p -> block(p, inner)).toList()));
            x += width;
        }
        Element properties = Xml.child(row, "trPr").orElse(null);
        return new Row(
                cells,
                Xml.isOn(properties, "tblHeader"),
                Xml.isOn(properties, "cantSplit"),
                properties == null
                        ? 0
                        : Xml.child(properties, "trHeight")
                                .map(each -> length(each, "val"))
                                .orElse(0.0));
    }

    private static double height(Row row) {
        return Math.max(
                row.least(),
                row.cells().stream().mapToDouble(Layout::height).max().orElse(0));
    }

    private static double height(Cell cell) {
        return cell.blocks().stream().mapToDouble(Block::height).sum();
    }

    private void whole(Row row, double left, double side, Border border) {
        double height = height(row);
        for (Cell cell : row.cells()) {
            double at = y + (cell.middle() ? (height - height(cell)) / 2 : 0);
            for (Block block : cell.blocks()) {
                at = drawAt(block, left + cell.x() + side, cell.width() - 2 * side, at);
            }
            frame(cell, left, y, y + height, border);
        }
        y += height;
    }

    /** A row that is higher than a page: as many lines of each cell as there is room for, and on. */
    private void inParts(Row row, List<Row> heads, double left, double side, Border border) {
        List<List<Line>> waiting = row.cells().stream()
                .<List<Line>>map(cell -> new ArrayList<>(cell.blocks().stream()
                        .flatMap(block -> block.lines().stream())
                        .toList()))
                .toList();
        while (waiting.stream().anyMatch(lines -> !lines.isEmpty())) {
            double tallest = waiting.stream()
                    .filter(lines -> !lines.isEmpty())
                    .mapToDouble(lines -> lines.get(0).height())
                    .max()
                    .orElse(0);
            if (y + tallest > sheet.end() + 0.5) {
                newPage();
                heads.forEach(head -> whole(head, left, side, border));
            }
            double top = y;
            double bottom = top;
            for (int i = 0; i < waiting.size(); i++) {
                double at = top;
                List<Line> lines = waiting.get(i);
                while (!lines.isEmpty() && (at + lines.get(0).height() <= sheet.end() + 0.5 || at == sheet.top())) {
                    Line line = lines.remove(0);
                    pages.text(line, left + row.cells().get(i).x() + side, at);
                    at += line.height();
                }
                bottom = Math.max(bottom, at);
            }
            for (Cell cell : row.cells()) {
                frame(cell, left, top, bottom, border);
            }
            y = bottom;
        }
    }

    private void frame(Cell cell, double left, double top, double bottom, Border border) {
        double x1 = left + cell.x();
        double x2 = x1 + cell.width();
        pages.stroke(border, x1, top, x1, bottom);
        pages.stroke(border, x2, top, x2, bottom);
        pages.stroke(border, x1, bottom, x2, bottom);
        if (!cell.goesOn()) {
            pages.stroke(border, x1, top, x2, top);
        }
    }
}
