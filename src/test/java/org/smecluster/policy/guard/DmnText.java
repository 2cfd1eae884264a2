package org.smecluster.policy.guard;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A file of decisions to be changed in memory. */
final class DmnText {

    private final Document document;

    DmnText(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    List<Element> all(String name) {
        return list(document.getElementsByTagNameNS("*", name));
    }

    Element decision(String id) {
        return all("decision").stream()
                .filter(each -> each.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<Element> in(Element parent, String name) {
        return list(parent.getElementsByTagNameNS("*", name));
    }

    /** Of the first {@code text} in it. */
    static String text(Element of) {
        List<Element> texts = in(of, "text");
        return texts.isEmpty() ? "" : texts.get(0).getTextContent();
    }

    static void write(Element of, String text) {
        in(of, "text").get(0).setTextContent(text);
    }

    static void remove(Element element) {
        element.getParentNode().removeChild(element);
    }

    static Element decisionOf(Element element) {
        Element at = element;
        while (!at.getLocalName().equals("decision")) {
            at = (Element) at.getParentNode();
        }
        return at;
    }

    /** Place of an entry in its rule. */
    static int column(Element entry) {
        return in((Element) entry.getParentNode(), entry.getLocalName()).indexOf(entry);
    }

    String changed(Consumer<DmnText> change) {
        change.accept(this);
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }
}
