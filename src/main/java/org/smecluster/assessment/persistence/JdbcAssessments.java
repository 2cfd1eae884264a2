package org.smecluster.assessment.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAssessments implements Assessments {

    private final JdbcClient jdbc;

    JdbcAssessments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public long save(long submissionId, String stage, Assessment assessment) {
        Optional<Long> inserted = jdbc.sql("""
                        insert into assessment (submission_id, stage, overall, overall_version, assessed_at)
                        values (:submissionId, :stage, :overall, :overallVersion, :at)
                        on conflict (submission_id, stage) do nothing
                        returning id
                        """)
                .param("submissionId", submissionId)
                .param("stage", stage)
                .param("overall", assessment.overall())
                .param("overallVersion", assessment.overallVersion())
                .param("at", assessment.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        if (inserted.isEmpty()) {
            return jdbc.sql("select id from assessment where submission_id = :submissionId and stage = :stage")
                    .param("submissionId", submissionId)
                    .param("stage", stage)
                    .query(Long.class)
                    .single();
        }
        long id = inserted.get();
        for (int position = 0; position < assessment.findings().size(); position++) {
            insert(id, position, assessment.findings().get(position));
        }
        for (int position = 0; position < assessment.incidents().size(); position++) {
            insert(id, position, assessment.incidents().get(position));
        }
        return id;
    }

    private void insert(long id, int position, Finding finding) {
        jdbc.sql("""
                        insert into finding (assessment_id, position, code, decision, decision_version, article,
                                             label, value, requirement, outcome, shortfall, reason)
                        values (:id, :position, :code, :decision, :decisionVersion, :article,
                                :label, :value, :requirement, :outcome, :shortfall, :reason)
                        """)
                .param("id", id)
                .param("position", position)
                .param("code", finding.code())
                .param("decision", finding.decision())
                .param("decisionVersion", finding.decisionVersion())
                .param("article", finding.article())
                .param("label", finding.label())
                .param("value", finding.value())
                .param("requirement", finding.requirement())
                .param("outcome", finding.outcome().name())
                .param("shortfall", finding.shortfall())
                .param("reason", finding.reason())
                .update();
    }

    private void insert(long id, int position, IncidentFinding finding) {
        Incident incident = finding.incident();
        jdbc.sql("""
                        insert into incident_finding (assessment_id, position, type, level, occurred_on,
                                                      enterprise_code, enterprise_name, source,
                                                      vetoed, reason, article, decision_version)
                        values (:id, :position, :type, :level, :occurredOn,
                                :enterpriseCode, :enterpriseName, :source,
                                :vetoed, :reason, :article, :decisionVersion)
                        """)
                .param("id", id)
                .param("position", position)
                .param("type", incident.type().name())
                .param(
                        "level",
                        incident.level() == null ? null : incident.level().name())
                .param("occurredOn", incident.occurredOn())
                .param("enterpriseCode", incident.enterpriseCode())
                .param("enterpriseName", incident.enterpriseName())
                .param("source", incident.source())
                .param("vetoed", finding.vetoed())
                .param("reason", finding.reason())
                .param("article", finding.article())
                .param("decisionVersion", finding.decisionVersion())
                .update();
    }

    @Override
    public Optional<Assessment> find(long submissionId, String stage) {
        return jdbc.sql("""
                        select id, overall, overall_version, assessed_at
                        from assessment
                        where submission_id = :submissionId and stage = :stage
                        """)
                .param("submissionId", submissionId)
                .param("stage", stage)
                .query((row, i) -> new Assessment(
                        row.getString("overall"),
                        findings(row.getLong("id")),
                        incidents(row.getLong("id")),
                        row.getInt("overall_version"),
                        row.getObject("assessed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public List<Stored> ofSubmissions(Collection<Long> submissionIds) {
        Long[] ids = submissionIds.toArray(Long[]::new);
        Map<Long, List<Finding>> findings = byAssessment("finding", ids, JdbcAssessments::finding);
        Map<Long, List<IncidentFinding>> incidents = byAssessment("incident_finding", ids, JdbcAssessments::incident);
        return jdbc.sql("select * from assessment where submission_id = any (:ids) order by id")
                .param("ids", ids)
                .query((row, i) -> new Stored(
                        row.getLong("submission_id"),
                        row.getString("stage"),
                        new Assessment(
                                row.getString("overall"),
                                findings.getOrDefault(row.getLong("id"), List.of()),
                                incidents.getOrDefault(row.getLong("id"), List.of()),
                                row.getInt("overall_version"),
                                row.getObject("assessed_at", OffsetDateTime.class)
                                        .toInstant())))
                .list();
    }

    /** @param table of our own making, never a person's text */
    private <T> Map<Long, List<T>> byAssessment(String table, Long[] submissionIds, RowMapper<T> mapper) {
        Map<Long, List<T>> found = new HashMap<>();
        jdbc.sql("select f.* from " + table + " f join assessment a on a.id = f.assessment_id"
                        + " where a.submission_id = any (:ids) order by f.assessment_id, f.position")
                .param("ids", submissionIds)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("assessment_id"), id -> new ArrayList<>())
                            .add(mapper.mapRow(row, 0));
                });
        return found;
    }

    private List<Finding> findings(long id) {
        return jdbc.sql("select * from finding where assessment_id = :id order by position")
                .param("id", id)
                .query(JdbcAssessments::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int i) throws SQLException {
        return new Finding(
                row.getString("code"),
                row.getString("decision"),
                row.getInt("decision_version"),
                row.getString("article"),
                row.getString("label"),
                row.getString("value"),
                row.getString("requirement"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("shortfall"),
                row.getString("reason"));
    }

    private List<IncidentFinding> incidents(long id) {
        return jdbc.sql("select * from incident_finding where assessment_id = :id order by position")
                .param("id", id)
                .query(JdbcAssessments::incident)
                .list();
    }

    private static IncidentFinding incident(ResultSet row, int i) throws SQLException {
        String level = row.getString("level");
        Incident incident = new Incident(
                IncidentType.valueOf(row.getString("type")),
                level == null ? null : IncidentLevel.valueOf(level),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("enterprise_code"),
                row.getString("enterprise_name"),
                row.getString("source"));
        return new IncidentFinding(
                incident,
                row.getObject("vetoed", Boolean.class),
                row.getString("reason"),
                row.getString("article"),
                row.getInt("decision_version"));
    }
}
