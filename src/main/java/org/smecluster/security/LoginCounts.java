package org.smecluster.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Guesses by key, within an hour of the first. They stand in the database so that a restart forgets nothing and a second
 * node counts the same; each is one statement on a primary key. What is counted may be anything that somebody typed: a
 * key is a digest, and what is over is deleted within the hour.
 */
@Repository
class LoginCounts {

    static final Duration WINDOW = Duration.ofHours(1);

    private static final RowMapper<Count> COUNT = (row, i) -> new Count(
            row.getInt("guesses"), row.getObject("since", OffsetDateTime.class).toInstant());

    /** @param since the first guess of the hour */
    record Count(int guesses, Instant since) {

        Instant until() {
            return since.plus(WINDOW);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.MIN);

    LoginCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String key(String kind, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return kind + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hour that still counts; empty if there is none. */
    Optional<Count> now(String key) {
        return jdbc.sql("select guesses, since from login_count where key = :key and since > :start")
                .param("key", key)
                .param("start", at(clock.instant().minus(WINDOW)))
                .query(COUNT)
                .optional();
    }

    /** Counts one more, this one included in the answer. */
    Count add(String key) {
        forgetWhatIsOver();
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into login_count as held (key, since, guesses) values (:key, :now, 1)
                        on conflict (key) do update set
                            guesses = case when held.since > :start then held.guesses + 1 else 1 end,
                            since = case when held.since > :start then held.since else excluded.since end
                        returning guesses, since
                        """)
                .param("key", key)
                .param("now", at(now))
                .param("start", at(now.minus(WINDOW)))
                .query(COUNT)
                .single();
    }

    /** What was counted was no guess. */
    void takeBack(String key) {
        jdbc.sql("update login_count set guesses = guesses - 1 where key = :key and guesses > 0")
                .param("key", key)
                .update();
    }

    private void forgetWhatIsOver() {
        Instant now = clock.instant();
        Instant last = cleaned.get();
        if (!last.isBefore(now.minus(WINDOW)) && !last.isAfter(now) || !cleaned.compareAndSet(last, now)) {
            return;
        }
        jdbc.sql("delete from login_count where since <= :start")
                .param("start", at(now.minus(WINDOW)))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
