package org.smecluster.recognition.persistence;

import java.util.Arrays;
import java.util.List;
import org.smecluster.assessment.Stage;
import org.smecluster.persistence.Rows;
import org.smecluster.recognition.BatchFindings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBatchFindings implements BatchFindings {

    /** Of each application the assessment that counts. */
    private static final String LATEST = """
            with version as (
                select distinct on (a.id) a.case_number, s.id
                  from application a
                  join submission s on s.case_number = a.case_number and s.state = 'FROZEN'
                 where a.batch_id = :batchId
                 order by a.id, s.round desc),
            latest as (
                select distinct on (v.id) v.case_number, x.id
                  from version v
                  join assessment x on x.submission_id = v.id
                  join case_record c on c.case_number = v.case_number
                 where :deliberation or c.closed_at is not null or x.stage_kind <> all (:deliberated)
                 order by v.id, x.assessed_at desc, x.id desc)
            """;

    private final JdbcClient jdbc;

    JdbcBatchFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Found> ofBatch(long batchId, boolean deliberation) {
        return latest("""
                        select l.case_number, f.code, f.label, f.article, f.outcome
                          from latest l join finding f on f.assessment_id = l.id
                         order by f.position, l.case_number
                        """, batchId, deliberation).query(Rows.of(Found.class)).list();
    }

    @Override
    public List<Value> values(long batchId, boolean deliberation, String input) {
        return latest("""
                        select l.case_number, cast(i.input ->> 'number' as numeric) as value, f.outcome
                          from latest l
                          join finding f on f.assessment_id = l.id
                         cross join jsonb_array_elements(f.inputs) as i (input)
                         where i.input ->> 'code' = :input
                         order by l.case_number
                        """, batchId, deliberation)
                .param("input", input)
                .query(Rows.of(Value.class))
                .list();
    }

    private JdbcClient.StatementSpec latest(String select, long batchId, boolean deliberation) {
        return jdbc.sql(LATEST + select)
                .param("batchId", batchId)
                .param("deliberation", deliberation)
                .param(
                        "deliberated",
                        Arrays.stream(Stage.Kind.values())
                                .filter(Stage.Kind::ofDeliberation)
                                .map(Stage.Kind::name)
                                .toArray(String[]::new));
    }
}
