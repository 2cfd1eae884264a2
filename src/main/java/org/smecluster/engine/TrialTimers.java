package org.smecluster.engine;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The timers that wait, and a way not to wait for them: to try the system without living through its periods. */
@Component
@Profile("!production")
public class TrialTimers {

    /**
     * @param process name of the model
     * @param event label of the timer event
     */
    public record Timer(String id, String caseNumber, String process, String event, Instant due) {}

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    TrialTimers(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** The soonest first. */
    public List<Timer> waiting() {
        return management.createJobQuery().timers().active().orderByJobDuedate().asc().list().stream()
                .map(this::describe)
                .toList();
    }

    /** Lets the timer's time be now; the engine does what it would have done then. */
    public void fire(String id) {
        management.executeJob(id);
    }

    private Timer describe(Job job) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        FlowElement event = repository
                .getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
        String caseNumber = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        return new Timer(
                job.getId(),
                caseNumber,
                repository.getProcessDefinition(job.getProcessDefinitionId()).getName(),
                event.getName(),
                job.getDuedate().toInstant());
    }
}
