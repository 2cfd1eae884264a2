package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Hands on a sheet row by row, so that a list of any length needs the memory of one row. POI's own
 * {@code XSSFSheetXMLHandler} gives formatted text only; the checks need to know what is a number, a text, a date.
 */
final class SheetRows extends DefaultHandler {

    private final SharedTexts texts;
    private final StylesTable styles;
    private final Consumer<SheetRow> rows;
    private final Map<Integer, Format> formats = new HashMap<>();

    private final StringBuilder text = new StringBuilder();
    private SheetRow row;
    private int rowNumber;
    private int column;
    private String type;
    private int style;
    private boolean formula;
    private boolean collecting;
    private boolean phonetic;

    private record Format(String code, boolean date) {}

    private SheetRows(SharedTexts texts, StylesTable styles, Consumer<SheetRow> rows) {
        this.texts = texts;
        this.styles = styles;
        this.rows = rows;
    }

    /**
     * @param rows takes each row; cells without content are left out
     * @throws SAXException where the sheet's XML is damaged
     */
    static void read(InputStream sheet, SharedTexts texts, StylesTable styles, Consumer<SheetRow> rows)
            throws IOException, SAXException {
        XMLReader reader = reader();
        reader.setContentHandler(new SheetRows(texts, styles, rows));
        reader.parse(new InputSource(sheet));
    }

    /** Takes no document type and looks nothing up outside the file. */
    static XMLReader reader() throws SAXException {
        try {
            return XMLHelper.newXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "row" -> {
                String number = attributes.getValue("r");
                rowNumber = number == null ? rowNumber + 1 : Integer.parseInt(number);
                row = new SheetRow(rowNumber);
                column = -1;
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                column = reference == null ? column + 1 : column(reference);
                type = attributes.getValue("t");
                String index = attributes.getValue("s");
                style = index == null ? 0 : Integer.parseInt(index);
                formula = false;
                text.setLength(0);
            }
            case "f" -> formula = true;
            case "rPh" -> phonetic = true;
            case "v", "t" -> collecting = row != null && !phonetic;
            default -> {}
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (collecting) {
            text.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "c" -> {
                RawCell cell = cell();
                if (formula || !cell.text().isEmpty()) {
                    row.put(column, cell);
                }
            }
            case "row" -> {
                rows.accept(row);
                row = null;
            }
            default -> {}
        }
    }

    /** Of {@code B7}: 1; too far right to be read where there are too many letters. */
    static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private RawCell cell() {
        Format format = formats.get(style);
        if (format == null) {
            format = format(style);
            formats.put(style, format);
        }
        String stored = text.toString();
        if (stored.isEmpty()) {
            return new RawCell(RawCell.Kind.TEXT, "", formula, format.code(), false);
        }
        return switch (type == null ? "n" : type) {
            case "s" -> text(texts.get(Integer.parseInt(stored)), format);
            case "b" -> new RawCell(RawCell.Kind.BOOLEAN, stored, formula, format.code(), false);
            case "e" -> new RawCell(RawCell.Kind.ERROR, stored, formula, format.code(), false);
            case "n" -> new RawCell(RawCell.Kind.NUMBER, stored, formula, format.code(), format.date());
            default -> text(stored, format);
        };
    }

    private RawCell text(String content, Format format) {
        return new RawCell(RawCell.Kind.TEXT, content, formula, format.code(), false);
    }

    private Format format(int index) {
        XSSFCellStyle found = index < styles.getNumCellStyles() ? styles.getStyleAt(index) : null;
        int id = found == null ? 0 : found.getDataFormat();
        String code = found == null ? null : found.getDataFormatString();
        if (code == null) {
            code = BuiltinFormats.getBuiltinFormat(id);
        }
        if (code == null) {
            code = "General";
        }
        return new Format(code, isChineseDate(id) || DateUtil.isADateFormat(id, code));
    }

    /** Dates and times of Chinese Excel, stored by number and without their code (ECMA-376 part 1, 18.8.30). */
    private static boolean isChineseDate(int id) {
        return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }
}
