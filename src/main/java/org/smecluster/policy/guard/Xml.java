package org.smecluster.policy.guard;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a model with the line it stands in. Prefixes mean nothing: a name is the local one, and an attribute of
 * Camunda's namespace is called {@code camunda:…}.
 */
public final class Xml {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/";

    /** Far beyond what a model may have: what walks down it needs no limit of its own. */
    private static final int DEEPEST = 200;

    private final String name;
    private final int line;
    private final Xml parent;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Xml> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Xml(String name, int line, Xml parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    /** @return the root; empty where it cannot be read (the list of what is allowed says that to the person) */
    public static Optional<Xml> read(String content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(content));
            Deque<Xml> open = new ArrayDeque<>();
            Xml root = null;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Xml element =
                                new Xml(xml.getLocalName(), xml.getLocation().getLineNumber(), open.peek());
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            String uri = xml.getAttributeNamespace(i);
                            boolean camundas = uri != null && uri.startsWith(CAMUNDA);
                            element.attributes.put(
                                    (camundas ? "camunda:" : "") + xml.getAttributeLocalName(i),
                                    xml.getAttributeValue(i));
                        }
                        if (open.isEmpty()) {
                            root = element;
                        } else {
                            open.peek().children.add(element);
                        }
                        open.push(element);
                        if (open.size() > DEEPEST) {
                            return Optional.empty();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> open.pop();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (!open.isEmpty()) {
                            open.peek().text.append(xml.getText());
                        }
                    }
                    default -> {
                        // comments
                    }
                }
            }
            return Optional.ofNullable(root);
        } catch (XMLStreamException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Adds a child that no file holds. */
    void add(String name, int line, Map<String, String> attributes) {
        Xml child = new Xml(name, line, this);
        child.attributes.putAll(attributes);
        children.add(child);
    }

    public String name() {
        return name;
    }

    public int line() {
        return line;
    }

    /** Null at the root. */
    public Xml parent() {
        return parent;
    }

    public String id() {
        return attributes.get("id");
    }

    /** Null where it is not there. */
    public String attribute(String name) {
        return attributes.get(name);
    }

    public String attribute(String name, String otherwise) {
        return attributes.getOrDefault(name, otherwise);
    }

    public Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    public List<Xml> children() {
        return children;
    }

    public Stream<Xml> children(String name) {
        return children.stream().filter(child -> child.name.equals(name));
    }

    public Optional<Xml> child(String name) {
        return children(name).findFirst();
    }

    /** Of the elements within {@code extensionElements}. */
    public Stream<Xml> extensions(String name) {
        return children("extensionElements").flatMap(extensions -> extensions.children(name));
    }

    /** This one and all below it, in the order of the file. */
    public Stream<Xml> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Xml::all));
    }

    public String text() {
        return text.toString().strip();
    }

    /** Of its first child of the name; null where there is none. */
    public String text(String child) {
        return child(child).map(Xml::text).orElse(null);
    }
}
