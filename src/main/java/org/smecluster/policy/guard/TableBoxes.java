package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.smecluster.policy.guard.DecisionModel.Cell;
import org.smecluster.policy.guard.DecisionModel.Column;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Rule;

/**
 * Whether a table leaves an input without a rule, has two rules where one may apply, or rules that never do: each rule is a
 * box over the values of the columns, null among them.
 */
final class TableBoxes {

    private static final int STEPS = 100_000;
    private static final int MOST_FINDINGS = 5;
    private static final Set<String> ONE = Set.of("UNIQUE", "FIRST", "ANY");

    private final Decision decision;
    private final DecisionLaw.Of fixed;
    private final DecisionFindings found;
    private final String article;

    private final List<String> variables = new ArrayList<>();
    private final Map<String, List<Object>> points = new LinkedHashMap<>();
    private final Map<Rule, List<BitSet>> boxes = new LinkedHashMap<>();

    /** @param fixed what the law says of it; null where it says nothing */
    TableBoxes(Decision decision, DecisionLaw.Of fixed, DecisionFindings found) {
        this.decision = decision;
        this.fixed = fixed;
        this.found = found;
        this.article = fixed == null ? null : fixed.article();
    }

    void judge() {
        String policy = decision.table().hitPolicy();
        dimensions();
        Set<Rule> unread = new LinkedHashSet<>();
        for (Rule rule : decision.table().rules()) {
            if (!read(rule)) {
                unread.add(rule);
            }
        }
        if (!ONE.contains(policy)) {
            return;
        }
        if (!unread.isEmpty() || hasCalculated()) {
            if (fixed == null) {
                found.forApproval(
                        decision.table().at(),
                        "决策" + decision.called() + "有没有漏掉、重复的情况不能分析："
                                + (unread.isEmpty()
                                        ? "输入是算出来的"
                                        : unread.stream().map(Rule::called).collect(Collectors.joining("、"))
                                                + "的条件不是单独看一列"),
                        "请由第二人核对后写明理由批准",
                        null);
            }
            return;
        }
        Boxes space = new Boxes(
                variables.stream().map(name -> points.get(name).size()).toList(), STEPS);
        List<Rule> rules = List.copyOf(boxes.keySet());
        try {
            pairs(policy, rules, space);
            if (policy.equals("FIRST")) {
                unreachable(rules, space);
            }
            if (fixed == null) {
                space.outside(space.everything(), List.copyOf(boxes.values()))
                        .ifPresent(point -> found.forApproval(
                                decision.table().at(),
                                "决策" + decision.called() + "漏掉了情况：" + shown(point) + "时没有规则适用，得不出结论",
                                "请补上一条规则，或者由第二人核对后写明理由批准",
                                null));
            }
        } catch (Boxes.TooLarge tooLarge) {
            found.forApproval(
                    decision.table().at(), "决策" + decision.called() + "过大，没有全部检查", "请拆成几个决策，或者由第二人核对后写明理由批准", article);
        }
    }

    private boolean hasCalculated() {
        return decision.table().inputs().stream()
                .anyMatch(column -> column.variable().isEmpty());
    }

    /** Each variable once, whatever number of columns it has. */
    private void dimensions() {
        Map<String, List<Object>> compared = new LinkedHashMap<>();
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 0; i < decision.table().inputs().size(); i++) {
            Column column = decision.table().inputs().get(i);
            if (column.variable().isPresent()) {
                String name = column.variable().get();
                columns.putIfAbsent(name, column);
                List<Object> of = compared.computeIfAbsent(name, each -> new ArrayList<>());
                for (Rule rule : decision.table().rules()) {
                    if (i < rule.conditions().size() && rule.conditions().get(i).node() != null) {
                        rule.conditions().get(i).node().literals().forEach(of::add);
                    }
                }
            }
        }
        columns.forEach((name, column) -> {
            variables.add(name);
            points.put(
                    name,
                    Points.of(
                            kind(name, column, compared.get(name)),
                            compared.get(name),
                            fixed == null || !fixed.present().contains(name)));
        });
    }

    private DecisionLaw.Kind kind(String name, Column column, List<Object> compared) {
        if (fixed != null && fixed.inputs().containsKey(name)) {
            return fixed.inputs().get(name);
        }
        if (column.type() != null) {
            List<String> codes = FeelReader.unaryTests(column.allowed())
                    .filter(tests ->
                            column.type().equals("string") && !column.allowed().isBlank())
                    .map(tests -> tests.literals().map(Object::toString).toList())
                    .orElse(List.of());
            return new DecisionLaw.Kind(column.type(), codes);
        }
        if (compared.stream().anyMatch(Boolean.class::isInstance)) {
            return new DecisionLaw.Kind("boolean", List.of());
        }
        return new DecisionLaw.Kind(
                compared.stream().anyMatch(String.class::isInstance) ? "string" : "double", List.of());
    }

    /** @return whether it is a box */
    private boolean read(Rule rule) {
        List<BitSet> box = new ArrayList<>();
        variables.forEach(name -> {
            BitSet all = new BitSet();
            all.set(0, points.get(name).size());
            box.add(all);
        });
        boolean isBox = true;
        for (int i = 0;
                i < decision.table().inputs().size() && i < rule.conditions().size();
                i++) {
            Column column = decision.table().inputs().get(i);
            Cell cell = rule.conditions().get(i);
            if (cell.isAnything()) {
                continue;
            }
            Optional<BitSet> holds = column.variable().flatMap(name -> holds(name, column, cell));
            if (holds.isEmpty()) {
                isBox = false;
                continue;
            }
            if (holds.get().isEmpty()) {
                found.refuses(
                        cell.at(),
                        "决策" + decision.called() + rule.called() + column.called() + "一格"
                                + DecisionFindings.quoted(cell.text()) + "永远不会成立，这条规则不起作用",
                        "请改正这一格，或者删去这条规则",
                        article);
            }
            box.get(variables.indexOf(column.variable().get())).and(holds.get());
        }
        if (isBox) {
            boxes.put(rule, box);
        }
        return isBox;
    }

    /** Where it looks at its own column alone. */
    private Optional<BitSet> holds(String name, Column column, Cell cell) {
        Set<String> own = column.own() == null ? Set.of(name, "cellInput") : Set.of(name, "cellInput", column.own());
        if (cell.node() == null || !cell.node().names().allMatch(own::contains) || !isExact(cell.node(), name)) {
            return Optional.empty();
        }
        BitSet holds = new BitSet();
        try {
            for (int i = 0; i < points.get(name).size(); i++) {
                Object value = points.get(name).get(i);
                Map<String, Object> variables = new LinkedHashMap<>();
                own.forEach(each -> variables.put(each, value));
                holds.set(i, new FeelMeaning(variables, value).holds(cell.node()));
            }
            return Optional.of(holds);
        } catch (FeelMeaning.NotWeighed notWeighed) {
            return Optional.empty();
        }
    }

    /** Whether what holds of a point holds of all for which it stands. */
    private boolean isExact(FeelNode node, String name) {
        Object first = points.get(name).get(0);
        return first instanceof Boolean || isComparisons(node);
    }

    /** Nothing is calculated from what is compared. */
    static boolean isComparisons(FeelNode node) {
        return node.all()
                .noneMatch(each -> each instanceof FeelNode.Arithmetic
                        || each instanceof FeelNode.Call call
                                && !call.function().equals("not"));
    }

    private void pairs(String policy, List<Rule> rules, Boxes space) {
        if (policy.equals("FIRST")) {
            return;
        }
        int said = 0;
        for (int i = 0; i < rules.size() && said < MOST_FINDINGS; i++) {
            for (int j = i + 1; j < rules.size() && said < MOST_FINDINGS; j++) {
                Rule one = rules.get(i);
                Rule other = rules.get(j);
                if (policy.equals("ANY") && texts(one).equals(texts(other))) {
                    continue;
                }
                Optional<int[]> both = space.common(boxes.get(one), boxes.get(other));
                if (both.isPresent()) {
                    said++;
                    found.refuses(
                            other.at(),
                            "决策" + decision.called() + one.called() + "和" + other.called() + "同时适用："
                                    + shown(both.get())
                                    + (policy.equals("ANY") ? "时两条规则的结论不同" : "时命中策略 UNIQUE 只许一条，引擎会报错"),
                            "请改正其中一条的条件",
                            article);
                }
            }
        }
    }

    private static List<String> texts(Rule rule) {
        return rule.outputs().stream().map(cell -> cell.text().strip()).toList();
    }

    private void unreachable(List<Rule> rules, Boxes space) {
        List<List<BitSet>> before = new ArrayList<>();
        for (Rule rule : rules) {
            List<BitSet> box = boxes.get(rule);
            if (box.stream().noneMatch(BitSet::isEmpty)
                    && space.outside(box, before).isEmpty()) {
                found.refuses(
                        rule.at(),
                        "决策" + decision.called() + rule.called() + "永远轮不到：前面的规则已经包括了它的全部情况",
                        "请调整规则的顺序，或者删去这条规则",
                        article);
            }
            before.add(box);
        }
    }

    private String shown(int[] point) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            String name = variables.get(i);
            String label = decision.table().inputs().stream()
                    .filter(column -> column.variable().filter(name::equals).isPresent())
                    .map(Column::called)
                    .findFirst()
                    .orElse(name);
            parts.add(label + "为" + Points.shown(points.get(name).get(point[i])));
        }
        return String.join("，", parts);
    }
}
