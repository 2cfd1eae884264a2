package org.smecluster.assessment.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.assessment.Stage;
import org.smecluster.engine.CurrentStep;
import org.smecluster.engine.CurrentStep.Step;
import org.smecluster.law.Finding;
import org.smecluster.persistence.Rows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAssessments implements Assessments {

    private static final String OF_STAGE =
            "submission_id = :submissionId and stage_kind = :kind and stage_number = :number";

    private final JdbcClient jdbc;
    private final CurrentStep steps;

    JdbcAssessments(JdbcClient jdbc, CurrentStep steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    @Override
    @Transactional
    public long save(long submissionId, Stage stage, Assessment assessment) {
        Optional<Step> step = steps.now();
        Optional<Long> inserted = jdbc.sql("""
                        insert into assessment (submission_id, stage_kind, stage_number, overall, overall_version,
                                                overall_rule, overall_inputs, assessed_at,
                                                process_instance_id, process_definition_id, activity_id)
                        values (:submissionId, :kind, :number, :overall, :overallVersion,
                                :overallRule, cast(:overallInputs as jsonb), :at,
                                :processInstanceId, :processDefinitionId, :activityId)
                        on conflict (submission_id, stage_kind, stage_number) do nothing
                        returning id
                        """)
                .param("submissionId", submissionId)
                .param("kind", stage.kind().name())
                .param("number", stage.number())
                .param("overall", assessment.overall())
                .param("overallVersion", assessment.overallVersion())
                .param("overallRule", assessment.overallRule())
                .param("overallInputs", FindingColumns.json(assessment.overallInputs()))
                .param("at", assessment.at().atOffset(ZoneOffset.UTC))
                .param("processInstanceId", step.map(Step::processInstanceId).orElse(null))
                .param(
                        "processDefinitionId",
                        step.map(Step::processDefinitionId).orElse(null))
                .param("activityId", step.map(Step::activityId).orElse(null))
                .query(Long.class)
                .optional();
        if (inserted.isEmpty()) {
            return jdbc.sql("select id from assessment where " + OF_STAGE)
                    .param("submissionId", submissionId)
                    .param("kind", stage.kind().name())
                    .param("number", stage.number())
                    .query(Long.class)
                    .single();
        }
        long id = inserted.get();
        jdbc.sql("""
                        insert into finding (assessment_id, position, code, decision, decision_version, rule, article,
                                             label, inputs, requirement, outcome, shortfall)
                        select :id, f.position, f.code, f.decision, f.decision_version, f.rule, f.article,
                               f.label, f.inputs, f.requirement, f.outcome, f.shortfall
                          from
                        """ + FindingColumns.ROWS)
                .param("id", id)
                .param("findings", FindingColumns.rows(assessment.findings()))
                .update();
        for (int position = 0; position < assessment.incidents().size(); position++) {
            insert(id, position, assessment.incidents().get(position));
        }
        return id;
    }

    private void insert(long id, int position, IncidentFinding finding) {
        Incident incident = finding.incident();
        jdbc.sql("""
                        insert into incident_finding (assessment_id, position, type, level, occurred_on,
                                                      enterprise_code, enterprise_name, source,
                                                      vetoed, reason, article, decision_version, rule,
                                                      within_three_years)
                        values (:id, :position, :type, :level, :occurredOn,
                                :enterpriseCode, :enterpriseName, :source,
                                :vetoed, :reason, :article, :decisionVersion, :rule, :withinThreeYears)
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
                .param("rule", finding.rule())
                .param("withinThreeYears", finding.withinThreeYears())
                .update();
    }

    @Override
    public Optional<Assessment> find(long submissionId, Stage stage) {
        return jdbc.sql("select * from assessment where " + OF_STAGE)
                .param("submissionId", submissionId)
                .param("kind", stage.kind().name())
                .param("number", stage.number())
                .query((row, i) -> assessment(row))
                .optional();
    }

    @Override
    public int count(long submissionId, Stage.Kind kind) {
        return jdbc.sql("select count(*) from assessment where submission_id = :submissionId and stage_kind = :kind")
                .param("submissionId", submissionId)
                .param("kind", kind.name())
                .query(Integer.class)
                .single();
    }

    Assessment assessment(ResultSet row) throws SQLException {
        return assessment(row, findings(row.getLong("id")), incidents(row.getLong("id")));
    }

    private static Assessment assessment(ResultSet row, List<Finding> findings, List<IncidentFinding> incidents)
            throws SQLException {
        return new Assessment(
                row.getString("overall"),
                findings,
                incidents,
                row.getInt("overall_version"),
                row.getString("overall_rule"),
                FindingColumns.read(row.getString("overall_inputs"), new TypeReference<>() {}),
                row.getObject("assessed_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public List<Stored> ofSubmissions(Collection<Long> submissionIds) {
        return List.copyOf(stored("submission_id", submissionIds).values());
    }

    @Override
    public Map<Long, Stored> byId(Collection<Long> ids) {
        return stored("id", ids);
    }

    /**
     * In the order in which they were made.
     *
     * @param column of {@code assessment}, of our own making, never a person's text
     */
    private Map<Long, Stored> stored(String column, Collection<Long> values) {
        Long[] wanted = values.toArray(Long[]::new);
        Map<Long, List<Finding>> findings = byAssessment("finding", column, wanted, JdbcAssessments::finding);
        Map<Long, List<IncidentFinding>> incidents =
                byAssessment("incident_finding", column, wanted, JdbcAssessments::incident);
        Map<Long, Stored> stored = new LinkedHashMap<>();
        jdbc.sql("select * from assessment where " + column + " = any (:values) order by id")
                .param("values", wanted)
                .query(row -> {
                    long id = row.getLong("id");
                    stored.put(
                            id,
                            new Stored(
                                    row.getLong("submission_id"),
                                    Stage.of(
                                            Stage.Kind.valueOf(row.getString("stage_kind")),
                                            row.getInt("stage_number")),
                                    assessment(
                                            row,
                                            findings.getOrDefault(id, List.of()),
                                            incidents.getOrDefault(id, List.of()))));
                });
        return stored;
    }

    /** @param table as the column of our own making, never a person's text */
    private <T> Map<Long, List<T>> byAssessment(String table, String column, Long[] values, RowMapper<T> mapper) {
        Map<Long, List<T>> found = new HashMap<>();
        jdbc.sql("select f.* from " + table + " f join assessment a on a.id = f.assessment_id where a." + column
                        + " = any (:values) order by f.assessment_id, f.position")
                .param("values", values)
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
        return FindingColumns.finding(row, row.getString("decision"), row.getInt("decision_version"));
    }

    private List<IncidentFinding> incidents(long id) {
        return jdbc.sql("select * from incident_finding where assessment_id = :id order by position")
                .param("id", id)
                .query(JdbcAssessments::incident)
                .list();
    }

    private static IncidentFinding incident(ResultSet row, int i) throws SQLException {
        return new IncidentFinding(
                Rows.of(Incident.class).mapRow(row, i),
                row.getObject("vetoed", Boolean.class),
                row.getString("reason"),
                row.getString("article"),
                row.getInt("decision_version"),
                row.getString("rule"),
                row.getBoolean("within_three_years"));
    }
}
