package org.smecluster.assessment;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.assessment.ConditionInputs.Reading;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.engine.DecisionTables.Match;
import org.smecluster.engine.DecisionTables.Rule;
import org.smecluster.law.Finding;
import org.smecluster.law.Finding.Input;
import org.smecluster.law.Finding.Miss;
import org.smecluster.law.Outcome;
import org.smecluster.law.Threshold;
import org.smecluster.law.Unit;

/**
 * What one of the eight tables of 第十一条 said. Thresholds, and with them every distance, are read from the rules of the
 * table's evaluated version, so that they are right whatever the policy owner makes of it.
 */
record ConditionTable(Decision decision, List<Rule> rules) {

    /** Names of the requirements that are not named after their only input. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            entry("qualityEnterprises", "优质中小企业数量"),
            entry("energyEfficiency", "能效水平"),
            entry("waterEfficiency", "水效水平"),
            entry("vetoed", "发生第十条所列情形"),
            entry("illegality", "有违法违规"),
            entry("nationalStanding", "细分领域地位和品牌知名度"),
            entry("chainCollaboration", "产业链供应链协作"),
            entry("digitalTransformation", "数字化转型"),
            entry("greenDevelopment", "绿色化发展水平"),
            entry("openCooperation", "产业开放合作"),
            entry("governanceService", "治理和服务能力"));

    List<Finding> findings(ConditionInputs inputs) {
        return decision.matches().stream().map(match -> finding(match, inputs)).toList();
    }

    private Finding finding(Match match, ConditionInputs given) {
        Map<String, Object> row = match.outputs();
        String code = (String) row.get("code");
        Outcome outcome = Outcome.valueOf((String) row.get(decision.key()));
        List<Rule> ofCode = ofCode(code);
        List<Input> inputs =
                names(ofCode).stream().map(name -> input(name, ofCode, given)).toList();
        return new Finding(
                code,
                decision.key(),
                decision.version(),
                match.rule(),
                (String) row.get("article"),
                label(code),
                inputs,
                (String) row.get("requirement"),
                outcome,
                outcome == Outcome.NOT_MET || outcome == Outcome.NEEDS_EXPLANATION
                        ? shortfall(ofCode, inputs)
                        : List.of());
    }

    private List<Rule> ofCode(String code) {
        return rules.stream()
                .filter(rule -> literal(code).equals(rule.outputs().get("code")))
                .toList();
    }

    /** The inputs that the rules look at; an input column may hold an expression in place of a name. */
    private static List<String> names(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().keySet().stream())
                .distinct()
                .toList();
    }

    private static boolean isMet(Rule rule) {
        return rule.outputs().containsValue(literal(Outcome.MET.name()));
    }

    private static String literal(String text) {
        return '"' + text + '"';
    }

    private static String label(String code) {
        return Optional.ofNullable(LABELS.get(code))
                .or(() -> ConditionInput.of(code).map(ConditionInput::label))
                .orElse(code);
    }

    private Input input(String name, List<Rule> rules, ConditionInputs given) {
        Unit unit = given.values().containsKey(name)
                ? ConditionInput.of(name).map(ConditionInput::unit).orElse(Unit.YES_NO)
                : null;
        List<BigDecimal> limits = limits(name, rules);
        Reading reading = given.readings().get(name);
        return new Input(
                name,
                reading == null ? label(name) : reading.label(),
                unit,
                value(decision.inputs().get(name)),
                threshold(name, rules),
                limits,
                given.reasons().get(name),
                reading == null ? null : beside(name, unit, reading, limits));
    }

    private static Input beside(String name, Unit unit, Reading reading, List<BigDecimal> limits) {
        return new Input(name, reading.other(), unit, value(reading.value()), null, limits, reading.reason(), null);
    }

    private static Object value(Object evaluated) {
        return evaluated instanceof Number number
                ? ConditionCell.exact(number)
                : evaluated == null || evaluated instanceof Boolean ? evaluated : evaluated.toString();
    }

    private static List<BigDecimal> limits(String name, List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.conditions().get(name)))
                .flatMap(cell -> ConditionCell.parse(cell).thresholds().stream())
                .map(Threshold::limit)
                .distinct()
                .toList();
    }

    /** Of the first way to meet the requirement that looks at the value; a later way may ask for its opposite. */
    private static Threshold threshold(String name, List<Rule> rules) {
        return rules.stream()
                .filter(ConditionTable::isMet)
                .flatMap(rule -> Stream.ofNullable(rule.conditions().get(name)))
                .map(cell -> ConditionCell.parse(cell).thresholds())
                .filter(thresholds -> thresholds.size() == 1)
                .map(thresholds -> thresholds.get(0))
                .findFirst()
                .orElse(null);
    }

    private static List<List<Miss>> shortfall(List<Rule> rules, List<Input> inputs) {
        return rules.stream()
                .filter(ConditionTable::isMet)
                .map(rule -> way(rule, inputs))
                .filter(way -> !way.isEmpty())
                .toList();
    }

    /** Empty where the way cannot be measured. */
    private static List<Miss> way(Rule met, List<Input> inputs) {
        List<Miss> misses = new ArrayList<>();
        for (Map.Entry<String, String> condition : met.conditions().entrySet()) {
            Input input = inputs.stream()
                    .filter(each -> each.code().equals(condition.getKey()))
                    .findFirst()
                    .orElseThrow();
            ConditionCell cell = ConditionCell.parse(condition.getValue());
            Object value = input.calculatedByTable() ? null : input.value();
            if (cell.accepts(value)) {
                continue;
            }
            List<Threshold> thresholds = cell.thresholds();
            if (thresholds.size() != 1 || !(value instanceof BigDecimal number)) {
                return List.of();
            }
            Threshold threshold = thresholds.get(0);
            misses.add(new Miss(
                    input.code(), threshold, number.subtract(threshold.limit()).abs()));
        }
        return misses;
    }
}
