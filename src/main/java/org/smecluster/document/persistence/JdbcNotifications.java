package org.smecluster.document.persistence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNotifications implements Notifications {

    private static final String READ = """
            insert into notification_reading (notification_id, user_id, read_at)
            select id, :userId, :now from notification where group_id = any (:groups)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcNotifications(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void tell(String group, String caseNumber, String key, String text) {
        jdbc.sql("""
                        with told as (
                            insert into notification (group_id, case_number, key, text, told_at)
                            values (:group, :caseNumber, :key, :text, :now)
                            on conflict (group_id, case_number, key) do nothing
                            returning id)
                        insert into message_queue select id from told
                        """)
                .param("group", group)
                .param("caseNumber", caseNumber)
                .param("key", key)
                .param("text", text)
                .param("now", now())
                .update();
    }

    @Override
    public List<Notification> forGroups(Collection<String> groups, String userId, int from, int most) {
        return jdbc.sql("""
                        select n.*, r.read_at is not null as read
                        from notification n
                        left join notification_reading r on r.notification_id = n.id and r.user_id = :userId
                        where n.group_id = any (:groups)
                        order by n.told_at desc, n.id desc
                        offset :from limit :most
                        """)
                .param("groups", groups.toArray(String[]::new))
                .param("userId", userId)
                .param("from", from)
                .param("most", most)
                .query(Rows.of(Notification.class))
                .list();
    }

    @Override
    public List<Notification> ofCase(String caseNumber, String userId) {
        return jdbc.sql("""
                        select n.*, r.read_at is not null as read
                        from notification n
                        left join notification_reading r on r.notification_id = n.id and r.user_id = :userId
                        where n.case_number = :caseNumber
                        order by n.told_at, n.id
                        """)
                .param("caseNumber", caseNumber)
                .param("userId", userId)
                .query(Rows.of(Notification.class))
                .list();
    }

    @Override
    public Count count(Collection<String> groups, String userId) {
        return jdbc.sql("""
                        select count(*) as told, count(*) filter (where r.read_at is null) as unread
                        from notification n
                        left join notification_reading r on r.notification_id = n.id and r.user_id = :userId
                        where n.group_id = any (:groups)
                        """)
                .param("groups", groups.toArray(String[]::new))
                .param("userId", userId)
                .query(Rows.of(Count.class))
                .single();
    }

    @Override
    public void markRead(long id, Collection<String> groups, String userId) {
        jdbc.sql(READ + "and id = :id on conflict do nothing")
                .param("id", id)
                .param("groups", groups.toArray(String[]::new))
                .param("userId", userId)
                .param("now", now())
                .update();
    }

    @Override
    public void markAllRead(Collection<String> groups, String userId) {
        jdbc.sql(READ + "on conflict do nothing")
                .param("groups", groups.toArray(String[]::new))
                .param("userId", userId)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
