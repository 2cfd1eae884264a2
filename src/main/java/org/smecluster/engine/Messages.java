package org.smecluster.engine;

import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.stereotype.Component;

/** Messages between processes, correlated by business key. */
@Component
public class Messages {

    /** Where a case stands that did not receive a message. */
    public enum Receiver {
        NOT_STARTED,

        /** It may listen later. */
        RUNNING,

        /** It will never listen. */
        OVER
    }

    private final RuntimeService runtime;
    private final HistoryService history;

    Messages(RuntimeService runtime, HistoryService history) {
        this.runtime = runtime;
        this.history = history;
    }

    /**
     * Sends a message to the running case.
     *
     * @param variables set in the case's process instance
     * @return whether the case awaited it; false makes a repeated send harmless, and {@link #receiver} says why
     */
    public boolean send(String message, String businessKey, Map<String, Object> variables) {
        return isAwaited(message, businessKey)
                && correlated(to(message, businessKey).setVariables(variables));
    }

    /** As {@link #send}, the variables local to the event subprocess that the message starts. */
    public boolean sendToScope(String message, String businessKey, Map<String, Object> variables) {
        return isAwaited(message, businessKey)
                && correlated(to(message, businessKey).setVariablesToTriggeredScope(variables));
    }

    /** Starts the process that waits for the message, unless one of that business key is running. */
    public void start(String message, String processKey, String businessKey, Map<String, Object> variables) {
        long running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey)
                .count();
        if (running == 0) {
            to(message, businessKey).setVariables(variables).correlateStartMessage();
        }
    }

    /** The one answer to: nobody awaits it, is it too early or too late? */
    public Receiver receiver(String businessKey) {
        if (runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0) {
            return Receiver.RUNNING;
        }
        return history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(businessKey)
                                .finished()
                                .count()
                        > 0
                ? Receiver.OVER
                : Receiver.NOT_STARTED;
    }

    private boolean isAwaited(String message, String businessKey) {
        return runtime.createExecutionQuery()
                        .messageEventSubscriptionName(message)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    private MessageCorrelationBuilder to(String message, String businessKey) {
        return runtime.createMessageCorrelation(message).processInstanceBusinessKey(businessKey);
    }

    private static boolean correlated(MessageCorrelationBuilder correlation) {
        correlation.correlate();
        return true;
    }
}
