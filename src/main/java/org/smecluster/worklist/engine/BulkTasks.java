package org.smecluster.worklist.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.smecluster.engine.AsPerson;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.TaskForms;
import org.smecluster.engine.TaskLabels;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.worklist.BulkField;
import org.springframework.stereotype.Component;

/**
 * Tasks of one kind that a person may complete with the same entries. A policy owner marks such a kind in the Modeler by
 * the user task's extension property {@code bulk} with the value {@code true}.
 */
@Component
public class BulkTasks {

    static final String PROPERTY = "bulk";

    /**
     * @param key process and user task, e.g. {@code clusterRecognition.task_decideAcceptance}
     * @param name of the task, as in the model
     * @param open to the person, the most pressing first
     */
    public record Kind(String key, String name, String processName, List<Open> open) {}

    /**
     * @param dueAt null where there is no due date
     * @param own whether the person has claimed it
     */
    public record Open(String taskId, String caseNumber, String clusterName, Instant dueAt, boolean own) {}

    private final TaskService tasks;
    private final RepositoryService repository;
    private final AsPerson asPerson;
    private final Accounts accounts;

    BulkTasks(TaskService tasks, RepositoryService repository, AsPerson asPerson, Accounts accounts) {
        this.tasks = tasks;
        this.repository = repository;
        this.asPerson = asPerson;
        this.accounts = accounts;
    }

    /** The kinds of which the person has an open task that nobody else has claimed, in the order of their names. */
    public List<Kind> kinds(Account person) {
        Map<String, List<Task>> byKind = new LinkedHashMap<>();
        Map<String, ProcessDefinition> processes = new LinkedHashMap<>();
        Map<String, Set<String>> bulk = new LinkedHashMap<>();
        for (Task task : openTo(person)) {
            ProcessDefinition process =
                    processes.computeIfAbsent(task.getProcessDefinitionId(), repository::getProcessDefinition);
            if (bulk.computeIfAbsent(process.getKey(), this::bulkTasks).contains(task.getTaskDefinitionKey())) {
                byKind.computeIfAbsent(kind(process, task), key -> new ArrayList<>())
                        .add(task);
            }
        }
        return byKind.entrySet().stream()
                .map(kind -> new Kind(
                        kind.getKey(),
                        kind.getValue().get(0).getName(),
                        processes
                                .get(kind.getValue().get(0).getProcessDefinitionId())
                                .getName(),
                        described(kind.getValue(), person)))
                .sorted(Comparator.comparing(Kind::key))
                .toList();
    }

    /**
     * The inputs that are there, with these values, in the form of any of the tasks.
     *
     * @param taskIds of one kind, so that they have one form
     */
    public List<BulkField> fields(Account person, List<String> taskIds, Map<String, Object> values) {
        Map<String, BulkField> fields = new LinkedHashMap<>();
        asPerson.run(person, () -> {
            taskIds.forEach(taskId -> forms().shown(taskId, values)
                    .forEach(field -> fields.putIfAbsent(field.key(), BulkField.of(field))));
            return null;
        });
        return List.copyOf(fields.values());
    }

    /**
     * Tries the values on each task's form.
     *
     * @return the sentences where none of the tasks' forms would accept them; empty where one would
     */
    public List<String> problems(Account person, List<String> taskIds, Map<String, Object> values) {
        Set<String> sentences = new LinkedHashSet<>();
        for (String taskId : taskIds) {
            try {
                asPerson.run(person, () -> {
                    forms().tryOn(taskId, values);
                    return null;
                });
                return List.of();
            } catch (FormRejected rejected) {
                sentences.addAll(rejected.sentences());
            }
        }
        return List.copyOf(sentences);
    }

    /**
     * Claims the task if nobody has, and completes it as its form would.
     *
     * @param kind that the task must be of
     * @throws Refusal where the task is not, or no longer, among the person's, or another person has claimed it
     * @throws FormRejected where the form, or what the law says of the case, does not allow it
     */
    void complete(Account person, String kind, String taskId, Map<String, Object> values) {
        Task task = asPerson.run(person, () -> candidate(person).taskId(taskId).singleResult());
        if (task == null || !kind.equals(kind(repository.getProcessDefinition(task.getProcessDefinitionId()), task))) {
            throw new Refusal("这项任务已不在您的待办中：可能已由他人办结，或者案件已终止");
        }
        String assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(person.userId())) {
            throw new Refusal("这项任务已由" + name(assignee) + "认领");
        }
        asPerson.run(person, () -> {
            if (assignee == null) {
                tasks.claim(taskId, person.userId());
            }
            tasks.complete(taskId, values);
            return null;
        });
    }

    private TaskQuery candidate(Account person) {
        return tasks.createTaskQuery()
                .active()
                .taskCandidateGroupIn(person.groups())
                .includeAssignedTasks();
    }

    private static String kind(ProcessDefinition process, Task task) {
        return process.getKey() + "." + task.getTaskDefinitionKey();
    }

    private String name(String userId) {
        return accounts.find(userId).map(Account::displayName).orElse(userId);
    }

    private TaskForms forms() {
        return (TaskForms) tasks;
    }

    private List<Task> openTo(Account person) {
        if (person.groups().isEmpty()) {
            return List.of();
        }
        return asPerson
                .run(person, () -> candidate(person)
                        .orderByDueDate()
                        .asc()
                        .orderByTaskCreateTime()
                        .asc()
                        .list())
                .stream()
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(person.userId()))
                .toList();
    }

    /** As the latest version of the process says, so that a change of it holds for the cases that are under way. */
    private Set<String> bulkTasks(String processKey) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        return repository.getBpmnModelInstance(latest.getId()).getModelElementsByType(UserTask.class).stream()
                .filter(BulkTasks::isBulk)
                .map(UserTask::getId)
                .collect(Collectors.toSet());
    }

    private static boolean isBulk(UserTask task) {
        return Optional.ofNullable(task.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .anyMatch(property ->
                        PROPERTY.equals(property.getCamundaName()) && "true".equals(property.getCamundaValue()));
    }

    private List<Open> described(List<Task> found, Account person) {
        Map<String, Map<String, String>> labels = asPerson.run(person, () -> found.stream()
                .collect(Collectors.toMap(
                        Task::getId,
                        task -> Map.of(
                                TaskLabels.CASE_NUMBER, label(task, TaskLabels.CASE_NUMBER),
                                TaskLabels.CLUSTER_NAME, label(task, TaskLabels.CLUSTER_NAME)))));
        return found.stream()
                .map(task -> new Open(
                        task.getId(),
                        labels.get(task.getId()).get(TaskLabels.CASE_NUMBER),
                        labels.get(task.getId()).get(TaskLabels.CLUSTER_NAME),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                        task.getAssignee() != null))
                .toList();
    }

    private String label(Task task, String name) {
        Object value = tasks.getVariableLocal(task.getId(), name);
        return value == null ? "" : value.toString();
    }
}
