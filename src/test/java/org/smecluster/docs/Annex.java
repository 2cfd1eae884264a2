package org.smecluster.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.smecluster.engine.Variable;
import org.smecluster.policy.guard.TaskKinds;

/** The generated end of {@code docs/contract.md}: names that the project chose, read from models and code. */
final class Annex {

    static final String HEADING = "## Names that the project chose\n";

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern IDENTIFIER = Pattern.compile("\\$\\{\\s*!?\\s*([a-z]\\w*)");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");

    private Annex() {}

    static String markdown() {
        return HEADING
                + """

                Generated; `./mvnw -q test -Dtest=ContractDocTest -Dupdate=true` rewrites everything below the heading above.

                """
                + section("Messages", "message | process ← who sends it", messages())
                + section("Error codes", "code | process", errors())
                + section("Process variables", "variable | type; where a gateway tests it", variables())
                + section("Forms", "form | used by", formsInUse())
                + section("Beans", "bean | called by", beans())
                + section("Codes", "type | codes", codes());
    }

    private static String section(String title, String head, Map<String, Set<String>> rows) {
        if (rows.isEmpty()) {
            return "### " + title + "\n\nNone yet.\n\n";
        }
        return "### " + title + "\n\n| " + head + " |\n|---|---|\n"
                + rows.entrySet().stream()
                        .map(row -> "| `" + row.getKey() + "` | " + String.join("; ", row.getValue()) + " |\n")
                        .collect(Collectors.joining())
                + "\n";
    }

    private static Map<String, Set<String>> messages() {
        Map<String, Set<String>> rows = new TreeMap<>();
        models().forEach(model -> model.getModelElementsByType(Message.class)
                .forEach(
                        message -> add(rows, message.getName(), code(id(model)) + " ← " + senders(message.getName()))));
        return rows;
    }

    private static String senders(String message) {
        return Overview.SENDERS.getOrDefault(message, List.of()).stream()
                .map(sender -> Overview.isPeople(sender) ? sender : code(sender))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Set<String>> errors() {
        Map<String, Set<String>> rows = new TreeMap<>();
        models().forEach(model -> model.getModelElementsByType(Error.class)
                .forEach(error -> add(rows, error.getErrorCode(), code(id(model)))));
        return rows;
    }

    private static Map<String, Set<String>> variables() {
        Map<String, Set<String>> rows = new TreeMap<>();
        Code.constants(Variable.class)
                .forEach(variable -> add(rows, variable.name(), variable.type().getSimpleName()));
        models().forEach(model -> model.getModelElementsByType(ConditionExpression.class)
                .forEach(condition -> IDENTIFIER
                        .matcher(condition.getTextContent())
                        .results()
                        .forEach(found -> add(rows, found.group(1), "tested in " + code(id(model))))));
        return rows;
    }

    private static Map<String, Set<String>> formsInUse() {
        Map<String, Set<String>> rows = new TreeMap<>();
        models().forEach(model -> elements(model)
                .filter(element -> element.getAttribute(CAMUNDA, "formRef") != null)
                .forEach(element -> add(rows, element.getAttribute(CAMUNDA, "formRef"), place(model, element))));
        return rows;
    }

    private static Map<String, Set<String>> beans() {
        Map<String, Set<String>> rows = new TreeMap<>();
        models().forEach(model -> elements(model)
                .flatMap(element -> Stream.of(
                        element.getAttribute(CAMUNDA, "delegateExpression"),
                        element.getAttribute("delegateExpression")))
                .flatMap(expression -> Stream.ofNullable(expression))
                .flatMap(expression -> BEAN.matcher(expression).results())
                .forEach(bean -> add(rows, bean.group(1), code(id(model)))));
        models().forEach(model -> model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> Models.property(task, TaskKinds.PROPERTY).flatMap(TaskKinds::of).stream())
                .flatMap(kind -> Stream.concat(kind.create().stream(), kind.complete().stream()))
                .forEach(bean -> add(rows, bean, code(id(model)))));
        return rows;
    }

    /** Enumerations that people read: those with labels. */
    private static Map<String, Set<String>> codes() {
        Map<String, Set<String>> rows = new TreeMap<>();
        Code.APPLICATION.stream()
                .filter(type -> type.isEnum()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && label(type).isPresent())
                .forEach(type -> rows.put(
                        type.getName().substring("org.smecluster.".length()).replace('$', '.'),
                        Set.of(Stream.of(type.reflect().getEnumConstants())
                                .map(constant -> code(((Enum<?>) constant).name()) + " " + label(type, constant))
                                .collect(Collectors.joining(" · ")))));
        return rows;
    }

    private static Optional<Method> label(JavaClass type) {
        return type.tryGetMethod("label").map(method -> method.reflect());
    }

    private static String label(JavaClass type, Object constant) {
        try {
            Method label = label(type).orElseThrow();
            label.setAccessible(true);
            return (String) label.invoke(constant);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(BpmnModelInstance model, DomElement element) {
        return code(id(model)) + " "
                + String.valueOf(element.getAttribute("name")).replaceAll("\\s+", "");
    }

    private static String id(BpmnModelInstance model) {
        return Models.process(model).getId();
    }

    private static Stream<BpmnModelInstance> models() {
        return Models.processes().values().stream();
    }

    private static Stream<DomElement> elements(BpmnModelInstance model) {
        return Models.elements(model.getDocument().getRootElement());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static void add(Map<String, Set<String>> rows, String key, String value) {
        rows.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
    }
}
