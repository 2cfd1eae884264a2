package org.smecluster.recognition.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.smecluster.calendar.Deadline;
import org.smecluster.casework.process.ClusterMessages;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Messages;
import org.smecluster.recognition.BatchMessages;
import org.smecluster.registry.ClusterRecord;
import org.springframework.stereotype.Component;

@Component
class EngineBatchMessages implements BatchMessages {

    private final Messages messages;
    private final Mailbox mailbox;
    private final RuntimeService runtime;
    private final TaskService tasks;

    EngineBatchMessages(Messages messages, Mailbox mailbox, RuntimeService runtime, TaskService tasks) {
        this.messages = messages;
        this.mailbox = mailbox;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void decided(String caseNumber, boolean recognised) {
        deliver(RecognitionProcess.DECIDED, caseNumber, Map.of(RecognitionProcess.RECOGNISED.name(), recognised));
    }

    @Override
    public void batchClosed(String caseNumber) {
        deliver(RecognitionProcess.BATCH_CLOSED, caseNumber, Map.of());
    }

    /** Batches begun before the model could end the step keep the task; completed, it publishes nothing. */
    @Override
    public void listEmptied(long publicationId) {
        tasks.createTaskQuery()
                .taskVariableValueEquals(BatchProcess.PUBLICATION_ID, publicationId)
                .list()
                .forEach(task -> runtime.createEventSubscriptionQuery()
                        .executionId(task.getExecutionId())
                        .eventName(BatchProcess.LIST_EMPTIED)
                        .list()
                        .forEach(awaited ->
                                runtime.messageEventReceived(BatchProcess.LIST_EMPTIED, awaited.getExecutionId())));
    }

    /** A case that runs and does not listen yet would wait for ever: the step fails and is tried again. */
    private void deliver(String message, String caseNumber, Map<String, Object> variables) {
        if (!messages.send(message, caseNumber, variables) && runs(caseNumber)) {
            throw new IllegalStateException(caseNumber + " runs and does not await " + message);
        }
    }

    private boolean runs(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(RecognitionProcess.KEY)
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
    }

    @Override
    public void termStarted(ClusterRecord cluster) {
        messages.start(
                BatchProcess.TERM_STARTED,
                BatchProcess.TERM_KEY,
                cluster.clusterNumber(),
                Map.of(
                        "clusterNumber",
                        cluster.clusterNumber(),
                        "clusterName",
                        cluster.name(),
                        "termEnd",
                        EngineTime.iso(cluster.termEndsOn()
                                .plusDays(1)
                                .atStartOfDay(Deadline.ZONE)
                                .toInstant())));
    }

    /** A pool case that awaits the year's progress hears of it afterwards; one that is over drops the letter. */
    @Override
    public void recognisedFromPool(String poolCase) {
        mailbox.post("recognised:" + poolCase, ClusterMessages.RECOGNISED_FROM_POOL, poolCase, Map.of());
    }
}
