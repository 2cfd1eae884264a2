package org.smecluster.migration.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.AsPerson;
import org.smecluster.engine.Conflicts;
import org.smecluster.migration.MoveResult;
import org.smecluster.migration.Plan;
import org.smecluster.migration.RunningCases;
import org.smecluster.policy.Following;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.guard.CaseJudge;
import org.smecluster.policy.guard.CaseJudge.Why;
import org.smecluster.policy.guard.Passed;
import org.smecluster.policy.guard.Standing;
import org.smecluster.policy.guard.Versions;
import org.smecluster.security.Account;

/** Moves cases by one plan, each judged before by its own past; with what hangs on its steps beside the engine. */
final class CaseMover implements RunningCases.Mover {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMover.class);

    /** What it takes to move a case. */
    record Tools(
            RuntimeService runtime,
            CommandExecutor commands,
            AsPerson asPerson,
            CaseReader reader,
            Deadlines deadlines,
            Following following) {}

    private final Tools tools;
    private final Definitions definitions;
    private final Plan plan;
    private final Map<String, String> mapping;
    private final Steps after;
    private final MigrationPlan enginePlan;
    private final Versions versions;
    private final Map<Set<String>, CaseJudge> judges = new HashMap<>();

    CaseMover(Tools tools, Definitions definitions, Plan plan, Steps after, MigrationPlan enginePlan) {
        this.tools = tools;
        this.definitions = definitions;
        this.plan = plan;
        this.mapping = plan.mapping();
        this.after = after;
        this.enginePlan = enginePlan;
        this.versions = new Versions(definitions::version);
    }

    @Override
    public MoveResult move(RunningCases.Open open, Account by) {
        try {
            CaseTree tree = tools.reader().read(open.rootId());
            if (tree.around(open.instanceId()).isEmpty()) {
                return MoveResult.stays("这件案件已经办完，或者已经不在这个版本上");
            }
            boolean there = tree.around(open.instanceId())
                    .get(0)
                    .definitionId()
                    .equals(plan.from().definitionId());
            if (!there) {
                return MoveResult.stays("这件案件已经办完，或者已经不在这个版本上");
            }
            Optional<Why> why = judged(tree, open.instanceId());
            if (why.isPresent()) {
                return new MoveResult(false, why.get().sentence(), why.get().article());
            }
            migrate(open, by);
            return MoveResult.GOES;
        } catch (MigratingProcessInstanceValidationException refused) {
            return MoveResult.stays(String.join("；", EngineSays.ofCase(refused.getValidationReport())));
        } catch (RuntimeException failure) {
            if (Conflicts.caused(failure)) {
                return MoveResult.BUSY;
            }
            LOG.error("A case could not be moved to {}", plan.to().definitionId(), failure);
            return MoveResult.stays("系统没能迁移这件案件，请系统管理员查看日志");
        }
    }

    /** By the rules about its own process, and by those about the processes in which it was called. */
    private Optional<Why> judged(CaseTree tree, String instanceId) {
        CaseJudge moved = judge(tree, instanceId);
        CaseJudge staying = judge(tree, null);
        for (CaseTree.Instance around : tree.around(instanceId)) {
            Standing there = tree.standing(around.id(), definitions::key, instanceId, mapping);
            Standing here = tree.standing(around.id(), definitions::key, null, Map.of());
            List<Passed> past = tree.past(around.id());
            Optional<Why> why = moved.judge(around.id(), there, here, staying, past, versions).stream()
                    .min((one, other) -> Boolean.compare(one.article() == null, other.article() == null));
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    /** @param movedId the instance that runs on the new version; null: none */
    private CaseJudge judge(CaseTree tree, String movedId) {
        Set<String> ids = new LinkedHashSet<>();
        if (movedId != null) {
            ids.add(plan.to().definitionId());
        }
        tree.running().stream()
                .filter(each -> !each.id().equals(movedId))
                .map(CaseTree.Instance::definitionId)
                .filter(id ->
                        movedId == null || !definitions.key(id).equals(plan.to().key()))
                .forEach(ids::add);
        return judges.computeIfAbsent(ids, none -> {
            List<ModelSource> own = new ArrayList<>();
            ids.forEach(id -> own.add(definitions.source(id)));
            return new CaseJudge(definitions.live(), own);
        });
    }

    private void migrate(RunningCases.Open open, Account by) {
        tools.asPerson().run(by, () -> tools.commands()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    tools.runtime()
                            .newMigration(enginePlan)
                            .processInstanceIds(open.instanceId())
                            .execute();
                    rename(context, open.instanceId());
                    return null;
                })));
        mapping.forEach((source, target) -> {
            if (!source.equals(target)) {
                tools.deadlines().move(open.instanceId(), source, target);
            }
        });
        tools.following().moved(open.rootId(), open.caseNumber(), plan.to().deploymentId());
    }

    /** The engine leaves the tasks in the lists under their old names. */
    private void rename(CommandContext context, String instanceId) {
        for (TaskEntity task : context.getTaskManager().findTasksByProcessInstanceId(instanceId)) {
            String name = after.name(task.getTaskDefinitionKey());
            if (!name.contains("${") && !name.equals(task.getName())) {
                task.setName(name);
            }
        }
    }
}
