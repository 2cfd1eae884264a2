package org.smecluster.review.persistence;

import java.util.HashSet;
import java.util.List;
import org.smecluster.review.Expert;
import org.smecluster.review.Experts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcExperts implements Experts {

    private final JdbcClient jdbc;

    JdbcExperts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Expert> all() {
        return jdbc.sql("select * from expert order by name, user_id")
                .query((row, i) -> new Expert(
                        row.getString("user_id"),
                        row.getString("name"),
                        row.getString("organisation"),
                        row.getString("county_code"),
                        new HashSet<>(ties(row.getString("user_id")))))
                .list();
    }

    private List<String> ties(String userId) {
        return jdbc.sql("select credit_code from expert_tie where user_id = :userId")
                .param("userId", userId)
                .query(String.class)
                .list();
    }

    @Override
    @Transactional
    public void put(Expert expert) {
        jdbc.sql("""
                        insert into expert (user_id, name, organisation, county_code)
                        values (:userId, :name, :organisation, :countyCode)
                        on conflict (user_id) do update
                        set name = excluded.name, organisation = excluded.organisation,
                            county_code = excluded.county_code
                        """)
                .param("userId", expert.userId())
                .param("name", expert.name())
                .param("organisation", expert.organisation())
                .param("countyCode", expert.countyCode())
                .update();
        jdbc.sql("delete from expert_tie where user_id = :userId")
                .param("userId", expert.userId())
                .update();
        expert.ties().forEach(code -> jdbc.sql("insert into expert_tie (user_id, credit_code) values (:userId, :code)")
                .param("userId", expert.userId())
                .param("code", code)
                .update());
    }

    @Override
    public void remove(String userId) {
        jdbc.sql("delete from expert where user_id = :userId")
                .param("userId", userId)
                .update();
    }
}
