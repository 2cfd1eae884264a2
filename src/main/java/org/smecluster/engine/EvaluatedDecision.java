package org.smecluster.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.engine.DecisionTables.Match;

/** Reads what the DMN engine tells its listeners of one decision table. */
public final class EvaluatedDecision {

    private EvaluatedDecision() {}

    /** @throws IllegalArgumentException where the decision is no table */
    public static Decision of(DmnDecisionLogicEvaluationEvent event, int version) {
        if (!(event instanceof DmnDecisionTableEvaluationEvent table)) {
            throw new IllegalArgumentException(event.getDecision().getKey() + " is no decision table");
        }
        List<Match> matches = new ArrayList<>();
        table.getMatchingRules().forEach(rule -> matches.add(new Match(rule.getId(), outputs(rule))));
        return new Decision(event.getDecision().getKey(), version, inputs(table), matches);
    }

    private static Map<String, Object> outputs(DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries().forEach((name, output) -> outputs.put(name, plain(output.getValue())));
        return outputs;
    }

    /** The event names an input by its column's title, the model has its expression in the same place. */
    private static Map<String, Object> inputs(DmnDecisionTableEvaluationEvent table) {
        Map<String, Object> values = new LinkedHashMap<>();
        Iterator<DmnDecisionTableInputImpl> columns = ((DmnDecisionTableImpl)
                        table.getDecision().getDecisionLogic())
                .getInputs()
                .iterator();
        for (DmnEvaluatedInput input : table.getInputs()) {
            values.put(columns.next().getExpression().getExpression().strip(), plain(input.getValue()));
        }
        return values;
    }

    private static Object plain(TypedValue value) {
        return value == null ? null : value.getValue();
    }
}
