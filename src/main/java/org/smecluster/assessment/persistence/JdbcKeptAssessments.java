package org.smecluster.assessment.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.smecluster.assessment.Assessment;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.engine.KeptDecisions;
import org.smecluster.law.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables that an assessment asked, as they stand in its findings. */
@Repository
class JdbcKeptAssessments implements KeptDecisions {

    private final JdbcClient jdbc;
    private final JdbcAssessments assessments;

    JdbcKeptAssessments(JdbcClient jdbc, JdbcAssessments assessments) {
        this.jdbc = jdbc;
        this.assessments = assessments;
    }

    @Override
    public List<Kept> of(String processInstanceId) {
        return jdbc
                .sql("select * from assessment where process_instance_id = :instance order by id")
                .param("instance", processInstanceId)
                .query((row, i) -> new Asked(row, assessments.assessment(row)).kept())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean any(String decision, int version) {
        return jdbc.sql("""
                        select exists (select from finding where decision = :decision and decision_version = :version)
                            or :decision = 'basicConditions'
                               and exists (select from assessment where overall_version = :version)
                            or :decision = 'vetoConditions'
                               and exists (select from incident_finding where decision_version = :version)
                        """)
                .param("decision", decision)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    private record Asked(long id, String definition, String activity, OffsetDateTime at, Assessment assessment) {

        Asked(ResultSet row, Assessment assessment) throws SQLException {
            this(
                    row.getLong("id"),
                    row.getString("process_definition_id"),
                    row.getString("activity_id"),
                    row.getObject("assessed_at", OffsetDateTime.class),
                    assessment);
        }

        List<Kept> kept() {
            List<Kept> kept = new ArrayList<>();
            assessment.findings().stream()
                    .collect(Collectors.groupingBy(Finding::decision, LinkedHashMap::new, Collectors.toList()))
                    .forEach((decision, findings) -> kept.add(table(decision, findings)));
            kept.add(kept(
                    "basicConditions",
                    assessment.overallVersion(),
                    false,
                    texts(assessment.overallInputs()),
                    List.of(new Fired(assessment.overallRule(), Map.of("overall", assessment.overall())))));
            for (IncidentFinding finding : assessment.incidents()) {
                kept.add(incident(finding));
            }
            return kept;
        }

        private Kept table(String decision, List<Finding> findings) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            findings.forEach(finding -> finding.inputs().forEach(input -> inputs.put(input.code(), input.value())));
            return kept(
                    decision,
                    findings.get(0).decisionVersion(),
                    true,
                    texts(inputs),
                    findings.stream()
                            .map(finding -> new Fired(
                                    finding.rule(),
                                    Map.of(
                                            "code",
                                            finding.code(),
                                            decision,
                                            finding.outcome().name(),
                                            "article",
                                            finding.article(),
                                            "requirement",
                                            finding.requirement())))
                            .toList());
        }

        private Kept incident(IncidentFinding finding) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("incidentType", finding.incident().type().name());
            inputs.put("incidentLevel", finding.incident().level());
            inputs.put("withinThreeYears", finding.withinThreeYears());
            Map<String, Object> outputs = new LinkedHashMap<>();
            outputs.put("vetoed", finding.vetoed());
            outputs.put("reason", finding.reason());
            return kept(
                    "vetoConditions",
                    finding.decisionVersion(),
                    false,
                    texts(inputs),
                    List.of(new Fired(finding.rule(), texts(outputs))));
        }

        private Kept kept(
                String decision, int version, boolean required, Map<String, String> inputs, List<Fired> fired) {
            return new Kept(
                    "assessment-" + id + "-" + decision,
                    decision,
                    version,
                    definition,
                    activity,
                    required,
                    at.toInstant(),
                    inputs,
                    fired);
        }

        /** A list as JSON, as the engine's history has it. */
        private static Map<String, String> texts(Map<String, Object> values) {
            Map<String, String> texts = new LinkedHashMap<>();
            values.forEach((name, value) -> texts.put(
                    name,
                    value == null
                            ? null
                            : value instanceof List<?> list ? FindingColumns.json(list) : value.toString()));
            return texts;
        }
    }
}
