package org.smecluster.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Gives every task its own copy of what a task list shows of the case. Candidates may read their task, but not the
 * process instance, and a list shows only variables that the reader may read. The copies have names of their own, so
 * that they never hide the process variable from a form or a listener.
 */
public class TaskLabels implements TaskListener {

    public static final String CASE_NUMBER = "taskCaseNumber";
    public static final String CLUSTER_NAME = "taskClusterName";

    private static final Map<String, String> COPIES = Map.of("caseNumber", CASE_NUMBER, "clusterName", CLUSTER_NAME);

    static boolean isCopy(String variable) {
        return COPIES.containsValue(variable);
    }

    @Override
    public void notify(DelegateTask task) {
        COPIES.forEach((variable, copy) -> {
            Object value = task.getVariable(variable);
            if (value != null) {
                task.setVariableLocal(copy, value);
            }
        });
    }
}
