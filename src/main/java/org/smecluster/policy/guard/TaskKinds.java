package org.smecluster.policy.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.policy.guard.BeanContract.Kind;

/**
 * What a user task does, picked by one word: {@code <camunda:property name="kind" value="decideAcceptance" />} stands
 * for the listeners that go with it, so that a model names none. Kinds are those that {@code policy/bean-contracts.yml}
 * gives a label.
 */
public final class TaskKinds {

    /** Name of the extension property. */
    public static final String PROPERTY = "kind";

    private static final Map<String, TaskKind> KINDS = read(BeanContracts.shipped());

    private TaskKinds() {}

    private static Map<String, TaskKind> read(BeanContracts contracts) {
        Map<String, TaskKind> all = new LinkedHashMap<>();
        contracts.beans().values().stream()
                .filter(bean -> bean.kind() == Kind.TASK_LISTENER && bean.label() != null)
                .map(TaskKinds::kind)
                .forEach(kind -> all.put(kind.name(), kind));
        return all;
    }

    private static TaskKind kind(BeanContract bean) {
        boolean completes = bean.places().contains("userTask complete");
        return new TaskKind(
                bean.form() != null ? bean.form() : bean.name().replaceAll("Listener$", ""),
                bean.label(),
                bean.processes().stream().sorted().toList(),
                bean.form(),
                Optional.ofNullable(bean.who())
                        .filter(role -> role != Role.EXPERT)
                        .map(Role::group),
                completes ? bean.with() : List.of(bean.name()),
                completes ? List.of(bean.name()) : List.of());
    }

    /** All, in the order of the contracts. */
    public static List<TaskKind> all() {
        return List.copyOf(KINDS.values());
    }

    /** @param name value of the property */
    public static Optional<TaskKind> of(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    /** Of a user task; null where it names none. */
    static Xml said(Xml task) {
        return task.extensions("properties")
                .flatMap(properties -> properties.children("property"))
                .filter(property -> PROPERTY.equals(property.attribute("name")))
                .findFirst()
                .orElse(null);
    }

    /** Label of the kind that an element made by {@link #unfold} stands for; null of one that a file holds. */
    static String standsFor(Xml listener) {
        return of(listener.attribute(PROPERTY, "")).map(TaskKind::label).orElse(null);
    }

    /** With the listeners of each user task's kind beside those that it names: whoever judges a model sees but listeners. */
    static Xml unfold(Xml root) {
        root.all().filter(element -> element.name().equals("userTask")).toList().forEach(TaskKinds::unfoldTask);
        return root;
    }

    private static void unfoldTask(Xml task) {
        Xml said = said(task);
        if (said == null) {
            return;
        }
        of(said.attribute("value")).ifPresent(kind -> Stream.of("create", "complete")
                .forEach(event -> kind.listeners(event).forEach(bean -> said.parent()
                        .parent()
                        .add(
                                "taskListener",
                                said.line(),
                                Map.of(
                                        "event",
                                        event,
                                        "delegateExpression",
                                        "${" + bean + "}",
                                        PROPERTY,
                                        kind.name())))));
    }
}
