package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.guard.WalkPlace.Ask;
import org.smecluster.policy.guard.WalkPlace.Event;
import org.smecluster.policy.guard.WalkPlace.Kind;
import org.smecluster.policy.guard.WalkPlace.Passage;
import org.smecluster.policy.guard.WalkPlace.Possible;
import org.smecluster.policy.guard.WalkPlace.Way;

/**
 * Goes through a process on the net of the explorer, one answer after the other. Nothing of the engine runs: what the program
 * would write, its contract says or a person picks. Not for several threads.
 */
public final class ProcessWalk {

    /** The walk would take more than a page may. */
    public static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooMuch() {
            super("too much to walk", null, false, false);
        }
    }

    private static final long NANOS = 4_000_000_000L;

    /** Of steps that need nobody, one after the other. */
    private static final int ALONE = 400;

    private static final int NODES = 3_000;

    /** Ways in which one move may be made. */
    private static final int WAYS = 4_000;

    /** Of one move; more are not told one by one. */
    private static final int TOLD = 24;

    /** States of a called process that are followed to find how it may end. */
    private static final int WITHIN = 3_000;

    private static final int ENDINGS = 12;

    /** @param move null of the beginning; {@code through}: the called process is gone through as a whole */
    private record Made(
            Moves.Move move,
            Node node,
            Map<String, Value> written,
            int instances,
            Moves.Move told,
            int[] to,
            List<Happening> happened,
            List<Event> ways,
            List<Flow> taken,
            Refusal refusal,
            boolean through) {}

    /** All ways of one move. */
    private record Open(Moves.Move move, Node node, boolean through, List<Made> made) {}

    /** Listens to the conditions of one step. */
    private static final class Asked extends FlowUse {

        final Map<Flow, Value> values = new LinkedHashMap<>();

        @Override
        void read(Flow flow, Value value) {
            values.put(flow, value);
        }

        void clear() {
            values.clear();
            taken.clear();
        }
    }

    private final Processes processes;
    private final ProcessNet net;
    private final NetData data;
    private final WalkFields fields;
    private final WalkWords words;
    private final DecisionInputs inputs;
    private final WalkDecisions decisions;
    private final Asked asked = new Asked();
    private final Steps steps;

    private long until;

    /** Where it stands; null before the beginning. */
    int[] key;

    private boolean over;
    private String stopped;
    private Map<String, Object> known = new LinkedHashMap<>();
    private final List<String> ended = new ArrayList<>();
    private final Set<Node> done = new LinkedHashSet<>();
    private final Set<Flow> taken = new LinkedHashSet<>();
    private List<Open> open = List.of();

    private ProcessWalk(RunningModels models, Processes processes, Processes.Defined process, WalkDecisions decisions) {
        Producers producers = Law.shipped().producers();
        this.processes = processes;
        net = ProcessNet.of(processes, process);
        if (net.nodes.size() > NODES) {
            throw new TooMuch();
        }
        data = new NetData(net, producers, new FormFields(models, producers), new DecisionOutputs(models), Set.of());
        for (Node node : net.nodes) {
            for (NetData.Moment moment : NetData.Moment.values()) {
                refuseTooMany(node, moment);
            }
        }
        fields = new WalkFields(models, data);
        words = new WalkWords(net, fields);
        inputs = new DecisionInputs(models, net);
        this.decisions = decisions;
        steps = new Steps(net, data, new Asides(net, data), asked);
    }

    /**
     * @param live what runs now, one file for each latest version
     * @param instead files that would run in the place of theirs
     * @param process id
     * @return empty where there is no such process among them
     * @throws TooMuch where the process is larger than can be walked
     */
    public static Optional<ProcessWalk> of(
            Collection<ModelSource> live, Collection<ModelSource> instead, String process, WalkDecisions decisions) {
        RunningModels models = RunningModels.after(live, instead);
        Processes processes = new Processes(models);
        return processes.find(process).map(found -> new ProcessWalk(models, processes, found, decisions));
    }

    /** Such products grow with each field that something tests. */
    private void refuseTooMany(Node node, NetData.Moment moment) {
        long ways = 0;
        for (Map<String, List<Value>> alternative : data.written(node, moment)) {
            long product = 1;
            for (Map.Entry<String, List<Value>> each : alternative.entrySet()) {
                NetVariable variable = data.writtenAt(node, each.getKey());
                int values = variable == null
                        ? 1
                        : each.getValue().size() + data.anything(variable).size();
                product = Math.min(product * values, WAYS + 1L);
            }
            ways += product;
        }
        if (ways > WAYS) {
            throw new TooMuch();
        }
    }

    /** As people call the process. */
    public String name() {
        return name(net.id());
    }

    /** Of a process that it calls too. */
    public String name(String process) {
        return processes
                .find(process)
                .map(found -> found.process().attribute("name", "").strip())
                .filter(name -> !name.isEmpty())
                .orElse(process);
    }

    /** The form as it is written; null where there is none of the id. */
    public String form(String id) {
        return fields.text(id);
    }

    /**
     * Follows the answers from the beginning, as far as they can be followed.
     *
     * @throws TooMuch where it takes too long
     */
    public WalkPlace follow(List<WalkAnswer> answers) {
        until = System.nanoTime() + NANOS;
        key = null;
        over = false;
        stopped = null;
        known = new LinkedHashMap<>();
        ended.clear();
        done.clear();
        taken.clear();
        List<Passage> passages = new ArrayList<>();
        open = openHere();
        int followed = 0;
        for (WalkAnswer answer : answers) {
            Made made = made(answer).orElse(null);
            if (made == null || stopped != null) {
                break;
            }
            passages.add(pass(made, answer));
            followed++;
            open = over || stopped != null ? List.of() : openHere();
        }
        List<Possible> possible = open.stream().map(this::possible).toList();
        WalkDrawings drawings = new WalkDrawings(net, key == null && !over ? net.root.starts : List.of());
        return new WalkPlace(
                passages, followed, stopped, List.copyOf(ended), over, possible, drawings.of(key, done, taken));
    }

    private Optional<Made> made(WalkAnswer answer) {
        if (!answer.through()) {
            for (Open each : open) {
                if (each.node().id().equals(answer.element()) && asksWithForm(each)) {
                    return settled(each, answer.values(), answer.picks()).stream()
                            .findFirst();
                }
            }
        }
        List<Made> all = same(answer.element(), answer.through()).stream()
                .flatMap(each -> each.made().stream())
                .toList();
        return answer.way() >= 0 && answer.way() < all.size() ? Optional.of(all.get(answer.way())) : Optional.empty();
    }

    /** Several at one element where it runs several times. */
    private List<Open> same(String element, boolean through) {
        return open.stream()
                .filter(each -> each.through() == through && each.node().id().equals(element))
                .toList();
    }

    private boolean asksWithForm(Open here) {
        boolean answers = here.move() == null || here.move().kind() == Moves.Kind.THERE;
        return answers
                && !here.through()
                && here.node().form() != null
                && fields.text(here.node().form()) != null;
    }

    /**
     * What a form's answer comes to, at the place that was followed last.
     *
     * @param place among {@link WalkPlace#possible}
     * @param accepted the values that the form accepted, by key
     * @param picks see {@link WalkAnswer}
     * @return empty where a pick is lacking or the place is none of a form
     */
    public Optional<WalkAnswer> answer(int place, Map<String, Object> accepted, Map<String, Integer> picks) {
        if (place < 0 || place >= open.size() || !asksWithForm(open.get(place))) {
            return Optional.empty();
        }
        Open here = open.get(place);
        Map<String, Object> kept = new LinkedHashMap<>();
        deciding(here.node()).forEach(key -> {
            if (accepted.containsKey(key)) {
                kept.put(key, accepted.get(key));
            }
        });
        Map<String, Integer> picked = new LinkedHashMap<>();
        for (Ask ask : asks(here)) {
            Integer pick = picks.get(ask.variable());
            if (pick == null || pick < 0 || pick >= ask.values().size()) {
                return Optional.empty();
            }
            picked.put(ask.variable(), pick);
        }
        return settled(here, kept, picked).stream()
                .findFirst()
                .map(made -> new WalkAnswer(here.node().id(), 0, false, kept, picked));
    }

    /** Keys of the fields that settle a variable that a condition or a decision asks for. */
    private Set<String> deciding(Node node) {
        Set<String> keys = new LinkedHashSet<>();
        fields.of(node).forEach((variable, field) -> {
            if (data.writtenAt(node, variable) != null || inputs.asks(variable)) {
                keys.add(field.input().key());
            }
        });
        fields.inputs(node).stream().map(FormInput::key).filter(inputs::asks).forEach(keys::add);
        return keys;
    }

    private List<Made> settled(Open here, Map<String, Object> values, Map<String, Integer> picks) {
        Map<String, WalkField> by = fields.of(here.node());
        return here.made().stream()
                .filter(made -> made.written().entrySet().stream().allMatch(each -> {
                    WalkField field = by.get(each.getKey());
                    if (field != null) {
                        return alike(
                                        here.node(),
                                        each.getKey(),
                                        field.value(values.get(field.input().key())))
                                .equals(each.getValue());
                    }
                    Integer pick = picks.get(each.getKey());
                    List<Value> possible = values(here, each.getKey());
                    return possible.size() == 1 || pick != null && possible.indexOf(each.getValue()) == pick;
                }))
                .toList();
    }

    private Value alike(Node node, String name, Value value) {
        NetVariable variable = data.writtenAt(node, name);
        return variable == null ? value : data.alike(variable, value);
    }

    /** Those of a variable that differ between the ways of a move. */
    private static List<Value> values(Open here, String variable) {
        return here.made().stream()
                .map(made -> made.written().get(variable))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** What the program would find in the case's data: tested, or asked by a decision. */
    private List<Ask> asks(Open here) {
        if (!asksWithForm(here)) {
            return List.of();
        }
        Map<String, WalkField> by = fields.of(here.node());
        List<Ask> asks = new ArrayList<>();
        here.made().stream()
                .flatMap(made -> made.written().keySet().stream())
                .distinct()
                .filter(variable -> !by.containsKey(variable))
                .filter(variable -> values(here, variable).size() > 1)
                .forEach(variable -> asks.add(ask(variable, values(here, variable))));
        contracted(here.node()).forEach((variable, values) -> {
            if (!by.containsKey(variable)
                    && asks.stream().noneMatch(ask -> ask.variable().equals(variable))) {
                asks.add(ask(variable, values));
            }
        });
        return asks;
    }

    private Ask ask(String variable, List<Value> values) {
        return new Ask(
                variable,
                words.name(variable),
                values.stream().map(value -> words.value(variable, value)).toList());
    }

    /** What a decision asks for and the node writes, where its contract says which values there are. */
    private Map<String, List<Value>> contracted(Node node) {
        Map<String, List<Value>> all = new LinkedHashMap<>();
        data.written(node, NetData.Moment.DONE)
                .forEach(alternative -> alternative.forEach((name, values) -> {
                    boolean listed = !values.contains(Value.ANY) && !values.contains(Value.KEPT) && values.size() > 1;
                    if (listed && inputs.asks(name) && data.writtenAt(node, name) == null) {
                        all.putIfAbsent(name, values);
                    }
                }));
        return all;
    }

    private void tick() {
        if (System.nanoTime() > until) {
            throw new TooMuch();
        }
    }

    /** What may come next where it stands, each in all its ways. */
    private List<Open> openHere() {
        if (key == null) {
            Map<Node, List<Made>> byStart = new LinkedHashMap<>();
            steps.begin((start, written) ->
                    into(null, start, written, 0, null, byStart.computeIfAbsent(start, none -> new ArrayList<>())));
            return byStart.entrySet().stream()
                    .map(each -> new Open(null, each.getKey(), false, each.getValue()))
                    .toList();
        }
        List<Moves.Move> moves = steps.next(key);
        Optional<Moves.Move> alone = alone(moves);
        if (alone.isPresent()) {
            return List.of(open(key, alone.get()));
        }
        List<Open> all = new ArrayList<>();
        moves.stream()
                .sorted(Comparator.comparing(move -> move.node().kind != Node.Kind.USER_TASK))
                .forEach(move -> all.add(open(key, move)));
        all.addAll(through());
        return all;
    }

    private static Optional<Moves.Move> alone(List<Moves.Move> moves) {
        return moves.stream().filter(move -> move.pace() != Moves.Pace.OUTSIDE).findFirst();
    }

    private Open open(int[] from, Moves.Move move) {
        tick();
        List<Made> all = new ArrayList<>();
        steps.make(
                from,
                move,
                choice -> into(move, move.node(), choice.written(), choice.instances(), choice.told(), all));
        return new Open(move, move.node(), false, all);
    }

    private Steps.Sink into(
            Moves.Move move, Node node, Map<String, Value> written, int instances, Moves.Move told, List<Made> all) {
        asked.clear();
        return new Steps.Sink() {
            @Override
            public void step(int[] to, Moves.Pace pace, List<Happening> happened) {
                add(to, happened, null);
            }

            @Override
            public void refused(Refusal refusal) {
                add(null, List.of(), refusal);
            }

            private void add(int[] to, List<Happening> happened, Refusal refusal) {
                if (all.size() >= WAYS) {
                    throw new TooMuch();
                }
                all.add(new Made(
                        move,
                        node,
                        written,
                        instances,
                        told,
                        to,
                        List.copyOf(happened),
                        ways(),
                        List.copyOf(asked.taken),
                        refusal,
                        false));
            }
        };
    }

    /** Which flows the step took, and why, where there was a choice. */
    private List<Event> ways() {
        List<Event> ways = new ArrayList<>();
        for (Flow flow : asked.taken) {
            if (flow.from().outgoing.size() < 2 || flow.from().kind == Node.Kind.PARALLEL) {
                continue;
            }
            List<String> says = new ArrayList<>();
            Value value = asked.values.get(flow);
            if (value != null) {
                says.add("条件成立：" + words.condition(flow.condition(), value));
            } else if (flow == flow.from().defaultFlow) {
                asked.values.forEach((other, had) -> {
                    if (other.from() == flow.from()) {
                        says.add("条件不成立：" + words.condition(other.condition(), had));
                    }
                });
                says.add("其他连线的条件都不成立，走默认的这一条");
            } else if (!flow.readable()) {
                says.add("条件不是一个变量的比较，试走不看，当作成立");
            } else if (flow.from().kind != Node.Kind.EVENT_GATEWAY) {
                says.add("没有条件，总走这一条");
            }
            ways.add(new Event(Kind.WAY, flow.label() + "→" + target(flow).label(), says));
        }
        return ways;
    }

    private static Node target(Flow flow) {
        // a flow with listeners is a node of its own
        return flow.to().xml.name().equals("sequenceFlow")
                        && !flow.to().outgoing.isEmpty()
                ? flow.to().outgoing.get(0).to()
                : flow.to();
    }

    private Passage pass(Made made, WalkAnswer answer) {
        List<String> says = new ArrayList<>(answered(made, answer));
        List<Event> events = new ArrayList<>();
        learn(made, answer);
        if (made.refusal() == null) {
            move(made, events, made.node());
            goOnAlone(events);
        } else {
            stopped = refused(made.refusal());
        }
        return new Passage(
                made.through() ? Kind.CALLED : made.move() == null ? Kind.START : kind(made.move(), made.node()),
                label(made.move(), made.node()),
                says,
                events);
    }

    private List<String> answered(Made made, WalkAnswer answer) {
        List<String> says = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (FormInput input : made.through() ? List.<FormInput>of() : fields.inputs(made.node())) {
            if (answer.values().containsKey(input.key())) {
                WalkField field = new WalkField(input, Map.of(), false);
                Object value = answer.values().get(input.key());
                says.add(field.label() + "：" + field.choices().getOrDefault(String.valueOf(value), plain(value)));
                told.add(input.key());
            }
        }
        Map<String, WalkField> by = made.through() ? Map.of() : fields.of(made.node());
        made.written().forEach((variable, value) -> {
            WalkField field = by.get(variable);
            boolean already = field != null
                    && field.byCode().isEmpty()
                    && told.contains(field.input().key());
            if (!already && value != Value.KEPT) {
                says.add(words.says(variable, value));
            }
        });
        contracted(made.node()).forEach((variable, values) -> {
            Integer pick = answer.picks().get(variable);
            if (pick != null && pick >= 0 && pick < values.size()) {
                says.add(words.says(variable, values.get(pick)));
            }
        });
        says.addAll(instances(made));
        return says;
    }

    private static String plain(Object value) {
        return value == null || "".equals(value)
                ? "没有填写"
                : value instanceof Boolean yes ? yes ? "是" : "否" : String.valueOf(value);
    }

    private static List<String> instances(Made made) {
        boolean several = made.move() != null
                && made.move().kind() == Moves.Kind.COME
                && made.node().several != null
                && made.written().isEmpty();
        if (!several) {
            return List.of();
        }
        return List.of(
                switch (made.instances()) {
                    case 0 -> "一个也没有";
                    case 1 -> "一个";
                    default -> "几个（这里走两个）";
                });
    }

    /** Keeps what decisions will ask for. */
    private void learn(Made made, WalkAnswer answer) {
        if (made.through() || made.node().form() == null) {
            return;
        }
        Map<String, WalkField> by = fields.of(made.node());
        fields.inputs(made.node()).stream()
                .filter(input -> inputs.asks(input.key()) && answer.values().containsKey(input.key()))
                .forEach(input -> known.put(input.key(), answer.values().get(input.key())));
        by.forEach((variable, field) -> {
            if (inputs.asks(variable)
                    && answer.values().containsKey(field.input().key())) {
                known.put(
                        variable,
                        asInput(field.value(answer.values().get(field.input().key()))));
            } else if (inputs.asks(variable) && !answer.values().isEmpty()) {
                known.put(variable, asInput(field.value(null)));
            }
        });
        contracted(made.node()).forEach((variable, values) -> {
            Integer pick = answer.picks().get(variable);
            if (pick != null && pick >= 0 && pick < values.size()) {
                known.put(variable, asInput(values.get(pick)));
            }
        });
    }

    private static Object asInput(Value value) {
        return switch (value.kind()) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NUMBER -> value.number();
            case TEXT -> value.text();
            default -> null;
        };
    }

    /** @param answered the node that the answer itself is about, told with it; null where nobody answered */
    private void move(Made made, List<Event> events, Node answered) {
        for (Happening happening : made.happened()) {
            Node node = happening.node();
            if (node == null) {
                continue;
            }
            if (happening.kind() != Happening.Kind.CREATED && happening.kind() != Happening.Kind.CANCELLED) {
                done.add(node);
            }
            event(happening, node == answered)
                    .filter(event -> events.isEmpty() || !isTold(event, events.get(events.size() - 1)))
                    .ifPresent(events::add);
        }
        events.addAll(made.ways());
        taken.addAll(made.taken());
        made.taken().forEach(flow -> done.add(flow.to()));
        if (made.to() == null) {
            over = true;
            key = null;
        } else {
            key = made.to();
        }
    }

    /** The table's result says it already. */
    private static boolean isTold(Event event, Event before) {
        return before.kind() == Kind.DECISION
                && event.label().equals(before.label())
                && event.says().isEmpty();
    }

    private Optional<Event> event(Happening happening, boolean isAnswer) {
        Node node = happening.node();
        List<String> says = new ArrayList<>();
        happening.written().forEach((variable, value) -> {
            if (!variable.equals(Happening.BY) && value != Value.KEPT) {
                says.add(words.says(variable, value));
            }
        });
        if (node.kind == Node.Kind.END && happening.kind() == Happening.Kind.RAN) {
            ended.add(node.label() + (node.scope == net.root ? "" : "（" + around(node) + "）"));
            return Optional.of(new Event(Kind.END, node.label(), List.of()));
        }
        if (happening.kind() == Happening.Kind.CANCELLED) {
            return Optional.of(new Event(Kind.GONE, node.label(), List.of()));
        }
        boolean told =
                happening.kind() == Happening.Kind.RAN && (node.kind == Node.Kind.SERVICE || node.delegate() != null);
        boolean came = happening.kind() == Happening.Kind.CAME;
        if (isAnswer || !told && !came && says.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Event(came ? came(node) : Kind.PROGRAM, node.label(), says));
    }

    private static String around(Node node) {
        return node.scope.owner == null ? "" : node.scope.owner.label();
    }

    /** What the program does by itself, until somebody has to do or to pick something. */
    private void goOnAlone(List<Event> events) {
        for (int i = 0; !over && stopped == null; i++) {
            if (i > ALONE) {
                stopped = "流程一直自己往下走，停不下来，请检查有没有绕回原处的连线";
                return;
            }
            Optional<Moves.Move> move = alone(steps.next(key));
            if (move.isEmpty()) {
                stopped = steps.next(key).isEmpty() ? "走到这里以后，等不到任何人办理，也等不到时间和消息" : null;
                return;
            }
            Open here = open(key, move.get());
            Optional<Made> made = only(here, known, events);
            if (made.isEmpty()) {
                return;
            }
            if (made.get().refusal() != null) {
                stopped = refused(made.get().refusal());
                return;
            }
            move(made.get(), events, null);
        }
    }

    /** The one way that there is, or that the decision says; empty where a person has to pick. */
    private Optional<Made> only(Open here, Map<String, Object> values, List<Event> events) {
        Optional<List<Map<String, Object>>> rows = decided(here, values);
        if (rows.isPresent() && events != null) {
            events.add(new Event(Kind.DECISION, here.node().label(), told(here.node(), rows.get())));
        }
        if (here.made().size() == 1) {
            return Optional.of(here.made().get(0));
        }
        return rows.flatMap(found -> {
            List<Made> fitting = here.made().stream()
                    .filter(made -> inputs.fits(made.node(), made.written(), found))
                    .toList();
            return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
        });
    }

    private Optional<List<Map<String, Object>>> decided(Open here, Map<String, Object> values) {
        String decision = here.node().xml.attribute("camunda:decisionRef");
        boolean asks = decision != null && here.move() != null && here.move().kind() == Moves.Kind.COME;
        return asks && values.keySet().containsAll(inputs.of(decision))
                ? decisions.rows(decision, inputs.among(decision, values))
                : Optional.empty();
    }

    private List<String> told(Node node, List<Map<String, Object>> rows) {
        String decision = node.xml.attribute("camunda:decisionRef");
        List<String> says = new ArrayList<>();
        if (rows.isEmpty()) {
            says.add("没有命中任何一行");
        }
        rows.forEach(row -> row.forEach((output, value) -> {
            if (value != null) {
                says.add(inputs.label(decision, output) + "：" + words.value(output, Value.of(value)));
            }
        }));
        return says;
    }

    private String refused(Refusal refusal) {
        return switch (refusal.kind) {
            case NO_WAY -> "走到" + refusal.node.label() + "时，没有一条连线的条件成立，也没有默认的连线，办理会停住" + had(refusal);
            case UNREADABLE_VALUE -> "走到" + refusal.node.label() + "时，连线的条件要看的内容还没有登记，办理会停住" + had(refusal);
            case HEAP -> "走到" + refusal.node.label() + "时，同一环节会越积越多";
        };
    }

    private String had(Refusal refusal) {
        return refusal.variable == null
                ? ""
                : "（" + words.says(refusal.variable.name, refusal.value == null ? Value.UNSET : refusal.value) + "）";
    }

    private Possible possible(Open here) {
        Node node = here.node();
        boolean form = asksWithForm(here);
        int number = same(node.id(), here.through()).stream()
                .takeWhile(each -> each != here)
                .mapToInt(each -> each.made().size())
                .sum();
        List<Way> ways = new ArrayList<>();
        if (here.made().size() <= TOLD) {
            for (int i = 0; i < here.made().size(); i++) {
                if (!form || canBeAnswered(here, here.made().get(i))) {
                    ways.add(way(here, here.made().get(i), number + i));
                }
            }
        }
        Map<String, String> decides = new LinkedHashMap<>();
        if (form) {
            fields.of(node).forEach((variable, field) -> {
                if (data.writtenAt(node, variable) != null
                        && values(here, variable).size() > 1) {
                    decides.put(field.input().key(), field.label());
                }
            });
        }
        return new Possible(
                here.through() ? Kind.CALLED : here.move() == null ? Kind.START : kind(here.move(), node),
                node.id(),
                label(here.move(), node),
                node.scope.process() == net.root ? null : called(node.scope.process()),
                who(node),
                node.xml.text("documentation"),
                form ? node.form() : null,
                form ? asks(here) : List.of(),
                decides,
                ways);
    }

    private static String called(Scope process) {
        return process.owner.label();
    }

    private static String who(Node node) {
        return node.beans(NetData.Moment.DONE).stream()
                .map(bean -> BeanContracts.shipped()
                        .bean(bean)
                        .map(BeanContract::who)
                        .orElse(null))
                .filter(Objects::nonNull)
                .map(Role::label)
                .findFirst()
                .orElse(null);
    }

    private Way way(Open here, Made made, int number) {
        List<String> says = new ArrayList<>();
        Map<String, WalkField> by = here.through() ? Map.of() : fields.of(here.node());
        Set<String> chosen = new LinkedHashSet<>();
        made.written().forEach((variable, value) -> {
            if (!here.through() && values(here, variable).size() < 2) {
                return;
            }
            WalkField field = by.get(variable);
            if (field == null || field.choices().isEmpty()) {
                says.add(words.says(variable, value));
            } else if (chosen.add(field.input().key())) {
                says.add(field.label() + "：" + String.join("、", choices(field, by, made)));
            }
        });
        says.addAll(instances(made));
        if (here.made().stream().anyMatch(each -> each.told() != null)) {
            says.add(
                    made.told() == null
                            ? "没有环节在等这个消息"
                            : "送到" + made.told().node().label());
        }
        return new Way(number, says, leads(made));
    }

    /** Variables that one field settles do not come in every combination. */
    private boolean canBeAnswered(Open here, Made made) {
        Map<String, WalkField> by = fields.of(here.node());
        return made.written().keySet().stream()
                .map(by::get)
                .filter(field -> field != null && !field.choices().isEmpty())
                .noneMatch(field -> choices(field, by, made).isEmpty());
    }

    /** The choices of the field that come to all that is written on the way; none where no answer does. */
    private List<String> choices(WalkField field, Map<String, WalkField> by, Made made) {
        List<String> choices = new ArrayList<>();
        field.choices().forEach((code, label) -> {
            boolean fits = by.entrySet().stream()
                    .filter(each ->
                            each.getValue().input().key().equals(field.input().key()))
                    .filter(each -> made.written().containsKey(each.getKey()))
                    .allMatch(
                            each -> each.getValue().comesTo(code, made.written().get(each.getKey())));
            if (fits) {
                choices.add(label);
            }
        });
        if (choices.isEmpty() && !field.input().isRequired() && made.written().containsValue(Value.NULL)) {
            choices.add("没有填写");
        }
        return choices;
    }

    /** Where one way leads: the steps that are new, or the end. */
    private List<String> leads(Made made) {
        if (made.refusal() != null) {
            return List.of("走不下去：" + refused(made.refusal()));
        }
        List<String> ends = new ArrayList<>();
        note(made.happened(), ends);
        int[] at = made.to();
        for (int i = 0; at != null && i <= ALONE; i++) {
            tick();
            Optional<Moves.Move> move = alone(steps.next(at));
            if (move.isEmpty()) {
                break;
            }
            Open next = open(at, move.get());
            Made only = only(next, known, null).orElse(null);
            if (only == null) {
                boolean table = next.node().xml.attribute("camunda:decisionRef") != null;
                ends.add(label(next.move(), next.node()) + (table ? "，看决策表的结果" : "，看程序的结果"));
                return ends;
            }
            if (only.refusal() != null) {
                ends.add("走不下去：" + refused(only.refusal()));
                return ends;
            }
            note(only.happened(), ends);
            at = only.to();
        }
        WalkDrawings drawings = new WalkDrawings(net, List.of());
        List<String> leads = new ArrayList<>();
        if (at != null) {
            Set<String> before = key == null ? Set.of() : drawings.waiting(key);
            drawings.waiting(at).stream()
                    .filter(label -> !before.contains(label))
                    .forEach(leads::add);
        }
        if (leads.isEmpty() || at == null) {
            leads.addAll(ends);
        }
        if (at == null) {
            leads.add("流程结束");
        }
        return leads.isEmpty()
                ? List.of("没有新的环节，其余照旧")
                : leads.stream().distinct().toList();
    }

    private static void note(List<Happening> happened, List<String> ends) {
        happened.stream()
                .filter(each -> each.kind() == Happening.Kind.RAN && each.node().kind == Node.Kind.END)
                .forEach(each -> ends.add(each.node().label()));
    }

    private static Kind kind(Moves.Move move, Node node) {
        return switch (move.kind()) {
            case ENOUGH -> Kind.ENOUGH;
            case COME, ENDED, JOB -> node.xml.attribute("camunda:decisionRef") == null ? Kind.PROGRAM : Kind.DECISION;
            case THERE -> node.kind == Node.Kind.CATCH ? came(node) : Kind.TASK;
            case BRANCH, BORDER, EVENT -> came(node);
        };
    }

    private static Kind came(Node node) {
        return switch (node.trigger.kind()) {
            case TIMER -> Kind.TIME;
            case SIGNAL -> Kind.SIGNAL;
            case CONDITION -> Kind.CONDITION;
            default -> Kind.MESSAGE;
        };
    }

    private static String label(Moves.Move move, Node node) {
        if (move != null && move.kind() == Moves.Kind.EVENT) {
            return node.body.starts.get(0).label();
        }
        return node.label();
    }

    /** Each called process in which it stands, gone through to each of its endings. */
    private List<Open> through() {
        List<Open> all = new ArrayList<>();
        Marking root = Marking.read(key, net.scopes);
        Map<Scope, Integer> running = new LinkedHashMap<>();
        count(root, running);
        running.forEach((scope, times) -> {
            if (times == 1) {
                List<Made> endings = endings(scope);
                if (!endings.isEmpty()) {
                    all.add(new Open(null, scope.owner, true, endings));
                }
            }
        });
        return all;
    }

    private static void count(Marking at, Map<Scope, Integer> running) {
        if (at.scope.kind == Scope.Kind.CALLED) {
            running.merge(at.scope, 1, Integer::sum);
        }
        at.children.forEach(child -> count(child, running));
    }

    private List<Made> endings(Scope scope) {
        Set<List<Integer>> seen = new LinkedHashSet<>();
        Map<List<Integer>, Made> endings = new LinkedHashMap<>();
        Deque<int[]> waiting = new ArrayDeque<>(List.of(key));
        while (!waiting.isEmpty()) {
            tick();
            int[] at = waiting.poll();
            Marking root = Marking.read(at, net.scopes);
            for (Moves.Move move : steps.next(at)) {
                boolean leaves =
                        move.kind() == Moves.Kind.BORDER && scope.boundaries().contains(move.node());
                if (leaves || !within(root, move.path(), scope)) {
                    continue;
                }
                for (Made made : open(at, move).made()) {
                    if (made.refusal() != null || made.to() == null) {
                        continue;
                    }
                    List<Integer> to = Arrays.stream(made.to()).boxed().toList();
                    if (!seen.add(to)) {
                        continue;
                    }
                    if (runs(Marking.read(made.to(), net.scopes), scope)) {
                        waiting.add(made.to());
                    } else {
                        endings.put(to, ending(scope, made));
                    }
                }
                if (seen.size() > WITHIN || endings.size() > ENDINGS) {
                    return List.of();
                }
            }
        }
        return List.copyOf(endings.values());
    }

    private Made ending(Scope scope, Made last) {
        Map<String, Value> brought = new LinkedHashMap<>();
        Marking root = Marking.read(last.to(), net.scopes);
        NetData.mappings(scope.owner, "out").forEach(mapping -> {
            NetVariable variable = data.at(scope.owner.scope, mapping.target());
            Marking holder = variable == null ? null : holding(root, variable.scope);
            if (holder != null) {
                brought.put(variable.name, variable.domain.get(holder.values[variable.slot]));
            }
        });
        return new Made(null, scope.owner, brought, 0, null, last.to(), List.of(), List.of(), List.of(), null, true);
    }

    private static Marking holding(Marking at, Scope scope) {
        if (at.scope == scope) {
            return at;
        }
        return at.children.stream()
                .map(child -> holding(child, scope))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean runs(Marking root, Scope scope) {
        return holding(root, scope) != null;
    }

    private static boolean within(Marking root, List<Integer> path, Scope scope) {
        Marking at = root;
        boolean inside = at.scope == scope;
        for (int child : path) {
            at = at.children.get(child);
            inside |= at.scope == scope;
        }
        return inside;
    }
}
