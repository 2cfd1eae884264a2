package org.smecluster.policy.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.ModelSource;

/**
 * The first of the engine's deployers: no model comes past it, whoever deploys and by whatever way. A definition that the
 * engine reads again, after a restart, is not judged again.
 */
public class ModelGate implements Deployer {

    private final ModelJudge judge;

    public ModelGate(AllowedInModels allowed) {
        this.judge = new ModelJudge(allowed);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            List<ModelSource> files = deployment.getResources().values().stream()
                    .map(resource -> new ModelSource(resource.getName(), resource.getBytes()))
                    .toList();
            judge.require(files);
        }
    }
}
