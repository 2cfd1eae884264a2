package org.smecluster.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * First listener of every start event with a form: the variables a process was started with are checked against the
 * form and become the current {@link Submission} instead.
 */
class StartFormListener implements ExecutionListener {

    private final FormGuard guard;
    private final DeployedForms forms;

    StartFormListener(FormGuard guard, DeployedForms forms) {
        this.guard = guard;
        this.forms = forms;
    }

    @Override
    public void notify(DelegateExecution execution) {
        VariableMap started = execution.getVariablesTyped(false);
        guard.check(
                forms.ofStart(Context.getCommandContext(), execution.getProcessDefinitionId()), started, name -> null);
        execution.removeVariables(started.keySet());
    }
}
