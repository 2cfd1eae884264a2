package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The baseline: every cell of every sheet read as text, its text looked up in the shared table, and nothing else. */
final class BareReading {

    private final XMLInputFactory factory = XMLInputFactory.newFactory();
    private long cells;
    private long characters;

    /** @return the number of cells with content */
    static long read(Path file) throws IOException, XMLStreamException {
        BareReading reading = new BareReading();
        reading.factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> shared = reading.shared(zip);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    reading.sheet(zip.getInputStream(entry), shared);
                }
            }
        }
        return reading.cells;
    }

    private List<String> shared(ZipFile zip) throws IOException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = zip.getInputStream(zip.getEntry("xl/sharedStrings.xml"))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            StringBuilder text = new StringBuilder();
            boolean inText = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT ->
                        inText = xml.getLocalName().equals("t");
                    case XMLStreamConstants.CHARACTERS -> {
                        if (inText) {
                            text.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        inText = false;
                        if (xml.getLocalName().equals("si")) {
                            texts.add(text.toString());
                            text.setLength(0);
                        }
                    }
                    default -> {}
                }
            }
        }
        return texts;
    }

    private void sheet(InputStream in, List<String> shared) throws IOException, XMLStreamException {
        try (in) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            StringBuilder text = new StringBuilder();
            String type = null;
            boolean inValue = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        String name = xml.getLocalName();
                        inValue = name.equals("v") || name.equals("t");
                        if (name.equals("c")) {
                            type = xml.getAttributeValue(null, "t");
                            text.setLength(0);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (inValue) {
                            text.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        inValue = false;
                        if (xml.getLocalName().equals("c") && text.length() > 0) {
                            String value = text.toString();
                            characters += "s".equals(type)
                                    ? shared.get(Integer.parseInt(value)).length()
                                    : value.length();
                            cells++;
                        }
                    }
                    default -> {}
                }
            }
        }
    }
}
