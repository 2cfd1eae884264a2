package org.smecluster.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.policy.draft.GoingLive;
import org.smecluster.policy.engine.Deploying;
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
    private static final String RESTORED = "恢复随附版本：";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployer.class);

    private final ShippedModels shipped;
    private final RunningModels running;
    private final RepositoryService repository;
    private final CommandExecutor commands;
    private final GoingLive approved;

    ModelDeployer(
            ShippedModels shipped,
            RunningModels running,
            RepositoryService repository,
            CommandExecutor commands,
            GoingLive approved) {
        this.approved = approved;
        this.shipped = shipped;
        this.running = running;
        this.repository = repository;
        this.commands = commands;
    }

    /** A midnight that was missed comes first, as it would have: an upgrade never replaces what was approved. */
    @Override
    public void afterSingletonsInstantiated() {
        approved.whatIsDue();
        deploy(shipped.files());
    }

    /** Whether the files of the deployment came with the application; no request can say so of its own. */
    static boolean made(Deployment deployment) {
        return Deploying.SHIPPED.equals(deployment.getSource());
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
        Map<ModelKey, RunningModel> known = running.find(
                files.stream().flatMap(file -> file.keys().stream()).toList());
        for (ModelFile file : files) {
            List<Optional<RunningModel>> latest = file.keys().stream()
                    .map(key -> Optional.ofNullable(known.get(key)))
                    .toList();
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
        String id = deploy(NAME, ours);
        LOG.info("Deployed {} of {} shipped models and forms", ours.size(), files.size());
        return Optional.of(id);
    }

    /**
     * Puts a shipped file back in force, whoever deployed what runs now: from then on it follows the upgrades again.
     *
     * @param reason as the person gave it; it stands in the deployment's name
     */
    void restore(ModelFile file, String reason) {
        commands.execute(context -> {
            context.getPropertyManager().acquireExclusiveLock();
            return deploy(RESTORED + reason, List.of(file));
        });
    }

    private String deploy(String name, List<ModelFile> files) {
        DeploymentBuilderImpl deployment = (DeploymentBuilderImpl) repository.createDeployment();
        deployment.name(name);
        files.forEach(file -> deployment.addInputStream(file.resource(), new ByteArrayInputStream(file.content())));
        return commands.execute(Deploying.shipped(deployment)).getId();
    }
}
