package org.smecluster.policy.guard;

import java.util.function.Consumer;
import org.smecluster.policy.ModelFinding;

/** Whether the processes that would run can run, and whether they keep the law, in all that they may do. */
final class ProcessesRun implements Judgement {

    @Override
    public void judge(RunningModels models, Consumer<ModelFinding> found) {
        Law law = Law.shipped();
        Explored explored = new Explored(models, law.producers(), law.spokenOf(), Explorer.SHIPPED);
        explored.graphs().values().forEach(graph -> {
            new Soundness(graph, law.producers(), found).judge();
            new LawJudge(graph, law).judge(explored.processes(), found);
        });
    }
}
