package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Link;
import org.smecluster.policy.guard.DecisionModel.Rule;
import org.smecluster.policy.guard.DecisionRun.Row;

/** Whether what several decisions say is summed up as the worst of it, and none of them is left out. */
final class LawfulOverall {

    /** The worst first. */
    private static final List<String> ORDER = List.of("NOT_MET", "MISSING", "NEEDS_EXPLANATION", "MET");

    private final DecisionModel model;
    private final Decision decision;
    private final DecisionLaw.Of fixed;
    private final DecisionFindings found;
    private final Set<String> said = new HashSet<>();
    private final Set<Rule> reached = new HashSet<>();

    LawfulOverall(DecisionModel model, Decision decision, DecisionLaw.Of fixed, DecisionFindings found) {
        this.model = model;
        this.decision = decision;
        this.fixed = fixed;
        this.found = found;
    }

    void judge() {
        Set<String> linked = new HashSet<>();
        decision.links().stream().map(Link::decision).forEach(linked::add);
        fixed.of().stream()
                .filter(id -> model.decisions().containsKey(id) && !linked.contains(id))
                .forEach(id -> found.refuses(
                        decision.at(),
                        "决策" + decision.called() + "没有连到"
                                + model.decisions().get(id).called() + "：它的结论算不进总体结论",
                        "请从" + model.decisions().get(id).called() + "连到" + decision.called(),
                        fixed.article()));
        try {
            all();
            decision.table().rules().stream()
                    .filter(rule -> !reached.contains(rule))
                    .forEach(rule -> found.refuses(
                            rule.at(),
                            "决策" + decision.called() + rule.called() + "永远轮不到",
                            "请调整规则的顺序，或者删去这条规则",
                            fixed.article()));
        } catch (FeelMeaning.NotWeighed notWeighed) {
            found.forApproval(
                    decision.table().at(),
                    "决策" + decision.called() + "不能分析：用了程序判断不了的写法",
                    "请恢复随附的写法，或者由第二人核对后写明理由批准",
                    fixed.article());
        }
    }

    /** Each outcome in each decision, alone and beside each other outcome in each other decision, first and last in its list. */
    private void all() {
        for (String id : fixed.of()) {
            for (String outcome : ORDER) {
                weigh(Map.of(id, List.of(outcome)));
                weigh(Map.of(id, List.of(outcome, "MET")));
                weigh(Map.of(id, List.of("MET", outcome)));
                for (String other :
                        fixed.of().subList(fixed.of().indexOf(id), fixed.of().size())) {
                    for (String beside : ORDER) {
                        weigh(
                                id.equals(other)
                                        ? Map.of(id, List.of(outcome, beside))
                                        : Map.of(id, List.of(outcome), other, List.of(beside)));
                    }
                }
            }
        }
        fixed.of().forEach(id -> weigh(Map.of(id, ORDER)));
        for (String everywhere : ORDER) {
            Map<String, List<String>> same = new HashMap<>();
            fixed.of().forEach(id -> same.put(id, List.of(everywhere)));
            weigh(same);
        }
    }

    /** @param outcomes those of the other decisions are MET */
    private void weigh(Map<String, List<String>> outcomes) {
        Map<String, Map<String, Object>> supposed = new HashMap<>();
        Set<String> all = new HashSet<>(Set.of("MET"));
        for (String id : fixed.of()) {
            List<String> list = outcomes.getOrDefault(id, List.of("MET"));
            all.addAll(list);
            // the column of the outcome bears the decision's own id
            supposed.put(id, Map.of(id, list));
        }
        if (outcomes.size() == fixed.of().size()) {
            all.clear();
            outcomes.values().forEach(all::addAll);
        }
        String expected = ORDER.stream().filter(all::contains).findFirst().orElseThrow();
        List<Row> rows;
        try {
            rows = new DecisionRun(model.decisions(), supposed).rows(decision, Map.of());
        } catch (DecisionRun.Failed failed) {
            rows = failed.rows();
        }
        rows.forEach(row -> reached.add(row.rule()));
        List<Object> overall = new ArrayList<>();
        rows.forEach(row -> overall.add(row.outputs().get(fixed.overall())));
        if (overall.size() == 1 && expected.equals(overall.get(0))) {
            return;
        }
        if (said.add(expected + overall)) {
            found.refuses(
                    rows.isEmpty()
                            ? decision.table().at()
                            : rows.get(rows.size() - 1).rule().at(),
                    "决策" + decision.called() + "的总体结论不对：" + shown(outcomes) + "，总体应为 " + expected + "，表中"
                            + (overall.isEmpty()
                                    ? "没有规则适用"
                                    : overall.size() > 1 ? "几条规则同时适用" : "得出 " + Points.shown(overall.get(0))),
                    "有一项不符合即 NOT_MET，否则有缺数据即 MISSING，否则有需说明即 NEEDS_EXPLANATION，都符合才是 MET；各表都要算进去",
                    fixed.article());
        }
    }

    private String shown(Map<String, List<String>> outcomes) {
        List<String> parts = new ArrayList<>();
        outcomes.forEach((id, list) -> {
            Decision of = model.decisions().get(id);
            parts.add((of == null ? id : of.called()) + "为 " + String.join("、", list));
        });
        return outcomes.size() == fixed.of().size()
                ? "各项都是" + parts.get(0).replaceFirst(".*为", "")
                : String.join("，", parts) + "，其余符合";
    }
}
