package org.smecluster.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;

/** What a client of the REST API is answered that is not let in: a password that was not looked at is no wrong one. */
class BasicAnswers implements AuthenticationEntryPoint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BasicAuthenticationEntryPoint wrong = new BasicAuthenticationEntryPoint();

    BasicAnswers() {
        wrong.setRealmName("sme-cluster");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof LoginRefused refusal) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
            sentence(response, refusal.status(), refusal.getMessage());
        } else {
            wrong.commence(request, response, why);
        }
    }

    /** As the engine's REST API answers a refusal. */
    static void sentence(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeValueAsString(Map.of("type", "Refused", "message", sentence)));
    }
}
