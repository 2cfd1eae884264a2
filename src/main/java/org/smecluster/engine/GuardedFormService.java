package org.smecluster.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.smecluster.policy.engine.FormsByCase;

/** The way of Tasklist: the same guard as {@link GuardedTaskService}; start forms are checked in {@link StartFormListener}. */
class GuardedFormService extends FormServiceImpl {

    private final GuardedTaskService tasks;
    private final StartFormListener starts;
    private final FormsByCase forms;

    GuardedFormService(GuardedTaskService tasks, StartFormListener starts, FormsByCase forms) {
        this.tasks = tasks;
        this.starts = starts;
        this.forms = forms;
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return commandExecutor.execute(forms.deployed(taskId));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, (String) null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return commandExecutor.execute(context -> starts.handing(
                context,
                processDefinitionId,
                properties,
                kept -> super.submitStartForm(processDefinitionId, businessKey, kept)));
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
