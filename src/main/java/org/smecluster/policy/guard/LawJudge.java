package org.smecluster.policy.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelFinding.Weight;

/** Holds one process, in all that it may do, against the rules of the Measures. */
final class LawJudge {

    /** A way in which a rule is broken, and where. */
    record Breach(LawRule rule, Node at, ModelPath path) {}

    private final StateGraph graph;
    private final Law law;
    /** What has happened already where the graph begins; null where it begins at the beginning. */
    private final LawPast past;

    private final Map<String, BitSet> openStates = new HashMap<>();
    private final List<Breach> breaches = new ArrayList<>();

    LawJudge(StateGraph graph, Law law) {
        this(graph, law, null);
    }

    LawJudge(StateGraph graph, Law law, LawPast past) {
        this.graph = graph;
        this.law = law;
        this.past = past;
    }

    void judge(Processes known, Consumer<ModelFinding> found) {
        breaches(known).forEach(breach -> found.accept(finding(breach)));
    }

    List<Breach> breaches(Processes known) {
        for (LawRule rule : law.rules()) {
            if (rule.isAbout(graph, known)) {
                switch (rule.kind()) {
                    case STAYS_OPEN -> staysOpen(rule);
                    case POSSIBLE -> possible(rule);
                    default -> watch(rule);
                }
            }
        }
        return breaches;
    }

    private ModelFinding finding(Breach breach) {
        LawRule rule = breach.rule();
        Node at = breach.at();
        Xml xml = at == null ? graph.net.process.process() : at.xml;
        String where =
                at == null ? "流程" + graph.net.process.label() + "（" + xml.id() + "）" : at.label() + "（" + at.id() + "）";
        String way = breach.path() == null || breach.path().labels().isEmpty()
                ? ""
                : "。可以这样走到：" + breach.path().sentence();
        boolean certain = graph.net.isComplete();
        return new ModelFinding(
                at == null ? graph.net.process.file() : at.file,
                xml.line(),
                xml.id(),
                where + "：" + rule.says() + way + (certain ? "" : "（被调用的流程不在运行的模型中，未能完全分析）"),
                rule.remedy() == null ? "恢复法定的环节、办理人、条件和办理方式，或者补上所缺的" : rule.remedy(),
                rule.article(),
                certain ? Weight.REFUSES : Weight.FOR_APPROVAL,
                breach.path() == null ? List.of() : breach.path().elements());
    }

    /** What a happening means for a rule. */
    record Meaning(boolean effect, List<LawStep> sets, boolean clears) {

        static Meaning of(LawRule rule, Happening happening) {
            boolean effect = rule.effect().stream().anyMatch(step -> step.matches(happening));
            List<LawStep> sets = rule.after().stream()
                    .filter(step -> step.matches(happening))
                    .toList();
            boolean void_ = rule.until().stream().anyMatch(step -> step.matches(happening));
            boolean otherwise = rule.kind() == LawRule.Kind.ONLY_AFTER
                    && !rule.stays()
                    && sets.isEmpty()
                    && rule.after().stream().anyMatch(step -> step.isSameStep(happening));
            boolean used = rule.anew() && effect;
            return new Meaning(effect, sets, void_ || otherwise || used);
        }
    }

    /** Whether a rule counts at a moment, and what made it count. */
    record Counting(boolean counts, Node cause) {

        static Counting from(LawRule rule) {
            return new Counting(
                    rule.kind() == LawRule.Kind.STAYS_OPEN && rule.after().isEmpty(), null);
        }

        /** @param isOpen whether the step of that name is in somebody's list as it happens */
        Counting after(LawRule rule, Meaning meaning, Node node, Predicate<String> isOpen) {
            boolean still = counts && !meaning.clears();
            if (meaning.clears() && rule.kind() == LawRule.Kind.MUST_FOLLOW) {
                return new Counting(false, cause);
            }
            boolean set =
                    meaning.sets().stream().anyMatch(step -> step.whileOpen() == null || isOpen.test(step.whileOpen()));
            return set ? new Counting(true, node) : new Counting(still, cause);
        }
    }

    private Meaning[] meanings(LawRule rule) {
        Meaning[] meanings = new Meaning[graph.happenings().size()];
        for (int i = 0; i < meanings.length; i++) {
            meanings[i] = Meaning.of(rule, graph.happenings().get(i));
        }
        return meanings;
    }

    /** Where the rule counts in a state, and how that came. */
    private record Visit(int state, boolean counts, Visit before, StateGraph.Edge edge, Node cause) {}

    private void watch(LawRule rule) {
        Meaning[] meanings = meanings(rule);
        boolean concerned = false;
        for (Meaning meaning : meanings) {
            concerned |= meaning.effect();
        }
        if (!concerned) {
            return;
        }
        BitSet open = new BitSet();
        rule.open().forEach(step -> open.or(openIn(step)));
        Set<Node> blamed = new HashSet<>();
        walk(rule, meanings, (visit, edge, number, counts, cause) -> {
            boolean broken =
                    switch (rule.kind()) {
                        case ONLY_AFTER -> !counts;
                        case NOT_WHILE -> open.get(visit.state());
                        default -> counts;
                    };
            Node at = rule.kind() == LawRule.Kind.MUST_FOLLOW
                    ? cause
                    : graph.happenings().get(number).node();
            if (broken && blamed.add(at)) {
                breaches.add(new Breach(rule, at, path(visit, edge)));
            }
        });
    }

    private interface AtEffect {
        void see(Visit visit, StateGraph.Edge edge, int number, boolean counts, Node cause);
    }

    /** Goes through all states, each with the rule counting or not. */
    private List<Visit> walk(LawRule rule, Meaning[] meanings, AtEffect atEffect) {
        List<Visit> visits = new ArrayList<>();
        boolean[][] seen = new boolean[2][graph.size()];
        Deque<Visit> open = new ArrayDeque<>();
        Counting from = past == null ? Counting.from(rule) : past.of(rule);
        open.add(new Visit(StateGraph.BEFORE, from.counts(), null, null, from.cause()));
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            visits.add(visit);
            for (StateGraph.Edge edge : graph.from(visit.state())) {
                Counting counting = new Counting(visit.counts(), visit.cause());
                for (int number : edge.happened()) {
                    Meaning meaning = meanings[number];
                    if (meaning.effect()) {
                        atEffect.see(visit, edge, number, counting.counts(), counting.cause());
                    }
                    counting = counting.after(
                            rule, meaning, graph.happenings().get(number).node(), name -> openIn(
                                            law.steps().get(name))
                                    .get(visit.state()));
                }
                if (!seen[counting.counts() ? 1 : 0][edge.to()]) {
                    seen[counting.counts() ? 1 : 0][edge.to()] = true;
                    open.add(new Visit(edge.to(), counting.counts(), visit, edge, counting.cause()));
                }
            }
        }
        return visits;
    }

    private ModelPath path(Visit visit, StateGraph.Edge last) {
        List<StateGraph.Edge> way = new ArrayList<>();
        if (last != null) {
            way.add(last);
        }
        for (Visit at = visit; at.edge() != null; at = at.before()) {
            way.add(at.edge());
        }
        Collections.reverse(way);
        return ModelPath.of(graph.net, ModelPath.happened(graph, way));
    }

    /** States in which the step is in somebody's list, or is waited for. */
    private BitSet openIn(LawStep step) {
        return openStates.computeIfAbsent(step.name(), none -> {
            BitSet states = new BitSet();
            for (int state = StateGraph.OVER + 1; state < graph.size(); state++) {
                if (isOpen(graph.marking(state), step)) {
                    states.set(state);
                }
            }
            return states;
        });
    }

    private boolean isOpen(Marking at, LawStep step) {
        for (int token : at.tokens) {
            Node node = graph.net.nodes.get(Marking.node(token));
            if (Marking.phase(token) == Marking.Phase.THERE && waitsFor(node, step)) {
                return true;
            }
        }
        return at.children.stream().anyMatch(child -> isOpen(child, step));
    }

    static boolean waitsFor(Node node, LawStep step) {
        return switch (step.what()) {
            case COMPLETE -> step.isTask(node);
            case MESSAGE, TIMER -> step.isSameStep(new Happening(Happening.Kind.CAME, node, Map.of()));
            default -> false;
        };
    }

    private void staysOpen(LawRule rule) {
        if (graph.incomplete != null || graph.pilesUp) {
            return;
        }
        Meaning[] meanings = meanings(rule);
        Set<Node> blamed = new HashSet<>();
        BitSet open = new BitSet();
        rule.open().forEach(step -> open.or(openIn(step)));
        for (Visit visit : walk(rule, meanings, (at, edge, number, counts, cause) -> {})) {
            boolean asked = visit.counts()
                    && graph.isResting(visit.state())
                    && !graph.isOverButAsides(visit.state())
                    && (rule.open().isEmpty() || open.get(visit.state()));
            if (asked && !mayHappen(visit.state(), meanings) && !isOftenEnough(graph.marking(visit.state()), rule)) {
                Node waiting = waiting(graph.marking(visit.state()));
                if (blamed.isEmpty()) {
                    blamed.add(waiting);
                    breaches.add(new Breach(rule, waiting, path(visit, null)));
                }
            }
        }
    }

    /** It has begun as often as is followed, and could begin again. */
    private boolean isOftenEnough(Marking at, LawRule rule) {
        Node owner = at.scope.owner;
        boolean began = at.scope.kind == Scope.Kind.EVENT_SUBPROCESS
                && !owner.interrupting
                && rule.effect().stream()
                        .anyMatch(step -> step.isSameStep(
                                new Happening(Happening.Kind.CAME, owner.body.starts.get(0), Map.of())));
        return began || at.children.stream().anyMatch(child -> isOftenEnough(child, rule));
    }

    private boolean mayHappen(int state, Meaning[] meanings) {
        for (StateGraph.Edge edge : graph.from(state)) {
            for (int number : edge.happened()) {
                if (meanings[number].effect()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Node waiting(Marking at) {
        for (int token : at.tokens) {
            return graph.net.nodes.get(Marking.node(token));
        }
        return at.children.stream()
                .map(this::waiting)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void possible(LawRule rule) {
        if (graph.incomplete != null || graph.pilesUp) {
            return;
        }
        Meaning[] meanings = meanings(rule);
        BitSet able = ableTo(meanings);
        boolean asked = rule.after().isEmpty() || past != null && past.of(rule).counts();
        if (asked && !able.get(StateGraph.BEFORE)) {
            breaches.add(new Breach(rule, null, null));
            return;
        }
        if (rule.after().isEmpty()) {
            return;
        }
        Set<Node> blamed = new HashSet<>();
        for (Visit visit : walk(rule, meanings, (at, edge, number, counts, cause) -> {})) {
            for (StateGraph.Edge edge : graph.from(visit.state())) {
                for (int number : edge.happened()) {
                    Node at = graph.happenings().get(number).node();
                    if (!meanings[number].sets().isEmpty() && !able.get(edge.to()) && blamed.add(at)) {
                        breaches.add(new Breach(rule, at, path(visit, edge)));
                    }
                }
            }
        }
    }

    /** States from which a way leads to the effect. */
    private BitSet ableTo(Meaning[] meanings) {
        BitSet able = new BitSet();
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int state = graph.size() - 1; state >= 0; state--) {
                if (!able.get(state)) {
                    boolean leads = mayHappen(state, meanings)
                            || graph.from(state).stream().anyMatch(edge -> able.get(edge.to()));
                    if (leads) {
                        able.set(state);
                        changed = true;
                    }
                }
            }
        }
        return able;
    }
}
