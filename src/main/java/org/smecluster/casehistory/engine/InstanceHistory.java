package org.smecluster.casehistory.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLink;
import org.smecluster.casehistory.InstanceStory;
import org.smecluster.casehistory.InstanceStory.Head;
import org.smecluster.casehistory.InstanceStory.IncidentEntry;
import org.smecluster.casehistory.InstanceStory.RelatedInstance;
import org.smecluster.casehistory.InstanceStory.Step;
import org.smecluster.casehistory.InstanceStory.TaskEntry;
import org.smecluster.casehistory.InstanceStory.VariableChange;
import org.smecluster.casehistory.InstanceStory.VariableEntry;
import org.springframework.stereotype.Component;

/** Tells the story of an instance from the engine's history. */
@Component
public class InstanceHistory {

    private final HistoryService history;
    private final TaskService tasks;
    private final Models models;
    private final CasePath path;

    InstanceHistory(HistoryService history, TaskService tasks, Models models, CasePath path) {
        this.history = history;
        this.tasks = tasks;
        this.models = models;
        this.path = path;
    }

    /** Empty where the engine knows no such instance. */
    public Optional<InstanceStory> find(String instanceId) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .singleResult())
                .map(this::story);
    }

    private InstanceStory story(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> visits = path.visits(instance.getId());
        List<VariableEntry> variables = variables(instance, visits);
        return new InstanceStory(
                head(instance, variables),
                steps(instance, visits),
                path.flows(instance.getProcessDefinitionId(), visits),
                tasks(instance),
                variables,
                incidents(instance),
                related(instance));
    }

    private Head head(HistoricProcessInstance instance, List<VariableEntry> variables) {
        Map<String, String> labels = variables.stream()
                .filter(variable -> variable.scope() == null && variable.value() != null)
                .collect(Collectors.toMap(VariableEntry::name, VariableEntry::value, (first, second) -> first));
        return new Head(
                instance.getId(),
                instance.getBusinessKey(),
                instance.getProcessDefinitionKey(),
                models.processName(instance.getProcessDefinitionId()),
                instance.getProcessDefinitionId(),
                instance.getProcessDefinitionVersion(),
                instance.getState(),
                instance.getDeleteReason(),
                labels.get("clusterName"),
                labels.get("applicantGroup"),
                instance.getStartUserId(),
                Values.instant(instance.getStartTime()),
                Values.instant(instance.getEndTime()));
    }

    private List<Step> steps(HistoricProcessInstance instance, List<HistoricActivityInstance> visits) {
        List<Step> steps = new ArrayList<>();
        for (HistoricActivityInstance visit : visits) {
            if (!CasePath.isFrame(visit)) {
                steps.add(new Step(
                        steps.size() + 1,
                        visit.getActivityId(),
                        // the version on which it was then
                        models.label(visit.getProcessDefinitionId(), visit.getActivityId()),
                        visit.getActivityType(),
                        Values.instant(visit.getStartTime()),
                        Values.instant(visit.getEndTime()),
                        visit.isCanceled(),
                        visit.getAssignee(),
                        visit.getCalledProcessInstanceId()));
            }
        }
        return steps;
    }

    private List<TaskEntry> tasks(HistoricProcessInstance instance) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(this::task)
                .toList();
    }

    private TaskEntry task(HistoricTaskInstance task) {
        return new TaskEntry(
                task.getId(),
                task.getName(),
                task.getAssignee(),
                task.getEndTime() == null ? candidates(task.getId()) : List.of(),
                Values.instant(task.getStartTime()),
                Values.instant(task.getDueDate()),
                Values.instant(task.getEndTime()),
                task.getDurationInMillis(),
                "completed".equals(task.getDeleteReason()));
    }

    private List<String> candidates(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(link -> "candidate".equals(link.getType()))
                .map(InstanceHistory::member)
                .toList();
    }

    private static String member(IdentityLink link) {
        return link.getGroupId() == null ? link.getUserId() : link.getGroupId();
    }

    private List<VariableEntry> variables(HistoricProcessInstance instance, List<HistoricActivityInstance> visits) {
        Map<String, String> labels = new HashMap<>();
        visits.forEach(
                visit -> labels.put(visit.getId(), models.label(visit.getProcessDefinitionId(), CasePath.node(visit))));
        Map<String, List<VariableChange>> changes = changes(instance);
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderByVariableName()
                .asc()
                .list()
                .stream()
                .map(variable -> variable(variable, instance, labels, changes))
                .toList();
    }

    private static VariableEntry variable(
            HistoricVariableInstance variable,
            HistoricProcessInstance instance,
            Map<String, String> labels,
            Map<String, List<VariableChange>> changes) {
        String scope = variable.getActivityInstanceId();
        List<VariableChange> own = changes.getOrDefault(variable.getId(), List.of());
        return new VariableEntry(
                variable.getName(),
                variable.getTypeName(),
                Objects.equals(scope, instance.getId()) ? null : labels.getOrDefault(scope, scope),
                Values.text(variable.getTypedValue()),
                own.isEmpty()
                        ? Values.instant(variable.getCreateTime())
                        : own.get(own.size() - 1).at(),
                own);
    }

    /** By variable, the earliest first. */
    private Map<String, List<VariableChange>> changes(HistoricProcessInstance instance) {
        Map<String, String> users =
                history.createUserOperationLogQuery().processInstanceId(instance.getId()).list().stream()
                        .filter(entry -> entry.getUserId() != null)
                        .collect(Collectors.toMap(
                                UserOperationLogEntry::getOperationId,
                                UserOperationLogEntry::getUserId,
                                (first, second) -> first));
        return history
                .createHistoricDetailQuery()
                .variableUpdates()
                .processInstanceId(instance.getId())
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricVariableUpdate.class::cast)
                .sorted(Comparator.comparing(HistoricVariableUpdate::getTime))
                .collect(Collectors.groupingBy(
                        HistoricVariableUpdate::getVariableInstanceId,
                        Collectors.mapping(
                                update -> new VariableChange(
                                        Values.instant(update.getTime()),
                                        Values.text(update.getTypedValue()),
                                        users.get(update.getUserOperationId())),
                                Collectors.toList())));
    }

    private List<IncidentEntry> incidents(HistoricProcessInstance instance) {
        return history
                .createHistoricIncidentQuery()
                .processInstanceId(instance.getId())
                .orderByCreateTime()
                .desc()
                .list()
                .stream()
                .map(this::incident)
                .toList();
    }

    private IncidentEntry incident(HistoricIncident incident) {
        return new IncidentEntry(
                incident.getId(),
                incident.getIncidentType(),
                incident.getActivityId(),
                models.label(incident.getProcessDefinitionId(), incident.getActivityId()),
                incident.getIncidentMessage(),
                incident.getAnnotation(),
                Values.instant(incident.getCreateTime()),
                Values.instant(incident.getEndTime()),
                incident.isOpen() ? "OPEN" : incident.isResolved() ? "RESOLVED" : "DELETED");
    }

    private List<RelatedInstance> related(HistoricProcessInstance instance) {
        Map<String, RelatedInstance> related = new HashMap<>();
        sameCase(instance).forEach(each -> related.put(each.getId(), relative(each, "SAME_CASE")));
        history.createHistoricProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list()
                .forEach(each -> related.put(each.getId(), relative(each, "CALLED")));
        Optional.ofNullable(instance.getSuperProcessInstanceId())
                .map(caller -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(caller)
                        .singleResult())
                .ifPresent(each -> related.put(each.getId(), relative(each, "CALLER")));
        return related.values().stream()
                .sorted(Comparator.comparing(RelatedInstance::startedAt))
                .toList();
    }

    private Stream<HistoricProcessInstance> sameCase(HistoricProcessInstance instance) {
        return instance.getBusinessKey() == null
                ? Stream.empty()
                : history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(instance.getBusinessKey())
                        .list()
                        .stream()
                        .filter(other -> !other.getId().equals(instance.getId()));
    }

    private RelatedInstance relative(HistoricProcessInstance instance, String relation) {
        return new RelatedInstance(
                instance.getId(),
                relation,
                models.processName(instance.getProcessDefinitionId()),
                instance.getBusinessKey(),
                Values.instant(instance.getStartTime()),
                Values.instant(instance.getEndTime()));
    }
}
