package org.smecluster.registry.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.smecluster.registry.ClusterEvent;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.ClusterTerm;
import org.smecluster.registry.Clusters;
import org.smecluster.registry.Recognition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClusters implements Clusters {

    private static final String SELECT = """
            select c.*, (select max(t.ends_on) from cluster_term t where t.cluster_id = c.id) as term_ends_on
            from cluster c
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClusters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<ClusterRecord> bySourceCase(String caseNumber) {
        return jdbc.sql(SELECT + "where c.source_case = :caseNumber")
                .param("caseNumber", caseNumber)
                .query(JdbcClusters::cluster)
                .optional();
    }

    @Override
    public Optional<ClusterRecord> byNumber(String clusterNumber) {
        return jdbc.sql(SELECT + "where c.cluster_number = :clusterNumber")
                .param("clusterNumber", clusterNumber)
                .query(JdbcClusters::cluster)
                .optional();
    }

    @Override
    public List<ClusterRecord> all() {
        return jdbc.sql(SELECT + "order by c.cluster_number")
                .query(JdbcClusters::cluster)
                .list();
    }

    @Override
    public List<ClusterTerm> terms(long clusterId) {
        return jdbc.sql("select * from cluster_term where cluster_id = :id order by number")
                .param("id", clusterId)
                .query((row, i) -> new ClusterTerm(
                        row.getInt("number"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("source_case")))
                .list();
    }

    @Override
    public List<ClusterEvent> events(long clusterId) {
        return jdbc.sql("select * from cluster_event where cluster_id = :id order by id")
                .param("id", clusterId)
                .query((row, i) -> new ClusterEvent(
                        ClusterState.valueOf(row.getString("state")),
                        row.getObject("happened_on", LocalDate.class),
                        row.getString("reason"),
                        row.getString("article"),
                        row.getString("case_number")))
                .list();
    }

    @Override
    public long insert(Recognition recognition, String clusterNumber) {
        return jdbc.sql("""
                        insert into cluster (cluster_number, source_case, name, leading_industry, county_code,
                                             city_code, applicant_group, state, recognised_on, document_number,
                                             created_at)
                        values (:clusterNumber, :sourceCase, :name, :leadingIndustry, :countyCode,
                                :cityCode, :applicantGroup, 'RECOGNISED', :recognisedOn, :documentNumber, :now)
                        returning id
                        """)
                .param("clusterNumber", clusterNumber)
                .param("sourceCase", recognition.caseNumber())
                .param("name", recognition.name())
                .param("leadingIndustry", recognition.leadingIndustry())
                .param("countyCode", recognition.countyCode())
                .param("cityCode", recognition.cityCode())
                .param("applicantGroup", recognition.applicantGroup())
                .param("recognisedOn", recognition.publishedOn())
                .param("documentNumber", recognition.documentNumber())
                .param("now", now())
                .query(Long.class)
                .single();
    }

    @Override
    public void addTerm(long clusterId, ClusterTerm term) {
        jdbc.sql("""
                        insert into cluster_term (cluster_id, number, starts_on, ends_on, source_case)
                        values (:clusterId, :number, :startsOn, :endsOn, :sourceCase)
                        """)
                .param("clusterId", clusterId)
                .param("number", term.number())
                .param("startsOn", term.startsOn())
                .param("endsOn", term.endsOn())
                .param("sourceCase", term.sourceCase())
                .update();
    }

    @Override
    public void enter(long clusterId, ClusterEvent event) {
        jdbc.sql("update cluster set state = :state where id = :id")
                .param("id", clusterId)
                .param("state", event.state().name())
                .update();
        jdbc.sql("""
                        insert into cluster_event (cluster_id, state, happened_on, reason, article, case_number,
                                                   recorded_at)
                        values (:clusterId, :state, :happenedOn, :reason, :article, :caseNumber, :now)
                        """)
                .param("clusterId", clusterId)
                .param("state", event.state().name())
                .param("happenedOn", event.happenedOn())
                .param("reason", event.reason())
                .param("article", event.article())
                .param("caseNumber", event.caseNumber())
                .param("now", now())
                .update();
    }

    @Override
    public ClusterState lockState(long clusterId) {
        return ClusterState.valueOf(jdbc.sql("select state from cluster where id = :id for update")
                .param("id", clusterId)
                .query(String.class)
                .single());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ClusterRecord cluster(ResultSet row, int i) throws SQLException {
        return new ClusterRecord(
                row.getLong("id"),
                row.getString("cluster_number"),
                row.getString("source_case"),
                row.getString("name"),
                row.getString("leading_industry"),
                row.getString("county_code"),
                row.getString("city_code"),
                row.getString("applicant_group"),
                ClusterState.valueOf(row.getString("state")),
                row.getObject("recognised_on", LocalDate.class),
                row.getString("document_number"),
                row.getObject("term_ends_on", LocalDate.class));
    }
}
