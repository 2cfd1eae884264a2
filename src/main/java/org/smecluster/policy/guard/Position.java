package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;

/** Puts a running case on the net of a version: the marking in which it would stand there. */
final class Position {

    /** As many instances of a node as can be told from one. */
    private static final int SEVERAL = 2;

    /** There is no such place in the version. */
    static final class Nowhere extends RuntimeException {

        private static final long serialVersionUID = 1;

        Nowhere(String element) {
            super(element, null, false, false);
        }
    }

    private final ProcessNet net;
    private final NetData data;

    Position(ProcessNet net, NetData data) {
        this.net = net;
        this.data = data;
    }

    /** @throws Nowhere with the element that has no place */
    Marking of(Standing standing) {
        Marking root = new Marking(net.root, null);
        fill(root, standing);
        return root;
    }

    private void fill(Marking at, Standing standing) {
        variables(at, standing.variables());
        came(at, standing.came());
        standing.stays().forEach(stay -> place(at, stay));
    }

    private void place(Marking outer, Standing.Stay stay) {
        Node node = find(outer.scope, stay.element());
        Marking at = around(outer, node.scope);
        switch (stay.kind()) {
            case BEFORE -> at.add(node, Marking.Phase.COME);
            case AFTER -> at.add(node, Marking.Phase.JOB);
            case SEVERAL -> several(at, node, stay);
            case THERE -> there(at, node, stay);
        }
    }

    private void several(Marking at, Node node, Standing.Stay stay) {
        if (node.around == null) {
            throw new Nowhere(stay.element());
        }
        Marking around = at.open(node.around);
        around.remaining = Math.min(1, stay.remaining());
        variables(around, stay.variables());
        came(around, stay.came());
        around.marked = stay.ended();
        stay.within().forEach(each -> {
            Marking body = around.open(node.body);
            inside(body, node, each);
            long same = around.children.stream()
                    .filter(other -> Arrays.equals(other.key(), body.key()))
                    .count();
            if (same > SEVERAL) {
                around.children.remove(body);
            }
        });
    }

    private void there(Marking at, Node node, Standing.Stay stay) {
        if (node.body == null) {
            at.add(node, Marking.Phase.THERE);
            return;
        }
        if (node.kind == Node.Kind.EVENT_SUBPROCESS && node.interrupting) {
            at.marked = true;
        }
        inside(at.open(node.body), node, stay);
    }

    private void inside(Marking body, Node node, Standing.Stay stay) {
        variables(body, stay.variables());
        came(body, stay.came());
        if (node.kind == Node.Kind.CALL) {
            if (stay.called() == null || !stay.called().process().equals(node.xml.attribute("calledElement"))) {
                throw new Nowhere(stay.element());
            }
            fill(body, stay.called());
        } else if (body.scope.kind == Scope.Kind.TASK) {
            body.add(node, Marking.Phase.THERE);
        } else {
            stay.within().forEach(each -> place(body, each));
        }
    }

    private Node find(Scope within, String element) {
        return net.nodes.stream()
                .filter(node -> element.equals(node.id()))
                .filter(node -> node.scope.process() == within.process())
                .findFirst()
                .orElseThrow(() -> new Nowhere(element));
    }

    /** The instance of the scope, within one that runs; those between that the version has and the case has not, begin. */
    private static Marking around(Marking outer, Scope scope) {
        Deque<Scope> missing = new ArrayDeque<>();
        Scope each = scope;
        while (each != null && each != outer.scope) {
            missing.push(each);
            each = each.parent;
        }
        if (each == null) {
            throw new Nowhere(scope.owner == null ? "" : scope.owner.id());
        }
        Marking at = outer;
        for (Scope begins : missing) {
            Marking in = at;
            at = in.children.stream()
                    .filter(child -> child.scope == begins)
                    .findFirst()
                    .orElseGet(() -> in.open(begins));
        }
        return at;
    }

    private static void came(Marking at, Map<String, Integer> came) {
        int place = 0;
        for (Node boundary : at.scope.boundaries()) {
            at.come[place++] = came.getOrDefault(boundary.id(), 0);
        }
        for (Node event : at.scope.eventSubprocesses) {
            at.come[place++] = event.trigger.repeats() ? 0 : came.getOrDefault(event.id(), 0);
        }
    }

    private void variables(Marking at, Map<String, Object> values) {
        for (NetVariable variable : at.scope.variables) {
            if (values.containsKey(variable.name)) {
                at.set(variable, data.alike(variable, Value.of(values.get(variable.name))));
            }
        }
    }
}
