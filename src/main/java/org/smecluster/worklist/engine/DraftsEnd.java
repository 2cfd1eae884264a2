package org.smecluster.worklist.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Drafts end with what they were drafts of: a task, however it ends, or the start of a process by the person. */
class DraftsEnd implements TaskListener, ExecutionListener {

    private final Supplier<DraftStore> drafts;

    DraftsEnd(Supplier<DraftStore> drafts) {
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateTask task) {
        drafts.get().taskEnds(task.getId());
    }

    @Override
    public void notify(DelegateExecution execution) {
        String starter = Context.getCommandContext().getAuthenticatedUserId();
        if (starter != null) {
            String process =
                    ((ExecutionEntity) execution).getProcessDefinition().getKey();
            drafts.get().remove(DraftStore.Place.START, process, starter);
        }
    }
}
