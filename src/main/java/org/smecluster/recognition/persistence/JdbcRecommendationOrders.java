package org.smecluster.recognition.persistence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.RecommendationOrder;
import org.smecluster.recognition.RecommendationOrders;
import org.smecluster.security.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRecommendationOrders implements RecommendationOrders {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRecommendationOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<RecommendationOrder> latest(long batchId, String cityGroup) {
        return jdbc.sql("""
                        select * from recommendation_order where batch_id = :batchId and city_group = :cityGroup
                        order by revision desc limit 1
                        """)
                .param("batchId", batchId)
                .param("cityGroup", cityGroup)
                .query(Rows.of(RecommendationOrder.class))
                .optional();
    }

    @Override
    public boolean add(long batchId, String cityGroup, int revision, List<String> caseNumbers, Account by) {
        return jdbc.sql("""
                        insert into recommendation_order (batch_id, city_group, revision, case_numbers,
                                                          confirmed_by, confirmed_by_name, confirmed_at)
                        values (:batchId, :cityGroup, :revision, :caseNumbers, :by, :byName, :now)
                        on conflict do nothing
                        """)
                        .param("batchId", batchId)
                        .param("cityGroup", cityGroup)
                        .param("revision", revision)
                        .param("caseNumbers", caseNumbers.toArray(String[]::new))
                        .param("by", by.userId())
                        .param("byName", by.displayName())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
