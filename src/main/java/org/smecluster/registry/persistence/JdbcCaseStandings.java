package org.smecluster.registry.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.smecluster.registry.CaseStandings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCaseStandings implements CaseStandings {

    private final JdbcClient jdbc;

    JdbcCaseStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> before(Collection<String> caseNumbers, Instant time) {
        Map<String, String> standings = new HashMap<>();
        jdbc.sql("""
                        select distinct on (case_number) case_number, standing from case_standing
                        where case_number = any (:caseNumbers) and since < :time
                        order by case_number, id desc
                        """)
                .param("caseNumbers", caseNumbers.toArray(String[]::new))
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    standings.put(row.getString("case_number"), row.getString("standing"));
                });
        return standings;
    }
}
