package org.smecluster.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who signed in, failed, changed a password or rights; when, and from where: a row for the administrator's page and one
 * line for the log, in the transaction of what happened. Never a password, nor what was typed as a user id that does not
 * exist: it may be a password in the wrong field.
 */
@Component
public class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger("audit");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DETAILS = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the person on whose request this thread works, or of the system. */
    public void record(AuditKind kind, String userId, String details) {
        record(kind, userId, actor().orElse(null), details);
    }

    /**
     * @param userId whom it concerns; may be null
     * @param by     who did it; null for the system, or where nobody was signed in
     */
    public void record(AuditKind kind, String userId, String by, String details) {
        Instant now = clock.instant();
        String about = printable(userId, LONGEST_NAME);
        String doer = printable(by, LONGEST_NAME);
        String address = printable(Origin.address(), LONGEST_NAME);
        String what = printable(details, LONGEST_DETAILS);
        jdbc.sql("""
                        insert into audit_event (at, kind, user_id, by_user, address, details)
                        values (:at, :kind, :userId, :by, :address, :details)
                        """)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("userId", about)
                .param("by", doer)
                .param("address", address)
                .param("details", what)
                .update();
        LOG.info("{} user={} by={} from={} {}", kind, about, doer, address, what);
    }

    /** A login by HTTP Basic comes with every request: one line for each hour, person and address. */
    void recordBasicLogin(String userId) {
        OffsetDateTime anHourAgo = clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
        boolean known = jdbc.sql("""
                        select count(*) from audit_event
                        where user_id = :userId and at > :start and kind = 'LOGIN' and address = :address
                          and details = :details
                        """)
                        .param("userId", userId)
                        .param("start", anHourAgo)
                        .param("address", printable(Origin.address(), LONGEST_NAME))
                        .param("details", BASIC)
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            record(AuditKind.LOGIN, userId, userId, BASIC);
        }
    }

    private static final String BASIC = "接口（HTTP Basic），一小时内只记一次";

    private static Optional<String> actor() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication -> authentication.getPrincipal() instanceof Account)
                .map(authentication -> ((Account) authentication.getPrincipal()).userId());
    }

    /** One line whatever it holds, and no longer than the column. */
    static String printable(String text, int longest) {
        if (text == null) {
            return null;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> {
            String character = Character.toString(each);
            shown.append(UNPRINTABLE.matcher(character).matches() ? "\\u%04x".formatted(each) : character);
        });
        int end = Math.min(longest, shown.length());
        return shown.substring(0, end > 0 && Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end);
    }
}
