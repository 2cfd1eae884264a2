package org.smecluster.casehistory.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Steps that failed: those that the engine will try again by itself, and those that wait for the administrator. */
@Component
public class Failures {

    /** As many as can be read on one page; an administrator who has more looks for their common cause first. */
    public static final int MOST = 200;

    private static final String FAILED_JOB = "failedJob";

    /**
     * One failed step.
     *
     * @param incident id of the incident; null while the engine still tries by itself
     * @param job id of the job to retry; null where the incident is of another kind
     * @param type of the incident, e.g. {@code failedJob}
     * @param message of the failure, or the Chinese text made of it
     * @param annotation what to do, or what was noted
     * @param since when it failed for good; null while the engine still tries
     * @param retriesLeft tries that the engine still makes by itself
     * @param nextTryAt null where it makes none
     */
    public record Failure(
            String incident,
            String job,
            String type,
            String instance,
            String processName,
            String caseNumber,
            String cluster,
            String activity,
            String label,
            String message,
            String annotation,
            Instant since,
            int retriesLeft,
            Instant nextTryAt) {}

    private final RuntimeService runtime;
    private final ManagementService management;
    private final HistoryService history;
    private final Models models;

    Failures(RuntimeService runtime, ManagementService management, HistoryService history, Models models) {
        this.runtime = runtime;
        this.management = management;
        this.history = history;
        this.models = models;
    }

    /** Of all procedures, at most {@link #MOST} of each kind: first those that wait, the latest first. */
    public List<Failure> all() {
        return Stream.concat(
                        runtime.createIncidentQuery().orderByIncidentTimestamp().desc().listPage(0, MOST).stream()
                                .filter(Failures::ofItsOwn)
                                .map(this::waiting),
                        management.createJobQuery().withException().withRetriesLeft().listPage(0, MOST).stream()
                                .map(this::trying)
                                .sorted(nextTryFirst()))
                .toList();
    }

    /** Of one instance. */
    public List<Failure> of(String instanceId) {
        return Stream.concat(
                        runtime.createIncidentQuery().processInstanceId(instanceId).list().stream()
                                .filter(Failures::ofItsOwn)
                                .map(this::waiting),
                        management
                                .createJobQuery()
                                .processInstanceId(instanceId)
                                .withException()
                                .withRetriesLeft()
                                .list()
                                .stream()
                                .map(this::trying)
                                .sorted(nextTryFirst()))
                .toList();
    }

    private static Comparator<Failure> nextTryFirst() {
        return Comparator.comparing(Failure::nextTryAt, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** A caller bears the incident of what it called as well; it is shown where it arose. */
    private static boolean ofItsOwn(Incident incident) {
        return Objects.equals(incident.getId(), incident.getRootCauseIncidentId());
    }

    private Failure waiting(Incident incident) {
        boolean ofJob = FAILED_JOB.equals(incident.getIncidentType());
        Job job = ofJob
                ? management.createJobQuery().jobId(incident.getConfiguration()).singleResult()
                : null;
        return failure(
                incident.getId(),
                job,
                incident.getIncidentType(),
                incident.getProcessInstanceId(),
                incident.getProcessDefinitionId(),
                incident.getActivityId(),
                incident.getIncidentMessage(),
                incident.getAnnotation(),
                Values.instant(incident.getIncidentTimestamp()));
    }

    private Failure trying(Job job) {
        return failure(
                null,
                job,
                FAILED_JOB,
                job.getProcessInstanceId(),
                job.getProcessDefinitionId(),
                job.getFailedActivityId(),
                job.getExceptionMessage(),
                null,
                null);
    }

    private Failure failure(
            String incident,
            Job job,
            String type,
            String instanceId,
            String definitionId,
            String activity,
            String message,
            String annotation,
            Instant since) {
        HistoricProcessInstance instance = instanceId == null
                ? null
                : history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .singleResult();
        return new Failure(
                incident,
                job == null ? null : job.getId(),
                type,
                instanceId,
                definitionId == null ? null : models.processName(definitionId),
                instance == null ? null : instance.getBusinessKey(),
                cluster(instanceId),
                activity,
                models.label(definitionId, activity),
                message,
                annotation,
                since,
                job == null ? 0 : job.getRetries(),
                job == null || job.getRetries() == 0 ? null : Values.instant(job.getDuedate()));
    }

    private String cluster(String instanceId) {
        return instanceId == null
                ? null
                : history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instanceId)
                        .variableName("clusterName")
                        .list()
                        .stream()
                        .findFirst()
                        .map(variable -> Values.text(variable.getTypedValue()))
                        .orElse(null);
    }
}
