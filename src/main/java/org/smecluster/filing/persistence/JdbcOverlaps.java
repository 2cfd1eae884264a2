package org.smecluster.filing.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.assessment.Stage;
import org.smecluster.filing.Overlap;
import org.smecluster.filing.Overlap.Kind;
import org.smecluster.filing.Overlap.Listing;
import org.smecluster.filing.Overlaps;
import org.smecluster.material.PatentKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who lists what is looked up by credit code and by patent number, however it is spelt; both are indexed. */
@Repository
class JdbcOverlaps implements Overlaps {

    /** What anybody else lists too, whether or not their data count. */
    private static final String SHARED = """
            select theirs.submission_id, 'ENTERPRISE' as kind, '' as patent_kind, mine.credit_code as code, mine.name
              from workbook_enterprise mine
              join workbook_enterprise theirs on theirs.credit_code = mine.credit_code
             where mine.submission_id = :submissionId and theirs.submission_id <> :submissionId
            union all
            select theirs.submission_id, 'PATENT', mine.kind, mine.number, mine.name
              from workbook_patent mine
              join workbook_patent theirs on theirs.number_key = mine.number_key and theirs.kind = mine.kind
             where mine.submission_id = :submissionId and theirs.submission_id <> :submissionId""";

    private static final String ANY_SHARED = "select exists (" + SHARED + ")";

    /**
     * A case of a batch is held against the others of its batch and the recognised clusters, another case against all
     * that count. One cluster may apply again while it is recognised: it is not held against itself.
     */
    private static final String RECORDED = """
            with shared as materialized ({shared}),
            own as (
                select s.case_number, a.batch_id, k.applicant_group, k.cluster_name,
                       case when a.id is null then k.cluster_number else a.pool_cluster end as cluster_number
                  from submission s
                  join case_record k on k.case_number = s.case_number
                  left join application a on a.case_number = s.case_number
                 where s.id = :submissionId),
            other as materialized (
                select theirs.* from cluster_data_in_force theirs, own
                 where theirs.case_number <> own.case_number
                   and (own.batch_id is null or theirs.batch_id = own.batch_id or theirs.cluster_number is not null)
                   and (theirs.applicant_group, theirs.cluster_name) <> (own.applicant_group, own.cluster_name)
                   and (own.cluster_number is null or theirs.cluster_number is distinct from own.cluster_number))
            insert into cluster_overlap (submission_id, stage_kind, stage_number, kind, patent_kind, code, name,
                                         other_case, other_cluster, other_applicant)
            select :submissionId, :stageKind, :stageNumber, shared.kind, shared.patent_kind, shared.code, shared.name,
                   other.case_number, other.cluster_name, other.applicant_group
              from shared join other on other.submission_id = shared.submission_id
                on conflict do nothing
            """.replace("{shared}", SHARED);

    /** What is listed twice at all is found by the key alone; only that is looked at more closely. */
    private static final String OF_BATCH = """
            with data as materialized (
                select * from cluster_data_in_force where batch_id = :batchId or cluster_number is not null),
            repeated as (
                select {key} from {table}
                 where submission_id = any (array(select submission_id from data))
                 group by {key} having count(*) > 1),
            doubled as (
                select {key}, min({code}) as code, min(name) as name, array_agg(submission_id) as submissions, count(*) as listings
                  from repeated join {table} using ({key}) join data using (submission_id)
                 group by {key}
                having count(distinct (applicant_code, cluster_name)) > 1 and bool_or(batch_id = :batchId)
                 order by listings desc, {key} limit :most)
            select '{kind}' as kind, {patentKind} as patent_kind, code, name, case_number as other_case,
                   cluster_name as other_cluster, applicant_group as other_applicant
              from doubled join data on data.submission_id = any (doubled.submissions)
             order by listings desc, {key}, case_number
            """;

    private static final String ENTERPRISES_OF_BATCH = OF_BATCH.replace("{table}", "workbook_enterprise")
            .replace("{key}", "credit_code")
            .replace("{kind}", Kind.ENTERPRISE.name())
            .replace("{patentKind}", "''")
            .replace("{code}", "credit_code");

    private static final String PATENTS_OF_BATCH = OF_BATCH.replace("{table}", "workbook_patent")
            .replace("{key}", "number_key, kind")
            .replace("{kind}", Kind.PATENT.name())
            .replace("{patentKind}", "doubled.kind")
            .replace("{code}", "number");

    private static final String OF_STAGE =
            "submission_id = :submissionId and stage_kind = :stageKind and stage_number = :stageNumber";

    private final JdbcClient jdbc;

    JdbcOverlaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void recordAnew(long submissionId, Stage stage) {
        jdbc.sql("delete from cluster_overlap where " + OF_STAGE)
                .param("submissionId", submissionId)
                .param("stageKind", stage.kind().name())
                .param("stageNumber", stage.number())
                .update();
        record(submissionId, stage);
    }

    @Override
    public void record(long submissionId, Stage stage) {
        if (!jdbc.sql(ANY_SHARED)
                .param("submissionId", submissionId)
                .query(Boolean.class)
                .single()) {
            return;
        }
        jdbc.sql(RECORDED)
                .param("submissionId", submissionId)
                .param("stageKind", stage.kind().name())
                .param("stageNumber", stage.number())
                .update();
    }

    @Override
    public List<Overlap> of(long submissionId, Stage stage) {
        return grouped(jdbc.sql("select * from cluster_overlap where " + OF_STAGE
                        + " order by kind, code, patent_kind, other_case")
                .param("submissionId", submissionId)
                .param("stageKind", stage.kind().name())
                .param("stageNumber", stage.number())
                .query(JdbcOverlaps::single)
                .list());
    }

    @Override
    public List<Overlap> ofBatch(long batchId, int most) {
        List<Overlap> found = new ArrayList<>();
        for (String compared : List.of(ENTERPRISES_OF_BATCH, PATENTS_OF_BATCH)) {
            found.addAll(grouped(jdbc.sql(compared)
                    .param("batchId", batchId)
                    .param("most", most)
                    .query(JdbcOverlaps::single)
                    .list()));
        }
        return found;
    }

    /** Rows of one item follow each other. */
    private static List<Overlap> grouped(List<Overlap> rows) {
        record Item(Kind kind, PatentKind patentKind, String code) {}
        Map<Item, Overlap> items = new LinkedHashMap<>();
        for (Overlap row : rows) {
            items.merge(new Item(row.kind(), row.patentKind(), row.code()), row, JdbcOverlaps::together);
        }
        return List.copyOf(items.values());
    }

    private static Overlap together(Overlap one, Overlap other) {
        List<Listing> clusters = new ArrayList<>(one.clusters());
        clusters.addAll(other.clusters());
        return new Overlap(one.kind(), one.patentKind(), one.code(), one.name(), clusters);
    }

    private static Overlap single(ResultSet row, int i) throws SQLException {
        String patentKind = row.getString("patent_kind");
        return new Overlap(
                Kind.valueOf(row.getString("kind")),
                patentKind.isEmpty() ? null : PatentKind.valueOf(patentKind),
                row.getString("code"),
                row.getString("name"),
                List.of(new Listing(
                        row.getString("other_case"),
                        row.getString("other_cluster"),
                        row.getString("other_applicant"))));
    }
}
