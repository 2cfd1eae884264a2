package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Output;
import org.smecluster.policy.guard.DecisionModel.Rule;
import org.smecluster.policy.guard.DecisionRun.Row;

/** Whether a decision yields what the Measures ask of it, whatever its rules look like. */
final class LawfulDecision {

    private static final String NOT_MET = "NOT_MET";

    private final DecisionModel model;
    private final Decision decision;
    private final DecisionLaw.Of fixed;
    private final DecisionFindings found;
    private final DecisionSpace space;
    private final DecisionRun run;
    private final Set<List<Object>> said = new HashSet<>();

    LawfulDecision(DecisionModel model, Decision decision, DecisionLaw.Of fixed, DecisionFindings found) {
        this.model = model;
        this.decision = decision;
        this.fixed = fixed;
        this.found = found;
        space = new DecisionSpace(model, decision, fixed);
        run = new DecisionRun(model.decisions(), Map.of());
    }

    void judge() {
        if (fixed.overall() != null) {
            new LawfulOverall(model, decision, fixed, found).judge();
        } else if (fixed.by() == null) {
            oneRow();
        } else if (listsAll()) {
            fixed.rows().forEach((code, row) -> {
                if (row.condition() != null) {
                    new LawfulCondition(decision, fixed, code, row, space, run, found).judge(rulesOf(code));
                } else {
                    rowOf(code, row);
                }
            });
            others();
        }
    }

    private boolean listsAll() {
        if (decision.isListing()) {
            return true;
        }
        found.refuses(
                decision.table().at(),
                "决策" + decision.called() + "的命中策略改为 " + decision.table().hitPolicy()
                        + (decision.table().aggregation() == null
                                ? ""
                                : " " + decision.table().aggregation())
                        + "：几条结论同时成立时只得一条，其余的丢失",
                "请恢复为 COLLECT，不加汇总",
                fixed.article());
        return false;
    }

    /** Those that may yield the code. */
    private List<Rule> rulesOf(String code) {
        return decision.table().rules().stream()
                .filter(rule -> code(rule) == null || code(rule).equals(code))
                .toList();
    }

    /** Null where it is not the same whatever the inputs. */
    private Object code(Rule rule) {
        List<Output> outputs = decision.table().outputs();
        for (int i = 0; i < outputs.size() && i < rule.outputs().size(); i++) {
            if (outputs.get(i).name().equals(fixed.by())) {
                return rule.outputs().get(i).constant().orElse(null);
            }
        }
        return null;
    }

    private void rowOf(String code, DecisionLaw.Row row) {
        List<Rule> rules = rulesOf(code);
        Map<String, Set<Object>> compared = new HashMap<>();
        DecisionSpace.compared(row.when(), compared);
        expectations(row).values().forEach(expected -> cases(expected, compared));
        Set<String> names = space.of(rules);
        names.addAll(compared.keySet());
        Beginning beginning = new Beginning(fixed.from());
        eachPoint("“" + code + "”", rules, names, compared, point -> {
            List<Row> rows = run.rows(decision, rules, point).stream()
                    .filter(each -> code.equals(each.outputs().get(fixed.by())))
                    .toList();
            boolean asked = row.when() == null || Boolean.TRUE.equals(new FeelMeaning(point, null).value(row.when()));
            String article = articleOf(row);
            if (asked) {
                beginning.add(point, !rows.isEmpty());
            }
            if (rows.size() > 1) {
                once(
                        List.of(code, 2),
                        rows.get(1).rule().at(),
                        places(rows) + "同时给出 " + code + "：" + space.shown(point, names) + "只应有一条",
                        "请删去或者改正其中一条",
                        article);
            } else if (asked && rows.isEmpty() && fixed.from() == null) {
                once(
                        List.of(code, 0),
                        at(rules),
                        space.shown(point, names) + "没有给出 " + code,
                        "请恢复给出 " + code + " 的规则",
                        article);
            } else if (!asked && !rows.isEmpty()) {
                once(
                        List.of(code, 1),
                        rows.get(0).rule().at(),
                        places(rows) + "给出了 " + code + "：" + space.shown(point, names) + "不应有这一条",
                        "请改正这条规则的条件",
                        article);
            } else if (asked && !rows.isEmpty()) {
                columns(code, expectations(row), rows.get(0), point, names);
            }
        });
        begins(code, rules, row, beginning);
    }

    /** Once it has begun, it stays. */
    private void begins(String code, List<Rule> rules, DecisionLaw.Row row, Beginning beginning) {
        if (!beginning.lacks()) {
            return;
        }
        String where =
                DecisionFindings.quoted(code) + "并不总有：" + space.shown(beginning.last(), Set.of(fixed.from())) + "没有这一条";
        if (beginning.isLasting()) {
            found.forApproval(at(rules), "决策" + decision.called() + where, "确实以后才开始用的，由第二人核对后写明理由批准", articleOf(row));
        } else {
            found.refuses(
                    at(rules),
                    "决策" + decision.called() + where,
                    "请恢复给出 " + code + " 的规则；可以从某年起用，不能到某年为止",
                    articleOf(row));
        }
    }

    private Map<String, Expectation> expectations(DecisionLaw.Row row) {
        Map<String, Expectation> all = new HashMap<>(fixed.columns());
        all.putAll(row.columns());
        return all;
    }

    private String articleOf(DecisionLaw.Row row) {
        Expectation article = row.columns().get("article");
        Object cited = article == null ? null : article.expected(Map.of());
        return cited == null ? fixed.article() : cited.toString();
    }

    private void oneRow() {
        if (decision.isListing()) {
            found.refuses(
                    decision.table().at(),
                    "决策" + decision.called() + "的命中策略改为 " + decision.table().hitPolicy() + "：应恰有一条结论，列出的可能不止一条",
                    "请恢复为 UNIQUE，或者用 FIRST",
                    fixed.article());
            return;
        }
        List<Rule> rules = decision.table().rules();
        Map<String, Set<Object>> compared = new HashMap<>();
        fixed.columns().values().forEach(expected -> cases(expected, compared));
        fixed.inputs().keySet().forEach(name -> compared.computeIfAbsent(name, each -> new LinkedHashSet<>()));
        Set<String> names = space.of(rules);
        names.addAll(compared.keySet());
        if (decision.table().aggregation() != null) {
            found.refuses(
                    decision.table().at(),
                    "决策" + decision.called() + "加了汇总 " + decision.table().aggregation() + "，得不出各列的结论",
                    "请删去汇总",
                    fixed.article());
            return;
        }
        eachPoint("", rules, names, compared, point -> {
            List<Row> rows;
            try {
                rows = run.rows(decision, point);
            } catch (DecisionRun.Failed failed) {
                rows = failed.rows();
            }
            if (rows.size() > 1) {
                once(
                        List.of(
                                "",
                                rows.get(0).rule().number(),
                                rows.get(1).rule().number()),
                        rows.get(1).rule().at(),
                        places(rows) + "同时适用：" + space.shown(point, names) + "只应有一条",
                        "请改正其中一条的条件",
                        fixed.article());
            } else if (rows.isEmpty() && fixed.mayLack()) {
                if (said.add(List.of("", point))) {
                    found.forApproval(
                            decision.table().at(),
                            "决策" + decision.called() + "：" + space.shown(point, names) + "没有规则适用，不再核对",
                            "确实不再核对的，由第二人写明理由批准",
                            fixed.article());
                }
            } else if (rows.isEmpty()) {
                once(
                        List.of("", 0),
                        decision.table().at(),
                        space.shown(point, names) + "没有规则适用，得不出结论",
                        "请补上这种情况的规则",
                        fixed.article());
            } else {
                columns("", fixed.columns(), rows.get(0), point, names);
            }
        });
    }

    private void columns(
            String code, Map<String, Expectation> expectations, Row row, Map<String, Object> point, Set<String> names) {
        expectations.forEach((name, expected) -> {
            if (!row.outputs().containsKey(name)) {
                return;
            }
            Object value = row.outputs().get(name);
            switch (expected.of(value, point)) {
                case RIGHT -> {
                    // as it should be
                }
                case UNUSUAL -> {
                    if (said.add(List.of(code, name, row.rule().number(), "unusual"))) {
                        found.forApproval(
                                cell(row.rule(), name),
                                where(row.rule(), name) + "为 " + Points.shown(value) + "，现行做法是 "
                                        + Points.shown(expected.expected(point)) + "：" + space.shown(point, names),
                                "由第二人核对后写明理由批准",
                                expected.article());
                    }
                }
                default ->
                    once(
                            List.of(code, name, row.rule().number()),
                            cell(row.rule(), name),
                            where(row.rule(), name) + "不对：" + space.shown(point, names) + wanted(expected, point)
                                    + "，表中是 " + DecisionFindings.quoted(Points.shown(value)),
                            "请改正这条规则的条件或者结论",
                            expected.article());
            }
        });
    }

    private static String wanted(Expectation expected, Map<String, Object> point) {
        if (!expected.words().isEmpty()) {
            return "应写明“" + String.join("”“", expected.words()) + "”";
        }
        if (expected.type().equals("text")) {
            return "应有文字";
        }
        if (expected.least() != null) {
            return "应不小于 " + Points.shown(expected.least());
        }
        if (!expected.cases().isEmpty()) {
            return "应为 " + DecisionFindings.quoted(Points.shown(expected.expected(point)));
        }
        return "应为 " + expected.oneOf();
    }

    private String where(Rule rule, String column) {
        return rule.called() + "的"
                + decision.table().outputs().stream()
                        .filter(output -> output.name().equals(column))
                        .map(Output::called)
                        .findFirst()
                        .orElse(column);
    }

    private Xml cell(Rule rule, String column) {
        for (int i = 0;
                i < decision.table().outputs().size() && i < rule.outputs().size();
                i++) {
            if (decision.table().outputs().get(i).name().equals(column)) {
                return rule.outputs().get(i).at();
            }
        }
        return rule.at();
    }

    /** Of codes that the law does not know. */
    private void others() {
        Set<Object> codes = new TreeSet<>();
        for (Rule rule : decision.table().rules()) {
            Object code = code(rule);
            if (code == null) {
                found.forApproval(
                        rule.at(),
                        "决策" + decision.called() + rule.called() + "的代码不是写死的，不能分析",
                        "请写死代码，或者由第二人核对后写明理由批准",
                        fixed.article());
            } else if (!fixed.rows().containsKey(code)) {
                codes.add(code);
            }
        }
        codes.forEach(code -> other(code.toString()));
    }

    private void other(String code) {
        List<Rule> rules = decision.table().rules().stream()
                .filter(rule -> code.equals(code(rule)))
                .toList();
        boolean refusing = fixed.isOfFindings()
                && rules.stream().anyMatch(rule -> rule.outputs().stream()
                        .anyMatch(cell -> NOT_MET.equals(cell.constant().orElse(null))));
        if (!fixed.more() && (refusing || !fixed.isOfFindings())) {
            found.refuses(
                    rules.get(0).at(),
                    "决策" + decision.called() + rules.get(0).called() + "的代码 " + code + " 没有：《办法》没有这一项"
                            + (refusing ? "，不能据此判定不符合" : ""),
                    "可以用的代码：" + String.join("、", fixed.rows().keySet()),
                    fixed.article());
            return;
        }
        if (fixed.isOfFindings()) {
            found.forApproval(
                    rules.get(0).at(),
                    "决策" + decision.called() + "增加了《办法》没有列出的一项 " + code,
                    "由第二人核对后写明理由批准",
                    fixed.article());
        }
        Set<String> names = space.of(rules);
        eachPoint("“" + code + "”", rules, names, Map.of(), point -> {
            List<Row> rows = run.rows(decision, rules, point);
            if (rows.size() > 1) {
                once(
                        List.of(code, 2),
                        rows.get(1).rule().at(),
                        places(rows) + "同时给出 " + code + "：" + space.shown(point, names) + "只应有一条",
                        "请删去或者改正其中一条",
                        fixed.article());
            } else if (!rows.isEmpty()) {
                columns(code, fixed.columns(), rows.get(0), point, names);
            }
        });
    }

    private interface AtPoint {
        void judge(Map<String, Object> point);
    }

    private void eachPoint(
            String what, List<Rule> rules, Set<String> names, Map<String, Set<Object>> compared, AtPoint judge) {
        try {
            space.points(names, compared).forEach(judge::judge);
            space.inexact(rules)
                    .ifPresent(cell -> found.forApproval(
                            cell.at(),
                            "决策" + decision.called() + what + "的" + DecisionFindings.quoted(cell.text())
                                    + "不能全部分析：条件是算出来的",
                            "请直接与数值比较，或者由第二人核对后写明理由批准",
                            fixed.article()));
        } catch (Boxes.TooLarge | FeelMeaning.NotWeighed notWeighed) {
            found.forApproval(
                    at(rules),
                    "决策" + decision.called() + what + "不能分析："
                            + (notWeighed instanceof Boxes.TooLarge ? "情况太多" : "用了程序判断不了的写法"),
                    "请简化，或者由第二人核对后写明理由批准",
                    fixed.article());
        }
    }

    private static void cases(Expectation expected, Map<String, Set<Object>> compared) {
        cases(expected.cases(), compared);
    }

    static void cases(Collection<Expectation.Case> cases, Map<String, Set<Object>> compared) {
        cases.forEach(each -> {
            DecisionSpace.compared(each.when(), compared);
            DecisionSpace.compared(each.value(), compared);
        });
    }

    private Xml at(List<Rule> rules) {
        return rules.isEmpty() ? decision.table().at() : rules.get(0).at();
    }

    private static String places(List<Row> rows) {
        List<String> places = new ArrayList<>();
        rows.forEach(row -> places.add(row.rule().called()));
        return String.join("、", places);
    }

    private void once(List<Object> what, Xml at, String problem, String remedy, String article) {
        if (said.add(what)) {
            found.refuses(at, "决策" + decision.called() + problem, remedy, article);
        }
    }
}
