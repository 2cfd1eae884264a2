package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.smecluster.policy.guard.Moves.Move;

/** What the engine does with a marking, step by step, in every way that the data leave open. */
final class Steps {

    /** Takes what may come of a marking. */
    interface Sink {

        /** @param to null where the process is over */
        void step(int[] to, Moves.Pace pace, List<Happening> happened);

        /** The engine would refuse to go on there. */
        void refused(Refusal refusal);
    }

    /** More tokens at one node are not followed: they would pile up. */
    private static final int HEAP = 3;

    private final ProcessNet net;
    private final NetData data;
    private final Liveness liveness;
    private final Moves moves;
    private final Branching branching;

    Steps(ProcessNet net, NetData data, Asides asides, FlowUse use) {
        this.net = net;
        this.data = data;
        this.liveness = new Liveness(net, data);
        this.moves = new Moves(net, data, asides);
        this.branching = new Branching(net, data, use);
    }

    /** Each way in which the process begins. */
    void begin(Sink sink) {
        begin((start, written) -> sink);
    }

    /** @param sink by the start and what is handed in and written there */
    void begin(BiFunction<Node, Map<String, Value>, Sink> sink) {
        for (Node start : net.root.starts) {
            for (Map<NetVariable, Value> given : given()) {
                for (Map<String, Value> written : data.choices(start, NetData.Moment.DONE)) {
                    Run run = new Run(new Marking(net.root, null));
                    given.forEach(run.root::set);
                    Map<String, Value> known = new LinkedHashMap<>();
                    given.forEach((variable, value) -> known.put(variable.name, value));
                    known.putAll(written);
                    finish(run, sink.apply(start, known), Moves.Pace.OUTSIDE, () -> {
                        run.happen(Happening.Kind.STARTED, start, written);
                        run.write(run.root, start, written);
                        run.leave(run.root, start);
                    });
                }
            }
        }
    }

    /** From where it stands, with nothing happening on the way there. */
    void resume(Marking from, Sink sink) {
        liveness.forget(from);
        sink.step(from.key(), Moves.Pace.OUTSIDE, List.of());
    }

    private List<Map<NetVariable, Value>> given() {
        List<Map<NetVariable, Value>> all = List.of(Map.of());
        for (NetVariable variable : data.variables()) {
            if (data.givenFromOutside(variable)) {
                List<Map<NetVariable, Value>> more = new ArrayList<>();
                for (Map<NetVariable, Value> before : all) {
                    for (Value value : data.anything(variable)) {
                        Map<NetVariable, Value> with = new LinkedHashMap<>(before);
                        with.put(variable, value);
                        more.add(with);
                    }
                }
                all = more;
            }
        }
        return all;
    }

    void expand(int[] key, Sink sink) {
        Marking seen = Marking.read(key, net.scopes);
        for (Move move : moves.of(seen)) {
            make(key, seen, move, choice -> sink);
        }
    }

    /** What may come next: what happens at once alone, where anything does. */
    List<Move> next(int[] key) {
        return moves.of(Marking.read(key, net.scopes));
    }

    /** Makes one move in every way. */
    void make(int[] key, Move move, Function<Choice, Sink> sink) {
        make(key, Marking.read(key, net.scopes), move, sink);
    }

    private void make(int[] key, Marking seen, Move move, Function<Choice, Sink> sink) {
        for (Choice choice : choices(seen, move)) {
            Run run = new Run(Marking.read(key, net.scopes));
            finish(run, sink.apply(choice), move.pace(), () -> run.apply(move, choice));
        }
    }

    private void finish(Run run, Sink sink, Moves.Pace pace, Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            sink.refused(refusal);
            return;
        }
        if (run.root.over) {
            run.happen(Happening.Kind.OVER, null, Map.of());
            sink.step(null, pace, run.happened);
            return;
        }
        liveness.forget(run.root);
        sink.step(run.root.key(), pace, run.happened);
    }

    /**
     * One way to make a move.
     *
     * @param instances of a node that runs several times: how many begin, 2 standing for several
     * @param told who gets the message that the node sends; null where nobody does
     */
    record Choice(Map<String, Value> written, int instances, Move told) {}

    private List<Choice> choices(Marking seen, Move move) {
        Node node = move.node();
        Marking at = at(seen, move.path());
        boolean opens = move.kind() == Moves.Kind.COME && at.scope.kind != Scope.Kind.TASK;
        if (opens && node.several != null) {
            return instances(node).stream()
                    .map(count -> new Choice(Map.of(), count, null))
                    .toList();
        }
        boolean later = opens && node.body != null;
        if (later || move.kind() == Moves.Kind.JOB || move.kind() == Moves.Kind.ENOUGH) {
            return List.of(new Choice(Map.of(), 0, null));
        }
        NetData.Moment moment = move.kind() == Moves.Kind.ENDED
                ? NetData.Moment.LEFT
                : move.kind() == Moves.Kind.COME && node.waits() ? NetData.Moment.CREATED : NetData.Moment.DONE;
        List<Choice> choices = new ArrayList<>();
        for (Map<String, Value> written : node.kind == Node.Kind.UNKNOWN_CALL && moment == NetData.Moment.DONE
                ? anythingBack(node)
                : data.choices(written(move), moment)) {
            choices.add(new Choice(written, 0, null));
            if (moment == NetData.Moment.DONE && moves.sendsAtOnce(node)) {
                moves.listening(seen, data.sentAtOnce(node)).forEach(told -> choices.add(new Choice(written, 0, told)));
            }
        }
        return choices;
    }

    /** Of an event subprocess the start event writes. */
    private static Node written(Move move) {
        return move.kind() == Moves.Kind.EVENT ? move.node().body.starts.get(0) : move.node();
    }

    private List<Map<String, Value>> anythingBack(Node call) {
        List<Map<String, Value>> all = new ArrayList<>(List.of(Map.of()));
        for (NetData.Mapping mapping : NetData.mappings(call, "out").toList()) {
            NetVariable variable = data.at(call.scope, mapping.target());
            if (variable != null) {
                List<Map<String, Value>> more = new ArrayList<>();
                for (Map<String, Value> before : all) {
                    for (Value value : data.anything(variable)) {
                        Map<String, Value> with = new LinkedHashMap<>(before);
                        with.put(variable.name, value);
                        more.add(with);
                    }
                }
                all = more;
            }
        }
        return all;
    }

    private List<Integer> instances(Node node) {
        String cardinality = node.several.cardinality();
        if (cardinality != null && cardinality.matches("[0-9]+")) {
            return List.of(Math.min(2, Integer.parseInt(cardinality)));
        }
        return cardinality != null || node.several.collection() == null
                ? List.of(0, 1, 2)
                : data.producers().sizes(node.several.collection());
    }

    private static Marking at(Marking root, List<Integer> path) {
        Marking at = root;
        for (int child : path) {
            at = at.children.get(child);
        }
        return at;
    }

    /** One step on a marking of its own. */
    private final class Run {

        private final Marking root;
        private final List<Happening> happened = new ArrayList<>();

        Run(Marking root) {
            this.root = root;
        }

        void happen(Happening.Kind kind, Node node, Map<String, Value> written) {
            happened.add(new Happening(kind, node, written));
        }

        void apply(Move move, Choice choice) {
            Marking at = at(root, move.path());
            Marking told = choice.told() == null ? null : at(root, choice.told().path());
            Node node = move.node();
            switch (move.kind()) {
                case COME -> {
                    at.remove(node, Marking.Phase.COME);
                    come(at, node, choice, told);
                }
                case THERE -> {
                    at.remove(node, Marking.Phase.THERE);
                    done(at, node, choice.written());
                }
                case ENDED -> {
                    at.remove(node, Marking.Phase.ENDED);
                    if (!choice.written().isEmpty()
                            || !node.beans(NetData.Moment.LEFT).isEmpty()) {
                        happen(Happening.Kind.RAN, node, choice.written());
                    }
                    write(at, node, choice.written());
                    leave(at, node);
                }
                case JOB -> {
                    at.remove(node, Marking.Phase.JOB);
                    flows(at, node);
                }
                case BRANCH -> {
                    at.remove(move.behind(), Marking.Phase.THERE);
                    done(at, node, choice.written());
                }
                case BORDER, EVENT -> tell(at, move.kind(), node, choice.written());
                case ENOUGH -> {
                    cancel(at, node);
                    at.children.clear();
                    at.remaining = 0;
                    at.over = false;
                    settle(at);
                }
            }
        }

        private void come(Marking at, Node node, Choice choice, Marking told) {
            boolean inner = at.scope.kind == Scope.Kind.TASK;
            if (!inner && node.around != null) {
                several(at, node, choice.instances());
            } else if (!inner && node.body != null) {
                open(at, node);
            } else if (node.waits()) {
                if (node.kind == Node.Kind.USER_TASK) {
                    happen(Happening.Kind.CREATED, node, choice.written());
                    write(at, node, choice.written());
                }
                at.add(node, Marking.Phase.THERE);
            } else if (node.kind == Node.Kind.PARALLEL || node.kind == Node.Kind.INCLUSIVE) {
                arrive(at, node, choice.written());
            } else {
                ran(at, node, choice, told);
            }
        }

        private void ran(Marking at, Node node, Choice choice, Marking told) {
            happen(Happening.Kind.RAN, node, choice.written());
            write(at, node, choice.written());
            outputs(at, node);
            if (told != null) {
                tell(told, choice.told().kind(), choice.told().node(), Map.of());
            }
            if (at.over) {
                return;
            }
            if (node.kind == Node.Kind.END) {
                end(at, node);
            } else if (at.scope.kind == Scope.Kind.TASK) {
                settle(at);
            } else if (node.trigger.kind() == Trigger.Kind.ESCALATION && node.kind == Node.Kind.PASS) {
                if (!thrown(at, node, true)) {
                    leave(at, node);
                }
            } else {
                leave(at, node);
            }
        }

        /** What a node waited for has happened; its token is gone already. */
        private void done(Marking at, Node node, Map<String, Value> written) {
            happen(
                    switch (node.kind) {
                        case USER_TASK -> Happening.Kind.COMPLETED;
                        case CATCH -> Happening.Kind.CAME;
                        default -> Happening.Kind.RAN;
                    },
                    node,
                    written);
            write(at, node, written);
            outputs(at, node);
            if (at.scope.kind == Scope.Kind.TASK) {
                settle(at);
            } else {
                leave(at, node);
            }
        }

        private void write(Marking at, Node node, Map<String, Value> written) {
            written.forEach((name, value) -> {
                NetVariable variable = data.writtenAt(node, name);
                if (variable != null && value != Value.KEPT) {
                    at.set(variable, value);
                }
            });
        }

        private void outputs(Marking at, Node node) {
            Marking outside = at.scope.kind == Scope.Kind.TASK ? outside(at) : at;
            node.outputs.forEach((target, text) -> {
                NetVariable variable = data.at(node.scope, target);
                if (variable != null) {
                    outside.set(variable, read(at, text));
                }
            });
        }

        private Value read(Marking at, String text) {
            String name = NetData.reference(text);
            if (name == null) {
                return Value.of(text);
            }
            NetVariable source = data.at(at.scope, name);
            return source == null ? Value.OTHER : at.value(source);
        }

        private static Marking outside(Marking at) {
            return at.parent.scope.kind == Scope.Kind.SEVERAL ? at.parent.parent : at.parent;
        }

        private void several(Marking at, Node node, int instances) {
            if (instances == 0) {
                at.add(node, Marking.Phase.ENDED);
                return;
            }
            Marking around = at.open(node.around);
            int atOnce = node.several.sequential() ? 1 : instances;
            around.remaining = instances - atOnce;
            for (int i = 0; i < atOnce; i++) {
                open(around, node);
            }
        }

        private void open(Marking at, Node node) {
            Marking body = at.open(node.body);
            node.inputs.forEach((name, text) -> {
                NetVariable variable = data.at(node.body, name);
                if (variable != null && variable.scope == node.body) {
                    body.set(variable, read(at, text));
                }
            });
            if (node.kind == Node.Kind.CALL) {
                NetData.mappings(node, "in").forEach(mapping -> handOn(at, body, mapping));
            }
            if (node.body.kind == Scope.Kind.TASK) {
                body.add(node, Marking.Phase.COME);
            } else {
                node.body.starts.stream().limit(1).forEach(start -> body.add(start, Marking.Phase.COME));
                settle(body);
            }
        }

        private void handOn(Marking from, Marking to, NetData.Mapping mapping) {
            NetVariable target = data.at(to.scope, mapping.target());
            if (target != null) {
                NetVariable source = mapping.source() == null ? null : data.at(from.scope, mapping.source());
                to.set(
                        target,
                        mapping.source() == null
                                ? Value.of(mapping.constant())
                                : source == null ? Value.OTHER : from.value(source));
            }
        }

        private void arrive(Marking at, Node node, Map<String, Value> written) {
            write(at, node, written);
            at.add(node, Marking.Phase.THERE);
            int waiting = branching.joined(root, at, node);
            if (waiting > 0) {
                for (int i = 0; i < waiting; i++) {
                    at.remove(node, Marking.Phase.THERE);
                }
                happen(Happening.Kind.RAN, node, written);
                leave(at, node);
            }
        }

        private void leave(Marking at, Node node) {
            if (node.asyncAfter()) {
                at.add(node, Marking.Phase.JOB);
            } else {
                flows(at, node);
            }
        }

        private void flows(Marking at, Node node) {
            for (Flow flow : branching.taken(at, node)) {
                at.add(flow.to(), Marking.Phase.COME);
                int heap = 0;
                for (Marking.Phase phase : Marking.Phase.values()) {
                    heap += at.count(flow.to(), phase);
                }
                long inside = at.children.stream()
                        .filter(child -> child.scope.owner == flow.to())
                        .count();
                if (heap + inside
                        > Math.max(HEAP, flow.to().isJoin() ? flow.to().incoming.size() : 0)) {
                    throw new Refusal(Refusal.Kind.HEAP, flow.to(), null, null, null);
                }
            }
            settle(at);
        }

        private void end(Marking at, Node node) {
            if (node.terminates) {
                cancel(at, node);
                at.over = false;
                at.tokens.clear();
                at.children.clear();
                settle(at);
            } else if (node.trigger.kind() == Trigger.Kind.ERROR || node.trigger.kind() == Trigger.Kind.ESCALATION) {
                if (!thrown(at, node, false)) {
                    settle(at);
                }
            } else {
                settle(at);
            }
        }

        /** @return whether the instance that threw is gone, or has nothing more to do here */
        private boolean thrown(Marking from, Node node, boolean goesOn) {
            for (Marking at = from; at != null; at = at.parent) {
                for (Node event : at.scope.eventSubprocesses) {
                    if (catches(event, node) && !at.marked) {
                        tell(at, Moves.Kind.EVENT, event, Map.of());
                        return event.interrupting || !goesOn && afterwards(from);
                    }
                }
                for (Node boundary : at.scope.boundaries()) {
                    if (catches(boundary, node)) {
                        tell(at, Moves.Kind.BORDER, boundary, Map.of());
                        return boundary.interrupting || !goesOn && afterwards(from);
                    }
                }
            }
            return false;
        }

        private boolean afterwards(Marking from) {
            settle(from);
            return true;
        }

        private static boolean catches(Node event, Node thrower) {
            Trigger.Kind kind = thrower.trigger.kind();
            String code = event.trigger.name();
            return event.trigger.kind() == kind && (code == null || code.equals(thrower.trigger.name()));
        }

        /** An event comes to what listens to it. */
        private void tell(Marking at, Moves.Kind kind, Node node, Map<String, Value> written) {
            switch (kind) {
                case BORDER -> border(at, node, written);
                case EVENT -> event(at, node, written);
                case THERE -> {
                    at.remove(node, Marking.Phase.THERE);
                    done(at, node, written);
                }
                case BRANCH -> {
                    Node gateway = node.incoming.get(0).from();
                    at.remove(gateway, Marking.Phase.THERE);
                    done(at, node, written);
                }
                default -> throw new IllegalStateException(kind + " listens to nothing");
            }
        }

        private void border(Marking host, Node boundary, Map<String, Value> written) {
            happen(Happening.Kind.CAME, boundary, written);
            Marking outside = host.parent;
            write(outside, boundary, written);
            if (boundary.interrupting) {
                cancel(host, boundary);
                outside.children.remove(host);
            } else {
                host.come[host.scope.boundaries().indexOf(boundary)]++;
            }
            leave(outside, boundary);
        }

        private void event(Marking at, Node event, Map<String, Value> written) {
            Node start = event.body.starts.get(0);
            happen(Happening.Kind.CAME, start, written);
            if (event.interrupting) {
                cancel(at, start);
                at.over = false;
                at.marked = true;
                at.tokens.clear();
                at.children.clear();
            } else if (!event.trigger.repeats()) {
                at.come[at.scope.boundaries().size() + at.scope.eventSubprocesses.indexOf(event)]++;
            }
            Marking body = at.open(event.body);
            write(body, start, written);
            leave(body, start);
        }

        /** Takes away all that runs in the instance; the tasks that people had are gone. */
        private void cancel(Marking at, Node by) {
            at.over = true;
            for (int token : at.tokens) {
                Node node = net.nodes.get(Marking.node(token));
                if (node.kind == Node.Kind.USER_TASK && Marking.phase(token) == Marking.Phase.THERE) {
                    happened.add(new Happening(
                            Happening.Kind.CANCELLED,
                            node,
                            Map.of(Happening.BY, Value.text(by.terminates ? "END" : "EVENT"))));
                }
            }
            at.children.forEach(child -> cancel(child, by));
        }

        /** Ends an instance in which nothing runs any more, and what that ends in turn. */
        private void settle(Marking from) {
            Marking at = from;
            while (at.isEmpty() && !at.over) {
                at.over = true;
                Marking outside = at.parent;
                if (outside == null) {
                    return;
                }
                Node owner = at.scope.owner;
                outside.children.remove(at);
                if (at.scope.kind == Scope.Kind.CALLED) {
                    Marking ended = at;
                    NetData.mappings(owner, "out")
                            .forEach(mapping -> handOn(ended, realOutside(ended, outside), mapping));
                }
                if (outside.scope.kind == Scope.Kind.SEVERAL) {
                    outside.marked = true;
                    if (outside.remaining > 0) {
                        outside.remaining--;
                        open(outside, owner);
                    }
                } else if (at.scope.kind == Scope.Kind.TASK) {
                    leave(outside, owner);
                    return;
                } else if (at.scope.kind != Scope.Kind.EVENT_SUBPROCESS) {
                    outside.add(owner, Marking.Phase.ENDED);
                    return;
                }
                at = outside;
            }
        }

        private static Marking realOutside(Marking ended, Marking outside) {
            return outside.scope.kind == Scope.Kind.SEVERAL ? outside.parent : outside;
        }
    }
}
