package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.policy.guard.DecisionModel.Cell;
import org.smecluster.policy.guard.DecisionModel.Column;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Link;
import org.smecluster.policy.guard.DecisionModel.Output;
import org.smecluster.policy.guard.DecisionModel.Rule;

/** Whether every cell can be read, and whether names, types and links are those that the program and the diagram need. */
final class DecisionShape {

    private static final Pattern DAYS = Pattern.compile("P?(\\d{1,9})D?");
    private static final String IN_MODELER = "请在 Camunda Modeler 中改正";
    private static final Set<String> NUMBERS = Set.of("double", "integer");

    private final DecisionLaw law;
    private final FeelCompiler engine;
    private final DecisionFindings found;

    DecisionShape(DecisionLaw law, FeelCompiler engine, DecisionFindings found) {
        this.law = law;
        this.engine = engine;
        this.found = found;
    }

    void judge(DecisionModel model) {
        completeDiagram(model);
        model.decisions().values().forEach(decision -> {
            cells(decision);
            links(model, decision);
            if (decision.table() != null) {
                hitPolicy(decision);
                types(decision);
            }
            DecisionLaw.Of fixed = law.decisions().get(decision.id());
            if (fixed != null) {
                kept(decision, fixed);
            }
            if (model.decisions().keySet().stream().anyMatch(law.decisions()::containsKey)) {
                names(model, decision);
            }
        });
    }

    /** The decisions of one diagram are replaced together: one that is not there any more goes on in another version. */
    private void completeDiagram(DecisionModel model) {
        Set<String> wanted = new LinkedHashSet<>();
        law.decisions().values().stream()
                .filter(fixed -> !fixed.of().isEmpty())
                .filter(fixed -> model.decisions().containsKey(fixed.id())
                        || fixed.of().stream().anyMatch(model.decisions()::containsKey))
                .forEach(fixed -> {
                    wanted.add(fixed.id());
                    wanted.addAll(fixed.of());
                });
        String name = model.file().replaceFirst(".*/", "").replaceFirst("\\.dmn$", "");
        if (law.decisions().containsKey(name)) {
            wanted.add(name);
        }
        wanted.stream()
                .filter(id -> !model.decisions().containsKey(id))
                .forEach(id -> found.refuses(
                        model.root(),
                        "缺少决策 " + id + "：程序按这个标识取结论",
                        "决策的标识不能改，也不能删去，请恢复",
                        law.decisions().get(id).article()));
    }

    private void cells(Decision decision) {
        if (decision.table() == null && decision.literal() == null) {
            found.refuses(decision.at(), "决策" + decision.called() + "没有决策表", "请画出决策表，或者删去这个决策");
            return;
        }
        if (decision.table() == null) {
            expression(decision.literal(), "决策" + decision.called() + "的表达式");
            return;
        }
        for (Column column : decision.table().inputs()) {
            if (column.expression().text().isBlank()) {
                found.refuses(column.at(), "决策" + decision.called() + "的输入" + column.called() + "没有写读取什么", IN_MODELER);
            } else {
                expression(column.expression(), "决策" + decision.called() + "的输入" + column.called());
            }
        }
        int inputs = decision.table().inputs().size();
        int outputs = decision.table().outputs().size();
        for (Rule rule : decision.table().rules()) {
            if (rule.conditions().size() != inputs || rule.outputs().size() != outputs) {
                found.refuses(
                        rule.at(),
                        "决策" + decision.called() + rule.called() + "的格数与列数不同：应有" + inputs + "个条件、" + outputs + "个结论",
                        IN_MODELER);
            }
            for (int i = 0; i < rule.conditions().size(); i++) {
                Cell cell = rule.conditions().get(i);
                String column = i < inputs ? decision.table().inputs().get(i).called() : "";
                if (cell.node() == null) {
                    unknown(cell, where(decision, rule, column), engine.readsUnaryTests(cell.text()));
                }
            }
            for (int i = 0; i < rule.outputs().size(); i++) {
                String column = i < outputs ? decision.table().outputs().get(i).called() : "";
                expression(rule.outputs().get(i), where(decision, rule, column));
            }
        }
    }

    private static String where(Decision decision, Rule rule, String column) {
        return "决策" + decision.called() + rule.called() + column + "一格";
    }

    private void expression(Cell cell, String where) {
        if (cell.node() == null) {
            unknown(cell, where, engine.readsExpression(cell.text()));
        }
    }

    private void unknown(Cell cell, String where, boolean readable) {
        if (readable) {
            found.forApproval(
                    cell.at(),
                    where + DecisionFindings.quoted(cell.text()) + "不能分析：它是否符合要求，程序判断不了",
                    "能够写成数值、代码的比较的，请改写；否则由第二人核对后写明理由批准",
                    null);
        } else {
            found.refuses(
                    cell.at(),
                    where + DecisionFindings.quoted(cell.text()) + "不是正确的 FEEL，引擎读不懂",
                    "请改正；文字须放在英文双引号里，比较写作 < <= > >=，几个值之间用英文逗号");
        }
    }

    private void hitPolicy(Decision decision) {
        String policy = decision.table().hitPolicy();
        if (policy.equals("PRIORITY") || policy.equals("OUTPUT ORDER")) {
            found.refuses(
                    decision.table().at(),
                    "决策" + decision.called() + "的命中策略 " + policy + " 引擎不能执行",
                    "请改为 UNIQUE、FIRST、ANY、COLLECT 或 RULE ORDER");
        }
    }

    private void links(DecisionModel model, Decision decision) {
        Set<String> before = new HashSet<>();
        for (Link link : decision.links()) {
            if (!model.decisions().containsKey(link.decision())) {
                found.refuses(
                        link.at(),
                        "决策" + decision.called() + "连着的决策 " + link.decision() + " 在这个文件里没有",
                        "请重新连线，或者恢复那个决策");
            }
            if (!before.add(link.decision())) {
                found.forApproval(
                        link.at(), "决策" + decision.called() + "与 " + link.decision() + " 连了两次", "请删去一条连线", null);
            }
        }
        if (reaches(model, decision.id(), decision.id(), new HashSet<>())) {
            found.refuses(decision.at(), "决策" + decision.called() + "绕了一圈又依赖自己", "请删去一条连线");
        }
    }

    private static boolean reaches(DecisionModel model, String from, String to, Set<String> seen) {
        Decision decision = model.decisions().get(from);
        return decision != null
                && decision.links().stream()
                        .map(Link::decision)
                        .anyMatch(next -> next.equals(to) || seen.add(next) && reaches(model, next, to, seen));
    }

    /** Every name that is read is given: by the program, or by a decision that is linked. */
    private void names(DecisionModel model, Decision decision) {
        Set<String> given = model.decisions().keySet().stream()
                .filter(law.decisions()::containsKey)
                .flatMap(id -> law.decisions().get(id).inputs().keySet().stream())
                .collect(Collectors.toSet());
        List<Decision> linked = decision.links().stream()
                .map(link -> model.decisions().get(link.decision()))
                .filter(required -> required != null)
                .toList();
        Set<String> said = new HashSet<>();
        read(decision).forEach((name, cell) -> {
            long producers = linked.stream()
                    .filter(required -> required.yields().anyMatch(name::equals))
                    .count();
            if (producers > 1) {
                found.refuses(
                        cell.at(), "决策" + decision.called() + "读取的 " + name + " 由几个决策同时产生，后一个会覆盖前一个", "请给输出列取不同的名字");
            } else if (producers == 0 && !given.contains(name) && said.add(name)) {
                Optional<Decision> unlinked = model.decisions().values().stream()
                        .filter(other -> other.yields().anyMatch(name::equals))
                        .findFirst();
                found.refuses(
                        cell.at(),
                        "决策" + decision.called() + "读取的 " + name
                                + (unlinked.isPresent()
                                        ? " 由决策" + unlinked.get().called() + "产生，但两者之间没有连线"
                                        : " 没有来源：程序不给出这个输入，也没有相连的决策产生它"),
                        unlinked.isPresent()
                                ? "请从" + unlinked.get().called() + "连到" + decision.called()
                                : "请改为程序给出的输入；名称见随附的表",
                        article(decision));
            }
        });
        linked.forEach(required -> required.yields()
                .filter(given::contains)
                .forEach(name -> found.refuses(
                        required.at(),
                        "决策" + required.called() + "的结论 " + name + " 与程序给出的输入同名，会把它覆盖",
                        "请给这个输出列换一个名字",
                        article(decision))));
    }

    private String article(Decision decision) {
        DecisionLaw.Of fixed = law.decisions().get(decision.id());
        return fixed == null ? null : fixed.article();
    }

    private static Map<String, Cell> read(Decision decision) {
        Map<String, Cell> read = new LinkedHashMap<>();
        Set<String> own = new HashSet<>(Set.of("cellInput"));
        if (decision.table() != null) {
            decision.table().inputs().stream()
                    .map(Column::own)
                    .filter(name -> name != null)
                    .forEach(own::add);
        }
        decision.cells().filter(cell -> cell.node() != null).forEach(cell -> cell.node()
                .names()
                .filter(name -> !own.contains(name))
                .forEach(name -> read.putIfAbsent(name, cell)));
        return read;
    }

    private void kept(Decision decision, DecisionLaw.Of fixed) {
        Matcher days = DAYS.matcher(decision.at().attribute("camunda:historyTimeToLive", ""));
        if (!days.matches() || Long.parseLong(days.group(1)) < law.daysOfHistory()) {
            found.refuses(
                    decision.at(),
                    "决策" + decision.called() + "的 historyTimeToLive 过短：评估记录至少保存" + law.daysOfHistory() + "天",
                    "请恢复为 P" + law.daysOfHistory() + "D",
                    fixed.article());
        }
        if (decision.table() == null) {
            found.refuses(decision.at(), "决策" + decision.called() + "不再是决策表：程序按它的规则说明结论", "请恢复决策表", fixed.article());
            return;
        }
        fixed.outputs().forEach((name, type) -> {
            List<Output> columns = decision.table().outputs().stream()
                    .filter(output -> output.name().equals(name))
                    .toList();
            if (columns.size() != 1) {
                found.refuses(
                        decision.table().at(),
                        "决策" + decision.called() + (columns.isEmpty() ? "缺少" : "有几个") + "输出列 " + name + "：程序按这个名称取结论",
                        "输出列的名称不能改；标签可以改",
                        fixed.article());
            } else if (columns.get(0).type() != null && !columns.get(0).type().equals(type)) {
                found.refuses(
                        columns.get(0).at(),
                        "决策" + decision.called() + "输出列" + columns.get(0).called() + "的类型是 "
                                + columns.get(0).type() + "，应为 " + type,
                        "请把类型改回 " + type,
                        fixed.article());
            }
        });
        for (Column column : decision.table().inputs()) {
            column.variable().map(fixed.inputs()::get).ifPresent(kind -> inputType(decision, column, kind, fixed));
        }
    }

    private void inputType(Decision decision, Column column, DecisionLaw.Kind kind, DecisionLaw.Of fixed) {
        boolean fits =
                kind.type().equals(column.type()) || kind.type().equals("integer") && "double".equals(column.type());
        if (column.type() == null) {
            found.forApproval(
                    column.at(),
                    "决策" + decision.called() + "输入" + column.called() + "没有写类型，引擎不核对输入",
                    "请写上类型 " + kind.type(),
                    fixed.article());
        } else if (!fits) {
            found.refuses(
                    column.at(),
                    "决策" + decision.called() + "输入" + column.called() + "的类型是 " + column.type() + "，程序给出的是 "
                            + kind.type(),
                    "请把类型改回 " + kind.type(),
                    fixed.article());
        }
    }

    /** Whether what stands in a column can be compared with what the column is. */
    private void types(Decision decision) {
        DecisionLaw.Of fixed = law.decisions().get(decision.id());
        for (Rule rule : decision.table().rules()) {
            for (int i = 0;
                    i < decision.table().inputs().size()
                            && i < rule.conditions().size();
                    i++) {
                Column column = decision.table().inputs().get(i);
                Cell cell = rule.conditions().get(i);
                DecisionLaw.Kind kind = fixed == null
                        ? null
                        : column.variable().map(fixed.inputs()::get).orElse(null);
                String type = kind == null ? column.type() : kind.type();
                if (cell.node() != null && type != null) {
                    compared(cell.node())
                            .filter(value -> !isOf(type, value))
                            .findFirst()
                            .ifPresent(value -> found.refuses(
                                    cell.at(),
                                    where(decision, rule, column.called()) + DecisionFindings.quoted(cell.text())
                                            + "的类型不符：这一列是 " + type + "，不能与 " + Points.shown(value) + " 比较",
                                    "请改为这一列的类型的值",
                                    fixed == null ? null : fixed.article()));
                }
                if (kind != null && cell.node() != null && !kind.codes().isEmpty()) {
                    compared(cell.node())
                            .filter(value ->
                                    value instanceof String && !kind.codes().contains(value))
                            .findFirst()
                            .ifPresent(value -> found.refuses(
                                    cell.at(),
                                    where(decision, rule, column.called()) + "中的代码 " + value + " 没有：程序不会给出",
                                    "可以用的代码：" + String.join("、", kind.codes()),
                                    fixed.article()));
                }
            }
            for (int i = 0;
                    i < decision.table().outputs().size() && i < rule.outputs().size();
                    i++) {
                Output output = decision.table().outputs().get(i);
                Cell cell = rule.outputs().get(i);
                cell.constant()
                        .filter(value -> output.type() != null && !isOf(output.type(), value))
                        .ifPresent(value -> found.refuses(
                                cell.at(),
                                where(decision, rule, output.called()) + DecisionFindings.quoted(cell.text())
                                        + "的类型不符：这一列是 " + output.type(),
                                "请改为这一列的类型的值",
                                fixed == null ? null : fixed.article()));
            }
        }
    }

    /** Values with which a cell compares the column directly. */
    private static Stream<Object> compared(FeelNode node) {
        if (node instanceof FeelNode.In in && !(in.value() instanceof FeelNode.Input)) {
            return Stream.empty();
        }
        Stream<FeelNode> here = Stream.empty();
        if (node instanceof FeelNode.Holds holds) {
            here = Stream.of(holds.expression());
        } else if (node instanceof FeelNode.Against against) {
            here = Stream.of(against.bound());
        } else if (node instanceof FeelNode.Range range) {
            here = Stream.of(range.from(), range.to());
        } else if (node instanceof FeelNode.Comparison comparison) {
            here = comparison.left() instanceof FeelNode.Input
                    ? Stream.of(comparison.right())
                    : comparison.right() instanceof FeelNode.Input ? Stream.of(comparison.left()) : Stream.empty();
        }
        Stream<Object> values = here.filter(FeelNode.Literal.class::isInstance)
                .map(literal -> ((FeelNode.Literal) literal).value())
                .filter(value -> value != null);
        return Stream.concat(values, node.parts().flatMap(DecisionShape::compared));
    }

    private static boolean isOf(String type, Object value) {
        if (NUMBERS.contains(type)) {
            return value instanceof BigDecimal;
        }
        return switch (type) {
            case "boolean" -> value instanceof Boolean;
            case "string" -> value instanceof String;
            default -> true;
        };
    }
}
