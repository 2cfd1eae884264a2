package org.smecluster.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A step of test models that asks a table, as services do without saying for which case. */
@Component("stepInJava")
public class StepInJava implements JavaDelegate {

    public static final String ANSWER = "answerInJava";

    private final DecisionTables tables;

    StepInJava(DecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                ANSWER,
                tables.evaluate("followingTable", Map.of("value", 1)).firstRow().get("words"));
    }
}
