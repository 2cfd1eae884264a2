package org.smecluster.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A step that fails as a test wants. */
@Component("failingStep")
public class FailingStep implements JavaDelegate {

    static RuntimeException failure;

    @Override
    public void execute(DelegateExecution execution) {
        if (failure != null) {
            throw failure;
        }
    }
}
