package org.smecluster.engine;

import java.util.List;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * The engine's history without what it says already: a task's own copies of its case's facts ({@link TaskLabels}), and that a job
 * was put down and went well, which the visits of its step tell. Failures, and jobs that somebody deleted, are kept.
 */
record WithoutRepetition(HistoryEventHandler history) implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!repeats(event)) {
            history.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static boolean repeats(HistoryEvent event) {
        return event instanceof HistoricVariableUpdateEventEntity variable
                        && TaskLabels.isCopy(variable.getVariableName())
                || event instanceof HistoricJobLogEvent job
                        && (job.getState() == JobState.CREATED.getStateCode()
                                || job.getState() == JobState.SUCCESSFUL.getStateCode());
    }
}
