package org.smecluster.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** Staff at their desks, in tests: they start procedures and complete tasks through the guarded forms. */
@Component
public class Desks {

    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;

    Desks(
            IdentityService identity,
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management) {
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
    }

    /** A person and the group that they act for. */
    public record Clerk(String user, String group) {

        public Account account() {
            return new Account(user, user, List.of(group));
        }
    }

    public static final Clerk PINGLUO = new Clerk("pingluo", "county-640221");
    public static final Clerk ZHONGNING = new Clerk("zhongning", "county-640521");
    public static final Clerk SHIZUISHAN = new Clerk("city-shizuishan", "city-6402");
    public static final Clerk ZHONGWEI = new Clerk("city-zhongwei", "city-6405");
    public static final Clerk OFFICER = new Clerk("officer-1", "province-officer");
    public static final Clerk OTHER_OFFICER = new Clerk("officer-2", "province-officer");
    public static final Clerk LEADER = new Clerk("leader", "province-leader");

    /** As the person, whose rights the engine checks; looking on, tests are nobody and see everything. */
    public <T> T as(Account by, Supplier<T> act) {
        identity.setAuthentication(by.userId(), by.groups());
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** @param fields key, value, key, value, … */
    public ProcessInstance start(Clerk clerk, String process, Object... fields) {
        return start(clerk.account(), process, fields(fields));
    }

    public ProcessInstance start(Account by, String process, Map<String, Object> form) {
        String latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(by, () -> forms.submitStartForm(latest, form));
    }

    /** Completes the one task of the kind that waits for the clerk's group in the instance. */
    public void complete(Clerk clerk, ProcessInstance instance, String taskKey, Object... fields) {
        complete(clerk.account(), task(clerk, instance, taskKey), fields(fields));
    }

    public void complete(Clerk clerk, String taskId, Map<String, Object> form) {
        complete(clerk.account(), taskId, form);
    }

    public void complete(Account by, Task task, Map<String, Object> form) {
        complete(by, task.getId(), form);
    }

    private void complete(Account by, String taskId, Map<String, Object> form) {
        as(by, () -> {
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

    /** The one open task of the kind in the case, whoever it waits for. */
    public Task task(String caseNumber, String taskKey) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .singleResult();
        assertThat(task).as("the task %s of %s is open", taskKey, caseNumber).isNotNull();
        return task;
    }

    /** Definition keys of the case's open tasks, sorted. */
    public List<String> openTasks(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
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

    /** Runs the timer that waits there in the case or in what it has called, whatever the clock says. */
    public void runTimer(String caseNumber, String activityId) {
        management.createJobQuery().activityId(activityId).timers().list().stream()
                .filter(job -> caseNumber.equals(runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** Runs the asynchronous steps that wait in the case and in what it has called, timers not. @return how many */
    public int runSteps(String caseNumber) {
        Set<String> running =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        List<Job> steps = running.isEmpty()
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceIds(running)
                        .messages()
                        .list();
        steps.forEach(job -> management.executeJob(job.getId()));
        return steps.size();
    }

    private List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().list();
    }

    static Map<String, Object> fields(Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        return values;
    }
}
