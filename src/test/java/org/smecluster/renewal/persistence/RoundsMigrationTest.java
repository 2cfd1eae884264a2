package org.smecluster.renewal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.renewal.Renewal;
import org.smecluster.renewal.RenewalState;
import org.smecluster.support.CaseOnFile;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("第十四条：没有轮次时的数据库升级，集群、有效期和在办的复核不变")
class RoundsMigrationTest {

    private static final String REVIEW = "NXJQ-2026-FH-00001";

    @Test
    @DisplayName("有效期内、届满、复核中、失效的集群各如其旧；在办复核的提交期限仍为届满日；此后才有到期待复核")
    void everythingStays() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource source = postgres.getPostgresDatabase();
            FluentConfiguration flyway = Flyway.configure().dataSource(source);
            flyway.target("33").load().migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            List<String> states = List.of("RECOGNISED", "UNDER_REVIEW", "LAPSED", "REVOKED", "CULTIVATED", "LEFT_POOL");
            states.forEach(state -> insert(jdbc, states.indexOf(state) + 1, state));
            CaseOnFile.put(jdbc, REVIEW, "集群2", "county-640221", "city-6402");
            jdbc.sql("""
                            insert into renewal (case_number, state, application_year, term_ends_on)
                            values (:no, 'FILING', 2026, '2026-12-31')
                            """).param("no", REVIEW).update();
            List<Map<String, Object>> clusters = rows(jdbc, "cluster");
            List<Map<String, Object>> terms = rows(jdbc, "cluster_term");

            flyway.target("latest").load().migrate();

            assertThat(rows(jdbc, "cluster")).isEqualTo(clusters);
            assertThat(rows(jdbc, "cluster_term")).isEqualTo(terms);
            LocalDate end = LocalDate.of(2026, 12, 31);
            assertThat(new JdbcRenewals(jdbc).find(REVIEW))
                    .contains(new Renewal(REVIEW, RenewalState.FILING, 2026, end, null, null, end));
            jdbc.sql("update cluster set state = 'AWAITING_REVIEW' where cluster_number = 'NXJQ-640221-0001'")
                    .update();
            assertThatThrownBy(() ->
                            jdbc.sql("update cluster set state = 'FORGOTTEN'").update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private static List<Map<String, Object>> rows(JdbcClient jdbc, String table) {
        return jdbc.sql("select * from " + table + " order by 1").query().listOfRows();
    }

    private static void insert(JdbcClient jdbc, int number, String state) {
        long id = jdbc.sql("""
                        insert into cluster (cluster_number, source_case, name, leading_industry, county_code, city_code,
                                             applicant_group, state, created_at)
                        values (:number, :source, :name, '碳基材料', '640221', '6402', 'county-640221', :state, now())
                        returning id
                        """)
                .param("number", "NXJQ-640221-000" + number)
                .param("source", "NXJQ-2023-RD-0000" + number)
                .param("name", "集群" + number)
                .param("state", state)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into cluster_term (cluster_id, number, starts_on, ends_on, source_case, recorded_at)
                        values (:id, 1, '2023-12-31', '2026-12-31', :source, now())
                        """)
                .param("id", id)
                .param("source", "NXJQ-2023-RD-0000" + number)
                .update();
    }
}
