package org.smecluster.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** Looks up what the engine runs. */
@Component
public class RunningModels {

    private final RepositoryService repository;
    private final HistoryService history;
    private final CommandExecutor commands;

    RunningModels(RepositoryService repository, HistoryService history, CommandExecutor commands) {
        this.repository = repository;
        this.history = history;
        this.commands = commands;
    }

    Optional<RunningModel> find(ModelKey key) {
        return Optional.ofNullable(definition(key)).map(found -> {
            Deployed deployed = deployed(found.getDeploymentId());
            return describe(found, deployed, file(found));
        });
    }

    /** Those of the keys that are deployed, each deployment asked for once. */
    Map<ModelKey, RunningModel> find(Collection<ModelKey> keys) {
        Map<ModelKey, ResourceDefinition> latest = latest();
        Map<String, Deployed> deployments = new HashMap<>();
        Map<String, Map<String, ModelFile>> files = new HashMap<>();
        Map<ModelKey, RunningModel> found = new HashMap<>();
        for (ModelKey key : keys) {
            ResourceDefinition definition = key.kind() == ModelKind.FORM ? definition(key) : latest.get(key);
            if (definition != null) {
                String deployment = definition.getDeploymentId();
                ModelFile file = files.computeIfAbsent(deployment, this::files).get(definition.getResourceName());
                found.put(key, describe(definition, deployments.computeIfAbsent(deployment, this::deployed), file));
            }
        }
        return found;
    }

    private Map<ModelKey, ResourceDefinition> latest() {
        Map<ModelKey, ResourceDefinition> latest = new HashMap<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(each -> latest.put(new ModelKey(ModelKind.PROCESS, each.getKey()), each));
        repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(each -> latest.put(new ModelKey(ModelKind.DECISION, each.getKey()), each));
        repository
                .createDecisionRequirementsDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(each -> latest.put(new ModelKey(ModelKind.REQUIREMENTS, each.getKey()), each));
        return latest;
    }

    /** The engine says what a resource holds to nobody but itself. */
    ModelFile file(Resource resource) {
        return new ModelFile(resource.getName(), ((ResourceEntity) resource).getBytes());
    }

    private ResourceDefinition definition(ModelKey key) {
        String id = key.id();
        return switch (key.kind()) {
            case PROCESS ->
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(id)
                        .latestVersion()
                        .singleResult();
            case DECISION ->
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(id)
                        .latestVersion()
                        .singleResult();
            case REQUIREMENTS ->
                repository
                        .createDecisionRequirementsDefinitionQuery()
                        .decisionRequirementsDefinitionKey(id)
                        .latestVersion()
                        .singleResult();
            // the engine offers no query of forms
            case FORM ->
                commands.execute(
                        context -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id));
        };
    }

    private record Deployed(Deployment deployment, String by) {}

    private Deployed deployed(String id) {
        Deployment deployment =
                repository.createDeploymentQuery().deploymentId(id).singleResult();
        return new Deployed(deployment, deployedBy(deployment));
    }

    /** All that was deployed, by name. */
    private Map<String, ModelFile> files(String deploymentId) {
        return repository.getDeploymentResources(deploymentId).stream()
                .map(this::file)
                .collect(Collectors.toMap(ModelFile::resource, Function.identity()));
    }

    private ModelFile file(ResourceDefinition definition) {
        try (InputStream in =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return new ModelFile(definition.getResourceName(), in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RunningModel describe(ResourceDefinition definition, Deployed deployed, ModelFile file) {
        Deployment deployment = deployed.deployment();
        return new RunningModel(
                definition.getVersion(),
                file,
                deployment.getName(),
                deployment.getSource(),
                deployment.getDeploymentTime().toInstant(),
                deployed.by(),
                ModelDeployer.made(deployment),
                deployment.getId());
    }

    private String deployedBy(Deployment deployment) {
        return history
                .createUserOperationLogQuery()
                .entityType(EntityTypes.DEPLOYMENT)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                .deploymentId(deployment.getId())
                .list()
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst()
                .orElse(null);
    }
}
