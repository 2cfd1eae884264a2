package org.smecluster.security;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.filter.RequestContextFilter;

/**
 * What is reached how. Matchers are path patterns throughout: a plain string is matched against Spring MVC's handlers
 * and so misses everything that Jersey serves.
 */
@Configuration
class SecurityConfiguration {

    private static final RequestMatcher ENGINE_REST =
            new OrRequestMatcher(path("/engine-rest"), path("/engine-rest/**"));
    private static final RequestMatcher WEB_APPS = path("/camunda/**");
    private static final RequestMatcher WEB_APPS_API = path("/camunda/api/**");
    private static final RequestMatcher WEB_APP_LOGOUT = post("/camunda/api/admin/auth/user/{engine}/logout");

    /** Nobody is anybody there: no request does anything in somebody's name, and whoever writes for an hour has no session left. */
    private static final RequestMatcher OF_THE_PUBLIC = post("/public/**");

    /** Files of the web apps and ours, without data: browsers may keep them. */
    private static final RequestMatcher STATIC_FILES =
            new OrRequestMatcher(path("/assets/**"), path("/camunda/lib/**"), path("/camunda/app/**"));

    private static final String OUR_PAGES_MAY_LOAD = "default-src 'self'; img-src 'self' data:; "
            + "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'self'";

    @Bean
    AuthenticationManager authenticationManager(AccountAuthenticationProvider provider) {
        return new ProviderManager(provider);
    }

    /** Before the security chain: whoever checks a password has to know where it came from. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        FilterRegistrationBean<RequestContextFilter> filter = new FilterRegistrationBean<>(new RequestContextFilter());
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 5);
        return filter;
    }

    /**
     * The operator's port, which no proxy leads to: health and figures, of no case and no person. Whatever else is asked there is
     * not there.
     */
    @Bean
    @Order(0)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain operation(HttpSecurity http, Environment environment) throws Exception {
        return http.securityMatcher(request -> Integer.valueOf(request.getLocalPort())
                        .equals(environment.getProperty("local.management.port", Integer.class)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, AccountStates states, AuditTrail audit) throws Exception {
        return http.securityMatcher(ENGINE_REST)
                .authorizeHttpRequests(requests ->
                        requests.anyRequest().access(EngineDoors.shipped().withBasic()))
                .exceptionHandling(exceptions -> exceptions.accessDeniedHandler(RefusedInChinese.WITH_BASIC))
                .httpBasic(basic -> basic.authenticationEntryPoint(new BasicAnswers()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BasicLogins(audit), AuthorizationFilter.class)
                .addFilterBefore(new PasswordGate(states), AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pagesAndWebApps(
            HttpSecurity http,
            Accounts accounts,
            ClosedAccounts closed,
            AccountStates states,
            Sessions sessions,
            KnownBrowsers known,
            AuditTrail audit)
            throws Exception {
        LoginOutcomes outcomes = new LoginOutcomes(known, audit, sessions, pagesOnly());
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        path("/login"),
                                        path("/public/**"),
                                        path("/assets/**"),
                                        path("/error"),
                                        path("/favicon.ico"),
                                        path("/camunda/favicon.ico"))
                                .permitAll()
                                .requestMatchers(
                                        path("/camunda/app/admin/{engine}/setup/**"),
                                        // Camunda's own start page, which knows of other users and other pages
                                        path("/camunda-welcome/**"))
                                .denyAll()
                                .requestMatchers(WEB_APPS_API)
                                .access(EngineDoors.shipped().inSession())
                                .anyRequest()
                                .authenticated())
                .formLogin(login ->
                        login.loginPage("/login").successHandler(outcomes).failureHandler(outcomes))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(post("/logout"), WEB_APP_LOGOUT))
                        .addLogoutHandler(audit::loggedOut)
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT), WEB_APP_LOGOUT)
                        .defaultLogoutSuccessHandlerFor(
                                (request, response, nobody) ->
                                        response.sendRedirect(request.getContextPath() + "/login?loggedOut"),
                                post("/logout")))
                .exceptionHandling(exceptions -> exceptions
                        .accessDeniedHandler(RefusedInChinese.inSession(WEB_APPS_API))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                new NegatedRequestMatcher(pageInBrowser()))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), pageInBrowser()))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository())
                        .ignoringRequestMatchers(WEB_APPS, OF_THE_PUBLIC))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(STATIC_FILES), new CacheControlHeadersWriter()))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(WEB_APPS),
                                new ContentSecurityPolicyHeaderWriter(OUR_PAGES_MAY_LOAD)))
                        .frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(
                        new FreshAccountFilter(accounts, closed, states, sessions), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new PasswordGate(states), AuthorizationFilter.class)
                .build();
    }

    private static HttpSessionRequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request -> "GET".equals(request.getMethod()) && pageInBrowser().matches(request));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static RequestMatcher pageInBrowser() {
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(new HeaderContentNegotiationStrategy(), MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(java.util.Set.of(MediaType.ALL));
        RequestMatcher api = path("/camunda/api/**");
        return request -> html.matches(request) && !api.matches(request);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher post(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
    }
}
