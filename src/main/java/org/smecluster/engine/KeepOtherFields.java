package org.smecluster.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Last listener of every form: fields that no listener took become process variables, so that a policy owner can add a
 * field to a form and a gateway that tests it.
 */
class KeepOtherFields implements TaskListener, ExecutionListener {

    @Override
    public void notify(DelegateTask task) {
        keep(task, task.getExecution());
    }

    @Override
    public void notify(DelegateExecution execution) {
        keep(execution, execution);
    }

    private static void keep(VariableScope read, DelegateExecution kept) {
        if (read.getVariable(Submission.VARIABLE) instanceof Submission submission) {
            submission.notTaken().forEach(kept::setVariable);
            kept.removeVariable(Submission.VARIABLE);
        }
    }
}
