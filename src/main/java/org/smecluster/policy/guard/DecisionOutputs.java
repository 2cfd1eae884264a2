package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the decisions that would run may answer, where a step keeps the answer in a variable of its own. */
final class DecisionOutputs {

    private final Map<String, Xml> decisions = new HashMap<>();

    DecisionOutputs(RunningModels models) {
        models.roots("dmn").values().forEach(root -> root.children("decision")
                .forEach(decision -> decisions.put(decision.id(), decision)));
    }

    Map<String, List<Value>> written(Node node) {
        String variable = node.xml.attribute("camunda:resultVariable");
        if (variable == null || node.xml.attribute("camunda:decisionRef") == null) {
            return Map.of();
        }
        Xml decision = decisions.get(node.xml.attribute("camunda:decisionRef"));
        boolean single = "singleEntry".equals(node.xml.attribute("camunda:mapDecisionResult"));
        if (decision == null || !single) {
            return Map.of(variable, Producers.ANYTHING);
        }
        List<Value> values = new ArrayList<>(List.of(Value.NULL));
        for (Xml rule : decision.child("decisionTable")
                .map(table -> table.children("rule").toList())
                .orElse(List.of())) {
            String cell =
                    rule.child("outputEntry").map(entry -> entry.text("text")).orElse("");
            Value value = constant(cell.strip());
            if (value == null) {
                return Map.of(variable, Producers.ANYTHING);
            }
            values.add(value);
        }
        return Map.of(variable, values);
    }

    private static Value constant(String cell) {
        return switch (cell) {
            case "true" -> Value.TRUE;
            case "false" -> Value.FALSE;
            case "null", "" -> Value.NULL;
            default ->
                cell.matches("\"[^\"]*\"")
                        ? Value.text(cell.substring(1, cell.length() - 1))
                        : cell.matches("-?[0-9.]+") ? Value.number(Double.parseDouble(cell)) : null;
        };
    }
}
