package org.smecluster.policy.guard.variants;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * One of the changes of {@code docs/handbook/policy-changes.md}, done to files as its tables say: what stands there in backquotes is
 * typed, nothing else is known here. Fields are named as the Camunda Modeler names them.
 */
public final class HandbookRecipe {

    private static final Path PAGE = Path.of("docs", "handbook", "policy-changes.md");
    private static final Pattern CHANGE = Pattern.compile("(?m)^## (\\d)\\. (.+)$");
    private static final Pattern TYPED = Pattern.compile("`([^`]*)`");
    private static final Pattern ROW = Pattern.compile("第(\\d+)行");
    private static final String DRAWN = "画什么";
    private static final Map<String, String> SHAPES = Map.of(
            "User task", "userTask",
            "Service task", "serviceTask",
            "End event", "endEvent",
            "Timer boundary event (non-interrupting)", "boundaryEvent");

    /**
     * A line of a table.
     *
     * @param drawn whether something new is drawn, not a field filled in
     * @param what is drawn; or the field that is filled in
     * @param at id of the element, key of the field, id of the decision; null where it is a new file
     * @param row of a decision table, from 1; 0 elsewhere
     * @param before what stands in the field; of something new its id
     * @param after what is to stand there; of something new its name
     */
    private record Line(boolean drawn, String file, String what, String at, int row, String before, String after) {}

    /**
     * A cell of a test sheet.
     *
     * @param sheet id of the decision
     * @param example name of the row
     * @param column head of the column
     */
    public record SheetCell(String sheet, String example, String column, String before, String after) {}

    private final String title;
    private final List<Line> lines;
    private final List<SheetCell> cells;

    private HandbookRecipe(String title, List<Line> lines, List<SheetCell> cells) {
        this.title = title;
        this.lines = lines;
        this.cells = cells;
    }

    /** In the order of the page. */
    public static List<HandbookRecipe> all() {
        String page;
        try {
            page = java.nio.file.Files.readString(PAGE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<HandbookRecipe> all = new ArrayList<>();
        String[] sections = page.split("(?m)^(?=## )");
        for (String section : sections) {
            Matcher change = CHANGE.matcher(section);
            if (change.find()) {
                all.add(new HandbookRecipe(change.group(2), lines(section), cells(section)));
            }
        }
        return all;
    }

    /** @param number as on the page, from 1 */
    public static HandbookRecipe of(int number) {
        return all().get(number - 1);
    }

    /** Of the tables whose first column has the head, each with the heads of its table, cell by cell. */
    private static List<String[][]> rows(String section, String head) {
        List<String[][]> rows = new ArrayList<>();
        String[] heads = null;
        for (String text : section.split("\n")) {
            if (!text.startsWith("|")) {
                heads = null;
                continue;
            }
            String[] cells = text.substring(1).split("\\|", -1);
            if (heads == null) {
                heads = cells;
            } else if (!text.startsWith("|-") && heads[0].strip().equals(head)) {
                rows.add(new String[][] {heads, cells});
            }
        }
        return rows;
    }

    private static List<SheetCell> cells(String section) {
        return rows(section, "测试表").stream()
                .map(row -> row[1])
                .map(row -> new SheetCell(typed(row[0]), typed(row[1]), typed(row[2]), typed(row[3]), typed(row[4])))
                .toList();
    }

    private static List<Line> lines(String section) {
        List<Line> lines = new ArrayList<>();
        for (String[][] headed : rows(section, "文件")) {
            boolean drawn = headed[0][1].strip().equals(DRAWN);
            String[] cells = headed[1];
            String where = drawn ? cells[2] : cells[1];
            Matcher row = ROW.matcher(where);
            lines.add(new Line(
                    drawn,
                    typed(cells[0]),
                    typed(drawn ? cells[1] : cells[2]),
                    typed(where),
                    row.find() ? Integer.parseInt(row.group(1)) : 0,
                    typed(cells[3]),
                    typed(cells[4])));
        }
        return lines;
    }

    private static String typed(String cell) {
        Matcher typed = TYPED.matcher(cell);
        return typed.find() ? typed.group(1) : null;
    }

    public String title() {
        return title;
    }

    /** To be fetched, by name. */
    public Set<String> opened() {
        return names(false);
    }

    /** New with this change, by name. */
    public Set<String> made() {
        return names(true);
    }

    private Set<String> names(boolean made) {
        Set<String> fresh = new LinkedHashSet<>();
        lines.stream().filter(line -> "Form".equals(line.what())).forEach(line -> fresh.add(line.file()));
        Set<String> names = new LinkedHashSet<>();
        lines.stream()
                .map(Line::file)
                .filter(file -> fresh.contains(file) == made)
                .forEach(names::add);
        return names;
    }

    /** What is to be changed in test sheets, in the same draft. */
    public List<SheetCell> sheetCells() {
        return cells;
    }

    /** What the page says is to be typed there. */
    public String typed(String at, String field) {
        return lines.stream()
                .filter(line -> !line.drawn() && at.equals(line.at()) && field.equals(line.what()))
                .map(Line::after)
                .findFirst()
                .orElseThrow(() -> new Change.NotHere(field + " of " + at + " in " + title));
    }

    /** How the page names what is drawn. */
    public String named(String id) {
        return lines.stream()
                .filter(line -> line.drawn() && id.equals(line.before()))
                .map(Line::after)
                .findFirst()
                .orElseThrow(() -> new Change.NotHere(id + " in " + title));
    }

    /**
     * All files of the change as they are then.
     *
     * @param live the text of the file of that name as it runs
     * @throws Change.NotHere where the page says what is not so
     */
    public Map<String, String> done(UnaryOperator<String> live) {
        Map<String, String> texts = new LinkedHashMap<>();
        made().forEach(file -> texts.put(file, null));
        opened().forEach(file -> texts.put(file, live.apply(file)));
        texts.replaceAll((file, text) -> {
            List<Line> own =
                    lines.stream().filter(line -> line.file().equals(file)).toList();
            return switch (file.substring(file.lastIndexOf('.'))) {
                case ".bpmn" -> process(file, text, own);
                case ".dmn" -> decision(file, text, own);
                default -> form(file, text, own);
            };
        });
        return texts;
    }

    private static void stands(Line line, String found) {
        if (!(line.before() == null ? "" : line.before()).equals(found == null ? "" : found)) {
            throw new Change.NotHere(line.what() + " of " + line.at() + " is " + found + ", not " + line.before());
        }
    }

    private static String process(String file, String text, List<Line> lines) {
        Bpmn model = new Bpmn(file, text);
        for (Line line : lines) {
            if (line.drawn()) {
                draw(model, line);
            } else {
                fill(model, line);
            }
        }
        return model.text();
    }

    private static void draw(Bpmn model, Line line) {
        String kind = SHAPES.get(line.what());
        if (kind == null) {
            throw new Change.NotHere(line.what());
        }
        String id = line.before();
        Element at = model.get(line.at());
        Element made = model.add(kind, id, line.after(), (Element) at.getParentNode());
        if (kind.equals("boundaryEvent")) {
            made.setAttribute("cancelActivity", "false");
            made.setAttribute("attachedToRef", line.at());
            model.define(made, "timerEventDefinition");
            model.on(id, line.at());
        } else if (at.getLocalName().equals("sequenceFlow")) {
            String next = at.getAttribute("targetRef");
            model.ahead(id, next);
            model.target(at, id);
            model.draw(at);
            model.draw(model.flow("Flow_" + id, id, next));
        } else {
            model.behind(id, line.at());
            model.draw(model.flow("Flow_" + id, line.at(), id));
        }
    }

    private static void fill(Bpmn model, Line line) {
        Element element = model.get(line.at());
        String[] field = line.what().split(" › ");
        switch (field[0]) {
            case "Extension properties" -> {
                List<Element> there = model.extensions(element, "property").stream()
                        .filter(property -> property.getAttribute("name").equals(field[1]))
                        .toList();
                stands(line, there.isEmpty() ? null : there.get(0).getAttribute("value"));
                if (there.isEmpty()) {
                    model.property(element, field[1], line.after());
                } else {
                    there.get(0).setAttribute("value", line.after());
                }
            }
            case "Timer" -> {
                if (field[1].equals("Type")) {
                    model.timer(element, "time" + line.after(), "");
                } else {
                    Element when = model.timer(element).orElseThrow(() -> new Change.NotHere("type of the timer"));
                    stands(line, when.getTextContent());
                    when.setTextContent(line.after());
                }
            }
            default -> {
                String attribute =
                        switch (line.what()) {
                            case "User assignment › Candidate groups" -> "candidateGroups";
                            case "Forms › Form reference" -> "formRef";
                            case "Forms › Binding" -> "formRefBinding";
                            case "Implementation › Delegate expression" -> "delegateExpression";
                            default -> throw new Change.NotHere(line.what());
                        };
                stands(line, Bpmn.camunda(element, attribute));
                Bpmn.camunda(element, attribute, line.after());
            }
        }
    }

    private static String decision(String file, String text, List<Line> lines) {
        Dmn model = new Dmn(file, text);
        for (Line line : lines) {
            Element rule = model.rules(line.at()).get(line.row() - 1);
            if (line.drawn()) {
                Element fresh = model.copy(rule, "_below");
                Dom.below(fresh, Dmn.MODEL, "text").forEach(cell -> cell.setTextContent(""));
                Dom.children(fresh, Dmn.MODEL, "description").toList().forEach(Dom::remove);
            } else if (line.what().equals("Annotations")) {
                model.describe(rule, line.after());
            } else {
                Element cell = model.cell(line.at(), rule, line.what());
                stands(line, Dmn.text(cell));
                Dmn.text(cell, line.after());
            }
        }
        return model.text();
    }

    private static String form(String file, String text, List<Line> lines) {
        String id = file.substring(0, file.lastIndexOf('.'));
        FormFile form = new FormFile(file, text != null ? text : """
                        {"components": [], "type": "default", "id": "%s", "executionPlatform": "Camunda Platform",
                         "executionPlatformVersion": "7.24.0", "schemaVersion": 16}""".formatted(id));
        for (Line line : lines) {
            if (!line.drawn()) {
                fill(form.field(line.at()), line);
            } else if (!line.what().equals("Form")) {
                ObjectNode field = form.add(line.what().replace(" ", "").toLowerCase(), line.before(), line.after());
                if (line.at() != null) {
                    below(form.components(), line.at());
                }
                field.put("id", "Field_" + line.before());
            } else if (!line.before().equals(id)) {
                throw new Change.NotHere("the form " + line.before() + " in " + file);
            }
        }
        return form.text();
    }

    /** What was added last stands below that field. */
    private static void below(ArrayNode components, String key) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).path("key").asText().equals(key)) {
                components.insert(i + 1, components.remove(components.size() - 1));
                return;
            }
        }
        throw new Change.NotHere(key);
    }

    private static void fill(ObjectNode field, Line line) {
        switch (line.what()) {
            case "General › Field description" -> {
                stands(line, field.path("description").asText(null));
                field.put("description", line.after());
            }
            case "General › Read only" -> field.put("readonly", Boolean.parseBoolean(line.after()));
            case "Validation › Required" ->
                field.withObject("/validate").put("required", Boolean.parseBoolean(line.after()));
            case "Validation › Maximum length" ->
                field.withObject("/validate").put("maxLength", Integer.parseInt(line.after()));
            default -> throw new Change.NotHere(line.what());
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
