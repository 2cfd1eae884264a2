package org.smecluster.migration.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.AsPerson;
import org.smecluster.migration.OpenSteps;
import org.smecluster.migration.Plan;
import org.smecluster.migration.ProcessVersion;
import org.smecluster.migration.RunningCases;
import org.smecluster.policy.Following;
import org.smecluster.policy.draft.LiveModels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases under way, as the engine has them. Asks for no rights: who sees what of it is decided by who shows it. */
@Component
class EngineCases implements RunningCases {

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final PlanMaker plans;
    private final LiveModels models;
    private final CaseMover.Tools tools;

    EngineCases(
            JdbcClient jdbc,
            RepositoryService repository,
            RuntimeService runtime,
            CommandExecutor commands,
            AsPerson asPerson,
            Deadlines deadlines,
            Following following,
            PlanMaker plans,
            LiveModels models) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.plans = plans;
        this.models = models;
        this.tools =
                new CaseMover.Tools(runtime, commands, asPerson, new CaseReader(runtime, jdbc), deadlines, following);
    }

    private record Row(String definitionId, String element, int cases) {}

    @Override
    public List<OpenSteps> open(String processKey) {
        Map<String, List<Row>> steps = new LinkedHashMap<>();
        jdbc.sql("""
                        select e.proc_def_id_, e.act_id_, count(distinct e.proc_inst_id_) as cases
                        from act_ru_execution e
                        where e.act_id_ is not null
                          and not exists (select 1 from act_ru_execution inner_ where inner_.parent_id_ = e.id_)
                        group by e.proc_def_id_, e.act_id_
                        """)
                .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getInt(3)))
                .list()
                .forEach(row -> steps.computeIfAbsent(row.definitionId(), none -> new ArrayList<>())
                        .add(row));
        List<OpenSteps> open = new ArrayList<>();
        jdbc.sql("""
                        select d.id_, d.version_, count(*) as cases,
                               (select max(l.version_) from act_re_procdef l where l.key_ = d.key_) as latest
                        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.parent_id_ is null and (d.key_ = :key or cast(:key as varchar) is null)
                        group by d.id_, d.key_, d.version_ order by d.key_, d.version_ desc
                        """).param("key", processKey).query(row -> {
            ProcessVersion version = version(repository.getProcessDefinition(row.getString("id_")));
            open.add(new OpenSteps(
                    version,
                    row.getInt("version_") == row.getInt("latest"),
                    row.getInt("cases"),
                    named(version, steps.getOrDefault(version.definitionId(), List.of()))));
        });
        return open;
    }

    /** In the order of the model. */
    private List<OpenSteps.Step> named(ProcessVersion version, List<Row> rows) {
        Steps steps = plans.steps(version);
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.ids().forEach(id -> counts.put(id, 0));
        rows.forEach(row -> counts.merge(row.element().replace(PlanMaker.SEVERAL, ""), row.cases(), Integer::sum));
        return counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new OpenSteps.Step(
                        each.getKey(),
                        steps.has(each.getKey()) ? steps.name(each.getKey()) : "正在执行的步骤",
                        each.getValue()))
                .toList();
    }

    @Override
    public Optional<ProcessVersion> version(String processKey, int version) {
        // the engine asks for nothing before the first
        if (version < 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .processDefinitionVersion(version)
                        .singleResult())
                .map(EngineCases::version);
    }

    @Override
    public Optional<ProcessVersion> latest(String processKey) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .latestVersion()
                        .singleResult())
                .map(EngineCases::version);
    }

    private static ProcessVersion version(ProcessDefinition definition) {
        return new ProcessVersion(
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                definition.getDeploymentId());
    }

    @Override
    public Plan plan(ProcessVersion from, ProcessVersion to, Map<String, String> mapping) {
        return plans.plan(from, to, mapping);
    }

    @Override
    public List<Open> instances(String definitionId) {
        return jdbc.sql("""
                        select e.id_, e.root_proc_inst_id_, coalesce(e.business_key_, root.business_key_) as case_number
                        from act_ru_execution e join act_ru_execution root on root.id_ = e.root_proc_inst_id_
                        where e.parent_id_ is null and e.proc_def_id_ = :definition order by case_number, e.id_
                        """)
                .param("definition", definitionId)
                .query((row, number) -> new Open(
                        row.getString("id_"), row.getString("root_proc_inst_id_"), row.getString("case_number")))
                .list();
    }

    @Override
    public Mover mover(Plan plan) {
        return new CaseMover(
                tools,
                new Definitions(repository, models),
                plan,
                plans.steps(plan.to()),
                plans.build(plan.from(), plan.to(), plans.steps(plan.from()), plan.mapping()));
    }

    @Override
    public String diagram(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
