package org.smecluster.policy.guard;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What has happened in a case, told to the rules of the Measures one after the other: which of them count by now. */
final class LawPast {

    private record Open(Node node, Instant until) {}

    private final Law law;
    private final Map<LawRule, LawJudge.Counting> countings = new LinkedHashMap<>();
    private final Map<String, Open> open = new HashMap<>();

    LawPast(Law law) {
        this.law = law;
        law.rules().forEach(rule -> countings.put(rule, LawJudge.Counting.from(rule)));
    }

    /**
     * @param instance of the process that is judged
     * @param past in the order in which it happened
     * @param nodes the node of a version's element; null where the version is gone
     */
    static LawPast of(Law law, String instance, List<Passed> past, Nodes nodes) {
        LawPast told = new LawPast(law);
        past.forEach(each -> {
            Node node = nodes.of(each.definition(), each.element());
            if (node != null) {
                told.tell(each, node, each.instance().equals(instance));
            }
        });
        return told;
    }

    /** Finds nodes of versions that ran or run. */
    interface Nodes {
        Node of(String definition, String element);
    }

    private void tell(Passed passed, Node node, boolean outermost) {
        Happening.Kind kind = kind(passed.what(), node, outermost);
        if (passed.what() == Passed.What.BEGUN) {
            open.put(passed.visit(), new Open(node, null));
        }
        if (kind != null) {
            happened(
                    new Happening(kind, node, values(passed, kind)),
                    name -> isOpen(law.steps().get(name), node, passed.at()));
        }
        if (passed.what() == Passed.What.DONE) {
            open.remove(passed.visit());
        } else if (passed.what() != Passed.What.BEGUN) {
            open.replace(passed.visit(), new Open(node, passed.at()));
        }
    }

    void happened(Happening happening, Predicate<String> isOpen) {
        countings.replaceAll((rule, counting) ->
                counting.after(rule, LawJudge.Meaning.of(rule, happening), happening.node(), isOpen));
    }

    /** The history tells the event after what it took away: that was open still when the event came. */
    private boolean isOpen(LawStep step, Node event, Instant now) {
        boolean listed = open.values().stream()
                .filter(each -> each.until() == null || each.until().equals(now))
                .anyMatch(each -> LawJudge.waitsFor(each.node(), step));
        return listed || LawJudge.waitsFor(event, step);
    }

    private static Happening.Kind kind(Passed.What what, Node node, boolean outermost) {
        return switch (what) {
            case BEGUN -> node.kind == Node.Kind.USER_TASK ? Happening.Kind.CREATED : null;
            case CANCELLED, CUT_OFF -> node.kind == Node.Kind.USER_TASK ? Happening.Kind.CANCELLED : null;
            case DONE ->
                switch (node.kind) {
                    case USER_TASK -> Happening.Kind.COMPLETED;
                    case CATCH, BOUNDARY -> Happening.Kind.CAME;
                    case START ->
                        node.scope.kind == Scope.Kind.EVENT_SUBPROCESS
                                ? Happening.Kind.CAME
                                : node.scope.isProcess() && outermost ? Happening.Kind.STARTED : Happening.Kind.RAN;
                    default -> Happening.Kind.RAN;
                };
        };
    }

    private static Map<String, Value> values(Passed passed, Happening.Kind kind) {
        Map<String, Value> values = new HashMap<>();
        passed.written().forEach((name, value) -> values.put(name, Value.of(value)));
        if (kind == Happening.Kind.CANCELLED) {
            values.put(Happening.BY, Value.text(passed.what() == Passed.What.CUT_OFF ? "END" : "EVENT"));
        }
        return values;
    }

    LawJudge.Counting of(LawRule rule) {
        return countings.get(rule);
    }

    /** The same for all cases that the rules cannot tell apart. */
    List<Boolean> key() {
        return countings.values().stream().map(LawJudge.Counting::counts).toList();
    }
}
