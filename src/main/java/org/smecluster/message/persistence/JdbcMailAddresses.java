package org.smecluster.message.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.smecluster.message.MailAddress;
import org.smecluster.message.MailAddresses;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMailAddresses implements MailAddresses {

    private final JdbcClient jdbc;

    JdbcMailAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<MailAddress> find(String userId) {
        return of(List.of(userId)).stream().findFirst();
    }

    @Override
    public List<MailAddress> of(Collection<String> userIds) {
        return jdbc.sql("select user_id, mail, mode from message_address where user_id = any (:ids) order by user_id")
                .param("ids", userIds.toArray(String[]::new))
                .query(Rows.of(MailAddress.class))
                .list();
    }

    @Override
    public void put(MailAddress address, Instant at) {
        jdbc.sql("""
                        insert into message_address values (:userId, :mail, :mode, :at)
                        on conflict (user_id) do update set mail = :mail, mode = :mode, changed_at = :at
                        """)
                .param("userId", address.userId())
                .param("mail", address.mail())
                .param("mode", address.mode().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
