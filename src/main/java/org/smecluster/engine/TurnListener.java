package org.smecluster.engine;

import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/** Last listener of every task that comes to be. */
class TurnListener implements TaskListener {

    private final Supplier<TurnNews> news;

    TurnListener(Supplier<TurnNews> news) {
        this.news = news;
    }

    @Override
    public void notify(DelegateTask task) {
        news.get()
                .comes(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        ((ExecutionEntity) task.getExecution())
                                .getProcessInstance()
                                .getBusinessKey(),
                        task.getCandidates().stream()
                                .map(IdentityLink::getGroupId)
                                .filter(Objects::nonNull)
                                .toList(),
                        task.getAssignee(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
