package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The texts that a workbook's cells refer to by number. POI's own table makes a rich text of each at every look-up, which
 * is most of the time of reading a long list.
 */
final class SharedTexts extends DefaultHandler {

    /** Far more than 120 000 rows can use; a table of tiny texts costs much more memory than its file is long. */
    private static final int MOST = 3_000_000;

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean collecting;
    private boolean phonetic;

    private SharedTexts() {}

    static SharedTexts none() {
        return new SharedTexts();
    }

    /** @throws SAXException where the table is damaged, or has more texts than any workbook of ours */
    static SharedTexts read(InputStream table) throws IOException, SAXException {
        SharedTexts texts = new SharedTexts();
        XMLReader reader = SheetRows.reader();
        reader.setContentHandler(texts);
        reader.parse(new InputSource(table));
        return texts;
    }

    /** @throws IndexOutOfBoundsException where the file refers to a text that it does not have */
    String get(int index) {
        return texts.get(index);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic = true;
            case "t" -> collecting = !phonetic;
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
    public void endElement(String uri, String localName, String qName) throws SAXException {
        switch (localName) {
            case "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "si" -> {
                if (texts.size() == MOST) {
                    throw new XlsxFile.TooMuch();
                }
                texts.add(SheetRows.decoded(text));
            }
            default -> {}
        }
    }
}
