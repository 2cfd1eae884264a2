package org.smecluster.migration.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.smecluster.migration.Plan;
import org.smecluster.migration.ProcessVersion;
import org.springframework.stereotype.Component;

/** Draws up plans: the engine generates and validates them, what hangs on the steps is looked at beside. */
@Component
class PlanMaker {

    static final String SEVERAL = "#multiInstanceBody";

    /** Each round of a generated plan takes out what does not hold; what hangs on that comes to light in the next. */
    private static final int ROUNDS = 6;

    private final RuntimeService runtime;
    private final RepositoryService repository;

    PlanMaker(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    Steps steps(ProcessVersion version) {
        return new Steps(repository.getBpmnModelInstance(version.definitionId()), version.key());
    }

    Plan plan(ProcessVersion from, ProcessVersion to, Map<String, String> wanted) {
        Steps before = steps(from);
        Steps after = steps(to);
        Map<String, String> mapping = new LinkedHashMap<>();
        Map<String, List<String>> problems = new HashMap<>();
        if (wanted == null) {
            mapping.putAll(generated(from, to, before, after));
            for (int round = 0; round < ROUNDS; round++) {
                Map<String, List<String>> found = problems(from, to, before, after, mapping);
                problems.putAll(found);
                mapping.keySet().removeAll(found.keySet());
                if (found.isEmpty()) {
                    break;
                }
            }
        } else {
            before.ids().stream()
                    .filter(id -> after.has(wanted.getOrDefault(id, "")))
                    .forEach(id -> mapping.put(id, wanted.get(id)));
            problems.putAll(problems(from, to, before, after, mapping));
        }
        List<Plan.Line> lines = before.ids().stream()
                .map(id -> new Plan.Line(
                        id,
                        before.name(id),
                        before.kind(id),
                        mapping.get(id),
                        after.ids().stream()
                                .filter(other -> after.kind(other).equals(before.kind(id)))
                                .map(other -> new Plan.Choice(other, after.name(other)))
                                .toList(),
                        problems.getOrDefault(id, List.of())))
                .toList();
        return new Plan(from, to, lines);
    }

    /** What the engine finds equal; then what is the same step of the law under another id. */
    private Map<String, String> generated(ProcessVersion from, ProcessVersion to, Steps before, Steps after) {
        Map<String, String> mapping = new LinkedHashMap<>();
        Map<String, String> equal = new HashMap<>();
        for (MigrationInstruction each : runtime.createMigrationPlan(from.definitionId(), to.definitionId())
                .mapEqualActivities()
                .build()
                .getInstructions()) {
            equal.put(each.getSourceActivityId(), each.getTargetActivityId());
        }
        for (String id : before.ids()) {
            if (equal.containsKey(id) || after.has(id) && after.kind(id).equals(before.kind(id))) {
                mapping.put(id, equal.getOrDefault(id, id));
            }
        }
        for (String id : before.ids()) {
            String identity = before.identity(id);
            if (mapping.containsKey(id) || identity == null) {
                continue;
            }
            List<String> same = after.ids().stream()
                    .filter(other -> identity.equals(after.identity(other)) && !mapping.containsValue(other))
                    .toList();
            if (same.size() == 1) {
                mapping.put(id, same.get(0));
            }
        }
        return mapping;
    }

    private Map<String, List<String>> problems(
            ProcessVersion from, ProcessVersion to, Steps before, Steps after, Map<String, String> mapping) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        mapping.forEach((source, target) -> {
            List<String> own = Steps.problems(before, source, after, target);
            if (!own.isEmpty()) {
                problems.computeIfAbsent(source, none -> new ArrayList<>()).addAll(own);
            }
        });
        Steps.restarted(before, after, mapping)
                .forEach(source -> problems.computeIfAbsent(source, none -> new ArrayList<>())
                        .add("它的计时没有对应到新环节的计时，期限会重新起算"));
        try {
            build(from, to, before, mapping);
        } catch (MigrationPlanValidationException refused) {
            refused.getValidationReport().getInstructionReports().forEach(report -> {
                String source =
                        report.getMigrationInstruction().getSourceActivityId().replace(SEVERAL, "");
                report.getFailures().stream()
                        .map(EngineSays::inPlan)
                        .distinct()
                        .forEach(said -> problems.computeIfAbsent(source, none -> new ArrayList<>())
                                .add(said));
            });
        }
        return problems;
    }

    /** @throws MigrationPlanValidationException where the engine does not take it */
    MigrationPlan build(ProcessVersion from, ProcessVersion to, Steps before, Map<String, String> mapping) {
        MigrationPlanBuilder builder = runtime.createMigrationPlan(from.definitionId(), to.definitionId());
        mapping.forEach((source, target) -> {
            builder.mapActivities(source, target);
            if (before.several(source)) {
                builder.mapActivities(source + SEVERAL, target + SEVERAL);
            }
        });
        return builder.build();
    }
}
