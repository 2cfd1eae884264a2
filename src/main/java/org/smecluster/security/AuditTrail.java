package org.smecluster.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
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
    private static final String BASIC = "接口（HTTP Basic），一小时内只记一次";
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

    void loggedOut(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            record(AuditKind.LOGOUT, account.userId(), account.userId(), "本人退出");
        }
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

    /** Newest first. */
    public List<AuditEvent> find(AuditEvent.Filter filter, int limit, int offset) {
        return filtered("select at, kind, user_id, by_user, address, details", filter, """
                         order by at desc, id desc limit :limit offset :offset
                        """)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, i) -> new AuditEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        AuditKind.valueOf(row.getString("kind")),
                        row.getString("user_id"),
                        row.getString("by_user"),
                        row.getString("address"),
                        row.getString("details")))
                .list();
    }

    public int count(AuditEvent.Filter filter) {
        return filtered("select count(*)", filter, "").query(Integer.class).single();
    }

    private JdbcClient.StatementSpec filtered(String select, AuditEvent.Filter filter, String order) {
        return jdbc.sql(select + """
                         from audit_event
                        where (cast(:kind as varchar) is null or kind = :kind)
                          and (cast(:userId as varchar) is null or user_id = :userId or by_user = :userId)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:before as timestamptz) is null or at < :before)
                        """ + order)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("userId", filter.userId())
                .param("from", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC))
                .param(
                        "before",
                        filter.before() == null ? null : filter.before().atOffset(ZoneOffset.UTC));
    }

    /** Who is signed in where this thread works; empty at the start and for jobs. */
    static Optional<String> actor() {
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
