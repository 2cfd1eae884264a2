package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.policy.guard.DecisionModel.Column;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Link;
import org.smecluster.policy.guard.DecisionModel.Output;
import org.smecluster.policy.guard.DecisionModel.Rule;

/** Decisions of one diagram, evaluated as the engine would. */
final class DecisionRun {

    /** @param rule null where it is no table's */
    record Row(Rule rule, Map<String, Object> outputs) {}

    /** The engine would give up: two rules of a table where one may apply. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Row> rows;

        Failed(List<Row> rows) {
            super("two rules", null, false, false);
            this.rows = rows;
        }

        List<Row> rows() {
            return rows;
        }
    }

    private static final Set<String> ONE = Set.of("UNIQUE", "ANY", "FIRST");

    private final Map<String, Decision> decisions;
    private final Map<String, Map<String, Object>> supposed;

    /** @param supposed what decisions yield that are not to be evaluated, by id */
    DecisionRun(Map<String, Decision> decisions, Map<String, Map<String, Object>> supposed) {
        this.decisions = decisions;
        this.supposed = supposed;
    }

    /** @param rules those that need to be looked at */
    List<Row> rows(Decision decision, List<Rule> rules, Map<String, Object> given) {
        Map<String, Object> variables = variables(decision, given);
        if (decision.table() == null) {
            Map<String, Object> outputs = new HashMap<>();
            outputs.put(
                    decision.result(),
                    new FeelMeaning(variables, null)
                            .value(known(decision.literal().node())));
            return List.of(new Row(null, outputs));
        }
        List<Row> rows = new ArrayList<>();
        List<Object> inputs = decision.table().inputs().stream()
                .map(column -> input(column, variables))
                .toList();
        for (Rule rule : rules) {
            if (matches(rule, decision.table().inputs(), inputs, variables)) {
                rows.add(new Row(rule, outputs(rule, decision.table().outputs(), variables)));
                if (decision.table().hitPolicy().equals("FIRST")) {
                    break;
                }
            }
        }
        boolean more = rows.size() > 1;
        if (more && decision.table().hitPolicy().equals("UNIQUE")) {
            throw new Failed(rows);
        }
        if (more && decision.table().hitPolicy().equals("ANY")) {
            if (rows.stream().map(Row::outputs).distinct().count() > 1) {
                throw new Failed(rows);
            }
            return rows.subList(0, 1);
        }
        return rows;
    }

    List<Row> rows(Decision decision, Map<String, Object> given) {
        return rows(
                decision,
                decision.table() == null ? List.of() : decision.table().rules(),
                given);
    }

    /** What is given, and what the decisions yield that this one requires. */
    private Map<String, Object> variables(Decision decision, Map<String, Object> given) {
        if (decision.links().isEmpty()) {
            return given;
        }
        Map<String, Object> variables = new HashMap<>(given);
        for (Link link : decision.links()) {
            if (supposed.containsKey(link.decision())) {
                variables.putAll(supposed.get(link.decision()));
                continue;
            }
            Decision required = decisions.get(link.decision());
            List<Row> rows = required == null ? List.of() : rows(required, given);
            if (rows.isEmpty()) {
                continue;
            }
            if (rows.size() == 1 && !required.isListing()) {
                variables.putAll(rows.get(0).outputs());
            } else {
                required.yields().forEach(name -> {
                    List<Object> values = new ArrayList<>();
                    rows.forEach(row -> values.add(row.outputs().get(name)));
                    variables.put(name, values);
                });
            }
        }
        return variables;
    }

    private static Object input(Column column, Map<String, Object> variables) {
        Object value =
                new FeelMeaning(variables, null).value(known(column.expression().node()));
        if (value == null || column.type() == null) {
            return value;
        }
        return switch (column.type()) {
            case "string" -> value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
            case "boolean" -> {
                if (value instanceof Boolean) {
                    yield value;
                }
                throw new FeelMeaning.NotWeighed("no boolean");
            }
            case "integer" -> {
                if (value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0) {
                    yield number;
                }
                throw new FeelMeaning.NotWeighed("no integer");
            }
            case "double" -> {
                if (value instanceof BigDecimal) {
                    yield value;
                }
                throw new FeelMeaning.NotWeighed("no number");
            }
            default -> throw new FeelMeaning.NotWeighed(column.type());
        };
    }

    private static boolean matches(
            Rule rule, List<Column> columns, List<Object> inputs, Map<String, Object> variables) {
        for (int i = 0; i < columns.size(); i++) {
            if (rule.conditions().get(i).isAnything()) {
                continue;
            }
            Map<String, Object> seen = variables;
            String own = columns.get(i).own();
            if (own != null) {
                seen = new HashMap<>(variables);
                seen.put(own, inputs.get(i));
            }
            if (!new FeelMeaning(seen, inputs.get(i))
                    .holds(known(rule.conditions().get(i).node()))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> outputs(Rule rule, List<Output> columns, Map<String, Object> variables) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (int i = 0; i < columns.size() && i < rule.outputs().size(); i++) {
            outputs.put(
                    columns.get(i).name(),
                    new FeelMeaning(variables, null)
                            .value(known(rule.outputs().get(i).node())));
        }
        return outputs;
    }

    private static FeelNode known(FeelNode node) {
        if (node == null) {
            throw new FeelMeaning.NotWeighed("not read");
        }
        return node;
    }

    static boolean givesOne(Decision decision) {
        return decision.table() == null || ONE.contains(decision.table().hitPolicy());
    }
}
