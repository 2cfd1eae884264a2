package org.smecluster.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Staff at their desks, in tests: they start procedures and complete tasks through the guarded forms. */
@Component
public class Desks {

    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final ManagementService management;

    Desks(
            IdentityService identity,
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            ManagementService management) {
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.management = management;
    }

    /** A person and the group that they act for. */
    public record Clerk(String user, String group) {}

    public static final Clerk PINGLUO = new Clerk("pingluo", "county-640221");
    public static final Clerk ZHONGNING = new Clerk("zhongning", "county-640521");
    public static final Clerk SHIZUISHAN = new Clerk("city-shizuishan", "city-6402");
    public static final Clerk ZHONGWEI = new Clerk("city-zhongwei", "city-6405");
    public static final Clerk OFFICER = new Clerk("officer-1", "province-officer");
    public static final Clerk OTHER_OFFICER = new Clerk("officer-2", "province-officer");
    public static final Clerk LEADER = new Clerk("leader", "province-leader");

    /** As the person, whose rights the engine checks; looking on, tests are nobody and see everything. */
    private <T> T as(Clerk clerk, Supplier<T> act) {
        identity.setAuthentication(clerk.user(), List.of(clerk.group()));
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** @param fields key, value, key, value, … */
    public ProcessInstance start(Clerk clerk, String process, Object... fields) {
        String latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(clerk, () -> forms.submitStartForm(latest, fields(fields)));
    }

    /** Completes the one task of the kind that waits for the clerk's group in the instance. */
    public void complete(Clerk clerk, ProcessInstance instance, String taskKey, Object... fields) {
        Task task = task(clerk, instance, taskKey);
        as(clerk, () -> {
            tasks.complete(task.getId(), fields(fields));
            return task;
        });
    }

    public void complete(Clerk clerk, String taskId, Map<String, Object> form) {
        as(clerk, () -> {
            tasks.complete(taskId, new HashMap<>(form));
            return taskId;
        });
    }

    public Task task(Clerk clerk, ProcessInstance instance, String taskKey) {
        Task task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(taskKey)
                .taskCandidateGroup(clerk.group())
                .includeAssignedTasks()
                .singleResult();
        assertThat(task).as("%s for %s", taskKey, clerk.group()).isNotNull();
        return task;
    }

    /** What the form of the task is offered. */
    public Object offered(Clerk clerk, ProcessInstance instance, String taskKey, String key) {
        return tasks.getVariableLocal(task(clerk, instance, taskKey).getId(), key);
    }

    /** Runs the asynchronous steps that are due now, timers too, until none is. */
    public void runDue() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().list();
    }

    private static Map<String, Object> fields(Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        return values;
    }
}
