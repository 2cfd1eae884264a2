package org.smecluster.policy.guard;

import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;

/** One of the guard's questions. It says all that it finds in what would run, and what it cannot analyse. */
interface Judgement {

    /** @param models all that would run, not only what is deployed */
    void judge(RunningModels models, Consumer<ModelFinding> found);
}
