package org.smecluster.registry.persistence;

import java.time.Clock;
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
    private final Clock clock;

    JdbcCaseStandings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void at(String caseNumber, String standing) {
        jdbc.sql("""
                        insert into case_standing (case_number, standing, since)
                        select :caseNumber, :standing, :now
                        where :standing is distinct from (select standing from case_standing
                                                          where case_number = :caseNumber order by id desc limit 1)
                        """)
                .param("caseNumber", caseNumber)
                .param("standing", standing)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
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
