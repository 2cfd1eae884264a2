package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.policy.guard.Standing.Kind;
import org.smecluster.policy.guard.Standing.Stay;

/** Markings as the engine would tell them. */
final class Positions {

    private Positions() {}

    static Standing standing(StateGraph graph, int state) {
        Marking root = graph.marking(state);
        return new Standing(graph.net.id(), variables(root), came(root), stays(graph.net, root));
    }

    private static List<Stay> stays(ProcessNet net, Marking at) {
        List<Stay> stays = new ArrayList<>();
        for (int token : at.tokens) {
            Node node = net.nodes.get(Marking.node(token));
            Kind kind =
                    switch (Marking.phase(token)) {
                        case COME -> Kind.BEFORE;
                        case JOB -> Kind.AFTER;
                        default -> Kind.THERE;
                    };
            stays.add(Stay.at(node.id(), kind));
        }
        at.children.forEach(child -> stays.add(stay(net, child)));
        return stays;
    }

    private static Stay stay(ProcessNet net, Marking at) {
        Node owner = at.scope.owner;
        boolean frame = at.scope.kind == Scope.Kind.SEVERAL;
        boolean calls = at.scope.kind == Scope.Kind.CALLED;
        return new Stay(
                owner.id(),
                frame ? Kind.SEVERAL : Kind.THERE,
                calls ? Map.of() : variables(at),
                came(at),
                at.remaining,
                frame && at.marked,
                calls || at.scope.kind == Scope.Kind.TASK ? List.of() : stays(net, at),
                calls
                        ? new Standing(owner.xml.attribute("calledElement"), variables(at), came(at), stays(net, at))
                        : null);
    }

    private static Map<String, Object> variables(Marking at) {
        Map<String, Object> values = new HashMap<>();
        for (NetVariable variable : at.scope.variables) {
            Value value = at.value(variable);
            switch (value.kind()) {
                case UNSET -> {}
                case NULL -> values.put(variable.name, null);
                case TRUE -> values.put(variable.name, true);
                case FALSE -> values.put(variable.name, false);
                case NUMBER -> values.put(variable.name, value.number());
                case TEXT -> values.put(variable.name, value.text());
                default -> values.put(variable.name, "another text");
            }
        }
        return values;
    }

    private static Map<String, Integer> came(Marking at) {
        Map<String, Integer> came = new HashMap<>();
        int place = 0;
        for (Node boundary : at.scope.boundaries()) {
            came.put(boundary.id(), at.come[place++]);
        }
        for (Node event : at.scope.eventSubprocesses) {
            came.put(event.id(), at.come[place++]);
        }
        return came;
    }

    static boolean isOpen(StateGraph graph, int state, LawStep step) {
        return graph.marking(state) != null && isOpen(graph.net, graph.marking(state), step);
    }

    private static boolean isOpen(ProcessNet net, Marking at, LawStep step) {
        for (int token : at.tokens) {
            if (Marking.phase(token) == Marking.Phase.THERE
                    && LawJudge.waitsFor(net.nodes.get(Marking.node(token)), step)) {
                return true;
            }
        }
        return at.children.stream().anyMatch(child -> isOpen(net, child, step));
    }
}
