package org.smecluster.portal;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** There is one home: whoever comes to Camunda's web app Welcome is led to ours. */
@Configuration
class WelcomeIsHome {

    @Bean
    FilterRegistrationBean<Filter> toOurHome() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) ->
                ((HttpServletResponse) response).sendRedirect(((HttpServletRequest) request).getContextPath() + "/"));
        filter.addUrlPatterns("/camunda/app/welcome/*");
        // after the security chain, which knows who is signed in, before Camunda's own
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }
}
