package org.smecluster.policy.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A step of the law, known by what does it and who: never by its id.
 *
 * @param name in the words of the Measures
 * @param what such as {@code complete}, with the name of the bean, message or variable in {@code whose}
 * @param by whose step it is; null where nobody's
 * @param with what is decided there: variables and the codes that count; empty where all do
 * @param params of a delegate: input parameters and the texts that count
 * @param mentions words in the input parameters
 * @param whileOpen a step that must be in somebody's list at that moment; null where none
 */
record LawStep(
        String name,
        What what,
        String whose,
        Role by,
        Map<String, List<Value>> with,
        Map<String, List<String>> params,
        Map<String, String> mentions,
        String whileOpen) {

    enum What {
        /** A person completes a task with that listener. */
        COMPLETE,
        /** A task with that listener is created. */
        CREATE,
        /** A task with that listener is taken away by an end event. */
        CUT_OFF,
        /** A task with that listener is taken away, by whatever. */
        TAKEN_AWAY,
        /** A delegate or execution listener runs. */
        BEAN,
        MESSAGE,
        /** The time in the variable has come. */
        TIMER,
        STARTED,
        OVER
    }

    private static final Set<String> KEYS = Set.of(
            "complete",
            "create",
            "cutOff",
            "takenAway",
            "bean",
            "message",
            "timer",
            "started",
            "over",
            "by",
            "with",
            "params",
            "mentions",
            "whileOpen");

    static LawStep of(String name, Yml written) {
        written.members().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findAny()
                .ifPresent(key -> {
                    throw new IllegalStateException(name + ": no such key as " + key);
                });
        What what = null;
        String whose = null;
        for (What each : What.values()) {
            String key = each == What.CUT_OFF
                    ? "cutOff"
                    : each == What.TAKEN_AWAY ? "takenAway" : each.name().toLowerCase(Locale.ROOT);
            if (written.members().containsKey(key)) {
                what = each;
                whose = written.members().get(key) instanceof String text ? text : null;
            }
        }
        if (what == null) {
            throw new IllegalStateException(name + ": nothing says what it is");
        }
        Map<String, List<Value>> with = new LinkedHashMap<>();
        written.map("with")
                .members()
                .forEach((variable, codes) -> with.put(
                        (String) variable,
                        ((List<?>) codes).stream().map(Value::of).toList()));
        String by = written.text("by");
        return new LawStep(
                name,
                what,
                whose,
                by == null ? null : Role.valueOf(by.toUpperCase(Locale.ROOT)),
                with,
                written.map("params").lists(),
                written.textMap("mentions"),
                written.text("whileOpen"));
    }

    boolean matches(Happening happening) {
        return isSameStep(happening)
                && with.entrySet().stream().allMatch(each -> each.getValue()
                        .contains(happening.written().get(each.getKey())));
    }

    /** The step is done, whatever is decided there. */
    boolean isSameStep(Happening happening) {
        Node node = happening.node();
        Happening.Kind kind = happening.kind();
        return switch (what) {
            case COMPLETE -> kind == Happening.Kind.COMPLETED && isTask(node);
            case CREATE ->
                kind == Happening.Kind.CREATED
                        && node.beans(NetData.Moment.CREATED).contains(whose);
            case CUT_OFF ->
                kind == Happening.Kind.CANCELLED
                        && isTask(node)
                        && "END".equals(happening.written().get(Happening.BY).text());
            case TAKEN_AWAY -> kind == Happening.Kind.CANCELLED && isTask(node);
            case BEAN -> runs(happening);
            case MESSAGE ->
                comes(kind) && node.trigger.kind() == Trigger.Kind.MESSAGE && whose.equals(node.trigger.name());
            case TIMER ->
                comes(kind)
                        && node.trigger.kind() == Trigger.Kind.TIMER
                        && (whose == null || whose.equals(node.trigger.timerVariable()));
            case STARTED -> kind == Happening.Kind.STARTED;
            case OVER -> kind == Happening.Kind.OVER;
        };
    }

    private static boolean comes(Happening.Kind kind) {
        return kind == Happening.Kind.CAME || kind == Happening.Kind.STARTED;
    }

    private boolean runs(Happening happening) {
        Node node = happening.node();
        boolean ran = happening.kind() == Happening.Kind.RAN
                || happening.kind() == Happening.Kind.STARTED
                || happening.kind() == Happening.Kind.CAME;
        return ran
                && (node.beans(NetData.Moment.DONE).contains(whose)
                        || node.beans(NetData.Moment.LEFT).contains(whose))
                && params.entrySet().stream().allMatch(each -> each.getValue().contains(node.inputs.get(each.getKey())))
                && mentions.entrySet().stream()
                        .allMatch(each ->
                                node.inputs.getOrDefault(each.getKey(), "").contains(each.getValue()));
    }

    /** The task is this step, and it is given to whom the law gives it. */
    boolean isTask(Node node) {
        return node != null
                && node.kind == Node.Kind.USER_TASK
                && node.taskListeners("complete").contains(whose)
                && (by == null || isGivenTo(node, by));
    }

    private static boolean isGivenTo(Node node, Role role) {
        boolean person =
                node.xml.attribute("camunda:assignee") != null || node.xml.attribute("camunda:candidateUsers") != null;
        if (role == Role.EXPERT) {
            return node.xml.attribute("camunda:assignee") != null
                    && node.groups().isBlank();
        }
        return !person
                && !node.groups().isBlank()
                && List.of(node.groups().split(",")).stream()
                        .allMatch(group -> group.strip().equals(role.group()));
    }
}
