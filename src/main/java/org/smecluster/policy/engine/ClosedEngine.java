package org.smecluster.policy.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.smecluster.policy.AllowedInModels;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what is closed in the place of Camunda's own. */
@Configuration(proxyBeanMethods = false)
class ClosedEngine {

    private static final String OFFERED = Stream.of("ListN", "List12", "MapN", "Map1")
            .map(name -> "java.util.ImmutableCollections$" + name)
            .collect(Collectors.joining(","));

    @Bean
    ProcessEnginePlugin closedEnginePlugin(AllowedInModels allowed, BeanFactory beans) {
        Map<String, Supplier<Object>> published =
                allowed.beans().stream().collect(Collectors.toMap(name -> name, name -> () -> beans.getBean(name)));
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new ClosedExpressions(new ClosedResolver(
                        name -> Optional.ofNullable(published.get(name)).map(Supplier::get))));
                configuration.setScriptEngineResolver(new ClosedScripts());
                configuration.setArtifactFactory(new ClosedClasses());
                configuration.setBpmnParseFactory(ClosedParse::new);
                configuration.setFormValidators(new ClosedFormValidators());
                configuration.setFilterService(new GuardedFilterService());
                configuration.setEnableExpressionsInAdhocQueries(false);
                // JSON of a variable names the class to be made of it; these are the lists that forms are offered
                configuration.setDeserializationTypeValidationEnabled(true);
                configuration.setDeserializationAllowedClasses(OFFERED);
            }
        };
    }
}
