package org.smecluster.assessment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.assessment.ConditionCell.Threshold;
import org.smecluster.engine.DecisionTables;
import org.smecluster.engine.DecisionTables.Decision;
import org.smecluster.engine.DecisionTables.Rule;
import org.smecluster.law.Finding;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Service;

/**
 * Holds a requirement's values of one assessment against those of another, as both were told: a finding is a record, and a
 * reader works the difference out from the numbers that he sees. Thresholds are read from the later one's table.
 */
@Service
public class Movements {

    private final DecisionTables tables;

    public Movements(DecisionTables tables) {
        this.tables = tables;
    }

    /** @return one for each number that differs; none for what people declared or what is not there in both */
    @LegalBasis(article = 16)
    public List<Movement> between(Finding before, Finding now) {
        List<Rule> rules = ConditionTable.ofCode(
                now.code(), tables.rules(new Decision(now.decision(), now.decisionVersion(), List.of())));
        List<String> names = ConditionTable.names(rules);
        Map<String, ConditionInput> inputs = names.stream()
                .flatMap(name -> ConditionInput.of(name).stream())
                .collect(Collectors.toMap(ConditionInput::label, Function.identity()));
        if (names.size() == 1 && inputs.size() == 1) {
            return movement(null, inputs.values().iterator().next(), before.value(), now.value(), rules).stream()
                    .toList();
        }
        Map<String, String> earlier = parts(before.value());
        return parts(now.value()).entrySet().stream()
                .filter(part -> inputs.containsKey(part.getKey()) && earlier.containsKey(part.getKey()))
                .flatMap(
                        part -> movement(
                                part.getKey(),
                                inputs.get(part.getKey()),
                                earlier.get(part.getKey()),
                                part.getValue(),
                                rules)
                                .stream())
                .toList();
    }

    /** What {@link ConditionTable} joined: label to value. */
    private static Map<String, String> parts(String value) {
        return Arrays.stream(value.split(ConditionTable.NEXT_VALUE))
                .map(part -> part.split(ConditionTable.AFTER_LABEL, 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (one, same) -> one, LinkedHashMap::new));
    }

    private static Optional<Movement> movement(
            String label, ConditionInput input, String before, String now, List<Rule> rules) {
        Optional<BigDecimal> earlier = input.unit().read(before);
        Optional<BigDecimal> later = input.unit().read(now);
        if (earlier.isEmpty() || later.isEmpty() || earlier.get().compareTo(later.get()) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Movement(
                label,
                input.unit().change(earlier.get(), later.get()),
                threshold(input.code(), rules)
                        .map(threshold -> Movement.Course.of(
                                threshold.accepts(earlier.get()),
                                threshold.accepts(later.get()),
                                threshold.wantsMore() == later.get().compareTo(earlier.get()) > 0))
                        .orElse(null)));
    }

    /**
     * The number of the first way to meet the requirement that looks at the value; a later way may ask for its opposite.
     */
    private static Optional<Threshold> threshold(String name, List<Rule> rules) {
        return rules.stream()
                .filter(ConditionTable::isMet)
                .flatMap(rule -> Stream.ofNullable(rule.conditions().get(name)))
                .map(cell -> ConditionCell.parse(cell).thresholds())
                .filter(thresholds -> thresholds.size() == 1)
                .map(thresholds -> thresholds.get(0))
                .findFirst();
    }
}
