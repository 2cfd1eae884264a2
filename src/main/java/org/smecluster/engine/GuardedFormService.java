package org.smecluster.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The way of Tasklist: the same guard as {@link GuardedTaskService}; start forms are checked in {@link StartFormListener}. */
class GuardedFormService extends FormServiceImpl {

    private final GuardedTaskService tasks;

    GuardedFormService(GuardedTaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        commandExecutor.execute(context -> {
            tasks.check(context, taskId, properties);
            super.submitTaskForm(taskId, Map.of());
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return commandExecutor.execute(context -> {
            tasks.check(context, taskId, properties);
            return super.submitTaskFormWithVariablesInReturn(taskId, Map.of(), deserializeValues);
        });
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, Map.copyOf(properties));
    }
}
