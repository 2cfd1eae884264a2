package org.smecluster.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.smecluster.security.inbound.SteadyProtocol;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * How long a login lasts. All that is known of it stands in the session's attributes and in one number of the account, so
 * that it makes no difference where sessions are kept.
 *
 * <p>Time is the computer's, not the engine's: whoever puts the trial's clock forward stays signed in.
 */
@Component
class Sessions {

    private static final String MARK = Sessions.class.getName();

    /** How exactly activity is noted: a write for every request would be one to the store of sessions. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    record Mark(Instant signedInAt, Instant lastActive, long epoch) implements Serializable {}

    private final AccountStates states;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;

    @Autowired
    Sessions(
            AccountStates states,
            @Value("${smecluster.sessions.idle:30m}") Duration idle,
            @Value("${smecluster.sessions.longest:12h}") Duration longest) {
        this(states, Clock.systemUTC(), idle, longest);
    }

    Sessions(AccountStates states, Clock clock, Duration idle, Duration longest) {
        this.states = states;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** From now on, under the account's number of now: a login, or the session in which the password was changed. */
    void begin(HttpServletRequest request, String userId) {
        HttpSession session = request.getSession();
        session.setAttribute(
                MARK,
                new Mark(clock.instant(), clock.instant(), states.of(userId).sessionEpoch()));
        // the limits are ours, and the person is to be told which it was
        session.setMaxInactiveInterval((int) longest.plus(idle).toSeconds());
    }

    /** Empty while it lasts; what a person does prolongs it. */
    Optional<EndedSession> over(HttpServletRequest request, long epoch) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(MARK) instanceof Mark mark)) {
            return Optional.of(EndedSession.ELSEWHERE);
        }
        // who has begun to send a large file in time is not late when it has come
        Instant asked =
                request.getAttribute(SteadyProtocol.BEGUN_AT) instanceof Instant begun ? begun : clock.instant();
        if (mark.epoch() != epoch) {
            return Optional.of(EndedSession.ELSEWHERE);
        }
        if (!asked.isBefore(mark.signedInAt().plus(longest))) {
            return Optional.of(EndedSession.AGE);
        }
        if (!asked.isBefore(mark.lastActive().plus(idle))) {
            return Optional.of(EndedSession.IDLE);
        }
        Instant now = clock.instant();
        if (byAPerson(request) && !now.isBefore(mark.lastActive().plus(EXACTNESS))) {
            session.setAttribute(MARK, new Mark(mark.signedInAt(), now, mark.epoch()));
        }
        return Optional.empty();
    }

    /**
     * Opening a page, and what is sent to pages of ours: forms, drafts of what is typed, and the word of
     * {@code activity.js} that somebody typed, scrolled or clicked. What scripts fetch is none: Tasklist and Cockpit ask
     * for their lists again every few seconds, by POST too, whether or not anybody is there.
     */
    static boolean byAPerson(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")) {
            return false;
        }
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            return true;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null
                ? String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)
                        && request.getHeader("X-Fragment") == null
                : mode.equals("navigate");
    }
}
