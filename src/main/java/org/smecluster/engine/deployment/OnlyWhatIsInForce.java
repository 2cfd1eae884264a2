package org.smecluster.engine.deployment;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.DeploymentHandler;
import org.camunda.bpm.engine.repository.DeploymentHandlerFactory;
import org.camunda.bpm.engine.repository.Resource;

/**
 * The Modeler asks not to deploy what is deployed. A file that was, and has been replaced since, is not: the engine would
 * answer that it is deployed and leave the other in force.
 */
public final class OnlyWhatIsInForce implements DeploymentHandlerFactory {

    private final Supplier<RunningModels> running;

    public OnlyWhatIsInForce(Supplier<RunningModels> running) {
        this.running = running;
    }

    @Override
    public DeploymentHandler buildDeploymentHandler(ProcessEngine engine) {
        return new DefaultDeploymentHandler(engine) {
            @Override
            public boolean shouldDeployResource(Resource added, Resource deployed) {
                return super.shouldDeployResource(added, deployed) || !inForce(deployed);
            }
        };
    }

    private boolean inForce(Resource deployed) {
        return running.get().file(deployed).keys().stream().allMatch(key -> running.get()
                .find(key)
                .filter(model -> model.deploymentId().equals(deployed.getDeploymentId()))
                .isPresent());
    }
}
