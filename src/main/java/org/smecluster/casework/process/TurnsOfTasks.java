package org.smecluster.casework.process;

import java.time.Instant;
import java.util.Collection;
import org.smecluster.casework.TurnsTold;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.TurnNews;
import org.springframework.stereotype.Component;

/** Hands the engine's news of tasks to {@link TurnsTold}. */
@Component
class TurnsOfTasks implements TurnNews {

    private final TurnsTold turns;
    private final ActingPerson person;

    TurnsOfTasks(TurnsTold turns, ActingPerson person) {
        this.turns = turns;
        this.person = person;
    }

    @Override
    public void comes(
            String taskId,
            String taskKey,
            String taskName,
            String caseNumber,
            Collection<String> groups,
            String assignee,
            Instant due) {
        if (caseNumber != null) {
            turns.comes(taskId, taskKey, taskName, caseNumber, groups, assignee, due, person.find());
        }
    }
}
