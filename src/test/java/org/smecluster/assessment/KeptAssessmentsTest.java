package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.indicator.HeadCount.ALL_ENTERPRISES;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casehistory.engine.DecisionHistory;
import org.smecluster.casehistory.engine.DecisionHistory.Cell;
import org.smecluster.casehistory.engine.DecisionHistory.Evaluation;
import org.smecluster.casehistory.engine.DecisionHistory.FiredRule;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.KeptDecisions;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
@DisplayName("评估用过的决策表只存一份：在评估结论里，不在引擎的历史里，看到的与引擎的历史所记相同")
class KeptAssessmentsTest {

    private static final Stage FIRST = Stage.of(Stage.Kind.CHECK, 1);
    private static final Incident INCIDENT =
            new Incident(IncidentType.SAFETY, IncidentLevel.LARGE, LocalDate.of(2026, 1, 1), null, "某企业", "应急管理部门通报");

    /** {@link #INCIDENT} as the table is asked. */
    private static final Map<String, Object> VETO =
            Map.of("incidentType", "SAFETY", "incidentLevel", "LARGE", "withinThreeYears", true);

    @Autowired
    AssessmentService service;

    @Autowired
    Assessments assessments;

    @Autowired
    DecisionTables tables;

    @Autowired
    DecisionService engine;

    @Autowired
    DecisionHistory history;

    @Autowired
    List<KeptDecisions> kept;

    @Autowired
    JdbcClient database;

    private static Subject subject() {
        SubjectOf cluster = new SubjectOf();
        cluster.area = new BigDecimal("103");
        cluster.totalOutput[1] = "19.85";
        cluster.patents[0] = null;
        cluster.littleGiants = 0;
        cluster.incidents = List.of(INCIDENT);
        return cluster.subject();
    }

    private int rowsInTheEnginesHistory() {
        return List.of("act_hi_decinst", "act_hi_dec_in", "act_hi_dec_out", "act_ge_bytearray").stream()
                .mapToInt(table -> database.sql("select count(*) from " + table)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    /** Evaluations that an instance is said to have asked for, but for id, time and step. */
    private List<Evaluation> of(String instance) {
        return history.of(instance).stream()
                .map(each -> new Evaluation(
                        null,
                        each.decision(),
                        each.name(),
                        each.version(),
                        null,
                        each.required(),
                        null,
                        sorted(each.inputs()),
                        each.rules().stream()
                                .map(rule -> new FiredRule(rule.number(), rule.annotation(), sorted(rule.outputs())))
                                .toList()))
                .sorted(Comparator.comparing(Evaluation::decision))
                .toList();
    }

    /** The engine's history has no order within a table. */
    private static List<Cell> sorted(List<Cell> cells) {
        return cells.stream().sorted(Comparator.comparing(Cell::name)).toList();
    }

    @Test
    @DisplayName("程序调用的决策，引擎的历史一行不增；由接口调用的照样记入引擎的历史")
    void nothingInTheEnginesHistory() {
        TestClock.set(SubjectOf.AS_OF);
        int before = rowsInTheEnginesHistory();

        assessments.save(1, FIRST, service.assess(subject()));
        tables.evaluateEach(
                "plausibilityLimits", List.of(Map.of("figure", "totalOutput"), Map.of("figure", "exports")));

        service.judge(INCIDENT, SubjectOf.AS_OF);
        assertThat(rowsInTheEnginesHistory()).isEqualTo(before);

        engine.evaluateDecisionTableByKey("vetoConditions", VETO);
        assertThat(rowsInTheEnginesHistory())
                .as("one table, three inputs, two outputs")
                .isEqualTo(before + 6);
    }

    @Test
    @DisplayName("表、版本、命中的规则、输入和输出，与引擎自己记的逐项相同，包括第十条和数据核对界限")
    void theSameAsTheEnginesHistory() {
        TestClock.set(SubjectOf.AS_OF);
        Subject subject = subject();
        assessments.save(1, FIRST, service.assess(subject));
        tables.evaluateEach("plausibilityLimits", List.of(Map.of("figure", "totalOutput")));
        database.sql("update assessment set process_instance_id = 'ours'").update();
        tables.evaluate(
                "basicConditions", ConditionInputs.of(subject, ALL_ENTERPRISES).values());
        database.sql("update decision_round set process_instance_id = 'ours' where decision = 'plausibilityLimits'")
                .update();
        database.sql("update decision_round set process_instance_id = 'asked' where process_instance_id is null")
                .update();

        engine.evaluateDecisionTableByKey(
                "basicConditions", ConditionInputs.of(subject, ALL_ENTERPRISES).values());
        engine.evaluateDecisionTableByKey("vetoConditions", VETO);
        engine.evaluateDecisionTableByKey("plausibilityLimits", Map.of("figure", "totalOutput"));
        database.sql("update act_hi_decinst set proc_inst_id_ = 'theirs'").update();

        assertThat(of("ours")).hasSize(11).isEqualTo(of("theirs"));
        assertThat(of("asked"))
                .as("asked otherwise than by an assessment")
                .hasSize(9)
                .isSubsetOf(of("theirs"));
    }

    @Test
    @DisplayName("案件用过的决策表版本，哪怕只有评估结论记着，也认得出")
    void versionsInUse() {
        TestClock.set(SubjectOf.AS_OF);
        Assessment found = service.assess(subject());
        assessments.save(1, FIRST, found);

        for (String decision : List.of("basicConditions", "coreCompetitiveness", "vetoConditions")) {
            int version = decision.equals("vetoConditions")
                    ? found.incidents().get(0).decisionVersion()
                    : found.overallVersion();
            assertThat(kept).as(decision).anyMatch(each -> each.any(decision, version));
            assertThat(kept).as(decision).noneMatch(each -> each.any(decision, version + 1));
        }
    }
}
