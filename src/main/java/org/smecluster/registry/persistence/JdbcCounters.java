package org.smecluster.registry.persistence;

import org.smecluster.registry.Counters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCounters implements Counters {

    private final JdbcClient jdbc;

    JdbcCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(String name) {
        return jdbc.sql("""
                        insert into counter (name, value) values (:name, 1)
                        on conflict (name) do update set value = counter.value + 1
                        returning value
                        """).param("name", name).query(Integer.class).single();
    }
}
