package org.smecluster.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.law.Article;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Service;

/** Judges a cluster by the decision tables as deployed. */
@Service
public class AssessmentService {

    private static final List<String> CONDITION_TABLES = List.of(
            "coreCompetitiveness",
            "gradientCultivation",
            "chainCollaboration",
            "collaborativeInnovation",
            "digitalTransformation",
            "greenDevelopment",
            "openCooperation",
            "governanceService");

    private final DecisionTables tables;
    private final Clock clock;

    public AssessmentService(DecisionTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Every requirement of 第十一条 and every incident of 第十条, whatever fails first. Stores nothing. */
    public Assessment assess(Subject subject) {
        ConditionInputs inputs = ConditionInputs.of(subject);
        Decision overall = tables.evaluate("basicConditions", inputs.values());
        return new Assessment(
                (String) overall.firstRow().get("overall"),
                conditions(inputs),
                subject.incidents().stream()
                        .map(incident -> judge(incident, subject.asOf()))
                        .toList(),
                overall.version(),
                clock.instant());
    }

    @LegalBasis(article = 11)
    private List<Finding> conditions(ConditionInputs inputs) {
        return CONDITION_TABLES.stream()
                .map(key -> tables.evaluate(key, inputs.values()))
                .map(decision -> new ConditionTable(decision, tables.rules(decision)))
                .flatMap(table -> table.findings(inputs).stream())
                .toList();
    }

    /** One incident by itself. @param asOf the day that it is looked back from */
    @LegalBasis(article = 10)
    public IncidentFinding judge(Incident incident, LocalDate asOf) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("incidentType", incident.type().name());
        inputs.put(
                "incidentLevel",
                incident.level() == null ? null : incident.level().name());
        inputs.put("withinThreeYears", incident.withinThreeYearsOf(asOf));
        Decision decision = tables.evaluate("vetoConditions", inputs);
        Map<String, Object> row = decision.firstRow();
        return new IncidentFinding(
                incident,
                (Boolean) row.get("vetoed"),
                (String) row.get("reason"),
                Article.of(10).toString(),
                decision.version());
    }
}
