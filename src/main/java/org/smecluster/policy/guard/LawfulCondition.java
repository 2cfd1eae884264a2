package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.smecluster.policy.guard.DecisionModel.Cell;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Rule;
import org.smecluster.policy.guard.DecisionRun.Row;

/**
 * One condition of a table of findings: exactly one finding whatever the inputs, met where the Measures say so, missed as
 * hard or as soft as they are, and in the words that the clerk reads the number that is judged by.
 */
final class LawfulCondition {

    private static final Map<String, String> OUTCOMES = Map.of(
            "MET",
            "MET 符合",
            "NOT_MET",
            "NOT_MET 不符合",
            "NEEDS_EXPLANATION",
            "NEEDS_EXPLANATION 需说明",
            "MISSING",
            "MISSING 缺数据");

    private static final String REQUIREMENT = "requirement";
    /** The number is the department's: the Measures name none. */
    private static final String REFERENCE = "参考口径";

    private final Decision decision;
    private final DecisionLaw.Of fixed;
    private final String code;
    private final DecisionLaw.Row row;
    private final DecisionLaw.Condition condition;
    private final DecisionSpace space;
    private final DecisionRun run;
    private final DecisionFindings found;

    private final Map<Map<String, Object>, List<Row>> results = new LinkedHashMap<>();
    private Set<String> names = new LinkedHashSet<>();
    private final Set<Object> said = new HashSet<>();

    LawfulCondition(
            Decision decision,
            DecisionLaw.Of fixed,
            String code,
            DecisionLaw.Row row,
            DecisionSpace space,
            DecisionRun run,
            DecisionFindings found) {
        this.decision = decision;
        this.fixed = fixed;
        this.code = code;
        this.row = row;
        this.condition = row.condition();
        this.space = space;
        this.run = run;
        this.found = found;
    }

    void judge(List<Rule> rules) {
        Map<String, Cell> wordings = wordings(rules);
        try {
            evaluate(rules, wordings.keySet());
        } catch (Boxes.TooLarge | FeelMeaning.NotWeighed notWeighed) {
            found.forApproval(
                    rules.isEmpty() ? decision.table().at() : rules.get(0).at(),
                    place() + "不能分析：" + (notWeighed instanceof Boxes.TooLarge ? "情况太多" : "用了程序判断不了的写法"),
                    "请简化，或者由第二人核对后写明理由批准",
                    fixed.article());
            return;
        }
        space.inexact(rules)
                .ifPresent(cell -> found.forApproval(
                        cell.at(),
                        place() + "的" + DecisionFindings.quoted(cell.text()) + "不能全部分析：条件是算出来的",
                        "请直接与数值比较，或者由第二人核对后写明理由批准",
                        fixed.article()));
        columns();
        words(wordings);
        if (oneEach(rules)) {
            outcomes(rules, wordings);
        }
    }

    private String place() {
        return "决策" + decision.called() + "“" + code + "”";
    }

    private Map<String, Cell> wordings(List<Rule> rules) {
        Map<String, Cell> wordings = new LinkedHashMap<>();
        for (int i = 0; i < decision.table().outputs().size(); i++) {
            if (decision.table().outputs().get(i).name().equals(REQUIREMENT)) {
                for (Rule rule : rules) {
                    if (i < rule.outputs().size()) {
                        Cell cell = rule.outputs().get(i);
                        wordings.putIfAbsent(
                                cell.constant().map(Object::toString).orElse(""), cell);
                    }
                }
            }
        }
        return wordings;
    }

    private void evaluate(List<Rule> rules, Set<String> wordings) {
        Map<String, Set<Object>> compared = new HashMap<>();
        DecisionSpace.compared(condition.met(), compared);
        LawfulDecision.cases(condition.cases(), compared);
        names = space.of(rules);
        names.addAll(compared.keySet());
        for (String wording : wordings) {
            for (Wording.Bound bound : Wording.bounds(wording)) {
                bound.in(String.valueOf(condition.unit()))
                        .ifPresent(number ->
                                names.forEach(name -> compared.computeIfAbsent(name, each -> new LinkedHashSet<>())
                                        .add(number)));
            }
        }
        for (Map<String, Object> point : space.points(names, compared)) {
            results.put(
                    point,
                    run.rows(decision, rules, point).stream()
                            .filter(each -> code.equals(each.outputs().get(fixed.by())))
                            .toList());
        }
    }

    /** Article and the like, whatever the inputs. */
    private void columns() {
        Map<String, Expectation> expectations = new LinkedHashMap<>(fixed.columns());
        expectations.putAll(row.columns());
        expectations.remove(condition.outcome());
        results.forEach((point, rows) -> rows.forEach(each -> expectations.forEach((name, expected) -> {
            if (each.outputs().containsKey(name)
                    && expected.of(each.outputs().get(name), point) != Expectation.Verdict.RIGHT
                    && said.add(List.of(name, each.rule().number()))) {
                found.refuses(
                        cell(each.rule(), name),
                        place() + each.rule().called() + "的 " + name + " 是 "
                                + DecisionFindings.quoted(
                                        Points.shown(each.outputs().get(name))) + "，应"
                                + (expected.type().equals("text")
                                        ? "写明"
                                        : "为 " + DecisionFindings.quoted(Points.shown(expected.expected(point)))),
                        "请改正这一格",
                        fixed.article());
            }
        })));
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

    private void words(Map<String, Cell> wordings) {
        wordings.forEach((wording, cell) -> {
            String plain = Wording.plain(wording);
            condition.words().stream()
                    .filter(word -> !Wording.says(wording, word))
                    .findFirst()
                    .ifPresent(word -> found.refuses(
                            cell.at(),
                            place() + "要求的文字" + DecisionFindings.quoted(wording) + "缺少“" + word + "”",
                            "要求的文字须写全《办法》的要求",
                            fixed.article()));
            if (condition.open()) {
                return;
            }
            if (condition.soft() == null && Wording.isSoft(wording)) {
                found.refuses(
                        cell.at(),
                        place() + "要求的文字" + DecisionFindings.quoted(wording) + "说可以有例外，而这是必须达到的",
                        "请删去“一般”“原则上”“参考口径”",
                        fixed.article());
            } else if (condition.soft() != null
                    && (!plain.contains(condition.soft())
                            || condition.soft().equals(REFERENCE) && !plain.startsWith(condition.soft()))) {
                found.refuses(
                        cell.at(),
                        place() + "要求的文字" + DecisionFindings.quoted(wording) + "没有写“" + condition.soft()
                                + "”，而没有达到的只需说明",
                        condition.soft().equals(REFERENCE)
                                ? "《办法》没有这个数值，文字须以“参考口径”开头"
                                : "请补上《办法》的“" + condition.soft() + "”",
                        fixed.article());
            }
        });
    }

    private boolean oneEach(List<Rule> rules) {
        boolean one = true;
        for (Map.Entry<Map<String, Object>, List<Row>> each : results.entrySet()) {
            Map<String, Object> point = each.getKey();
            List<Row> rows = each.getValue();
            if (rows.isEmpty() && said.add("none")) {
                String expected = expected(point, condition.met());
                found.refuses(
                        rule(rules, expected)
                                .map(Rule::at)
                                .orElse(decision.table().at()),
                        place() + "没有结论：" + space.shown(point, names) + "应有一条 " + outcome(expected) + "，没有规则适用"
                                + rule(rules, expected)
                                        .map(rule -> "（" + rule.called() + conditions(rule) + "）")
                                        .orElse(""),
                        "请补上规则，或者改正条件",
                        fixed.article());
            }
            if (rows.size() > 1
                    && said.add(List.of(
                            "two",
                            rows.get(0).rule().number(),
                            rows.get(1).rule().number()))) {
                String expected = expected(point, condition.met());
                Rule wrong = rows.stream()
                        .filter(row -> !Objects.equals(row.outputs().get(condition.outcome()), expected))
                        .map(Row::rule)
                        .findFirst()
                        .orElse(rows.get(1).rule());
                List<String> all = new ArrayList<>();
                rows.forEach(row -> all.add(row.rule().called() + conditions(row.rule())));
                found.refuses(
                        wrong.at(),
                        place() + "有几条结论：" + space.shown(point, names) + String.join("、", all) + "同时适用，只应有 "
                                + outcome(expected),
                        "请改正条件，或者删去多余的规则",
                        fixed.article());
            }
            one &= rows.size() == 1;
        }
        return one;
    }

    /** The first that yields the outcome. */
    private Optional<Rule> rule(List<Rule> rules, String outcome) {
        return rules.stream()
                .filter(rule -> rule.outputs().stream()
                        .anyMatch(cell -> outcome.equals(cell.constant().orElse(null))))
                .findFirst();
    }

    private String conditions(Rule rule) {
        StringBuilder conditions = new StringBuilder();
        for (int i = 0;
                i < decision.table().inputs().size() && i < rule.conditions().size();
                i++) {
            if (!rule.conditions().get(i).isAnything()) {
                conditions
                        .append(decision.table().inputs().get(i).called())
                        .append(DecisionFindings.quoted(rule.conditions().get(i).text()));
            }
        }
        return conditions.toString();
    }

    /** By the Measures, or by the words of the requirement. */
    private String expected(Map<String, Object> point, FeelNode met) {
        FeelMeaning meaning = new FeelMeaning(point, null);
        if (met == null) {
            return condition.cases().stream()
                    .filter(each -> each.when() == null || Boolean.TRUE.equals(meaning.value(each.when())))
                    .map(each -> String.valueOf(meaning.value(each.value())))
                    .findFirst()
                    .orElse("MISSING");
        }
        Object isMet = meaning.value(met);
        return isMet == null ? "MISSING" : Boolean.TRUE.equals(isMet) ? "MET" : condition.miss();
    }

    private void outcomes(List<Rule> rules, Map<String, Cell> wordings) {
        if (condition.open()) {
            openOutcomes(wordings);
            return;
        }
        boolean lawful = decidesAs(condition.met());
        boolean changed = false;
        for (Map.Entry<String, Cell> wording : wordings.entrySet()) {
            Optional<FeelNode> asked = asked(wording.getKey(), wording.getValue(), lawful);
            if (asked.isEmpty()) {
                if (!lawful) {
                    break;
                }
                continue;
            }
            if (!decidesAs(asked.get())) {
                if (lawful) {
                    found.refuses(
                            wording.getValue().at(),
                            place() + "要求的文字" + DecisionFindings.quoted(wording.getKey()) + "与判断不一致："
                                    + difference(asked.get()),
                            "文字和条件必须一致；《办法》的数值只能和文字一起改",
                            fixed.article());
                    return;
                }
                changed = false;
                break;
            }
            changed |= !lawful;
        }
        if (changed) {
            Rule rule = rule(rules, "MET").orElse(rules.get(0));
            boolean ofTheDepartment = REFERENCE.equals(condition.soft());
            found.forApproval(
                    rule.at(),
                    place() + (ofTheDepartment ? "的数值与随附的参考口径不同：" : "的数值与《办法》不同：") + difference(condition.met())
                            + "；文字也改为"
                            + DecisionFindings.quoted(
                                    wordings.keySet().iterator().next()),
                    ofTheDepartment ? "条文没有定数，参考口径由主管部门定；由第二人核对依据、写明理由后批准" : "《办法》的数值已经修改的，由第二人核对依据、写明理由后批准",
                    fixed.article());
        } else if (!lawful) {
            differences();
        }
    }

    private boolean decidesAs(FeelNode met) {
        return results.entrySet().stream().allMatch(each -> expected(each.getKey(), met)
                .equals(each.getValue().get(0).outputs().get(condition.outcome())));
    }

    /** The first input for which it makes a difference. */
    private String difference(FeelNode met) {
        return results.entrySet().stream()
                .filter(each -> !expected(each.getKey(), met)
                        .equals(each.getValue().get(0).outputs().get(condition.outcome())))
                .map(each -> space.shown(each.getKey(), names) + "应为 " + outcome(expected(each.getKey(), met)) + "，表中"
                        + each.getValue().get(0).rule().called()
                        + conditions(each.getValue().get(0).rule()) + "得出 "
                        + outcome(each.getValue().get(0).outputs().get(condition.outcome())))
                .findFirst()
                .orElse("");
    }

    private static String outcome(Object outcome) {
        return OUTCOMES.getOrDefault(String.valueOf(outcome), Points.shown(outcome));
    }

    private void differences() {
        for (Map.Entry<Map<String, Object>, List<Row>> each : results.entrySet()) {
            String expected = expected(each.getKey(), condition.met());
            Row row = each.getValue().get(0);
            Object actual = row.outputs().get(condition.outcome());
            if (!expected.equals(actual) && said.add(List.of("wrong", row.rule().number(), expected))) {
                found.refuses(
                        row.rule().at(),
                        place() + row.rule().called() + conditions(row.rule()) + "的结论不对："
                                + space.shown(each.getKey(), names) + "应为 " + outcome(expected) + "，表中得出 "
                                + outcome(actual) + why(expected, actual),
                        "请改正这条规则的条件或者结论；《办法》的数值只能和要求的文字一起改",
                        fixed.article());
            }
        }
    }

    private String why(String expected, Object actual) {
        if (expected.equals("MISSING") && "MET".equals(actual)) {
            return "（没有数据的不能算符合）";
        }
        if (expected.equals("NOT_MET") && "NEEDS_EXPLANATION".equals(actual)) {
            return "（必须达到的条件，不能改为需说明）";
        }
        if (expected.equals("NEEDS_EXPLANATION") && "NOT_MET".equals(actual)) {
            return condition.soft() == null ? "" : "（" + condition.soft() + "：没有达到的只需说明，不能判为不符合）";
        }
        return "MET".equals(actual) ? "（没有达到的不能判为符合）" : "";
    }

    /**
     * The condition with the numbers of the wording.
     *
     * @return empty where the wording bears no number, or not those that it needs, which is said
     */
    private Optional<FeelNode> asked(String wording, Cell cell, boolean lawful) {
        List<Wording.Bound> bounds = Wording.bounds(wording);
        long wanted = condition.met() == null ? 0 : comparisons(condition.met());
        if (wanted == 0) {
            if (!bounds.isEmpty() && condition.unit() == null) {
                found.refuses(
                        cell.at(),
                        place() + "要求的文字" + DecisionFindings.quoted(wording) + "写了数值，判断里没有",
                        "文字和条件必须一致",
                        fixed.article());
            }
            return lawful ? Optional.ofNullable(condition.met()) : Optional.empty();
        }
        List<Wording.Bound> fitting = bounds.stream()
                .filter(bound -> bound.in(condition.unit()).isPresent())
                .toList();
        if (fitting.size() != wanted) {
            found.refuses(
                    cell.at(),
                    place() + "要求的文字" + DecisionFindings.quoted(wording)
                            + (fitting.size() < wanted ? "没有写明数值、单位和“不低于”“高于”“不超过”之类的限度" : "写了几个数值，不知道按哪一个判断"),
                    "请写明，单位是" + condition.unit() + "（占比、增速写作百分之几）",
                    fixed.article());
            return Optional.empty();
        }
        return Optional.of(replaced(condition.met(), new ArrayList<>(fitting)));
    }

    private static long comparisons(FeelNode node) {
        return node.all().filter(LawfulCondition::isLimit).count();
    }

    private static boolean isLimit(FeelNode node) {
        return node instanceof FeelNode.Comparison comparison
                && comparison.right() instanceof FeelNode.Literal literal
                && literal.value() instanceof BigDecimal;
    }

    /** In the order of the text. */
    private FeelNode replaced(FeelNode node, List<Wording.Bound> bounds) {
        if (isLimit(node)) {
            Wording.Bound bound = bounds.remove(0);
            return new FeelNode.Comparison(
                    bound.operator(),
                    ((FeelNode.Comparison) node).left(),
                    new FeelNode.Literal(bound.in(condition.unit()).orElseThrow()));
        }
        if (node instanceof FeelNode.Logic logic) {
            FeelNode left = replaced(logic.left(), bounds);
            return new FeelNode.Logic(logic.and(), left, replaced(logic.right(), bounds));
        }
        return node;
    }

    /** What nobody has found in its source yet: it may be filled in, as far as its words go with it. */
    private void openOutcomes(Map<String, Cell> wordings) {
        boolean asBefore = decidesAs(null);
        results.forEach((point, rows) -> {
            Object actual = rows.get(0).outputs().get(condition.outcome());
            boolean missing = expected(point, null).equals("MISSING");
            if ((!OUTCOMES.containsKey(String.valueOf(actual)) || missing && !"MISSING".equals(actual))
                    && said.add(List.of("open", rows.get(0).rule().number()))) {
                found.refuses(
                        rows.get(0).rule().at(),
                        place() + rows.get(0).rule().called() + "的结论不对：" + space.shown(point, names) + "得出 "
                                + outcome(actual),
                        missing ? "没有数据的是 MISSING" : "结论只能是 MET、NOT_MET、NEEDS_EXPLANATION 或 MISSING",
                        fixed.article());
            }
        });
        for (Map.Entry<String, Cell> wording : wordings.entrySet()) {
            List<Wording.Bound> bounds = Wording.bounds(wording.getKey()).stream()
                    .filter(bound -> bound.in(String.valueOf(condition.unit())).isPresent())
                    .toList();
            boolean judged = names.size() == 1 && !asBefore;
            if (judged && (bounds.size() != 1 || !metAs(bounds.get(0)))) {
                found.refuses(
                        wording.getValue().at(),
                        place() + "要求的文字" + DecisionFindings.quoted(wording.getKey()) + "与判断不一致，或者没有写明数值和单位",
                        "文字和条件必须一致，单位是" + condition.unit(),
                        fixed.article());
                return;
            }
        }
        if (!asBefore) {
            found.forApproval(decision.table().at(), place() + "补填了原来没有查到出处的要求", "由第二人核对出处，写明理由后批准", fixed.article());
        }
    }

    private boolean metAs(Wording.Bound bound) {
        String name = names.iterator().next();
        FeelNode met = new FeelNode.Comparison(
                bound.operator(),
                new FeelNode.Name(name),
                new FeelNode.Literal(bound.in(condition.unit()).orElseThrow()));
        return results.entrySet().stream()
                .filter(each -> each.getKey().get(name) != null)
                .allMatch(each -> "MET".equals(each.getValue().get(0).outputs().get(condition.outcome()))
                        == Boolean.TRUE.equals(new FeelMeaning(each.getKey(), null).value(met)));
    }
}
