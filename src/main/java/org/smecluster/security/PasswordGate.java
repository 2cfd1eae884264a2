package org.smecluster.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever has a password that somebody else set is led to change it before anything else. What stays open is listed; a
 * path that is spelt otherwise is not on the list.
 */
class PasswordGate extends OncePerRequestFilter {

    static final String PAGE = "/account/password";

    private static final RequestMatcher OPEN = new OrRequestMatcher(Stream.of(
                    PAGE,
                    "/account/sessions/end",
                    "/logout",
                    "/session",
                    "/session/activity",
                    "/error",
                    "/favicon.ico",
                    "/assets/**",
                    "/public/**")
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());

    private final AccountStates states;

    PasswordGate(AccountStates states) {
        this.states = states;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof Account account)
                || OPEN.matches(request)
                || !states.of(account.userId()).mustChange()) {
            chain.doFilter(request, response);
        } else if ("GET".equals(request.getMethod()) && Sessions.byAPerson(request)) {
            response.sendRedirect(request.getContextPath() + PAGE);
        } else {
            BasicAnswers.sentence(
                    response, HttpServletResponse.SC_FORBIDDEN, "您的密码是他人设置的，须先由您本人修改。请用浏览器登录系统，在“修改密码”页面修改后再试。");
        }
    }
}
