package org.smecluster.policy.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A bean that no list publishes: whoever reaches it by an expression, a class name or a script could reach every other. */
@Component("canary")
public class Canary implements JavaDelegate, ExecutionListener {

    private static final AtomicInteger TOUCHED = new AtomicInteger();

    /** For models that name the class. */
    public Canary() {}

    static int touched() {
        return TOUCHED.get();
    }

    static void reset() {
        TOUCHED.set(0);
    }

    public String touch() {
        TOUCHED.incrementAndGet();
        return "touched";
    }

    /** What {@code ${canary.touched}} would read. */
    public String getTouched() {
        return touch();
    }

    @Override
    public void execute(DelegateExecution execution) {
        touch();
    }

    @Override
    public void notify(DelegateExecution execution) {
        touch();
    }
}
