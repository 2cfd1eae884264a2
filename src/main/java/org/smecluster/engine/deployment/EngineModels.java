package org.smecluster.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.smecluster.engine.AsPerson;
import org.smecluster.engine.FormRejected;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveFile;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.policy.engine.Deploying;
import org.smecluster.policy.engine.Trial;
import org.smecluster.security.Account;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs, read at once: the engine's own queries ask for each form by itself. */
@Component
class EngineModels implements LiveModels {

    private static final String LATEST = """
            with latest as (
                select distinct on (kind, key_) * from (
                    select 'PROCESS' as kind, key_, version_, deployment_id_, resource_name_ from act_re_procdef
                    union all
                    select 'DECISION', key_, version_, deployment_id_, resource_name_ from act_re_decision_def
                    union all
                    select 'REQUIREMENTS', key_, version_, deployment_id_, resource_name_ from act_re_decision_req_def
                    union all
                    select 'FORM', key_, version_, deployment_id_, resource_name_ from act_re_camformdef) as definition
                order by kind, key_, version_ desc)
            """;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final CommandExecutor commands;
    private final CommandExecutor apart;
    private final AsPerson asPerson;

    EngineModels(
            JdbcClient jdbc,
            RepositoryService repository,
            CommandExecutor commands,
            @Qualifier("commandExecutorTxRequiresNew") CommandExecutor apart,
            AsPerson asPerson) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.commands = commands;
        this.apart = apart;
        this.asPerson = asPerson;
    }

    @Override
    public void lock() {
        commands.execute(context -> {
            context.getPropertyManager().acquireExclusiveLock();
            return null;
        });
    }

    private record Place(String deploymentId, String resource) {}

    private record Definition(Place place, String kind, String key, int version) {}

    private record Kept(Place place, byte[] content, String source) {}

    @Override
    public List<LiveFile> all() {
        Map<Place, List<Definition>> definitions = new LinkedHashMap<>();
        jdbc.sql(LATEST + "select * from latest order by resource_name_, kind, key_")
                .query((row, number) -> new Definition(
                        new Place(row.getString("deployment_id_"), row.getString("resource_name_")),
                        row.getString("kind"),
                        row.getString("key_"),
                        row.getInt("version_")))
                .list()
                .forEach(each -> definitions
                        .computeIfAbsent(each.place(), place -> new ArrayList<>())
                        .add(each));
        Map<Place, Kept> files = new HashMap<>();
        jdbc.sql(LATEST + """
                        select file.deployment_id_, file.name_, file.bytes_, deployment.source_
                        from act_ge_bytearray file join act_re_deployment deployment on deployment.id_ = file.deployment_id_
                        where (file.deployment_id_, file.name_) in (select deployment_id_, resource_name_ from latest)
                        """)
                .query((row, number) ->
                        new Kept(new Place(row.getString(1), row.getString(2)), row.getBytes(3), row.getString(4)))
                .list()
                .forEach(kept -> files.put(kept.place(), kept));
        return definitions.entrySet().stream()
                .map(entry -> live(files.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static LiveFile live(Kept kept, List<Definition> definitions) {
        ModelFile file = new ModelFile(kept.place().resource(), kept.content());
        String digest = file.digest();
        return new LiveFile(
                new ModelSource(file.resource(), file.content()),
                kept.place().deploymentId(),
                Deploying.SHIPPED.equals(kept.source()),
                definitions.stream()
                        .map(each -> new LiveKey(each.kind(), each.key(), each.version(), digest))
                        .toList());
    }

    @Override
    public List<LiveFile> replacedBy(ModelSource file, List<LiveFile> live) {
        List<ModelKey> keys = keys(file);
        return live.stream()
                .filter(each -> each.keys().stream().anyMatch(key -> keys.contains(modelKey(key))))
                .toList();
    }

    @Override
    public boolean runs(ModelSource file, List<LiveFile> live) {
        String digest = new ModelFile(file.name(), file.content()).digest();
        List<ModelKey> keys = keys(file);
        return !keys.isEmpty()
                && keys.stream().allMatch(key -> live.stream()
                        .flatMap(each -> each.keys().stream())
                        .anyMatch(of -> modelKey(of).equals(key) && of.digest().equals(digest)));
    }

    @Override
    public boolean defineTheSame(ModelSource one, ModelSource other) {
        return keys(one).stream().anyMatch(keys(other)::contains);
    }

    private static List<ModelKey> keys(ModelSource file) {
        return new ModelFile(file.name(), file.content()).keys();
    }

    private static ModelKey modelKey(LiveKey key) {
        return new ModelKey(ModelKind.valueOf(key.kind()), key.keyId());
    }

    @Override
    public void tryOut(Collection<ModelSource> files, Account doer) {
        asPerson.run(doer, () -> {
            Trial.run(apart, builder("试部署", files), all -> all);
            return null;
        });
    }

    @Override
    public String deploy(String name, Collection<ModelSource> files, boolean shipped, Account doer) {
        DeploymentBuilderImpl deployment = builder(name, files);
        try {
            return asPerson.run(
                    doer,
                    () -> commands.execute(context -> context.runWithoutAuthorization(
                            () -> (shipped ? Deploying.shipped(deployment) : Deploying.byHand(deployment))
                                    .execute(context)
                                    .getId())));
        } catch (FormRejected rejected) {
            throw rejected.getCause() instanceof Refusal refusal ? refusal : new Refusal(rejected.sentences());
        }
    }

    private DeploymentBuilderImpl builder(String name, Collection<ModelSource> files) {
        DeploymentBuilderImpl deployment = (DeploymentBuilderImpl) repository.createDeployment();
        deployment.name(name);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return deployment;
    }
}
