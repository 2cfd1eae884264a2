package org.smecluster.worklist.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.smecluster.engine.AsPerson;
import org.springframework.stereotype.Component;

/** What our pages need to know of a task: which case it belongs to. */
@Component
public class TaskDirectory {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AsPerson asPerson;

    TaskDirectory(TaskService tasks, RuntimeService runtime, RepositoryService repository, AsPerson asPerson) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.asPerson = asPerson;
    }

    /**
     * The task as the person may see it.
     *
     * @param groups of the person
     * @return empty where there is no such task or the person may not read it
     */
    public Optional<OpenTask> find(String taskId, String userId, List<String> groups) {
        Task task = asPerson.run(
                userId, groups, () -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null) {
            return Optional.empty();
        }
        String process =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return Optional.of(new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                process,
                task.getProcessInstanceId(),
                instance.getBusinessKey(),
                task.getAssignee()));
    }

    /** Tasks that are the person's own or open to one of the groups, the most pressing first. */
    public List<WaitingTask> waitingFor(String userId, List<String> groups, int most) {
        List<Task> waiting = asPerson.run(userId, groups, () -> forPerson(userId, groups)
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, most));
        Map<String, String> numbers = numbersOf(waiting);
        return waiting.stream()
                .map(task -> waiting(task, numbers.get(task.getProcessInstanceId())))
                .toList();
    }

    /** How many tasks {@link #waitingFor} knows of. */
    public long countFor(String userId, List<String> groups) {
        return asPerson.run(userId, groups, () -> forPerson(userId, groups).count());
    }

    /**
     * Until when the next task of each case is to be done. Asks for no rights: whoever shows it has checked the scope.
     *
     * @return by case number; nothing of cases without a task that is due
     */
    public Map<String, Instant> dueOf(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                .list();
        Map<String, String> cases = numbersOf(open);
        return open.stream()
                .filter(task -> task.getDueDate() != null)
                .collect(Collectors.toMap(
                        task -> cases.get(task.getProcessInstanceId()),
                        task -> task.getDueDate().toInstant(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    /**
     * Tasks whose time is over, the longest first. Asks for no rights: whoever shows it checks the scope of each case.
     *
     * @param most more than that are not told
     */
    public List<OverdueTask> overdue(Instant now, int most) {
        List<Task> late = tasks.createTaskQuery()
                .dueBefore(Date.from(now))
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, most);
        Map<String, String> numbers = numbersOf(late);
        return late.stream()
                .filter(task -> numbers.containsKey(task.getProcessInstanceId()))
                .map(task -> new OverdueTask(
                        numbers.get(task.getProcessInstanceId()),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        task.getDueDate().toInstant()))
                .toList();
    }

    /**
     * Who is to do what in each case now, the most pressing first. Asks for no rights: whoever shows it has checked the scope.
     *
     * @return by case number; nothing of cases without a task
     */
    public Map<String, List<Turn>> turnsOf(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(caseNumbers.toArray(String[]::new))
                .orderByDueDate()
                .asc()
                .list();
        Map<String, String> numbers = numbersOf(open);
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        open.forEach(
                task -> turns.computeIfAbsent(numbers.get(task.getProcessInstanceId()), number -> new ArrayList<>())
                        .add(turn(task)));
        return turns;
    }

    private Turn turn(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
        return new Turn(
                task.getId(),
                task.getName(),
                groups,
                task.getAssignee(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private TaskQuery forPerson(String userId, List<String> groups) {
        TaskQuery query = tasks.createTaskQuery().active().or().taskAssignee(userId);
        if (!groups.isEmpty()) {
            query.taskCandidateGroupIn(groups).includeAssignedTasks();
        }
        return query.endOr();
    }

    private static WaitingTask waiting(Task task, String number) {
        return new WaitingTask(
                task.getId(),
                task.getName(),
                number,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee());
    }

    /** Case numbers by process instance; without those of processes that have none. */
    private Map<String, String> numbersOf(List<Task> open) {
        return open.isEmpty()
                ? Map.of()
                : runtime
                        .createProcessInstanceQuery()
                        .processInstanceIds(
                                open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                        .list()
                        .stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    /**
     * @param key element id of the user task, e.g. {@code task_reviewPreliminarily}
     * @param process process id, e.g. {@code clusterRecognition}
     * @param businessKey the case number
     */
    public record OpenTask(
            String id, String key, String process, String processInstanceId, String businessKey, String assignee) {}

    /**
     * @param groups of the unit or office whose turn it is; empty where the task is one person's from the start
     * @param assignee user id; null where nobody has claimed it
     * @param dueAt null where there is no due date
     */
    public record Turn(String taskId, String name, List<String> groups, String assignee, Instant dueAt) {}

    /**
     * @param number the business key: of a case, a batch or a round
     * @param step element id of the user task
     */
    public record OverdueTask(String number, String step, String name, Instant dueAt) {}

    /**
     * @param caseNumber the business key; null where the process has none
     * @param dueAt null where there is no due date
     * @param assignee user id; null where nobody has claimed it
     */
    public record WaitingTask(String id, String name, String caseNumber, Instant dueAt, String assignee) {}
}
