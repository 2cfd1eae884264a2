package org.smecluster.paper.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The XML of a Word document: read without entities, written the same way each time. */
public final class Xml {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private Xml() {}

    /** @throws IOException where it is no XML, or brings a document type */
    public static Document parse(byte[] content) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXException | ParserConfigurationException unreadable) {
            throw new IOException(unreadable);
        }
    }

    static byte[] write(Document document) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            document.setXmlStandalone(true);
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether the node is the element of that name in Word's namespace. */
    public static boolean is(Node node, String name) {
        return node instanceof Element && W.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** All child elements, in their order. */
    public static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    public static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(each -> is(each, name)).toList();
    }

    /** The first along a path of names, each a child of the one before. */
    public static Optional<Element> child(Element parent, String... path) {
        Element at = parent;
        for (String name : path) {
            List<Element> found = at == null ? List.of() : children(at, name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get(0);
        }
        return Optional.ofNullable(at);
    }

    /** Elements of that name within, not looking into others of the same name. */
    public static List<Element> within(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Element each : children(parent)) {
            if (is(each, name)) {
                found.add(each);
            } else {
                found.addAll(within(each, name));
            }
        }
        return found;
    }

    /** Null where it has none. */
    public static String attribute(Element element, String name) {
        return element.hasAttributeNS(W, name) ? element.getAttributeNS(W, name) : null;
    }

    /** The value of a child's attribute {@code val}; null where there is none. */
    public static String value(Element parent, String child) {
        return parent == null
                ? null
                : child(parent, child).map(each -> attribute(each, "val")).orElse(null);
    }

    /** Whether a property such as {@code w:b} stands and is not switched off. */
    public static boolean isOn(Element parent, String child) {
        return parent != null
                && child(parent, child)
                        .filter(each ->
                                !List.of("0", "false", "off", "none").contains(String.valueOf(attribute(each, "val"))))
                        .isPresent();
    }
}
