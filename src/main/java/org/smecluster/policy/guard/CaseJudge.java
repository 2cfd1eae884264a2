package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.policy.ModelSource;

/**
 * Whether a running case may go on in certain models: from where it would stand, followed through everything that it may do then,
 * with the rules of the Measures knowing what has happened in it. Not for several threads.
 */
public final class CaseJudge {

    /**
     * Why not.
     *
     * @param article null where the process could not run, whatever the Measures say
     * @param sentence in Chinese, about the models and nobody's case
     */
    public record Why(String article, String sentence) {}

    /** Why it may not, and whether that would be the same where it is now. */
    record Reason(Why why, String same) {}

    private record Net(ProcessNet net, NetData data) {}

    private final Law law = Law.shipped();
    private final Processes processes;
    private final FormFields forms;
    private final DecisionOutputs decisions;
    private final Map<String, Net> nets = new HashMap<>();
    private final Map<List<Object>, List<Reason>> judged = new HashMap<>();

    /**
     * @param live all that runs
     * @param ofTheCase the versions that the processes of the case run on, where they are others
     */
    public CaseJudge(Collection<ModelSource> live, Collection<ModelSource> ofTheCase) {
        RunningModels models = RunningModels.after(live, ofTheCase);
        processes = new Processes(models);
        forms = new FormFields(models, law.producers());
        decisions = new DecisionOutputs(models);
    }

    /**
     * What could not run on either way where it stands is no reason to leave it there; what breaks a rule is.
     *
     * @param instance id of the process instance that stands there
     * @param moved where it would stand
     * @param now where it stands
     * @param staying judges of the models on which it runs now
     * @param past all that happened in it and in what it called, in order
     * @return empty where it may go on
     */
    public List<Why> judge(
            String instance, Standing moved, Standing now, CaseJudge staying, List<Passed> past, Versions versions) {
        LawPast told = LawPast.of(law, instance, past, versions);
        List<Reason> reasons = reasons(moved, told);
        if (reasons.stream().allMatch(reason -> reason.same() == null)) {
            return reasons.stream().map(Reason::why).toList();
        }
        Set<String> before = new LinkedHashSet<>();
        staying.reasons(now, told).forEach(reason -> before.add(reason.same()));
        return reasons.stream()
                .filter(reason -> reason.same() == null || !before.contains(reason.same()))
                .map(Reason::why)
                .toList();
    }

    List<Reason> reasons(Standing standing, LawPast past) {
        Net net = nets.computeIfAbsent(standing.process(), this::net);
        if (net == null) {
            return List.of(new Reason(new Why(null, "流程已经没有了"), null));
        }
        Marking from;
        try {
            from = new Position(net.net(), net.data()).of(standing);
        } catch (Position.Nowhere none) {
            return List.of(new Reason(new Why(null, "所在的环节在这次迁移中没有对应的新环节"), null));
        }
        int[] key = from.key();
        return judged.computeIfAbsent(
                List.of(standing.process(), Arrays.hashCode(key), Arrays.toString(key), past.key()),
                none -> explored(net, from, past));
    }

    private Net net(String key) {
        return processes
                .find(key)
                .map(process -> {
                    ProcessNet net = ProcessNet.of(processes, process);
                    return new Net(net, new NetData(net, law.producers(), forms, decisions, law.spokenOf()));
                })
                .orElse(null);
    }

    private List<Reason> explored(Net net, Marking from, LawPast past) {
        StateGraph graph = Explorer.explore(net.net(), net.data(), from, Explorer.SHIPPED);
        if (graph.incomplete != null || graph.pilesUp || !net.net().isComplete()) {
            return List.of(new Reason(new Why(null, "往下的走法太多，未能推演完，不能断定合乎办法"), null));
        }
        List<Reason> reasons = new ArrayList<>();
        for (LawJudge.Breach breach : new LawJudge(graph, law, past).breaches(processes)) {
            LawRule rule = breach.rule();
            String way = breach.path() == null ? "" : breach.path().sentence();
            Why why = new Why(
                    rule.article(),
                    (breach.at() == null ? "" : breach.at().label() + "：")
                            + rule.says()
                            + (way.isEmpty() ? "" : "。转过去以后会这样走：" + way));
            reasons.add(new Reason(why, rule.kind() == LawRule.Kind.POSSIBLE ? rule.says() : null));
        }
        graph.refusals.forEach(refusal -> add(
                reasons,
                "办到" + refusal.node.label() + "时会停住：新版流程要看的事项，本案以前的环节没有登记过",
                refusal.kind + refusal.node.id() + (refusal.variable == null ? "" : refusal.variable.name)));
        ends(graph, reasons);
        return reasons;
    }

    private static void add(List<Reason> reasons, String sentence, String same) {
        if (reasons.stream().noneMatch(reason -> reason.why().sentence().equals(sentence))) {
            reasons.add(new Reason(new Why(null, sentence), same));
        }
    }

    /** Whatever happens, something can go on, and the end can be reached. */
    private static void ends(StateGraph graph, List<Reason> reasons) {
        BitSet ending = new BitSet();
        ending.set(StateGraph.OVER);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int state = 0; state < graph.size(); state++) {
                boolean leads = graph.isRefused(state)
                        || graph.isOverButAsides(state)
                        || graph.from(state).stream().anyMatch(edge -> ending.get(edge.to()));
                if (leads && !ending.get(state)) {
                    ending.set(state);
                    changed = true;
                }
            }
        }
        if (ending.cardinality() < graph.size()) {
            add(reasons, "转过去以后会有办不下去的时候：等不到人办理，也等不到时间和消息", "ends");
        }
    }
}
