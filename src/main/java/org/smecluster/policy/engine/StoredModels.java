package org.smecluster.policy.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.StoppedFilter;
import org.smecluster.policy.StoppedModel;
import org.smecluster.policy.StoppedModels;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds what is stored against the list at every start, before the job executor runs: once for each deployment and list.
 * A process that contains what is closed is suspended with its cases; one that a later list allows goes on. Decisions and
 * forms know no suspension: what is closed in them fails when it is asked for, and they are shown all the same.
 */
@Component
class StoredModels implements StoppedModels, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StoredModels.class);

    private final AllowedInModels allowed;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final FilterService filters;
    private final CommandExecutor commands;
    private final JdbcClient database;
    private final Clock clock;

    StoredModels(
            AllowedInModels allowed,
            RepositoryService repository,
            RuntimeService runtime,
            FilterService filters,
            CommandExecutor commands,
            JdbcClient database,
            Clock clock) {
        this.allowed = allowed;
        this.repository = repository;
        this.runtime = runtime;
        this.filters = filters;
        this.commands = commands;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        judge();
    }

    /** One transaction under the engine's lock on deployments: of two nodes that start at once one judges. */
    void judge() {
        commands.execute(context -> {
            context.getPropertyManager().acquireExclusiveLock();
            Set<String> judged =
                    Set.copyOf(database.sql("select deployment_id from judged_deployment where list_digest = ?")
                            .param(allowed.digest())
                            .query(String.class)
                            .list());
            ModelJudge judge = new ModelJudge(allowed);
            repository.createDeploymentQuery().list().stream()
                    .filter(deployment -> !judged.contains(deployment.getId()))
                    .forEach(deployment -> judge(deployment, judge));
            return null;
        });
    }

    private void judge(Deployment deployment, ModelJudge judge) {
        Map<String, List<ModelFinding>> found =
                judge.findings(files(deployment.getId())).stream().collect(Collectors.groupingBy(ModelFinding::file));
        List<String> before = stopped(deployment.getId());
        for (ProcessDefinition process : processes(deployment.getId())) {
            boolean stop = found.containsKey(process.getResourceName());
            if (stop && !process.isSuspended()) {
                LOG.warn("Suspended, for it contains what no model may contain: {}", process.getId());
                repository.suspendProcessDefinitionById(process.getId(), true, null);
            } else if (!stop && before.contains(process.getResourceName())) {
                LOG.info("Allowed again: {}", process.getId());
                repository.activateProcessDefinitionById(process.getId(), true, null);
            }
        }
        database.sql("delete from stopped_model where deployment_id = ?")
                .param(deployment.getId())
                .update();
        found.forEach((resource, findings) -> database.sql("insert into stopped_model values (?, ?, ?, ?)")
                .params(
                        deployment.getId(),
                        resource,
                        findings.stream().map(ModelFinding::sentence).toArray(String[]::new),
                        Timestamp.from(clock.instant()))
                .update());
        database.sql("""
                        insert into judged_deployment values (?, ?)
                        on conflict (deployment_id) do update set list_digest = excluded.list_digest
                        """).params(deployment.getId(), allowed.digest()).update();
    }

    private List<String> stopped(String deployment) {
        return database.sql("select resource from stopped_model where deployment_id = ?")
                .param(deployment)
                .query(String.class)
                .list();
    }

    private List<ProcessDefinition> processes(String deployment) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list();
    }

    private List<ModelSource> files(String deployment) {
        List<ModelSource> files = new ArrayList<>();
        for (Resource resource : repository.getDeploymentResources(deployment)) {
            try (InputStream in = repository.getResourceAsStreamById(deployment, resource.getId())) {
                files.add(new ModelSource(resource.getName(), in.readAllBytes()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return files;
    }

    private record Row(String deploymentId, String resource, String[] findings, Timestamp stoppedAt) {}

    @Override
    public List<StoppedModel> models() {
        return commands.execute(context -> context.runWithoutAuthorization(() -> database
                .sql(
                        "select deployment_id, resource, findings, stopped_at from stopped_model order by stopped_at, resource")
                .query((row, number) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        (String[]) row.getArray(3).getArray(),
                        row.getTimestamp(4)))
                .list()
                .stream()
                .map(this::told)
                .toList()));
    }

    private StoppedModel told(Row row) {
        List<ProcessDefinition> processes = processes(row.deploymentId()).stream()
                .filter(process -> process.getResourceName().equals(row.resource()))
                .toList();
        List<String> definitions = new ArrayList<>();
        processes.forEach(process -> definitions.add("流程" + process.getKey() + " 第" + process.getVersion() + "版"));
        repository
                .createDecisionDefinitionQuery()
                .deploymentId(row.deploymentId())
                .decisionDefinitionResourceName(row.resource())
                .list()
                .forEach(decision -> definitions.add("决策" + decision.getKey() + " 第" + decision.getVersion() + "版"));
        return new StoppedModel(
                row.resource(),
                definitions,
                processes.stream()
                        .mapToLong(process -> runtime.createProcessInstanceQuery()
                                .processDefinitionId(process.getId())
                                .count())
                        .sum(),
                Arrays.asList(row.findings()),
                row.stoppedAt().toInstant());
    }

    @Override
    public List<StoppedFilter> filters() {
        return commands.execute(
                context -> context.runWithoutAuthorization(() -> filters.createTaskFilterQuery().list().stream()
                        .map(filter -> new StoppedFilter(
                                filter.getName(), filter.getOwner(), StoredExpressions.forbidden((TaskQueryImpl)
                                        filter.getQuery())))
                        .filter(filter -> !filter.expressions().isEmpty())
                        .toList()));
    }
}
