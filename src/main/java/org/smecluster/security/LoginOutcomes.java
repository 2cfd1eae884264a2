package org.smecluster.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After the login page: on to where the person was going, from a browser that is known now; or back, told why. */
class LoginOutcomes extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    private final KnownBrowsers known;
    private final AuditTrail audit;
    private final Sessions sessions;

    LoginOutcomes(KnownBrowsers known, AuditTrail audit, Sessions sessions, RequestCache requestCache) {
        this.sessions = sessions;
        this.known = known;
        this.audit = audit;
        setRequestCache(requestCache);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        String userId = authentication.getName();
        sessions.begin(request, userId);
        known.remember(request, response, userId);
        audit.record(AuditKind.LOGIN, userId, userId, "登录页");
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String reason = "wrong";
        if (why instanceof DisabledException) {
            reason = "closed";
        } else if (why instanceof LoginRefused refusal) {
            reason = "refused";
            request.getSession().setAttribute(LoginRefused.class.getName(), refusal.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
        }
        response.sendRedirect(request.getContextPath() + "/login?error=" + reason);
    }
}
