package org.smecluster.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The step of the model {@code platformFetch}: fails while the variable {@code reachable} is false. */
@Component("platformFetchStep")
class PlatformFetchStep implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        if (!Boolean.TRUE.equals(execution.getVariable("reachable"))) {
            throw new IllegalStateException("the platform does not answer");
        }
    }
}
