package org.smecluster.security.web;

import java.util.List;
import org.smecluster.security.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a script in a web app needs to call our endpoints: who is signed in, and the token that a POST must carry. */
@RestController
class SessionEndpoint {

    private final CurrentUser currentUser;

    SessionEndpoint(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    record Session(String userId, String displayName, List<String> groups, String csrfHeader, String csrfToken) {}

    /** That somebody is there ({@code activity.js}); what prolongs the session is that it was asked. */
    @PostMapping("/session/activity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activity() {
        // security.Sessions has seen it
    }

    @GetMapping("/session")
    Session session(CsrfToken token) {
        return new Session(
                currentUser.userId(),
                currentUser.displayName(),
                currentUser.groups(),
                token.getHeaderName(),
                token.getToken());
    }
}
