package org.smecluster.policy.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.smecluster.policy.compare.Difference.Sign;
import org.smecluster.policy.guard.Xml;

/** Two versions of a file of decisions. */
final class DecisionComparison {

    private static final Map<String, String> KINDS = Map.of(
            "definitions", "文件",
            "decision", "决策",
            "inputData", "输入数据",
            "knowledgeSource", "依据",
            "businessKnowledgeModel", "共用的计算",
            "textAnnotation", "注释",
            "association", "注释连线");

    private static final Map<String, String> HIT_POLICIES = Map.of(
            "UNIQUE", "只有一条规则符合",
            "FIRST", "取第一条符合的规则",
            "ANY", "符合的规则结果相同",
            "COLLECT", "列出所有符合的规则",
            "RULE ORDER", "按次序列出所有符合的规则",
            "PRIORITY", "按结果的优先次序取一条",
            "OUTPUT ORDER", "按结果的优先次序列出");

    private static final Map<String, String> TYPES =
            Map.of("double", "小数", "integer", "整数", "boolean", "是或否", "string", "文字", "date", "日期");

    private static final Names NAMES = new Names(
            Map.ofEntries(
                    Map.entry("@name", "名称"),
                    Map.entry("@label", "名称"),
                    Map.entry("description", "说明"),
                    Map.entry("question", "所问的问题"),
                    Map.entry("allowedAnswers", "可以有的回答"),
                    Map.entry("requires", "所依据的"),
                    Map.entry("literalExpression/text", "计算式"),
                    Map.entry("literalExpression@typeRef", "计算式的类型"),
                    Map.entry("variable@name", "结果的变量"),
                    Map.entry("variable@typeRef", "结果的类型"),
                    Map.entry("@hitPolicy", "规则的取法"),
                    Map.entry("@aggregation", "结果的汇总"),
                    Map.entry("@outputLabel", "结果的名称"),
                    Map.entry("inputExpression/text", "取值"),
                    Map.entry("inputExpression@typeRef", "类型"),
                    Map.entry("inputExpression@expressionLanguage", "表达式的语言"),
                    Map.entry("@camunda:inputVariable", "单元格中的变量"),
                    Map.entry("inputValues/text", "可以有的值"),
                    Map.entry("outputValues/text", "可以有的值"),
                    Map.entry("@typeRef", "类型"),
                    Map.entry("@camunda:versionTag", "版本标签"),
                    Map.entry("@camunda:historyTimeToLive", "历史保留的时间"),
                    Map.entry("@locationURI", "出处"),
                    Map.entry("@namespace", "命名空间"),
                    Map.entry("@exporter", "保存它的编辑器"),
                    Map.entry("@exporterVersion", "编辑器的版本"),
                    Map.entry("@executionPlatform", "所用的平台"),
                    Map.entry("@executionPlatformVersion", "平台的版本"),
                    Map.entry("text", "文字")),
            Map.of());

    private static final Names OF_A_RULE =
            new Names(Map.of("description", "批注", "annotationEntry/text", "批注", "@label", "名称"), Map.of());

    private static final Set<String> COLUMNS = Set.of("input", "output");
    private static final Set<String> REQUIREMENTS =
            Set.of("informationRequirement", "authorityRequirement", "knowledgeRequirement");

    /** Of the picture that stands within, and how wide columns are. */
    private static final Set<String> PICTURE = Set.of("bounds", "edge");

    private static final List<String> WIDTHS = List.of("@width", "@annotationsWidth");

    private static final int ANNOTATION = 24;

    private final Xml before;
    private final Xml after;
    private final List<Difference> found = new ArrayList<>();

    private DecisionComparison(Xml before, Xml after) {
        this.before = before;
        this.after = after;
    }

    static ModelComparison of(Xml before, Xml after) {
        DecisionComparison comparison = new DecisionComparison(before, after);
        comparison.compare();
        long drawn = Drawn.otherwise(before, after, comparison.found);
        return new ModelComparison(
                List.copyOf(comparison.found),
                drawn == 0 ? List.of() : List.of("决策关系图上有" + drawn + "处只改了画法（位置、大小），结论不受影响。"),
                List.of());
    }

    private void compare() {
        Map<String, Xml> was = things(before);
        Map<String, Xml> is = things(after);
        is.forEach((id, thing) -> {
            Xml old = was.get(id);
            if (old == null) {
                told(Sign.ADDED, null, List.of(id), subject(thing), listed(facts(thing, after)));
                table(thing).ifPresent(table -> rules(thing, null, table));
                return;
            }
            List<String> says = facts(thing, after).since(facts(old, before), NAMES);
            if (!says.isEmpty()) {
                told(Sign.CHANGED, null, List.of(id), subject(thing), says);
            }
            tables(old, thing);
        });
        was.forEach((id, thing) -> {
            if (!is.containsKey(id)) {
                told(Sign.REMOVED, null, List.of(id), subject(thing), List.of("删去了"));
            }
        });
    }

    private void told(Sign sign, String decision, List<String> elements, String subject, List<String> says) {
        found.add(new Difference(sign, decision, elements, subject, says));
    }

    /** The file itself and what stands in it, by id. */
    private static Map<String, Xml> things(Xml root) {
        Map<String, Xml> things = new LinkedHashMap<>();
        // an id of its own may change with each editor
        things.put("", root);
        root.children().stream()
                .filter(child -> child.id() != null && !Drawn.isPicture(child))
                .forEach(child -> things.put(child.id(), child));
        return things;
    }

    private static String subject(Xml thing) {
        String kind = KINDS.getOrDefault(thing.name(), thing.name());
        return kind + Words.called(thing.attribute("name"), String.valueOf(thing.id()));
    }

    private static Facts facts(Xml thing, Xml root) {
        Facts facts = Facts.of(
                thing,
                child -> child.name().equals("decisionTable")
                        || REQUIREMENTS.contains(child.name())
                        || PICTURE.contains(child.name())
                        || Drawn.isPicture(child)
                        || thing == root && child.id() != null,
                DecisionComparison::shown);
        thing.children().stream()
                .filter(child -> REQUIREMENTS.contains(child.name()))
                .flatMap(requirement -> requirement.children().stream())
                .map(required -> required.attribute("href", "").replaceFirst("^#", ""))
                .forEach(id -> facts.add("requires", id, named(id, root)));
        return facts;
    }

    private static String named(String id, Xml root) {
        return root.children().stream()
                .filter(child -> id.equals(child.id()))
                .map(DecisionComparison::subject)
                .findFirst()
                .orElse(id);
    }

    private static String shown(String place, String value) {
        return place.equals("@hitPolicy")
                ? HIT_POLICIES.getOrDefault(value, value)
                : place.endsWith("@typeRef") ? TYPES.getOrDefault(value, value) : value;
    }

    private static Optional<Xml> table(Xml decision) {
        return decision.child("decisionTable");
    }

    private void tables(Xml old, Xml decision) {
        Xml was = table(old).orElse(null);
        Xml is = table(decision).orElse(null);
        String subject = subject(decision);
        if (was == null && is == null) {
            return;
        }
        if (was == null || is == null) {
            told(Sign.CHANGED, null, List.of(decision.id()), subject, List.of(is == null ? "不再是决策表" : "现在是决策表"));
            if (is != null) {
                rules(decision, null, is);
            }
            return;
        }
        List<String> says = new ArrayList<>(ofTable(is).since(ofTable(was), NAMES));
        Columns before = new Columns(was);
        Columns after = new Columns(is);
        if (!Order.moved(before.ids(), after.ids()).isEmpty()) {
            says.add("列的先后次序改了");
        }
        if (!says.isEmpty()) {
            told(Sign.CHANGED, decision.id(), List.of(), subject, says);
        }
        after.columns.forEach((id, column) -> {
            String called = subject + "的" + Columns.called(column);
            if (!before.columns.containsKey(id)) {
                told(Sign.ADDED, decision.id(), List.of(id), called, listed(ofColumn(column)));
            } else {
                List<String> changed = ofColumn(column).since(ofColumn(before.columns.get(id)), NAMES);
                if (!changed.isEmpty()) {
                    told(Sign.CHANGED, decision.id(), List.of(id), called, changed);
                }
            }
        });
        before.columns.forEach((id, column) -> {
            if (!after.columns.containsKey(id)) {
                told(Sign.REMOVED, decision.id(), List.of(id), subject + "的" + Columns.called(column), List.of("删去了"));
            }
        });
        rules(decision, was, is);
    }

    private static Facts ofTable(Xml table) {
        Facts facts = Facts.of(
                table,
                child -> COLUMNS.contains(child.name()) || child.name().equals("rule"),
                DecisionComparison::shown);
        facts.drop("@hitPolicy", "UNIQUE");
        WIDTHS.forEach(facts::drop);
        return facts;
    }

    private static Facts ofColumn(Xml column) {
        Facts facts = Facts.of(column, child -> false, DecisionComparison::shown);
        WIDTHS.forEach(facts::drop);
        return facts;
    }

    private static List<String> listed(Facts facts) {
        return Stream.concat(Stream.of("是新增的"), facts.told(NAMES).stream()).toList();
    }

    /** @param was null where there was no table */
    private void rules(Xml decision, Xml was, Xml is) {
        Rules before = was == null ? Rules.NONE : new Rules(was);
        Rules after = new Rules(is);
        Set<String> moved = Order.moved(List.copyOf(before.rules.keySet()), List.copyOf(after.rules.keySet()));
        after.rules.forEach((id, rule) -> {
            Xml old = before.rules.get(id);
            String subject = subject(decision) + after.called(id);
            if (old == null) {
                List<String> says = new ArrayList<>(List.of("是新增的"));
                says.addAll(after.told(rule, ""));
                told(Sign.ADDED, decision.id(), List.of(id), subject, says);
                return;
            }
            List<String> says = new ArrayList<>();
            List<String> elements = new ArrayList<>();
            cells(before, after, old, rule, says, elements);
            List<String> other = ofRule(rule).since(ofRule(old), OF_A_RULE);
            if (!other.isEmpty()) {
                elements.add(id);
                says.addAll(other);
            }
            if (moved.contains(id)) {
                elements.add(id);
                says.add("由第" + before.number(id) + "条移到第" + after.number(id) + "条");
            }
            if (!says.isEmpty()) {
                told(Sign.CHANGED, decision.id(), elements.stream().distinct().toList(), subject, says);
            }
        });
        before.rules.forEach((id, rule) -> {
            if (!after.rules.containsKey(id)) {
                List<String> says = new ArrayList<>(List.of("删去了"));
                says.addAll(before.told(rule, "原来"));
                told(Sign.REMOVED, decision.id(), List.of(id), subject(decision) + "原" + before.called(id), says);
            }
        });
    }

    private static Facts ofRule(Xml rule) {
        return Facts.of(rule, child -> child.name().endsWith("putEntry"), DecisionComparison::shown);
    }

    private static void cells(Rules before, Rules after, Xml old, Xml rule, List<String> says, List<String> elements) {
        Map<String, Xml> was = before.cells(old);
        Map<String, Xml> is = after.cells(rule);
        is.forEach((column, cell) -> {
            String called = after.columns.label(column);
            if (!before.columns.has(column)) {
                if (!after.isBlank(column, cell)) {
                    says.add("新列" + called + "是" + Words.quoted(after.text(column, cell)));
                    elements.add(Rules.element(cell, rule));
                }
                return;
            }
            Xml former = was.get(column);
            List<String> changed = after.facts(column, cell)
                    .since(before.facts(column, former), new Names(Map.of("text", called), Map.of()));
            if (!changed.isEmpty()) {
                says.addAll(changed);
                elements.add(Rules.element(cell, rule));
                elements.add(Rules.element(former, old));
            }
        });
        was.forEach((column, cell) -> {
            if (!after.columns.has(column) && !before.isBlank(column, cell)) {
                says.add("删去的列" + before.columns.label(column) + "原来是" + Words.quoted(before.text(column, cell)));
                elements.add(Rules.element(cell, old));
            }
        });
    }

    /** Inputs before outputs, by id. */
    private static final class Columns {

        private final Map<String, Xml> columns = new LinkedHashMap<>();

        Columns(Xml table) {
            for (String kind : List.of("input", "output")) {
                int[] place = {0};
                table.children(kind).forEach(column -> {
                    place[0]++;
                    columns.put(column.id() == null ? kind + place[0] : column.id(), column);
                });
            }
        }

        List<String> ids() {
            return List.copyOf(columns.keySet());
        }

        boolean has(String id) {
            return columns.containsKey(id);
        }

        boolean isInput(String id) {
            return columns.get(id).name().equals("input");
        }

        String label(String id) {
            Xml column = columns.get(id);
            String expression = column.child("inputExpression")
                    .map(each -> each.text("text"))
                    .orElse(column.attribute("name"));
            return Words.called(column.attribute("label"), Words.called(expression, id));
        }

        static String called(Xml column) {
            String otherwise = column.child("inputExpression")
                    .map(each -> each.text("text"))
                    .orElse(column.attribute("name", String.valueOf(column.id())));
            return (column.name().equals("input") ? "输入列" : "结果列")
                    + Words.called(column.attribute("label"), Words.called(otherwise, String.valueOf(column.id())));
        }
    }

    /** Of one table, by id. */
    private static final class Rules {

        static final Rules NONE = new Rules();

        private final Map<String, Xml> rules = new LinkedHashMap<>();
        private final List<String> order;
        private final Columns columns;

        private Rules() {
            order = List.of();
            columns = null;
        }

        Rules(Xml table) {
            columns = new Columns(table);
            table.children("rule")
                    .forEach(rule -> rules.put(rule.id() == null ? "rule" + rules.size() : rule.id(), rule));
            order = List.copyOf(rules.keySet());
        }

        /** As the Modeler counts, from 1. */
        int number(String id) {
            return order.indexOf(id) + 1;
        }

        String called(String id) {
            String annotation = rules.get(id).text("description");
            String shown = annotation == null || annotation.length() <= ANNOTATION
                    ? annotation
                    : annotation.substring(0, ANNOTATION) + "…";
            return "第" + number(id) + "条规则" + (shown == null || shown.isBlank() ? "" : "（" + shown + "）");
        }

        /** By column; what is not written is there as null. */
        Map<String, Xml> cells(Xml rule) {
            List<Xml> inputs = rule.children("inputEntry").toList();
            List<Xml> outputs = rule.children("outputEntry").toList();
            Map<String, Xml> cells = new LinkedHashMap<>();
            int input = 0;
            int output = 0;
            for (String column : columns.ids()) {
                List<Xml> entries = columns.isInput(column) ? inputs : outputs;
                int place = columns.isInput(column) ? input++ : output++;
                cells.put(column, place < entries.size() ? entries.get(place) : null);
            }
            return cells;
        }

        /** An empty condition and a hyphen are the same to the engine. */
        Facts facts(String column, Xml cell) {
            Facts facts = cell == null ? new Facts() : Facts.of(cell, child -> false, DecisionComparison::shown);
            facts.drop("text");
            String text = text(column, cell);
            facts.add("text", text, text);
            return facts;
        }

        String text(String column, Xml cell) {
            String text = cell == null || cell.text("text") == null ? "" : cell.text("text");
            return columns.isInput(column) && (text.isEmpty() || text.equals("-")) ? "不限" : text;
        }

        boolean isBlank(String column, Xml cell) {
            String text = text(column, cell);
            return text.isEmpty() || text.equals("不限");
        }

        List<String> told(Xml rule, String when) {
            return cells(rule).entrySet().stream()
                    .filter(cell -> !isBlank(cell.getKey(), cell.getValue()))
                    .map(cell -> columns.label(cell.getKey())
                            + when
                            + "是"
                            + Words.quoted(text(cell.getKey(), cell.getValue())))
                    .toList();
        }

        static String element(Xml cell, Xml rule) {
            return cell == null || cell.id() == null ? String.valueOf(rule.id()) : cell.id();
        }
    }
}
