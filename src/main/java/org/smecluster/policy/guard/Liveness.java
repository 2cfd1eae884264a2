package org.smecluster.policy.guard;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which variables may still be read from where a token stands. What no one reads any more need not be told apart. */
final class Liveness {

    private final ProcessNet net;
    private final NetData data;
    private final BitSet[] before;
    private final BitSet[] after;
    private final BitSet[] killed;

    Liveness(ProcessNet net, NetData data) {
        this.net = net;
        this.data = data;
        int size = net.nodes.size();
        before = new BitSet[size];
        after = new BitSet[size];
        killed = new BitSet[size];
        for (Node node : net.nodes) {
            before[node.index] = new BitSet();
            after[node.index] = new BitSet();
            killed[node.index] = surelyWritten(node);
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = size - 1; i >= 0; i--) {
                changed |= look(net.nodes.get(i));
            }
        }
    }

    private BitSet surelyWritten(Node node) {
        BitSet written = new BitSet();
        if (node.several != null || node.kind == Node.Kind.SUBPROCESS || node.kind == Node.Kind.CALL) {
            return written;
        }
        Set<String> names = data.written(node, NetData.Moment.DONE).stream()
                .map(Liveness::always)
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
        names.forEach(name -> mark(written, data.writtenAt(node, name)));
        return written;
    }

    private static Set<String> always(Map<String, List<Value>> writes) {
        return writes.keySet().stream()
                .filter(name -> !writes.get(name).contains(Value.KEPT))
                .collect(Collectors.toSet());
    }

    private static void mark(BitSet set, NetVariable variable) {
        if (variable != null) {
            set.set(variable.index);
        }
    }

    private boolean look(Node node) {
        BitSet out = new BitSet();
        for (Flow flow : node.outgoing) {
            if (flow.condition() != null) {
                mark(out, data.at(node.scope, flow.condition().variable()));
            }
            out.or(before[flow.to().index]);
        }
        if (node.outgoing.isEmpty()) {
            out.or(exit(node.scope));
        }
        BitSet in = (BitSet) out.clone();
        in.andNot(killed[node.index]);
        node.outputs.values().forEach(text -> read(in, node.body == null ? node.scope : node.body, text));
        node.inputs.values().forEach(text -> read(in, node.scope, text));
        if (node.kind == Node.Kind.CALL) {
            NetData.mappings(node, "in").forEach(each -> {
                if (each.source() != null) {
                    mark(in, data.at(node.scope, each.source()));
                }
            });
        }
        if (node.body != null) {
            node.body.starts.forEach(start -> in.or(before[start.index]));
        }
        node.boundaries.forEach(boundary -> in.or(before[boundary.index]));
        boolean changed = !in.equals(before[node.index]) || !out.equals(after[node.index]);
        before[node.index] = in;
        after[node.index] = out;
        return changed;
    }

    private void read(BitSet set, Scope scope, String text) {
        String name = NetData.reference(text);
        if (name != null) {
            mark(set, data.at(scope, name));
        }
    }

    private BitSet exit(Scope scope) {
        BitSet read = new BitSet();
        if (scope.owner == null) {
            return read;
        }
        if (scope.kind == Scope.Kind.EVENT_SUBPROCESS) {
            return exit(scope.owner.scope);
        }
        read.or(after[scope.owner.index]);
        if (scope.kind == Scope.Kind.CALLED) {
            NetData.mappings(scope.owner, "out").forEach(each -> {
                if (each.source() != null) {
                    mark(read, data.at(scope, each.source()));
                }
            });
        }
        scope.owner.outputs.values().forEach(text -> read(read, scope, text));
        return read;
    }

    /** Forgets what will not be read again. */
    void forget(Marking root) {
        BitSet read = new BitSet();
        collect(root, read);
        clear(root, read);
    }

    private void collect(Marking at, BitSet read) {
        for (int token : at.tokens) {
            int node = Marking.node(token);
            Marking.Phase phase = Marking.phase(token);
            read.or(before[node]);
            if (phase == Marking.Phase.ENDED || phase == Marking.Phase.JOB) {
                read.or(after[node]);
            }
        }
        if (at.scope.owner != null) {
            at.scope.owner.boundaries.forEach(boundary -> read.or(before[boundary.index]));
            if (at.scope.kind == Scope.Kind.SEVERAL || at.scope.kind == Scope.Kind.TASK) {
                read.or(before[at.scope.owner.index]);
                read.or(after[at.scope.owner.index]);
            }
        }
        at.scope.eventSubprocesses.forEach(each -> each.body.starts.forEach(start -> read.or(before[start.index])));
        at.children.forEach(child -> collect(child, read));
    }

    private static void clear(Marking at, BitSet read) {
        for (NetVariable variable : at.scope.variables) {
            if (!read.get(variable.index)) {
                at.values[variable.slot] = 0;
            }
        }
        at.children.forEach(child -> clear(child, read));
    }
}
