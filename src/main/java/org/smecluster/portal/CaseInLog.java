package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is logged while a page of a case is made bears its number, as the engine's lines do ({@code logging-context-business-key}). */
@Configuration(proxyBeanMethods = false)
class CaseInLog implements WebMvcConfigurer, HandlerInterceptor {

    private static final String KEY = "caseNumber";

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        // only what looks like one: what a path says is anybody's
        if (variables instanceof Map<?, ?> map
                && map.get(KEY) instanceof String number
                && number.matches("NXJQ-[0-9]{4}-[A-Z]{2}-[0-9]{5}")) {
            MDC.put(KEY, number);
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        MDC.remove(KEY);
    }
}
