package org.smecluster.engine;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/**
 * A job that failed says in Chinese what failed, why and what to do, and is tried again at growing intervals; the last
 * failure becomes an incident with the same text. Where two steps met at one row, the attempt does not count.
 */
class JobFailure extends DefaultJobRetryCmd {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("M月d日HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    JobFailure(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    protected boolean shouldDecrementRetriesFor(Throwable failure) {
        return !Conflicts.caused(failure);
    }

    /** The engine asks for the message before it sets the next time; the one that counts is written here, after that. */
    @Override
    protected void decrementRetries(JobEntity job) {
        if (exception != null) {
            boolean last = shouldDecrementRetriesFor(exception) && job.getRetries() <= 1;
            String next = last
                    ? "自动重试次数已用完，不再重试。"
                    : "系统将"
                            + (job.getDuedate() == null
                                    ? "随即"
                                    : "于" + SHOWN.format(job.getDuedate().toInstant())) + "自动重试。";
            job.setExceptionMessage(FailureHints.of(exception).message(step(job), next));
        }
        super.decrementRetries(job);
    }

    /** The step's label; its id where the model gives none. */
    private static String step(JobEntity job) {
        if (job.getProcessDefinitionId() == null || job.getActivityId() == null) {
            return job.getJobHandlerType();
        }
        FlowElement element = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(job.getProcessDefinitionId())
                .getModelElementById(job.getActivityId());
        return element == null || element.getName() == null ? job.getActivityId() : element.getName();
    }

    /** Puts the advice into the incident's annotation as well, where Cockpit lets administrators add what they did. */
    static class Annotated extends DefaultIncidentHandler {

        Annotated() {
            super(Incident.FAILED_JOB_HANDLER_TYPE);
        }

        @Override
        public Incident handleIncident(IncidentContext context, String message) {
            Incident incident = super.handleIncident(context, message);
            if (message != null) {
                new SetAnnotationForIncidentCmd(incident.getId(), FailureHint.adviceIn(message))
                        .execute(Context.getCommandContext());
            }
            return incident;
        }
    }
}
