package org.smecluster.sample.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The timers that wait, and a way not to wait for them: to try the system without living through its periods, its clock
 * is put forward. A restart keeps the time it had reached.
 */
@Component
@Profile("!production")
public class TrialTimers {

    /**
     * @param caseNumber null for a timer that starts a process
     * @param process name of the model
     * @param event label of the timer event
     */
    public record Timer(String id, String caseNumber, String process, String event, Instant due) {}

    private static final Logger LOG = LoggerFactory.getLogger(TrialTimers.class);

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    /** Where the clock's lead is kept, in milliseconds; null where nothing is kept. */
    private final Path lead;

    TrialTimers(
            ManagementService management,
            RuntimeService runtime,
            RepositoryService repository,
            @Value("${smecluster.database.directory:}") String databaseDirectory)
            throws IOException {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.lead = databaseDirectory.isBlank()
                ? null
                : Path.of(databaseDirectory).toAbsolutePath().resolveSibling("trial-clock");
        if (lead != null && Files.exists(lead)) {
            ClockUtil.offset(Long.valueOf(Files.readString(lead).trim()));
        }
    }

    /** The soonest first. */
    public List<Timer> waiting() {
        return management.createJobQuery().timers().active().orderByJobDuedate().asc().list().stream()
                .map(this::describe)
                .toList();
    }

    /** Puts the clock forward to the timer's time; the engine does, in their order, what falls due until then. */
    public void advanceTo(String id) throws IOException {
        Job timer = management.createJobQuery().jobId(id).singleResult();
        if (timer == null) {
            return;
        }
        long forward = timer.getDuedate().getTime() + 1000 - System.currentTimeMillis();
        if (lead != null) {
            keep(forward);
        }
        ClockUtil.offset(forward);
        for (Job due : management
                .createJobQuery()
                .timers()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list()) {
            execute(due);
        }
    }

    /** Before the clock moves and in one piece: whoever is killed here starts again at the old or at the new time. */
    private void keep(long forward) throws IOException {
        // there is no such directory yet where the database is another's
        Files.createDirectories(lead.getParent());
        Path written = lead.resolveSibling(lead.getFileName() + ".new");
        Files.writeString(written, Long.toString(forward), StandardOpenOption.CREATE, StandardOpenOption.SYNC);
        Files.move(written, lead, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The job executor may be quicker; then the timer has had its effect already. */
    private void execute(Job due) {
        try {
            management.executeJob(due.getId());
        } catch (OptimisticLockingException | NullValueException taken) {
            LOG.debug("timer {} was executed by the job executor", due.getId(), taken);
        }
    }

    private Timer describe(Job job) {
        JobDefinition definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        FlowElement event = repository
                .getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(definition.getActivityId());
        ProcessInstance instance = job.getProcessInstanceId() == null
                ? null
                : runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult();
        return new Timer(
                job.getId(),
                instance == null ? null : instance.getBusinessKey(),
                repository.getProcessDefinition(job.getProcessDefinitionId()).getName(),
                event.getName(),
                job.getDuedate().toInstant());
    }
}
