package org.smecluster.document.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotifications implements Notifications {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcNotifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void tell(String group, String caseNumber, String key, String text) {
        jdbc.sql("""
                        insert into notification (group_id, case_number, key, text, told_at)
                        values (:group, :caseNumber, :key, :text, :now)
                        on conflict (group_id, case_number, key) do nothing
                        """)
                .param("group", group)
                .param("caseNumber", caseNumber)
                .param("key", key)
                .param("text", text)
                .param("now", now())
                .update();
    }

    @Override
    public List<Notification> forGroups(Collection<String> groups, String userId) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select n.*, r.read_at
                        from notification n
                        left join notification_reading r on r.notification_id = n.id and r.user_id = :userId
                        where n.group_id in (:groups)
                        order by n.told_at desc, n.id desc
                        """)
                .param("groups", groups)
                .param("userId", userId)
                .query(JdbcNotifications::notification)
                .list();
    }

    @Override
    public List<Notification> ofCase(String caseNumber, String userId) {
        return jdbc.sql("""
                        select n.*, r.read_at
                        from notification n
                        left join notification_reading r on r.notification_id = n.id and r.user_id = :userId
                        where n.case_number = :caseNumber
                        order by n.told_at, n.id
                        """)
                .param("caseNumber", caseNumber)
                .param("userId", userId)
                .query(JdbcNotifications::notification)
                .list();
    }

    @Override
    public void markRead(long id, Collection<String> groups, String userId) {
        if (groups.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notification_reading (notification_id, user_id, read_at)
                        select id, :userId, :now from notification where id = :id and group_id in (:groups)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("groups", groups)
                .param("userId", userId)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Notification notification(ResultSet row, int i) throws SQLException {
        return new Notification(
                row.getLong("id"),
                row.getString("group_id"),
                row.getString("case_number"),
                row.getString("text"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }
}
