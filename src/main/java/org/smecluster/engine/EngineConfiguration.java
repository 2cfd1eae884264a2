package org.smecluster.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.deployment.DeployedByPeople;
import org.smecluster.engine.deployment.DeploymentUse;
import org.smecluster.engine.deployment.GuardedRepositoryService;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.engine.BoundedFeel;
import org.smecluster.policy.engine.CachedFeel;
import org.smecluster.policy.engine.FollowedVersions;
import org.smecluster.policy.engine.FormsByCase;
import org.smecluster.policy.engine.ModelGate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine does beyond its properties in {@code application.yml}. */
@Configuration
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin smeClusterPlugin(
            Clock clock,
            ObjectProvider<Deadlines> deadlines,
            ObjectProvider<StandIns> standIns,
            ObjectProvider<CaseNews> news,
            ObjectProvider<StartChoices> choices,
            ObjectProvider<TurnNews> turns,
            ObjectProvider<JdbcClient> jdbc,
            DecisionWatch watch,
            AllowedInModels allowed,
            ObjectProvider<DeploymentUse> deployments,
            ObjectProvider<DeployedByPeople> people,
            ObjectProvider<FollowedVersions> versions,
            @Value("${smecluster.feel.cached:true}") boolean cachedFeel) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setDmnEngineConfiguration(
                        decisions(configuration.getDmnEngineConfiguration(), watch, cachedFeel));
                FormGuard guard = new FormGuard(
                        nothing -> configuration.getDmnEngineConfiguration().getFeelEngine());
                FormsByCase byCase = new FormsByCase(versions::getObject);
                DeployedForms forms = new DeployedForms(byCase);
                GuardedTaskService tasks = new GuardedTaskService(guard, forms, new Doers(standIns::getObject));
                configuration.setTaskService(tasks);
                configuration.setRepositoryService(
                        new GuardedRepositoryService(deployments::getObject, people::getObject));
                configuration.setCustomPreDeployers(
                        added(configuration.getCustomPreDeployers(), new ModelGate(allowed)));
                StartFormListener starts = new StartFormListener(guard, forms, choices::getObject);
                configuration.setFormService(new GuardedFormService(tasks, starts, byCase));
                configuration.setCustomPreBPMNParseListeners(added(
                        configuration.getCustomPreBPMNParseListeners(),
                        new ModelListeners(starts, deadlines::getObject, turns::getObject, clock)));
                configuration.setCustomPreCommandInterceptorsTxRequired(added(
                        added(
                                configuration.getCustomPreCommandInterceptorsTxRequired(),
                                new RefusalInterceptor(new QuickerColleague(
                                        configuration.getHistoryService(),
                                        configuration.getIdentityService(),
                                        news::getObject))),
                        new OnlyFromTheStart(configuration.getIdentityService())));
                configuration.setDmnHistoryEventProducer(watch.tellingTablesOnly());
                configuration.setEnableDefaultDbHistoryEventHandler(false);
                configuration.setCustomHistoryEventHandlers(added(
                        added(
                                configuration.getCustomHistoryEventHandlers(),
                                watch.onceEach(new ModelUseRecorder(jdbc::getObject, clock))),
                        watch.leavingOut(new WithoutRepetition(new DbHistoryEventHandler()))));
                configuration.setDefaultSerializationFormat("application/json");
                configuration.setFailedJobCommandFactory(JobFailure::new);
                configuration.setCustomIncidentHandlers(
                        added(configuration.getCustomIncidentHandlers(), new JobFailure.Annotated()));
            }
        };
    }

    private static DefaultDmnEngineConfiguration decisions(
            DefaultDmnEngineConfiguration present, DecisionWatch watch, boolean cachedFeel) {
        DefaultDmnEngineConfiguration decisions = present == null
                ? (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
                : present;
        decisions.setFeelEngineFactory(() -> feel(cachedFeel));
        decisions.setCustomPostDecisionEvaluationListeners(
                added(decisions.getCustomPostDecisionEvaluationListeners(), watch));
        return decisions;
    }

    private static FeelEngine feel(boolean cached) {
        return new BoundedFeel(cached ? new CachedFeel() : new ScalaFeelEngine(List.of()));
    }

    private static <T> List<T> added(List<T> present, T more) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(more);
        return all;
    }
}
