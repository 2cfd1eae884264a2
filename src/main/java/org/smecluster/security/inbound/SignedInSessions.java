package org.smecluster.security.inbound;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.apache.catalina.util.SessionConfig;
import org.apache.coyote.Request;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Whether a request belongs to a session in which somebody signed in, told from its header alone. */
class SignedInSessions {

    private volatile Context context;

    void of(Context application) {
        this.context = application;
    }

    /** The session's id; does not count as activity. */
    Optional<String> of(Request request) {
        if (context == null || context.getManager() == null) {
            return Optional.empty();
        }
        String cookies = request.getHeader("Cookie");
        Matcher id = Pattern.compile(
                        "(?:^|;)\\s*" + Pattern.quote(SessionConfig.getSessionCookieName(context)) + "=([^;\\s]+)")
                .matcher(cookies == null ? "" : cookies);
        return id.find() && signedIn(id.group(1)) ? Optional.of(id.group(1)) : Optional.empty();
    }

    private boolean signedIn(String id) {
        try {
            Session session = context.getManager().findSession(id);
            return session != null
                    && session.isValid()
                    && session.getSession()
                                    .getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            instanceof SecurityContext known
                    && known.getAuthentication() != null
                    && known.getAuthentication().isAuthenticated();
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }
}
