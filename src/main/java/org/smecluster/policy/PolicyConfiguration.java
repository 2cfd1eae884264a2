package org.smecluster.policy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list as a bean, so that tests can publish the steps of their own models. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    AllowedInModels allowedInModels() {
        return AllowedInModels.shipped();
    }
}
