package org.smecluster.message.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.smecluster.message.Route;
import org.smecluster.message.Routes;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoutes implements Routes {

    private final JdbcClient jdbc;

    JdbcRoutes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Route> changed() {
        return jdbc.sql("select topic, audience as reader, channel, wanted from message_route")
                .query(Rows.of(Route.class))
                .list();
    }

    @Override
    public void put(Route route, String by, Instant at) {
        jdbc.sql("""
                        insert into message_route values (:topic, :reader, :channel, :wanted, :by, :at)
                        on conflict (topic, audience, channel)
                           do update set wanted = :wanted, changed_by = :by, changed_at = :at
                        """)
                .param("topic", route.topic().name())
                .param("reader", route.reader().name())
                .param("channel", route.channel().name())
                .param("wanted", route.wanted())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
