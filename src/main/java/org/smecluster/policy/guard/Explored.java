package org.smecluster.policy.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All processes that would run, each followed through everything that it may do, once. */
final class Explored {

    private final Processes processes;
    private final Map<String, StateGraph> graphs = new LinkedHashMap<>();

    Explored(RunningModels models, Producers producers, Set<String> spokenOf, Explorer.Bounds bounds) {
        processes = new Processes(models);
        FormFields forms = new FormFields(models, producers);
        DecisionOutputs decisions = new DecisionOutputs(models);
        for (Processes.Defined process : processes.all()) {
            graphs.put(
                    process.id(),
                    Explorer.explore(ProcessNet.of(processes, process), producers, forms, decisions, spokenOf, bounds));
        }
    }

    Processes processes() {
        return processes;
    }

    /** By process id. */
    Map<String, StateGraph> graphs() {
        return graphs;
    }
}
