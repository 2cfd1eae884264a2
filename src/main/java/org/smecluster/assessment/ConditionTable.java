package org.smecluster.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.engine.DecisionTables.Rule;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

/**
 * What one of the eight tables of 第十一条 said, put into words. Thresholds, and with them every distance, are read from
 * the rules of the table's evaluated version, so that they are right whatever the policy owner makes of it.
 */
record ConditionTable(Decision decision, List<Rule> rules) {

    /** Names of the requirements that are not named after their only input. */
    private static final Map<String, String> LABELS = Map.of(
            "qualityEnterprises", "优质中小企业数量",
            "energyEfficiency", "能效水平",
            "waterEfficiency", "水效水平",
            "vetoed", "发生第十条所列情形",
            "nationalStanding", "细分领域地位和品牌知名度",
            "chainCollaboration", "产业链供应链协作",
            "digitalTransformation", "数字化转型",
            "greenDevelopment", "绿色化发展水平",
            "openCooperation", "产业开放合作",
            "governanceService", "治理和服务能力");

    /** Between the values of a requirement that looks at several. */
    static final String NEXT_VALUE = "；";

    static final String AFTER_LABEL = "：";

    private static final String NOT_SUPPLIED = "未提供";

    /** An input column may hold an expression in place of a name. */
    private static final String CALCULATED_BY_TABLE = "由决策表计算";

    List<Finding> findings(ConditionInputs inputs) {
        return decision.rows().stream().map(row -> finding(row, inputs)).toList();
    }

    private Finding finding(Map<String, Object> row, ConditionInputs inputs) {
        String code = (String) row.get("code");
        Outcome outcome = Outcome.valueOf((String) row.get(decision.key()));
        List<Rule> ofCode = ofCode(code, rules);
        List<String> names = names(ofCode);
        return new Finding(
                code,
                decision.key(),
                decision.version(),
                (String) row.get("article"),
                label(code),
                value(names, outcome, ofCode, inputs),
                (String) row.get("requirement"),
                outcome,
                outcome == Outcome.NOT_MET || outcome == Outcome.NEEDS_EXPLANATION
                        ? shortfall(names.size() > 1, ofCode, inputs)
                        : null,
                outcome == Outcome.MET ? null : reason(names, inputs));
    }

    static List<Rule> ofCode(String code, List<Rule> rules) {
        return rules.stream()
                .filter(rule -> literal(code).equals(rule.outputs().get("code")))
                .toList();
    }

    /** The inputs that the rules look at. */
    static List<String> names(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.conditions().keySet().stream())
                .distinct()
                .toList();
    }

    static boolean isMet(Rule rule) {
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

    private static String value(List<String> names, Outcome outcome, List<Rule> rules, ConditionInputs inputs) {
        if (names.isEmpty()) {
            return Finding.FOR_A_PERSON;
        }
        if (names.size() == 1) {
            return text(names.get(0), rules, inputs);
        }
        // a requirement met without an input (水效 of a cluster that uses little water) does not ask for it
        return names.stream()
                .filter(name -> outcome != Outcome.MET || inputs.values().get(name) != null)
                .map(name -> label(name) + AFTER_LABEL + text(name, rules, inputs))
                .collect(Collectors.joining(NEXT_VALUE));
    }

    private static String text(String name, List<Rule> rules, ConditionInputs inputs) {
        if (!inputs.values().containsKey(name)) {
            return CALCULATED_BY_TABLE;
        }
        Object value = inputs.values().get(name);
        if (value == null) {
            return NOT_SUPPLIED;
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        BigDecimal number = ConditionCell.exact((Number) value);
        return ConditionInput.of(name).orElseThrow().unit().text(number, limits(name, rules));
    }

    private static List<BigDecimal> limits(String name, List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.conditions().get(name)))
                .flatMap(cell -> ConditionCell.parse(cell).thresholds().stream())
                .map(ConditionCell.Threshold::limit)
                .toList();
    }

    /** The ways to meet the requirement, each with its distance; null where none can be measured. */
    private static String shortfall(boolean named, List<Rule> rules, ConditionInputs inputs) {
        List<String> ways = rules.stream()
                .filter(ConditionTable::isMet)
                .flatMap(rule -> way(named, rule, rules, inputs).stream())
                .toList();
        return ways.isEmpty() ? null : String.join("，或", ways);
    }

    private static Optional<String> way(boolean named, Rule met, List<Rule> rules, ConditionInputs inputs) {
        List<String> distances = new ArrayList<>();
        for (Map.Entry<String, String> condition : met.conditions().entrySet()) {
            String name = condition.getKey();
            Object value = inputs.values().get(name);
            ConditionCell cell = ConditionCell.parse(condition.getValue());
            if (cell.accepts(value)) {
                continue;
            }
            List<ConditionCell.Threshold> thresholds = cell.thresholds();
            if (thresholds.size() != 1 || !(value instanceof Number number)) {
                return Optional.empty();
            }
            distances.add((named ? label(name) : "")
                    + distance(thresholds.get(0), name, ConditionCell.exact(number), limits(name, rules)));
        }
        return distances.isEmpty() ? Optional.empty() : Optional.of(String.join("，且", distances));
    }

    private static String distance(
            ConditionCell.Threshold threshold, String name, BigDecimal value, List<BigDecimal> limits) {
        Unit unit = ConditionInput.of(name).orElseThrow().unit();
        String distance = unit.distance(value, threshold.limit(), limits);
        boolean onTheLimit = value.compareTo(threshold.limit()) == 0;
        return switch (threshold.operator()) {
            case AT_LEAST -> "差 " + distance;
            case ABOVE -> onTheLimit ? "恰等于限值，须高于" : "差 " + distance + "以上";
            case AT_MOST -> "超出 " + distance;
            case BELOW -> onTheLimit ? "恰等于限值，须低于" : "超出 " + distance + "以上";
        };
    }

    private static String reason(List<String> names, ConditionInputs inputs) {
        List<String> reasons = names.stream()
                .flatMap(name -> Stream.ofNullable(inputs.reasons().get(name)))
                .distinct()
                .toList();
        return reasons.isEmpty() ? null : String.join("；", reasons);
    }
}
