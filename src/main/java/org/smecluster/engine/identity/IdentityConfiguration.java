package org.smecluster.engine.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.smecluster.engine.LastAdministrator;
import org.smecluster.security.AccountStates;
import org.smecluster.security.AuditTrail;
import org.smecluster.security.PasswordChecks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** How the engine guards itself, and the filters that carry a login to it. */
@Configuration
class IdentityConfiguration {

    static final String USER_IDS = "[a-zA-Z0-9][a-zA-Z0-9._-]*";

    /** Right after the security chain, so that the person is known, and before Camunda's own filters. */
    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    /** Before the other plugins of ours: they keep the identity service that they find. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    ProcessEnginePlugin identityPlugin(
            SlowHash slowHash,
            ObjectProvider<PasswordChecks> checks,
            ObjectProvider<AccountStates> states,
            ObjectProvider<TransactionTemplate> transaction,
            ObjectProvider<LastAdministrator> lastAdministrator,
            ObjectProvider<AuditTrail> audit) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setEnablePasswordPolicy(true);
                configuration.setPasswordPolicy(new PasswordRules());
                configuration.setUserResourceWhitelistPattern(USER_IDS);
                configuration.setGroupResourceWhitelistPattern("[a-z0-9]+(-[a-z0-9]+)*");
                // candidates may claim and complete, but not change variables, dates or assignees behind the form
                configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
                // also where somebody runs the engine's own command: no lock, no delay; see PasswordChecks
                configuration.setLoginMaxAttempts(Integer.MAX_VALUE);
                configuration.setLoginDelayBase(0);
                configuration.setPasswordEncryptor(slowHash);
                configuration.setResourceAuthorizationProvider(new NamesAreTheAdministrators());
                configuration.setAuthorizationService(new FixedAdministratorRights(configuration));
                configuration.setIdentityService(new CheckedIdentityService(
                        configuration,
                        slowHash,
                        checks::getObject,
                        states::getObject,
                        transaction::getObject,
                        lastAdministrator::getObject,
                        USER_IDS));
                List<HistoryEventHandler> handlers = new ArrayList<>(configuration.getCustomHistoryEventHandlers());
                handlers.add(new RightsRecorder(audit::getObject));
                configuration.setCustomHistoryEventHandlers(handlers);
            }
        };
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webAppSignInFilter() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("Web app sign-in");
        filter.setInitParameters(Map.of("authentication-provider", WebAppSignIn.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RestIdentityFilter> restIdentityFilter(IdentityService identityService) {
        FilterRegistrationBean<RestIdentityFilter> filter =
                new FilterRegistrationBean<>(new RestIdentityFilter(identityService));
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }
}
