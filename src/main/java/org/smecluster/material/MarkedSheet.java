package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.smecluster.material.WorkbookFinding.Severity;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Copies a sheet as it passes, with cells marked, so that a sheet of any length needs the memory of its marks. Nothing
 * else of the sheet changes; comments and processing instructions of the XML, which mean nothing, are left out.
 */
final class MarkedSheet extends DefaultHandler {

    /** What has to stand after the reference to the drawing of the comments (ECMA-376 part 1, 18.3.1.99). */
    private static final Set<String> AFTER_DRAWING = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    /** Of {@code <cols>}. */
    private record ColumnStyle(int first, int last, int style) {}

    private final Writer out;
    private final NavigableMap<Integer, NavigableMap<Integer, Severity>> marks;
    private final MarkStyles styles;
    private final String drawing;
    private final List<ColumnStyle> columns = new ArrayList<>();

    private String prefix = "";
    private int depth;
    private boolean open;
    private boolean drawingWritten;
    private int row;
    private int rowStyle;
    private int column;
    private NavigableMap<Integer, Severity> inRow = new TreeMap<>();

    private MarkedSheet(
            Writer out,
            NavigableMap<Integer, NavigableMap<Integer, Severity>> marks,
            MarkStyles styles,
            String drawing) {
        this.out = out;
        this.marks = new TreeMap<>(marks);
        this.styles = styles;
        this.drawing = drawing;
    }

    /**
     * @param marks by row from 1 and column from 0
     * @param drawing the relationship of the drawing of the comments; null where the sheet has none
     */
    static void copy(
            InputStream sheet,
            OutputStream out,
            NavigableMap<Integer, NavigableMap<Integer, Severity>> marks,
            MarkStyles styles,
            String drawing)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        try {
            XMLReader reader = SheetRows.reader();
            reader.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            reader.setContentHandler(new MarkedSheet(writer, marks, styles, drawing));
            reader.parse(new InputSource(sheet));
        } catch (SAXException e) {
            throw new IOException(e);
        }
        writer.flush();
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        depth++;
        closeStart();
        if (depth == 1) {
            prefix = qName.contains(":") ? qName.substring(0, qName.indexOf(':') + 1) : "";
        }
        if (depth == 2 && AFTER_DRAWING.contains(localName)) {
            writeDrawing();
        }
        Integer style = null;
        switch (localName) {
            case "col" ->
                columns.add(new ColumnStyle(
                        number(attributes, "min", 1) - 1,
                        number(attributes, "max", 1) - 1,
                        number(attributes, "style", 0)));
            case "row" -> {
                row = number(attributes, "r", row + 1);
                writeRowsBefore(row);
                rowStyle = number(attributes, "s", -1);
                column = -1;
                NavigableMap<Integer, Severity> found = marks.remove(row);
                inRow = found == null ? new TreeMap<>() : new TreeMap<>(found);
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                column = reference == null ? column + 1 : SheetRows.column(reference);
                writeCellsBefore(column);
                int own = number(attributes, "s", 0);
                Severity severity = inRow.remove(column);
                style = severity == null ? styles.plain(own) : styles.marked(own, severity);
            }
            case "legacyDrawing" -> drawingWritten = true;
            default -> {}
        }
        write("<" + qName);
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            boolean replaced = style != null && name.equals("s") || localName.equals("row") && name.equals("spans");
            if (!replaced) {
                write(" " + name + "=\"" + XmlParts.escaped(attributes.getValue(i)) + "\"");
            }
        }
        if (style != null) {
            write(" s=\"" + style + "\"");
        }
        open = true;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        closeStart();
        write(XmlParts.escaped(new String(chars, start, length)));
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "row" -> writeCellsBefore(Integer.MAX_VALUE);
            case "sheetData" -> writeRowsBefore(Integer.MAX_VALUE);
            case "worksheet" -> writeDrawing();
            default -> {}
        }
        if (open) {
            write("/>");
            open = false;
        } else {
            write("</" + qName + ">");
        }
        depth--;
    }

    private void closeStart() {
        if (open) {
            write(">");
            open = false;
        }
    }

    /** Rows that do not exist, but have a cell to mark. */
    private void writeRowsBefore(int end) {
        while (!marks.isEmpty() && marks.firstKey() < end) {
            closeStart();
            int number = marks.firstKey();
            row = Math.max(row, number);
            rowStyle = -1;
            inRow = new TreeMap<>(marks.remove(number));
            write("<" + prefix + "row r=\"" + number + "\">");
            writeCells(Integer.MAX_VALUE, number);
            write("</" + prefix + "row>");
        }
        if (end != Integer.MAX_VALUE) {
            row = end;
        }
    }

    private void writeCellsBefore(int end) {
        if (!inRow.isEmpty() && inRow.firstKey() < end) {
            closeStart();
            writeCells(end, row);
        }
    }

    private void writeCells(int end, int number) {
        while (!inRow.isEmpty() && inRow.firstKey() < end) {
            int missing = inRow.firstKey();
            int style = styles.marked(styleOf(missing), inRow.remove(missing));
            write("<" + prefix + "c r=\"" + CellReference.convertNumToColString(missing) + number + "\" s=\"" + style
                    + "\"/>");
        }
    }

    private int styleOf(int missing) {
        if (rowStyle >= 0) {
            return rowStyle;
        }
        return columns.stream()
                .filter(each -> each.first() <= missing && missing <= each.last())
                .map(ColumnStyle::style)
                .findFirst()
                .orElse(0);
    }

    private void writeDrawing() {
        if (drawing != null && !drawingWritten) {
            closeStart();
            write("<" + prefix + "legacyDrawing xmlns:r=\"" + XmlParts.RELATIONSHIPS_OF_DOCUMENT + "\" r:id=\""
                    + drawing + "\"/>");
            drawingWritten = true;
        }
    }

    private static int number(Attributes attributes, String name, int otherwise) {
        String value = attributes.getValue(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
