package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.smecluster.law.TypedText;
import org.smecluster.material.RawCell.Kind;
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

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

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
    private final StringBuilder formula = new StringBuilder();
    private boolean calculated;
    private boolean valued;
    private boolean inFormula;
    private boolean collecting;
    private boolean phonetic;

    private record Format(NumberFormat number, boolean date) {}

    private SheetRows(SharedTexts texts, StylesTable styles, Consumer<SheetRow> rows) {
        this.texts = texts;
        this.styles = styles;
        this.rows = rows;
    }

    /**
     * @param styles null where the workbook has none
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
                calculated = false;
                valued = false;
                formula.setLength(0);
                text.setLength(0);
            }
            case "f" -> {
                calculated = true;
                inFormula = true;
            }
            case "rPh" -> phonetic = true;
            case "v", "t" -> {
                valued |= localName.equals("v");
                collecting = row != null && !phonetic;
            }
            default -> {}
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (collecting) {
            text.append(chars, start, length);
        } else if (inFormula) {
            formula.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "f" -> inFormula = false;
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "c" -> {
                RawCell cell = cell();
                if (row != null && (cell.formula() != null || !cell.text().isEmpty())) {
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
            // a formula that gives "" is as good as nothing; one that was never calculated is not
            boolean nothing = "str".equals(type) && valued;
            return new RawCell(Kind.TEXT, "", nothing ? null : formula(), format.number(), false);
        }
        return switch (type == null ? "n" : type) {
            case "s" -> text(texts.get(Integer.parseInt(stored.strip())), format);
            case "b" -> new RawCell(Kind.BOOLEAN, stored.strip(), formula(), format.number(), false);
            case "e" -> new RawCell(Kind.ERROR, stored, formula(), format.number(), false);
            case "n" -> new RawCell(Kind.NUMBER, stored.strip(), formula(), format.number(), format.date());
            case "d" -> day(stored.strip(), format);
            default -> text(decoded(stored), format);
        };
    }

    private String formula() {
        return calculated ? formula.toString() : null;
    }

    private RawCell text(String content, Format format) {
        boolean nothing = content.isEmpty() && valued;
        return new RawCell(Kind.TEXT, content, nothing ? null : formula(), format.number(), false);
    }

    /** A day as ISO 8601 has it, with or without a time: as the serial number that other programs store. */
    private RawCell day(String stored, Format format) {
        try {
            LocalDate day = LocalDate.parse(
                    stored.length() > 10 && stored.charAt(10) == 'T' ? stored.substring(0, 10) : stored);
            long serial = ChronoUnit.DAYS.between(CellType.EXCEL_EPOCH, day);
            return new RawCell(Kind.NUMBER, Long.toString(serial), formula(), format.number(), true);
        } catch (DateTimeParseException e) {
            return text(decoded(stored), format);
        }
    }

    /** A text as it is meant: what XML cannot hold, or some programs do not write, stands as {@code _x000D_} (ECMA-376 part 1, 22.9.2.19). */
    static String decoded(CharSequence stored) {
        String text = stored.toString();
        if (text.contains("_x")) {
            text = ESCAPED.matcher(text)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        }
        return TypedText.clean(text);
    }

    private Format format(int index) {
        if (styles == null) {
            return new Format(NumberFormat.UNKNOWN, false);
        }
        boolean known = index >= 0 && index < styles.getNumCellStyles();
        XSSFCellStyle found = known ? styles.getStyleAt(index) : null;
        int id = found == null ? 0 : found.getDataFormat();
        String code = found == null ? null : found.getDataFormatString();
        if (code == null) {
            code = BuiltinFormats.getBuiltinFormat(id);
        }
        if (code == null) {
            code = "General";
        }
        return new Format(NumberFormat.of(code), isChineseDate(id) || DateUtil.isADateFormat(id, code));
    }

    /** Dates and times of Chinese Excel, stored by number and without their code (ECMA-376 part 1, 18.8.30). */
    private static boolean isChineseDate(int id) {
        return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }
}
