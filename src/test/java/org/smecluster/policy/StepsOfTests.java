package org.smecluster.policy;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What the models of tests may name beside what is published. */
@Configuration(proxyBeanMethods = false)
class StepsOfTests {

    @Bean
    @Primary
    AllowedInModels allowedInModelsOfTests() {
        return AllowedInModels.shipped()
                .also(
                        Set.of("failingStep", "platformFetchStep", "stepInJava"),
                        Set.of(),
                        Set.of("guardedFormListener"));
    }
}
