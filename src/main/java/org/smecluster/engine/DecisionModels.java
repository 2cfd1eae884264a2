package org.smecluster.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** Reads a decision table's rules as they are written in its model. */
public final class DecisionModels {

    private DecisionModels() {}

    /** @throws IllegalArgumentException where the decision is not a table of that model */
    public static List<DecisionTables.Rule> rules(DmnModelInstance model, String key) {
        DmnElement decision = model.getModelElementById(key);
        DecisionTable table = decision == null
                ? null
                : decision.getChildElementsByType(DecisionTable.class).stream()
                        .findFirst()
                        .orElse(null);
        if (table == null) {
            throw new IllegalArgumentException("the model has no decision table " + key);
        }
        return table.getRules().stream().map(rule -> written(table, rule)).toList();
    }

    private static DecisionTables.Rule written(DecisionTable table, Rule rule) {
        Map<String, String> conditions = new LinkedHashMap<>();
        List<InputEntry> inputEntries = new ArrayList<>(rule.getInputEntries());
        int column = 0;
        for (Input input : table.getInputs()) {
            put(
                    conditions,
                    input.getInputExpression().getText().getTextContent(),
                    inputEntries.get(column++).getText());
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        List<OutputEntry> outputEntries = new ArrayList<>(rule.getOutputEntries());
        column = 0;
        for (Output output : table.getOutputs()) {
            put(outputs, output.getName(), outputEntries.get(column++).getText());
        }
        return new DecisionTables.Rule(conditions, outputs);
    }

    private static void put(Map<String, String> cells, String name, Text text) {
        String cell = text == null ? "" : text.getTextContent().strip();
        if (!cell.isEmpty() && !cell.equals("-")) {
            cells.put(name.strip(), cell);
        }
    }
}
