package org.smecluster.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped models and forms: all as one deployment, where one of them differs from what was shipped last. A
 * file with a key whose latest version a person deployed is left out, whatever that version says.
 *
 * <p>Runs once all beans are there, before the web server listens, before any {@code ApplicationRunner} and before the
 * job executor starts.
 */
@Component
public class ModelDeployer implements SmartInitializingSingleton {

    static final String NAME = "随系统附带的模型";
    static final String SOURCE = "sme-cluster";

    /** What Camunda's own start-up deployment, of earlier versions of this application, called itself. */
    private static final String STOCK_NAME = "SpringAutoDeployment";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private final ShippedModels shipped;
    private final RunningModels running;
    private final RepositoryService repository;
    private final CommandExecutor commands;

    ModelDeployer(
            ShippedModels shipped, RunningModels running, RepositoryService repository, CommandExecutor commands) {
        this.shipped = shipped;
        this.running = running;
        this.repository = repository;
        this.commands = commands;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy(shipped.files());
    }

    /** Whether the start of the application made the deployment, and not a person. */
    static boolean made(Deployment deployment) {
        return SOURCE.equals(deployment.getSource())
                || deployment.getSource() == null && STOCK_NAME.equals(deployment.getName());
    }

    /**
     * One transaction under the engine's own lock on deployments: of two nodes that start at once the second finds what
     * the first has deployed, and nobody deploys by hand in between.
     *
     * @param files all that is shipped
     * @return id of the deployment, empty where there was nothing to deploy
     */
    Optional<String> deploy(List<ModelFile> files) {
        return commands.execute(context -> {
            context.getPropertyManager().acquireExclusiveLock();
            return deployLocked(files);
        });
    }

    private Optional<String> deployLocked(List<ModelFile> files) {
        List<ModelFile> ours = new ArrayList<>();
        boolean changed = false;
        for (ModelFile file : files) {
            List<Optional<RunningModel>> latest =
                    file.keys().stream().map(running::find).toList();
            List<RunningModel> byHand = latest.stream()
                    .flatMap(Optional::stream)
                    .filter(each -> !each.shipped())
                    .toList();
            if (byHand.isEmpty()) {
                ours.add(file);
                changed |= !latest.stream()
                        .allMatch(each -> each.isPresent() && each.get().file().sameContent(file));
            } else {
                LOG.info(
                        "Left alone, for somebody deployed it by hand: {} ({})",
                        file.resource(),
                        byHand.stream()
                                .map(each -> each.deploymentName() + " of " + each.deployedAt())
                                .distinct()
                                .collect(Collectors.joining(", ")));
            }
        }
        if (!changed) {
            return Optional.empty();
        }
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(SOURCE);
        ours.forEach(file -> deployment.addInputStream(file.resource(), new ByteArrayInputStream(file.content())));
        String id = deployment.deploy().getId();
        LOG.info("Deployed {} of {} shipped models and forms", ours.size(), files.size());
        return Optional.of(id);
    }
}
