package org.smecluster.material;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Small parts of a workbook, as trees. */
final class XmlParts {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONSHIPS_OF_DOCUMENT =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    static final String CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

    private XmlParts() {}

    static Document read(InputStream content) throws IOException {
        try (content) {
            return XMLHelper.newDocumentBuilder().parse(content);
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    static Document empty(String namespace, String root) {
        try {
            Document document =
                    XMLHelper.getDocumentBuilderFactory().newDocumentBuilder().newDocument();
            document.appendChild(document.createElementNS(namespace, root));
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(Document document, OutputStream out) throws IOException {
        try {
            Transformer transformer = XMLHelper.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.setOutputProperty(OutputKeys.STANDALONE, "yes");
            document.setXmlStandalone(true);
            transformer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }

    static List<Element> children(Element parent, String localName) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && localName.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    /** The child of that name; null where there is none. */
    static Element child(Element parent, String localName) {
        List<Element> found = children(parent, localName);
        return found.isEmpty() ? null : found.get(0);
    }

    /** A new last child in the parent's namespace and with its prefix. */
    static Element append(Element parent, String localName) {
        String prefix = parent.getPrefix();
        Element child = parent.getOwnerDocument()
                .createElementNS(parent.getNamespaceURI(), prefix == null ? localName : prefix + ":" + localName);
        parent.appendChild(child);
        return child;
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\r' -> escaped.append("&#13;");
                case '\t' -> escaped.append("&#9;");
                default -> {
                    if (c >= ' ' && c != '\uFFFE' && c != '\uFFFF') {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
