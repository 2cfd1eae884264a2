package org.smecluster.policy.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.smecluster.policy.ModelSource;

/** A deployment that is undone: what the engine has to say of the files, their deployer's rights included. */
public final class Trial extends Deploying {

    private static final long serialVersionUID = 1L;

    private final transient UnaryOperator<List<ModelSource>> choice;

    /** How a trial ends. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Undone() {
            super("a trial", null, false, false);
        }
    }

    private Trial(DeploymentBuilderImpl deployment, UnaryOperator<List<ModelSource>> choice) {
        super(deployment, BY_HAND);
        this.choice = choice;
    }

    /**
     * @param commands each of which is a transaction of its own
     * @param choice which of the files of the deployment are tried
     */
    public static void run(
            CommandExecutor commands, DeploymentBuilderImpl deployment, UnaryOperator<List<ModelSource>> choice) {
        try {
            commands.execute(new Trial(deployment, choice));
        } catch (Undone expected) {
            // as it should be
        }
    }

    @Override
    public DeploymentWithDefinitions execute(CommandContext context) {
        DeploymentWithDefinitions tried = super.execute(context);
        forget(tried, context.getProcessEngineConfiguration().getDeploymentCache());
        throw new Undone();
    }

    @Override
    protected Map<String, ResourceEntity> resolveResourcesToDeploy(
            CommandContext context, DeploymentEntity deployment) {
        Map<String, ResourceEntity> tried = new HashMap<>(deployment.getResources());
        Set<String> chosen = choice
                .apply(tried.values().stream()
                        .map(file -> new ModelSource(file.getName(), file.getBytes()))
                        .toList())
                .stream()
                .map(ModelSource::name)
                .collect(Collectors.toSet());
        tried.keySet().retainAll(chosen);
        return tried;
    }

    /** The cache knows nothing of transactions. */
    private static void forget(DeploymentWithDefinitions tried, DeploymentCache cache) {
        if (tried.getDeployedProcessDefinitions() != null) {
            tried.getDeployedProcessDefinitions().forEach(each -> cache.removeProcessDefinition(each.getId()));
        }
        if (tried.getDeployedDecisionDefinitions() != null) {
            tried.getDeployedDecisionDefinitions().forEach(each -> cache.removeDecisionDefinition(each.getId()));
        }
        if (tried.getDeployedDecisionRequirementsDefinitions() != null) {
            tried.getDeployedDecisionRequirementsDefinitions()
                    .forEach(each -> cache.removeDecisionRequirementsDefinition(each.getId()));
        }
    }
}
