package org.smecluster.policy.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the engine find the versions that cases go by. */
@Configuration(proxyBeanMethods = false)
class FollowingEngine {

    /** As the engine's own. */
    private static final int CAPACITY = 1000;

    @Bean
    ProcessEnginePlugin versionsByCasePlugin(ObjectProvider<FollowedVersions> versions) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                VersionsByCase cache = new VersionsByCase(new DefaultCacheFactory(), CAPACITY, versions::getObject);
                cache.setDeployers(configuration.getDeployers());
                configuration.setDeploymentCache(cache);
            }
        };
    }
}
