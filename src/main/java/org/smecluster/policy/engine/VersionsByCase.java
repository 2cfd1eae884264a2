package org.smecluster.policy.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/**
 * Where the engine looks up the latest version for a call activity or a business rule task, it finds the one that the case
 * goes by. It asks without a step for a start by timer, and by another method for a start by key: those are the latest.
 */
class VersionsByCase extends DeploymentCache {

    private final Supplier<FollowedVersions> versions;

    VersionsByCase(CacheFactory factory, int capacity, Supplier<FollowedVersions> versions) {
        super(factory, capacity);
        this.versions = versions;
    }

    @Override
    public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKeyAndTenantId(String key, String tenantId) {
        ProcessDefinitionEntity latest = super.findDeployedLatestProcessDefinitionByKeyAndTenantId(key, tenantId);
        String followed = versions.get().inHand(latest);
        return followed.equals(latest.getId()) ? latest : findDeployedProcessDefinitionById(followed);
    }

    @Override
    public DecisionDefinition findDeployedLatestDecisionDefinitionByKeyAndTenantId(String key, String tenantId) {
        DecisionDefinition latest = super.findDeployedLatestDecisionDefinitionByKeyAndTenantId(key, tenantId);
        String followed = versions.get().inHand(latest);
        return followed.equals(latest.getId()) ? latest : findDeployedDecisionDefinitionById(followed);
    }
}
