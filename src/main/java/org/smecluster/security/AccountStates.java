package org.smecluster.security;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose password somebody else set, and which sessions of a person still count. */
@Repository
public class AccountStates {

    private static final AccountState NOTHING_KNOWN = new AccountState(false, 0);

    /** @param sessionEpoch a session that began under another one is over */
    record AccountState(boolean mustChange, long sessionEpoch) {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    AccountStates(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    AccountState of(String userId) {
        return jdbc.sql("select must_change, session_epoch from account_state where user_id = :userId")
                .param("userId", userId)
                .query((row, i) -> new AccountState(row.getBoolean("must_change"), row.getLong("session_epoch")))
                .optional()
                .orElse(NOTHING_KNOWN);
    }

    /** Who has to change the password at the next login. */
    public Set<String> mustChange() {
        return Set.copyOf(jdbc.sql("select user_id from account_state where must_change")
                .query(String.class)
                .list());
    }

    /** Whether the person ever did; an account that was made by mistake and never used leaves no trace in a case. */
    public boolean hasSignedIn(String userId) {
        return jdbc.sql("select exists (select from audit_event where user_id = :userId and kind = 'LOGIN')")
                .param("userId", userId)
                .query(Boolean.class)
                .single();
    }

    /** A password was set, by whoever is signed in: another person's has to be changed. All sessions of before end. */
    public void passwordSet(String userId) {
        String by = AuditTrail.actor().orElse(null);
        boolean byAnother = by != null && !by.equals(userId);
        jdbc.sql("""
                        insert into account_state as held (user_id, password_set_by, password_set_at, must_change,
                                                           session_epoch)
                        values (:userId, :by, :now, :mustChange, 1)
                        on conflict (user_id) do update set
                            password_set_by = excluded.password_set_by,
                            password_set_at = excluded.password_set_at,
                            must_change = excluded.must_change,
                            session_epoch = held.session_epoch + 1
                        """)
                .param("userId", userId)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("mustChange", byAnother)
                .update();
        if (by != null) {
            audit.record(
                    byAnother ? AuditKind.PASSWORD_SET : AuditKind.PASSWORD_CHANGED,
                    userId,
                    by,
                    byAnother ? "本人下次登录须先修改；原有会话已结束" : "其他会话已结束");
        }
    }

    /** For a password that stands in the settings of the server. */
    public void mustChange(String userId) {
        jdbc.sql("update account_state set must_change = true where user_id = :userId")
                .param("userId", userId)
                .update();
    }

    /** Every session of the person is over from now on. */
    public void endSessions(String userId) {
        jdbc.sql("""
                        insert into account_state as held (user_id, session_epoch) values (:userId, 1)
                        on conflict (user_id) do update set session_epoch = held.session_epoch + 1
                        """).param("userId", userId).update();
    }
}
