package org.smecluster.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Last listener of every form: fields that no record of the step names become process variables, so that a policy owner can add a
 * field to a form and a gateway that tests it.
 */
class KeepOtherFields implements TaskListener, ExecutionListener {

    @Override
    public void notify(DelegateTask task) {
        keep(task.getExecution());
    }

    @Override
    public void notify(DelegateExecution execution) {
        keep(execution);
    }

    private static void keep(DelegateExecution execution) {
        Submission submission = Submission.currentOrNull();
        if (submission != null) {
            submission.notNamed().forEach(execution::setVariable);
            Submission.end();
        }
    }
}
