package org.smecluster.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** The step of a process that the present thread works for. */
@Component
public class CurrentStep {

    public record Step(String processInstanceId, String processDefinitionId, String activityId) {}

    /** Empty where no process asked: a page, a look-up. */
    public Optional<Step> now() {
        BpmnExecutionContext context = Context.getBpmnExecutionContext();
        if (context == null) {
            return Optional.empty();
        }
        ExecutionEntity execution = context.getExecution();
        return Optional.of(new Step(
                execution.getProcessInstanceId(), execution.getProcessDefinitionId(), execution.getActivityId()));
    }
}
