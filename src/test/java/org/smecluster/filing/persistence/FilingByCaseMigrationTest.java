package org.smecluster.filing.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.filing.CaseIncident;
import org.smecluster.filing.SubmissionVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("升级前的数据：版本、情形、专家意见、抽查、复审安排都随案号保留")
class FilingByCaseMigrationTest {

    private static final String BEFORE = """
            insert into application (case_number, batch_id, applicant_code, applicant_group, city_group, applicant_type,
                cluster_name, leading_industry, cross_county, involved_counties, designated_by_city, state, state_since,
                started_by, started_at, expert_review_ordered, site_inspection_ordered, site_inspection_reason)
            values ('NXJQ-2026-RD-00001', 1, '640221', 'county-640221', 'city-6402', 'COUNTY_DEPARTMENT', '甲集群', '化工',
                    false, '{}', false, 'RECOMMENDED', now(), 'pingluo', now(), true, true, '核实产能'),
                   ('NXJQ-2026-RD-00002', 1, '640221', 'county-640221', 'city-6402', 'COUNTY_DEPARTMENT', '乙集群', '化工',
                    false, '{}', false, 'DRAFT', now(), 'pingluo', now(), null, null, null);
            insert into submission (id, application_id, round, state)
            select 10 * id + round, id, round, case when round = 1 then 'FROZEN' else 'OPEN' end
              from application, generate_series(1, 2) as round;
            insert into incident (application_id, submission_id, type, occurred_on, enterprise_name, source, entered_by,
                                  entered_by_name, entered_at)
            select id, nullif(submission, 0), 'SAFETY', date '2025-03-08', '某公司', '通报', 'x', '某人', now()
              from application, (values (11), (0)) as by_whom (submission) where id = 1;
            insert into expert_opinion (application_id, expert_id, expert_name) values (1, 'expert-wang', '王立平');
            insert into site_inspection (application_id, inspected_on, participants, findings, conclusion, recorded_by,
                                         recorded_by_name, recorded_at)
            values (1, date '2026-06-20', '丁少华', '一致', 'CONSISTENT', 'officer-1', '丁少华', now());
            insert into case_event (case_number, key, text, user_id, user_name, happened_at)
            values ('NXJQ-2026-RD-00001', 'planned', '复审安排', 'officer-1', '丁少华', now());
            """;

    @Test
    @DisplayName("V210 把申报的编号换成案号，一条不少，一条不错")
    void keptByCaseNumber() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(database).target("203").load().migrate();
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql(BEFORE).update();
            Flyway.configure().dataSource(database).load().migrate();

            JdbcSubmissions submissions = new JdbcSubmissions(jdbc, Clock.systemUTC());
            assertThat(submissions.ofCase("NXJQ-2026-RD-00001"))
                    .extracting(SubmissionVersion::id, SubmissionVersion::frozen)
                    .containsExactly(tuple(11L, true), tuple(12L, false));
            assertThat(submissions.latest("NXJQ-2026-RD-00002"))
                    .hasValueSatisfying(version -> assertThat(version.id()).isEqualTo(22));
            assertThat(submissions.incidents(11))
                    .extracting(CaseIncident::submissionId)
                    .containsExactly(11L, null);
            assertThat(submissions.incidents(12)).as("the reviewer's alone").hasSize(1);
            assertThat(submissions.incidents(21)).isEmpty();
            assertThat(jdbc.sql("select case_number || ' ' || expert_id from expert_opinion")
                            .query(String.class)
                            .list())
                    .containsExactly("NXJQ-2026-RD-00001 expert-wang");
            assertThat(jdbc.sql("select case_number from site_inspection")
                            .query(String.class)
                            .list())
                    .containsExactly("NXJQ-2026-RD-00001");
            assertThat(jdbc.sql(
                                    "select concat_ws(' ', case_number, site_inspection_reason, planned_by) from review_plan")
                            .query(String.class)
                            .list())
                    .containsExactly("NXJQ-2026-RD-00001 核实产能 officer-1");
            assertThat(jdbc.sql("select submission_id from cluster_data_in_force")
                            .query(Long.class)
                            .list())
                    .containsExactly(11L);
        }
    }
}
