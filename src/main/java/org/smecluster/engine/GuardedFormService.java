package org.smecluster.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
            super.submitTaskForm(taskId, tasks.checked(context, taskId, properties));
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return commandExecutor.execute(context -> super.submitTaskFormWithVariablesInReturn(
                taskId, tasks.checked(context, taskId, properties), deserializeValues));
    }

    @Override
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, Map.copyOf(properties));
    }

    @Override
    public ProcessInstance submitStartFormData(
            String processDefinitionId, String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, Map.copyOf(properties));
    }
}
