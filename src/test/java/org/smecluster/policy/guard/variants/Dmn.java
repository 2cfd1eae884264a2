package org.smecluster.policy.guard.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A decision file that is being changed. */
final class Dmn {

    static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private final String path;
    private final Document document;

    Dmn(String path, String text) {
        this.path = path;
        this.document = Dom.read(text);
    }

    String path() {
        return path;
    }

    String text() {
        return Dom.write(document);
    }

    Document document() {
        return document;
    }

    List<Element> all(String name) {
        return Dom.below(document.getDocumentElement(), MODEL, name);
    }

    Element get(String id) {
        return all("*").stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow(() -> new Change.NotHere(id + " in " + path));
    }

    Element table(String decision) {
        return Dom.children(get(decision), MODEL, "decisionTable")
                .findFirst()
                .orElseThrow(() -> new Change.NotHere("table of " + decision));
    }

    List<Element> rules(String decision) {
        return Dom.children(table(decision), MODEL, "rule").toList();
    }

    List<Element> inputs(String decision) {
        return Dom.children(table(decision), MODEL, "input").toList();
    }

    List<Element> outputs(String decision) {
        return Dom.children(table(decision), MODEL, "output").toList();
    }

    List<Element> in(Element rule) {
        return Dom.children(rule, MODEL, "inputEntry").toList();
    }

    List<Element> out(Element rule) {
        return Dom.children(rule, MODEL, "outputEntry").toList();
    }

    static String text(Element holder) {
        return textOf(holder).map(Element::getTextContent).map(String::strip).orElse("");
    }

    static Optional<Element> textOf(Element holder) {
        return Dom.children(holder, MODEL, "text").findFirst();
    }

    static void text(Element holder, String text) {
        textOf(holder).orElseThrow(() -> new Change.NotHere("text")).setTextContent(text);
    }

    /** The output cell of a rule in the column of the name. */
    Element out(String decision, Element rule, String column) {
        List<Element> outputs = outputs(decision);
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).getAttribute("name").equals(column)) {
                return out(rule).get(i);
            }
        }
        throw new Change.NotHere(column);
    }

    /** The input cell of a rule in the column with the expression. */
    Element in(String decision, Element rule, String expression) {
        List<Element> inputs = inputs(decision);
        for (int i = 0; i < inputs.size(); i++) {
            if (expression(inputs.get(i)).equals(expression)) {
                return in(rule).get(i);
            }
        }
        throw new Change.NotHere(expression);
    }

    static String expression(Element input) {
        return Dom.children(input, MODEL, "inputExpression")
                .findFirst()
                .map(Dmn::text)
                .orElse("");
    }

    /** The cell of a rule in the column that is headed so. */
    Element cell(String decision, Element rule, String head) {
        List<Element> columns = new ArrayList<>(inputs(decision));
        columns.addAll(outputs(decision));
        List<Element> cells = new ArrayList<>(in(rule));
        cells.addAll(out(rule));
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getAttribute("label").equals(head)) {
                return cells.get(i);
            }
        }
        throw new Change.NotHere(head);
    }

    /** Its annotation, where it has none yet. */
    void describe(Element rule, String words) {
        Element description = document.createElementNS(MODEL, "description");
        description.setTextContent(words);
        rule.insertBefore(description, rule.getFirstChild());
    }

    /** A copy behind it, all its ids ending so. */
    Element copy(Element rule, String suffix) {
        Element copy = (Element) rule.cloneNode(true);
        copy.setAttribute("id", rule.getAttribute("id") + suffix);
        Dom.below(copy, MODEL, "*").stream()
                .filter(element -> element.hasAttribute("id"))
                .forEach(element -> element.setAttribute("id", element.getAttribute("id") + suffix));
        rule.getParentNode().insertBefore(copy, rule.getNextSibling());
        return copy;
    }
}
