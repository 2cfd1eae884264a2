package org.smecluster.message.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smecluster.message.Channel;
import org.smecluster.message.Message;
import org.smecluster.message.MessageState;
import org.smecluster.message.Outbox;
import org.smecluster.message.Told;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;

    JdbcOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Told> take(int most) {
        return jdbc.sql("""
                        with taken as (
                            delete from message_queue where notification_id in (
                                select notification_id from message_queue order by notification_id
                                   for update skip locked limit :most)
                            returning notification_id)
                        select n.id, n.group_id as "group", n.case_number, n.key, n.text, n.told_at
                          from notification n join taken on taken.notification_id = n.id
                         order by n.id
                        """).param("most", most).query(Rows.of(Told.class)).list();
    }

    @Override
    public void add(Told notice, Channel channel, String recipient, Instant dueAt, boolean digest) {
        boolean there = jdbc.sql("""
                        select count(*) from message_notice
                         where notification_id = :notice and channel = :channel and recipient = :recipient
                        """)
                        .param("notice", notice.id())
                        .param("channel", channel.name())
                        .param("recipient", recipient)
                        .query(Long.class)
                        .single()
                > 0;
        if (there) {
            return;
        }
        UUID message = jdbc.sql("""
                        insert into message (id, channel, recipient, state, digest, due_at, created_at)
                        values (:id, :channel, :recipient, 'WAITING', :digest, :dueAt, :createdAt)
                        on conflict (recipient, due_at) where digest and state = 'WAITING'
                           do update set digest = message.digest
                        returning id
                        """)
                .param("id", UUID.randomUUID())
                .param("channel", channel.name())
                .param("recipient", recipient)
                .param("digest", digest)
                .param("dueAt", at(dueAt))
                .param("createdAt", at(notice.toldAt()))
                .query(UUID.class)
                .single();
        jdbc.sql("insert into message_notice values (:notice, :channel, :recipient, :message)")
                .param("notice", notice.id())
                .param("channel", channel.name())
                .param("recipient", recipient)
                .param("message", message)
                .update();
    }

    @Override
    public Optional<Message> claim(Instant now) {
        return jdbc.sql("""
                        update message set state = 'SENDING', claimed_at = :now, attempts = attempts + 1
                         where id = (select id from message where state = 'WAITING' and due_at <= :now
                                      order by due_at, created_at for update skip locked limit 1)
                        returning *
                        """).param("now", at(now)).query(Rows.of(Message.class)).optional();
    }

    @Override
    public List<Told> notices(UUID message) {
        return jdbc.sql("""
                        select n.id, n.group_id as "group", n.case_number, n.key, n.text, n.told_at
                          from message_notice m join notification n on n.id = m.notification_id
                         where m.message_id = :message order by n.id
                        """)
                .param("message", message)
                .query(Rows.of(Told.class))
                .list();
    }

    @Override
    public void sent(UUID message, Instant at) {
        end(message, MessageState.SENT, null, at);
    }

    @Override
    public void postpone(UUID message, String problem, Instant until) {
        jdbc.sql("""
                        update message set state = 'WAITING', digest = false, due_at = :until, problem = :problem
                         where id = :id and state = 'SENDING'
                        """)
                .param("until", at(until))
                .param("problem", problem)
                .param("id", message)
                .update();
    }

    @Override
    public void end(UUID message, MessageState state, String problem, Instant at) {
        jdbc.sql("""
                        update message set state = :state, problem = :problem, ended_at = :at
                         where id = :id and state in ('SENDING', 'MAYBE')
                        """)
                .param("state", state.name())
                .param("problem", problem)
                .param("at", at(at))
                .param("id", message)
                .update();
    }

    @Override
    public int abandoned(Channel channel, Instant claimedBefore, MessageState state, String problem, Instant at) {
        return jdbc.sql("""
                        update message set state = :state, problem = :problem,
                               ended_at = case when :state = 'WAITING' then null else :at end
                         where channel = :channel and state = 'SENDING' and claimed_at < :before
                        """)
                .param("state", state.name())
                .param("problem", problem)
                .param("at", at(at))
                .param("channel", channel.name())
                .param("before", at(claimedBefore))
                .update();
    }

    @Override
    public boolean again(UUID message, Instant at) {
        return jdbc.sql("""
                        update message set state = 'WAITING', digest = false, attempts = 0, due_at = :at, ended_at = null
                         where id = :id and state in ('MAYBE', 'FAILED')
                        """).param("at", at(at)).param("id", message).update() == 1;
    }

    @Override
    public boolean arrived(UUID message, Instant at) {
        return jdbc.sql("update message set state = 'SENT', ended_at = :at where id = :id and state = 'MAYBE'")
                        .param("at", at(at))
                        .param("id", message)
                        .update()
                == 1;
    }

    private record Counted(MessageState state, long number) {}

    @Override
    public Map<MessageState, Long> counts() {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        jdbc.sql("select state, count(*) as number from message group by state")
                .query(Rows.of(Counted.class))
                .list()
                .forEach(each -> counts.put(each.state(), each.number()));
        return counts;
    }

    @Override
    public List<Message> list(Collection<MessageState> states, int from, int most) {
        return jdbc.sql("""
                        select * from message where state = any (:states)
                         order by created_at desc, id offset :from limit :most
                        """)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("from", from)
                .param("most", most)
                .query(Rows.of(Message.class))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
