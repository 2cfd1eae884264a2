package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stopped at the last migration before clauses, with a batch and an application in it, and migrated on. */
@DisplayName("升级：以前开启的批次不要求逐条判断（第十一条），以前提交的版本没有逐条声明")
class CasesFromBeforeClausesTest {

    private static final String BEFORE = "33";

    @Test
    @DisplayName("批次照旧，版本照旧，没有问题要回答")
    void goOnWithout() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource source = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(source).target(BEFORE).load().migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            jdbc.sql("""
                            insert into batch (batch_number, year, notice_number, window_start, window_end,
                                               recommendation_deadline, publicity_days, state, opened_at)
                            values ('NXJQ-2026-PC-01', 2026, '宁工信通〔2026〕88号', '2026-06-01', '2026-06-30', '2026-08-31', 5,
                                    'OPEN', now());
                            insert into case_record (case_number, kind, cluster_name, applicant_group, city_group, standing,
                                                     opened_on, opened_by_name, opened_at)
                            values ('NXJQ-2026-RD-00001', 'RD', '平罗县精细化工产业集群', 'county-640221', 'city-6402', '已提交',
                                    '2026-06-01', '马建国', now());
                            insert into application (case_number, batch_id, applicant_code, applicant_type, leading_industry,
                                                     cross_county, involved_counties, designated_by_city, state, state_since,
                                                     submitted_on)
                            select 'NXJQ-2026-RD-00001', id, '640221', 'COUNTY_DEPARTMENT', '精细化工', false, '{}', false,
                                   'SUBMITTED', now(), '2026-06-02' from batch;
                            insert into submission (id, case_number, round, state, truthfulness_committed, submitted_at)
                            values (1, 'NXJQ-2026-RD-00001', 1, 'FROZEN', true, now())
                            """).update();

            Flyway.configure().dataSource(source).load().migrate();

            assertThat(jdbc.sql("select clauses from batch")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            assertThat(jdbc.sql("select count(*) from clause_claim")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select count(*) from notice_question")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(jdbc.sql("select state from submission")
                            .query(String.class)
                            .single())
                    .isEqualTo("FROZEN");
        }
    }
}
