package org.smecluster.sample.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** Does by program what a person does in Tasklist, with that person's rights: for sample data. */
@Component
public class Desk {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identity;

    Desk(RuntimeService runtime, TaskService tasks, HistoryService history, IdentityService identity) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.identity = identity;
    }

    /** The business key of the latest case of the process that has the variable's value; empty where none was started. */
    public Optional<String> started(String process, String variable, String value) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .variableValueEquals(variable, value)
                .orderByProcessInstanceStartTime()
                .desc()
                .list()
                .stream()
                .map(HistoricProcessInstance::getBusinessKey)
                .findFirst();
    }

    /**
     * Starts a process through its form.
     *
     * @return the business key that the case was given
     */
    public String start(Account person, String process, Map<String, Object> form) {
        String instance = as(
                person, () -> runtime.startProcessInstanceByKey(process, form).getId());
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    /**
     * Claims the task and completes it through its form, waiting for the engine's jobs to bring it; does nothing where it was
     * completed before.
     *
     * @param form is asked for only when the task is there, and does what comes before its completion
     * @throws IllegalStateException where the task does not come
     */
    public void complete(Account person, String businessKey, String taskKey, Supplier<Map<String, Object>> form) {
        await(businessKey, taskKey).ifPresent(task -> {
            Map<String, Object> entered = form.get();
            as(person, () -> {
                tasks.claim(task, person.userId());
                tasks.complete(task, entered);
                return null;
            });
        });
    }

    /** As {@link #complete(Account, String, String, Supplier)}, with nothing to be done before. */
    public void complete(Account person, String businessKey, String taskKey, Map<String, Object> form) {
        complete(person, businessKey, taskKey, () -> form);
    }

    /** The id of the case's open task of that key, once it is there; empty where it was completed before. */
    public Optional<String> await(String businessKey, String taskKey) {
        long giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < giveUp) {
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .taskDefinitionKey(taskKey)
                    .singleResult();
            if (task != null) {
                return Optional.of(task.getId());
            }
            if (history.createHistoricTaskInstanceQuery()
                            .processInstanceBusinessKey(businessKey)
                            .taskDefinitionKey(taskKey)
                            .finished()
                            .count()
                    > 0) {
                return Optional.empty();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("task " + taskKey + " of " + businessKey + " does not come");
    }

    private <T> T as(Account person, Supplier<T> work) {
        identity.setAuthentication(person.userId(), person.groups());
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
