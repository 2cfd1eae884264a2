package org.smecluster.assessment;

import static org.smecluster.assessment.ConditionInput.INVENTION_PATENTS_PER_10K_EMPLOYEES;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.engine.DecisionTables.Evaluation;
import org.smecluster.engine.DecisionTables.Match;
import org.smecluster.engine.NoDecisionResult;
import org.smecluster.indicator.HeadCount;
import org.smecluster.law.Article;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Service;

/** Judges a cluster by the decision tables as deployed; outside of a case by the latest. */
@Service
public class AssessmentService {

    private final DecisionTables tables;
    private final Clock clock;

    public AssessmentService(DecisionTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** By the versions that the case goes by. */
    public AssessmentService inCase(String caseNumber) {
        return new AssessmentService(tables.inCase(caseNumber), clock);
    }

    /** Every requirement of 第十一条 and every incident of 第十条, whatever fails first. Stores nothing. */
    public Assessment assess(Subject subject) {
        return assessed(ConditionInputs.of(subject, headCount()), () -> subject.incidents().stream()
                .map(incident -> judgeForKeeping(incident, incident.withinThreeYearsOf(subject.asOf())))
                .toList());
    }

    /**
     * Judges once more what an assessment judged, by these tables: the same inputs, as they were kept with its findings, and the
     * same incidents, as near in time as they were then. Nothing is calculated anew but by whose heads 每万人 counts. By the
     * tables of then the findings are those of then.
     *
     * @throws InputNotKept where the tables look at an input that those of then did not
     */
    public Assessment again(Assessment made) {
        ConditionInputs inputs = ConditionInputs.judged(made.findings(), headCount());
        return assessed(inputs, () -> made.incidents().stream()
                .map(finding -> judgeForKeeping(finding.incident(), finding.withinThreeYears()))
                .toList());
    }

    private Assessment assessed(ConditionInputs inputs, Supplier<List<IncidentFinding>> incidents) {
        Evaluation evaluation = tables.evaluateForKeeping("basicConditions", inputs.values());
        Decision overall = evaluation.asked();
        return new Assessment(
                (String) overall.firstRow().get("overall"),
                conditions(evaluation, inputs),
                incidents.get(),
                overall.version(),
                overall.first().rule(),
                overall.inputs(),
                clock.instant());
    }

    private IncidentFinding judgeForKeeping(Incident incident, boolean withinThreeYears) {
        return judge(incident, withinThreeYears, asked -> tables.evaluateForKeeping("vetoConditions", asked)
                .asked());
    }

    /** What 第十一条 asks for, in its order, by the tables as they stand now. */
    public List<Condition> conditions() {
        return ofNothing()
                .map(finding ->
                        new Condition(finding.code(), finding.label(), finding.article(), finding.requirement()))
                .toList();
    }

    /** The numbers that 第十一条 asks for, in its order, by the tables as they stand now. */
    public List<NumberedRequirement> numberedRequirements() {
        return ofNothing()
                .flatMap(finding -> finding.inputs().stream()
                        .filter(input -> input.threshold() != null && !input.calculatedByTable())
                        .map(input -> new NumberedRequirement(
                                input.code(),
                                // by whose heads 每万人 counts is the value's own
                                ConditionInput.of(input.code())
                                        .map(ConditionInput::label)
                                        .orElse(input.label()),
                                input.unit(),
                                input.threshold(),
                                finding.requirement(),
                                finding.article())))
                .toList();
    }

    /** What is found where nothing is known. */
    private Stream<Finding> ofNothing() {
        Map<String, Object> nothing = new LinkedHashMap<>();
        for (ConditionInput input : ConditionInput.values()) {
            nothing.put(input.code(), null);
        }
        return conditions(
                tables.evaluateForKeeping("basicConditions", nothing), new ConditionInputs(nothing, Map.of(), Map.of()))
                .stream();
    }

    /**
     * Holds the same inputs, {@code vetoed} of 第十条 and {@code illegality}, which 第十条 does not name and a higher standard
     * may, against another table that is written as those of 第十一条 are: rows of {@code code}, the table's own id (the
     * outcome), {@code article}, {@code requirement}.
     *
     * @param table decision id
     * @return one finding per row, in the table's order
     */
    public List<Finding> hold(String table, Subject subject) {
        List<IncidentFinding> incidents = subject.incidents().stream()
                .map(incident -> judge(incident, subject.asOf()))
                .toList();
        ConditionInputs inputs = ConditionInputs.of(subject, headCount())
                .with("vetoed", Assessment.vetoed(incidents), undecided(incidents))
                .with("illegality", incidents.stream().anyMatch(AssessmentService::isIllegality), null);
        Decision decision = tables.evaluate(table, inputs.values());
        return new ConditionTable(decision, tables.rules(decision)).findings(inputs);
    }

    /** The reading of 每万人 that the policy owner has chosen. */
    @LegalBasis(article = 11, item = 4)
    private HeadCount headCount() {
        Map<String, Object> asked = Map.of("indicator", INVENTION_PATENTS_PER_10K_EMPLOYEES.code());
        Object chosen =
                tables.evaluateForKeeping("readings", asked).asked().firstRow().get("headCount");
        return Stream.of(HeadCount.values())
                .filter(headCount -> headCount.name().equals(chosen))
                .findFirst()
                .orElseThrow(() -> new NoDecisionResult("readings"));
    }

    private static boolean isIllegality(IncidentFinding finding) {
        return finding.incident().type() == IncidentType.ILLEGALITY && finding.withinThreeYears();
    }

    private static String undecided(List<IncidentFinding> incidents) {
        return incidents.stream()
                .filter(finding -> finding.vetoed() == null)
                .map(finding -> isIllegality(finding) ? "违法违规是否属于第十条的其它重大问题，由人判断" : "有事故或事件的级别不明，由人判断")
                .distinct()
                .collect(Collectors.joining("；"));
    }

    /** A table that the diagram no longer requires is asked by itself. */
    @LegalBasis(article = 11)
    private List<Finding> conditions(Evaluation evaluation, ConditionInputs inputs) {
        return Stream.of(ConditionItem.values())
                .map(ConditionItem::table)
                .map(key -> evaluation.required(key).orElseGet(() -> tables.evaluateForKeeping(key, inputs.values())
                        .asked()))
                .map(decision -> {
                    inputs.requireKept(decision);
                    return new ConditionTable(decision, tables.rules(decision));
                })
                .flatMap(table -> table.findings(inputs).stream())
                .toList();
    }

    /** One incident by itself. @param asOf the day that it is looked back from */
    @LegalBasis(article = 10)
    public IncidentFinding judge(Incident incident, LocalDate asOf) {
        return judge(incident, incident.withinThreeYearsOf(asOf), inputs -> tables.evaluate("vetoConditions", inputs));
    }

    private static IncidentFinding judge(
            Incident incident, boolean withinThreeYears, Function<Map<String, Object>, Decision> table) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("incidentType", incident.type().name());
        inputs.put(
                "incidentLevel",
                incident.level() == null ? null : incident.level().name());
        inputs.put("withinThreeYears", withinThreeYears);
        Decision decision = table.apply(inputs);
        Match match = decision.first();
        return new IncidentFinding(
                incident,
                (Boolean) match.outputs().get("vetoed"),
                (String) match.outputs().get("reason"),
                Article.of(10).toString(),
                decision.version(),
                match.rule(),
                withinThreeYears);
    }
}
