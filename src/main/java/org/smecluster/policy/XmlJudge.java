package org.smecluster.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through a process or decision model and holds every element, attribute and text against the list. */
final class XmlJudge {

    private static final String UNKNOWN = "?";

    private final ModelRules allowed;
    private final Findings findings;
    private final String file;
    private final Deque<Open> open = new ArrayDeque<>();

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    private int closedDepth;
    private int decisions;
    private String definitions;
    private int definitionsLine;

    /**
     * An element that has begun and not ended.
     *
     * @param id   its own, or of the nearest around it
     * @param line where its text begins
     */
    private record Open(String name, ElementRule rule, String id, StringBuilder text, int[] line) {

        void add(String more, int lineOfItsEnd) {
            String before = more.stripLeading();
            if (line[0] == 0 && !before.isEmpty()) {
                line[0] = lineOfItsEnd
                        - (int) before.chars().filter(c -> c == '\n').count();
            }
            text.append(more);
        }
    }

    /** @param by what names the other element */
    private record Reference(String to, String by, String element, int line) {}

    XmlJudge(ModelRules allowed, Findings findings, String file) {
        this.allowed = allowed;
        this.findings = findings;
        this.file = file;
    }

    /** @param root the only element that the file may begin with */
    void judge(String text, String root) {
        XMLStreamReader xml = null;
        try {
            xml = reader(text);
            String encoding = xml.getCharacterEncodingScheme();
            if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
                findings.add(file, 1, null, "文件声明的编码是 " + Findings.shortened(encoding), "请另存为 UTF-8");
            }
            while (xml.hasNext()) {
                if (!accept(xml, xml.next(), root)) {
                    return;
                }
            }
            for (Reference reference : references) {
                if (!ids.containsKey(reference.to())) {
                    findings.add(
                            file,
                            reference.line(),
                            reference.element(),
                            reference.by() + " 指向“" + Findings.shortened(reference.to()) + "”，文件中没有这个元素",
                            "请改正标识，或者删去");
                }
            }
            if (decisions > 1) {
                findings.key("决策关系图", definitions, file, definitionsLine);
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            findings.add(
                    file,
                    Math.max(line, 0),
                    open.isEmpty() ? null : open.peek().id(),
                    "不是完整、正确的 XML：这里或前面有标签未关闭、重复的属性或不合法的字符",
                    "请在 Camunda Modeler 中打开并重新保存");
        } finally {
            close(xml);
        }
    }

    /** The JDK's own: no other parser on the class path, no DTD, nothing from outside the file. */
    private static XMLStreamReader reader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing from outside the file");
        });
        return factory.createXMLStreamReader(new StringReader(text));
    }

    /** @return whether to go on */
    private boolean accept(XMLStreamReader xml, int event, String root) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                return begin(xml, root);
            }
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (closedDepth == 0 && !open.isEmpty()) {
                    open.peek().add(xml.getText(), line(xml));
                }
            }
            case XMLStreamConstants.DTD -> {
                findings.add(file, line(xml), null, "文件含有 DOCTYPE", "请删去 <!DOCTYPE …>");
                return false;
            }
            case XMLStreamConstants.ENTITY_REFERENCE -> {
                findings.add(file, line(xml), id(), "文件引用了实体 &" + xml.getLocalName() + ";", "请直接写出文字");
                return false;
            }
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                findings.add(file, line(xml), id(), "文件含有处理指令 <?" + xml.getPITarget() + "?>", Findings.DELETE);
            default -> {
                // comments
            }
        }
        return true;
    }

    private boolean begin(XMLStreamReader xml, String root) {
        identify(xml);
        if (closedDepth > 0) {
            closedDepth++;
            return true;
        }
        String name = name(xml.getNamespaceURI(), xml.getLocalName());
        if (open.isEmpty() && !name.equals(root)) {
            findings.add(
                    file,
                    line(xml),
                    null,
                    "文件的内容不是" + (root.startsWith("bpmn") ? "流程（BPMN）" : "决策（DMN）") + "，而是 " + shown(xml, name),
                    "请核对文件的内容和名称的后缀");
            return false;
        }
        if (open.size() >= allowed.limit("depth")) {
            findings.add(file, line(xml), id(), "元素嵌套过深", "请简化模型");
            return false;
        }
        String parent = open.isEmpty() ? null : open.peek().name();
        boolean placed = open.isEmpty() || open.peek().rule().holds().contains(name);
        Optional<ElementRule> rule = allowed.element(parent, name);
        if (!placed || rule.isEmpty()) {
            String own = xml.getAttributeValue(null, "id");
            findings.closed(
                    file,
                    line(xml),
                    own == null ? id() : own,
                    "<" + shown(xml, name) + "> " + (rule.isEmpty() ? "不能用" : "不能用在 <" + parent + "> 中"),
                    name);
            closedDepth = 1;
            return true;
        }
        String own = xml.getAttributeValue(null, "id");
        open.push(new Open(name, rule.get(), own == null ? id() : own, new StringBuilder(), new int[1]));
        attributes(xml, name, rule.get());
        keys(xml, name, own);
        return true;
    }

    /** Within what is closed, too: it is referred to as well. */
    private void identify(XMLStreamReader xml) {
        String own = xml.getAttributeValue(null, "id");
        if (own != null) {
            Integer before = ids.putIfAbsent(own, line(xml));
            if (before != null) {
                findings.add(
                        file, line(xml), own, "标识 " + Findings.shortened(own) + " 与第" + before + "行的重复", "请改为不同的标识");
            }
        }
    }

    /** What the shape takes for the id of another element must be one. */
    private void refer(Shape shape, String value, String by, String element, int line) {
        if (shape == allowed.shape("ref")) {
            references.add(new Reference(value.substring(value.indexOf(':') + 1), by, element, line));
        } else if (shape == allowed.shape("href")) {
            references.add(new Reference(value.substring(1), by, element, line));
        }
    }

    private void attributes(XMLStreamReader xml, String element, ElementRule rule) {
        Map<String, String> present = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String uri = xml.getAttributeNamespace(i);
            String local = xml.getAttributeLocalName(i);
            String name = uri == null || uri.isEmpty() ? local : name(uri, local);
            String value = xml.getAttributeValue(i);
            present.put(name, value);
            Shape shape = rule.attributes().get(name);
            if (shape == null) {
                findings.closed(
                        file,
                        line(xml),
                        id(),
                        "<" + element + "> 的属性 " + (name.startsWith(UNKNOWN) ? "{" + uri + "}" + local : name) + " 不能用",
                        name);
            } else if (!shape.fits(value)) {
                findings.wrong(file, line(xml), id(), "<" + element + "> 的属性 " + name + " ", value, shape);
            } else {
                refer(shape, value, "<" + element + "> 的属性 " + name, id(), line(xml));
            }
        }
        Set<String> needed = new LinkedHashSet<>(rule.needs());
        present.forEach((name, value) -> allowed.companion(name, value).ifPresent(needed::add));
        for (String name : needed) {
            if (!present.containsKey(name)) {
                findings.add(file, line(xml), id(), "<" + element + "> 缺少属性 " + name, "请补上");
            }
        }
        if (element.equals("camunda:property")) {
            property(xml);
        }
    }

    private void property(XMLStreamReader xml) {
        String name = xml.getAttributeValue(null, "name");
        String value = xml.getAttributeValue(null, "value");
        Shape shape = allowed.property(name == null ? "" : name);
        if (value != null && !shape.fits(value)) {
            findings.wrong(file, line(xml), id(), "扩展属性 " + name + " ", value, shape);
        }
    }

    private void keys(XMLStreamReader xml, String name, String id) {
        switch (name) {
            case "bpmn:process" -> findings.key("流程", String.valueOf(id), file, line(xml));
            case "dmn:decision" -> {
                decisions++;
                findings.key("决策", String.valueOf(id), file, line(xml));
            }
            case "dmn:definitions" -> {
                definitions = id;
                definitionsLine = line(xml);
            }
            default -> {
                // gives no key
            }
        }
    }

    private void end() {
        if (closedDepth > 0) {
            closedDepth--;
            return;
        }
        Open ended = open.pop();
        String text = ended.text().toString().strip();
        if (text.isEmpty()) {
            return;
        }
        Shape shape = ended.rule().text();
        if (shape == null) {
            findings.add(
                    file,
                    ended.line()[0],
                    ended.id(),
                    "<" + ended.name() + "> 中不能有文字“" + Findings.shortened(text) + "”",
                    Findings.DELETE);
        } else if (!shape.fits(text)) {
            findings.wrong(file, ended.line()[0], ended.id(), "<" + ended.name() + "> ", text, shape);
        } else {
            refer(shape, text, "<" + ended.name() + ">", ended.id(), ended.line()[0]);
        }
    }

    private String name(String uri, String local) {
        return allowed.prefix(uri == null ? XMLConstants.NULL_NS_URI : uri).orElse(UNKNOWN) + ":" + local;
    }

    private static String shown(XMLStreamReader xml, String name) {
        return name.startsWith(UNKNOWN)
                ? "{" + Findings.shortened(String.valueOf(xml.getNamespaceURI())) + "}" + xml.getLocalName()
                : name;
    }

    private String id() {
        return open.isEmpty() ? null : open.peek().id();
    }

    private static int line(XMLStreamReader xml) {
        return Math.max(xml.getLocation().getLineNumber(), 0);
    }

    private static void close(XMLStreamReader xml) {
        try {
            if (xml != null) {
                xml.close();
            }
        } catch (XMLStreamException nothingIsHeld) {
            // a reader of a string
        }
    }
}
