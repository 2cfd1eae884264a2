package org.smecluster.publicnotice.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Date;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.smecluster.sample.engine.OwnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
@DisplayName("第十二条(三)：以前的公示照原样继续；已公布、已办结的不再重开；以前登记的异议仍只有自治区看得到")
class NoticesFromBeforeTest {

    private static final String OPEN = "NXJQ-2026-RD-00001";
    private static final String PUBLISHED = "NXJQ-2026-RD-00002";
    private static final String CLOSED = "NXJQ-2025-RD-00001";

    @Test
    void migrated() throws Exception {
        try (EmbeddedPostgres postgres = OwnPostgres.temporary()) {
            JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .target("33")
                    .load()
                    .migrate();
            before(jdbc);
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();

            assertThat(jdbc.sql("select published_on, ends_on, first_day, period_ended_at from notice")
                            .query()
                            .singleRow())
                    .containsEntry("published_on", Date.valueOf("2026-06-01"))
                    .containsEntry("ends_on", Date.valueOf("2026-06-08"))
                    .containsEntry("first_day", null)
                    .containsEntry("period_ended_at", null);
            assertThat(settled(jdbc, OPEN)).isFalse();
            assertThat(settled(jdbc, PUBLISHED)).isTrue();
            assertThat(settled(jdbc, CLOSED)).isTrue();
            assertThat(jdbc.sql("select publication_day_counts from batch")
                            .query(Boolean.class)
                            .list())
                    .containsOnly(false);
            assertThat(jdbc.sql("select key from case_entry where lasting")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("objection-1", "objectionFacts-1");
            jdbc.sql("""
                    insert into notice (subject, title, published_on, publicity_days, first_day, ends_on, snapshot, sha256,
                                        process_instance_id)
                    values ('one day', '公示', '2026-07-01', 1, '2026-07-01', '2026-07-01', '{}', repeat('0', 64), 'p2')
                    """).update();
        }
    }

    private static boolean settled(JdbcClient jdbc, String caseNumber) {
        return jdbc.sql("select settled from public_list_item where case_number = :number")
                .param("number", caseNumber)
                .query(Boolean.class)
                .single();
    }

    private static void before(JdbcClient jdbc) {
        for (Map.Entry<String, String> batch : Map.of("NXJQ-2026-PC-01", "IN_NOTICE", "NXJQ-2025-PC-01", "CLOSED")
                .entrySet()) {
            String year = batch.getKey().substring(5, 9);
            jdbc.sql("""
                            insert into batch (batch_number, year, notice_number, window_start, window_end,
                                               recommendation_deadline, publicity_days, state, opened_at)
                            values (:number, :year, '宁工信企发〔2026〕12号', cast(:day as date), cast(:day as date),
                                    cast(:day as date), 5, :state, now())
                            """)
                    .param("number", batch.getKey())
                    .param("year", Integer.valueOf(year))
                    .param("day", year + "-03-02")
                    .param("state", batch.getValue())
                    .update();
            jdbc.sql("insert into public_list (subject, title, document_number) values (:number, '公示', 'x')")
                    .param("number", batch.getKey())
                    .update();
        }
        item(jdbc, "NXJQ-2026-PC-01", 0, OPEN);
        item(jdbc, "NXJQ-2026-PC-01", 1, PUBLISHED);
        item(jdbc, "NXJQ-2025-PC-01", 0, CLOSED);
        jdbc.sql("""
                with list as (
                    insert into publication (batch_id, document_number, document_date, published_by, published_at)
                    select id, '宁工信企发〔2026〕30号', '2026-06-10', 'officer-1', now() from batch where year = 2026
                    returning id)
                insert into publication_item (publication_id, case_number) select id, :number from list
                """).param("number", PUBLISHED).update();
        jdbc.sql("""
                with running as (
                    insert into notice (subject, title, published_on, publicity_days, ends_on, snapshot, sha256,
                                        process_instance_id)
                    values ('NXJQ-2026-PC-01', '公示', '2026-06-01', 5, '2026-06-08', '{}', repeat('0', 64), 'p1')
                    returning id)
                insert into notice_item (notice_id, position, case_number, cluster_name, leading_industry, applicant,
                                         county, city, outcome)
                select id, 0, :number, '集群', '产业', '平罗县', '平罗县', '石嘴山市', 'PENDING' from running
                """).param("number", OPEN).update();
        jdbc.sql("""
                insert into objection (notice_id, case_number, objector_name, contact, grounds, received_on, entered_by,
                                       entered_at)
                select id, :number, '张三', '1', '理由', '2026-06-02', 'officer-1', now() from notice
                """).param("number", OPEN).update();
        jdbc.sql("""
                insert into case_record (case_number, kind, cluster_name, applicant_group, city_group, standing, opened_on,
                                         opened_by_name, opened_at)
                values (:number, 'RD', '集群', 'county-640221', 'city-6402', '公示中', '2026-03-02', '系统', now())
                """).param("number", OPEN).update();
        for (String key : new String[] {"objection-1", "objectionFacts-1", "note-1"}) {
            jdbc.sql("""
                            insert into case_entry (case_number, key, kind, title, text, particulars, author_name, audience,
                                                    entered_at)
                            values (:number, :key, 'STEP', '异议', '理由', '{}', '系统', 'REGION', now())
                            """).param("number", OPEN).param("key", key).update();
        }
    }

    private static void item(JdbcClient jdbc, String subject, int position, String caseNumber) {
        jdbc.sql("""
                        insert into public_list_item (subject, position, case_number, cluster_name, leading_industry,
                                                      applicant, county, city, outcome)
                        values (:subject, :position, :number, '集群', '产业', '平罗县', '平罗县', '石嘴山市', 'PENDING')
                        """)
                .param("subject", subject)
                .param("position", position)
                .param("number", caseNumber)
                .update();
    }
}
