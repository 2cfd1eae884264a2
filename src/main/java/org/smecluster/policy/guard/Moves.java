package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may happen next in a marking. */
final class Moves {

    /** A timer or message that may come again and again is followed this often for one step. */
    private static final int OFTEN = 2;

    enum Kind {
        /** A token that has come is taken in by its node. */
        COME,
        /** What a node waits for happens. */
        THERE,
        /** What a node holds has ended. */
        ENDED,
        /** A job goes on after the node. */
        JOB,
        /** Of several events behind a gateway one comes. */
        BRANCH,
        /** An event at the border of a step. */
        BORDER,
        /** An event subprocess begins. */
        EVENT,
        /** Of several instances enough have ended. */
        ENOUGH
    }

    /** Whether the engine does it by itself, at once or as a job, or something from without has to come. */
    enum Pace {
        AT_ONCE,
        JOB,
        OUTSIDE
    }

    /**
     * @param path to the instance, from the whole
     * @param behind of {@link Kind#BRANCH}: the gateway
     */
    record Move(List<Integer> path, Kind kind, Node node, Node behind, Pace pace) {}

    private final ProcessNet net;
    private final NetData data;
    private final Asides asides;
    private final boolean[] sendsAtOnce;
    private final Map<String, Boolean> sentFromOutside = new HashMap<>();

    Moves(ProcessNet net, NetData data, Asides asides) {
        this.net = net;
        this.data = data;
        this.asides = asides;
        this.sendsAtOnce = new boolean[net.nodes.size()];
        net.nodes.forEach(
                node -> sendsAtOnce[node.index] = !data.sentAtOnce(node).isEmpty());
    }

    boolean sendsAtOnce(Node node) {
        return sendsAtOnce[node.index];
    }

    /** Only what happens at once, where anything does. */
    List<Move> of(Marking root) {
        List<Move> all = new ArrayList<>();
        collect(root, new ArrayList<>(), all, false);
        List<Move> atOnce =
                all.stream().filter(move -> move.pace() == Pace.AT_ONCE).toList();
        return atOnce.isEmpty() ? all : atOnce;
    }

    /** Who listens to a message that is sent within the process. */
    List<Move> listening(Marking root, Set<String> messages) {
        List<Move> all = new ArrayList<>();
        collect(root, new ArrayList<>(), all, true);
        return all.stream()
                .filter(move -> move.node().trigger.kind() == Trigger.Kind.MESSAGE)
                .filter(move -> move.kind() == Kind.THERE
                        || move.kind() == Kind.BRANCH
                        || move.kind() == Kind.BORDER
                        || move.kind() == Kind.EVENT)
                .filter(move -> messages.contains(move.node().trigger.name()))
                .toList();
    }

    private void collect(Marking at, List<Integer> path, List<Move> all, boolean listening) {
        List<Integer> here = List.copyOf(path);
        int last = -1;
        for (int token : at.tokens) {
            if (token != last) {
                token(at, here, token, all, listening);
            }
            last = token;
        }
        border(at, here, all, listening);
        events(at, here, all, listening);
        if (at.scope.kind == Scope.Kind.SEVERAL && at.marked && at.scope.owner.several.mayEndEarly()) {
            all.add(new Move(here, Kind.ENOUGH, at.scope.owner, null, Pace.OUTSIDE));
        }
        for (int i = 0; i < at.children.size(); i++) {
            path.add(i);
            collect(at.children.get(i), path, all, listening);
            path.remove(path.size() - 1);
        }
    }

    private void token(Marking at, List<Integer> here, int token, List<Move> all, boolean listening) {
        Node node = net.nodes.get(Marking.node(token));
        switch (Marking.phase(token)) {
            case COME -> {
                boolean inner = at.scope.kind == Scope.Kind.TASK;
                all.add(new Move(here, Kind.COME, node, null, node.asyncBefore() && !inner ? Pace.JOB : Pace.AT_ONCE));
            }
            case ENDED -> all.add(new Move(here, Kind.ENDED, node, null, Pace.AT_ONCE));
            case JOB -> all.add(new Move(here, Kind.JOB, node, null, Pace.JOB));
            case THERE -> {
                if (node.kind == Node.Kind.EVENT_GATEWAY) {
                    node.outgoing.stream()
                            .map(Flow::to)
                            .filter(target -> target.kind == Node.Kind.CATCH && comes(target, listening))
                            .forEach(target -> all.add(new Move(here, Kind.BRANCH, target, node, Pace.OUTSIDE)));
                } else if (node.kind == Node.Kind.CATCH ? comes(node, listening) : node.waits()) {
                    all.add(new Move(here, Kind.THERE, node, null, Pace.OUTSIDE));
                }
            }
        }
    }

    private void border(Marking at, List<Integer> here, List<Move> all, boolean listening) {
        List<Node> boundaries = at.scope.boundaries();
        for (int i = 0; i < boundaries.size(); i++) {
            Node boundary = boundaries.get(i);
            int often = boundary.trigger.repeats() ? OFTEN : 1;
            boolean again = at.come[i] < often && !asides.isUnderWay(boundary, at.parent);
            if (comes(boundary, listening) && (boundary.interrupting || again)) {
                all.add(new Move(here, Kind.BORDER, boundary, null, Pace.OUTSIDE));
            }
        }
    }

    private void events(Marking at, List<Integer> here, List<Move> all, boolean listening) {
        if (at.marked && at.scope.kind != Scope.Kind.SEVERAL || asides.isOver(at)) {
            return;
        }
        int first = at.scope.boundaries().size();
        for (int i = 0; i < at.scope.eventSubprocesses.size(); i++) {
            Node event = at.scope.eventSubprocesses.get(i);
            long running = at.children.stream()
                    .filter(child -> child.scope == event.body)
                    .count();
            boolean again = event.trigger.repeats() ? running < OFTEN : at.come[first + i] < 1;
            if (comes(event, listening) && (event.interrupting || again)) {
                all.add(new Move(here, Kind.EVENT, event, null, Pace.OUTSIDE));
            }
        }
    }

    /** It can come from without, or, where one listens, from within. */
    private boolean comes(Node node, boolean listening) {
        Trigger trigger = node.trigger;
        if (trigger.kind() != Trigger.Kind.MESSAGE) {
            return trigger.isOutside();
        }
        return listening || isSentFromOutside(trigger.name());
    }

    private boolean isSentFromOutside(String message) {
        return message != null && sentFromOutside.computeIfAbsent(message, this::findSentFromOutside);
    }

    private boolean findSentFromOutside(String message) {
        if (!data.producers().isSent(message)) {
            return false;
        }
        return !data.producers().isSentByBeansOnly(message)
                || net.nodes.stream().noneMatch(node -> data.sentAtOnce(node).contains(message));
    }
}
