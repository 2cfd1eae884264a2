package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.engine.BoundedFeel;
import org.smecluster.policy.engine.CachedFeel;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("smecluster.feel.cached：默认用系统自己的FEEL，设为false改用Camunda的；两者都有限度")
class FeelSwitchTest {

    @ParameterizedTest
    @CsvSource({"some.other=false,true", "smecluster.feel.cached=true,true", "smecluster.feel.cached=false,false"})
    void engine(String property, boolean cached) {
        new ApplicationContextRunner()
                .withPropertyValues(property)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(AllowedInModels.class, AllowedInModels::shipped)
                .withUserConfiguration(DecisionWatch.class, EngineConfiguration.class)
                .run(application -> {
                    var configuration = new StandaloneInMemProcessEngineConfiguration();
                    application.getBean(ProcessEnginePlugin.class).preInit(configuration);
                    var decisions = configuration.getDmnEngineConfiguration();
                    decisions.buildEngine();
                    assertThat(decisions.getFeelEngine())
                            .isInstanceOf(BoundedFeel.class)
                            .extracting("feel")
                            .isExactlyInstanceOf(cached ? CachedFeel.class : ScalaFeelEngine.class);
                });
    }
}
