package org.smecluster.engine.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
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
        return Optional.ofNullable(definition(key)).map(this::describe);
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

    private RunningModel describe(ResourceDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new RunningModel(
                definition.getVersion(),
                new ModelFile(definition.getResourceName(), content(definition)),
                deployment.getName(),
                deployment.getSource(),
                deployment.getDeploymentTime().toInstant(),
                deployedBy(deployment),
                ModelDeployer.made(deployment),
                deployment.getId());
    }

    private byte[] content(ResourceDefinition definition) {
        try (InputStream in =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
