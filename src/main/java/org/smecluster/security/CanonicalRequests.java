package org.smecluster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A path has one spelling, or the request is answered 400 before any rule looks at it: no double slash, dot segment,
 * path parameter, backslash, encoded slash, dot or percent sign (Spring's own strictness), no letter or digit that is
 * encoded without need, no blank at the edge of a segment. What a matcher compares is so what everybody behind it reads.
 */
@Configuration
class CanonicalRequests {

    /** RFC 3986, 2.3: letters, digits, {@code -._~} mean the same encoded, and are never written so. */
    private static final Pattern NOT_CANONICAL =
            Pattern.compile("%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|2[DdEe]|5[Ff]|7[Ee])|/%20|%20(?:/|$)");

    private static final RequestRejectedHandler IN_CHINESE = (request, response, why) -> BasicAnswers.sentence(
            response, HttpServletResponse.SC_BAD_REQUEST, "请求的地址或内容的写法不规范，系统不予处理。请从系统的页面进入，不要手工改写网址。");

    @Bean
    HttpFirewall canonicalRequestsOnly() {
        StrictHttpFirewall firewall = new StrictHttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                if (NOT_CANONICAL.matcher(request.getRequestURI()).find()) {
                    throw new RequestRejectedException("a path with characters that are encoded without need");
                }
                return super.getFirewalledRequest(request);
            }
        };
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejectedInChinese() {
        return IN_CHINESE;
    }

    /** Before every other filter: some look at the path, and fail at what the firewall would have refused. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> canonicalRequestsFirst(HttpFirewall firewall) {
        FilterRegistrationBean<OncePerRequestFilter> first = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                try {
                    firewall.getFirewalledRequest(request);
                } catch (RequestRejectedException why) {
                    IN_CHINESE.handle(request, response, why);
                    return;
                }
                chain.doFilter(request, response);
            }
        });
        first.setName("Canonical requests");
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }
}
