package org.smecluster.recognition.persistence;

import java.util.Map;
import java.util.TreeMap;
import org.smecluster.recognition.ListRule;
import org.smecluster.recognition.ListRules;
import org.smecluster.region.UnitLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcListRules implements ListRules {

    private final JdbcClient jdbc;

    JdbcListRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ListRule of(long batchId) {
        return jdbc.sql("select one_per_sub_sector from batch_list_rule where batch_id = :id")
                .param("id", batchId)
                .query(Boolean.class)
                .optional()
                .map(one -> new ListRule(one, quotas(batchId)))
                .orElse(ListRule.NONE);
    }

    private Map<String, Integer> quotas(long batchId) {
        Map<String, Integer> quotas = new TreeMap<>();
        jdbc.sql("select city_code, quota from batch_city_quota where batch_id = :id")
                .param("id", batchId)
                .query(row -> {
                    quotas.put(UnitLevel.CITY.group(row.getString("city_code")), row.getInt("quota"));
                });
        return quotas;
    }

    @Override
    public void set(long batchId, ListRule rule) {
        jdbc.sql("insert into batch_list_rule (batch_id, one_per_sub_sector) values (:id, :one)")
                .param("id", batchId)
                .param("one", rule.onePerSubSector())
                .update();
        rule.cityQuotas().forEach((group, quota) -> jdbc.sql("""
                                insert into batch_city_quota (batch_id, city_code, quota)
                                select :id, code, :quota from region_unit where :prefix || code = :city and level in ('CITY', 'DIRECT')
                                """)
                .param("id", batchId)
                .param("quota", quota)
                .param("prefix", UnitLevel.CITY.group(""))
                .param("city", group)
                .update());
    }
}
