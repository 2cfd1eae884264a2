package org.smecluster.worklist.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.engine.AsPerson;
import org.smecluster.security.Account;
import org.springframework.stereotype.Component;

/** What stands above a task's form, and what is said when it is done: as the person may see it. */
@Component
public class TaskSheets {

    private static final String COMPLETED = "completed";

    /**
     * @param process id of the process that the task stands in
     * @param caseInstance the instance that the case is, which may have called the task's own
     * @param kind the name of the case's process
     * @param number of the case or batch
     * @param groups whose task it is; empty where it is one person's from the start
     * @param assignee user id; null where nobody has claimed it
     */
    public record Sheet(
            String taskId,
            String key,
            String name,
            String process,
            String caseInstance,
            String kind,
            String number,
            List<String> groups,
            String assignee,
            Instant dueAt) {}

    /** @param working whether the engine itself is still at the case, so that what follows is not known yet */
    public record Done(
            String taskId,
            String name,
            String process,
            String caseInstance,
            String kind,
            String number,
            Instant at,
            boolean working) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final ManagementService management;
    private final FilterService filters;
    private final AsPerson asPerson;

    TaskSheets(
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            HistoryService history,
            ManagementService management,
            FilterService filters,
            AsPerson asPerson) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.management = management;
        this.filters = filters;
        this.asPerson = asPerson;
    }

    /** Empty where there is no such task or the person may not read it. */
    public Optional<Sheet> find(String taskId, Account person) {
        Task task = asPerson.run(
                person, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        return Optional.ofNullable(task).map(this::sheet);
    }

    private Sheet sheet(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        String root = instance.getRootProcessInstanceId();
        HistoricProcessInstance whole = history.createHistoricProcessInstanceQuery()
                .processInstanceId(root)
                .singleResult();
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
        return new Sheet(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey(),
                root,
                whole.getProcessDefinitionName(),
                instance.getBusinessKey(),
                groups,
                task.getAssignee(),
                instant(task.getDueDate()));
    }

    /** What the person has completed under that id; empty where he or she has not. */
    public Optional<Done> done(String taskId, Account person) {
        HistoricTaskInstance task = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .taskAssignee(person.userId())
                .singleResult();
        if (task == null || !COMPLETED.equals(task.getDeleteReason())) {
            return Optional.empty();
        }
        HistoricProcessInstance whole = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getRootProcessInstanceId())
                .singleResult();
        return Optional.of(new Done(
                taskId,
                task.getName(),
                task.getProcessDefinitionKey(),
                whole.getId(),
                whole.getProcessDefinitionName(),
                history.createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey(),
                instant(task.getEndTime()),
                working(task.getProcessInstanceId()) || working(whole.getId())));
    }

    private boolean working(String instanceId) {
        return management
                        .createJobQuery()
                        .processInstanceId(instanceId)
                        .messages()
                        .withRetriesLeft()
                        .count()
                > 0;
    }

    /** Id of the list in Tasklist in which the person finds a task of that assignee; empty where there is none. */
    public Optional<String> list(String assignee, Account person) {
        String name = person.userId().equals(assignee) ? "我的待办" : "本组待办";
        return asPerson
                .run(
                        person,
                        () -> filters.createTaskFilterQuery().filterName(name).list())
                .stream()
                .findFirst()
                .map(filter -> filter.getId());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
