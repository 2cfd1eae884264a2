package org.smecluster.policy.guard;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.guard.DecisionModel.Cell;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Link;

/**
 * What a decision is given and yields, as its tables say.
 *
 * @param listing whether several rules may apply at once
 * @param given   what is not calculated by a decision that it requires: of its own table first
 * @param rules   ids in the order of the table
 */
public record DecisionColumns(
        String id, String name, boolean listing, List<Column> given, List<Column> yields, List<String> rules) {

    /**
     * @param label in Chinese, with the unit; the name where the table says none
     * @param name  of the variable
     * @param type  as DMN calls it, such as {@code double}; null where the table says none
     */
    public record Column(String label, String name, String type) {}

    /** Of the decisions of a file that are tables; empty where it cannot be read. */
    public static List<DecisionColumns> of(ModelSource file) {
        return Xml.read(file.text())
                .map(root -> DecisionModel.of(file.name(), root).decisions())
                .map(decisions -> decisions.values().stream()
                        .filter(decision -> decision.table() != null)
                        .map(decision -> of(decision, decisions))
                        .toList())
                .orElse(List.of());
    }

    private static DecisionColumns of(Decision decision, Map<String, Decision> all) {
        Map<String, Column> given = new LinkedHashMap<>();
        collect(decision, all, given, new LinkedHashSet<>());
        return new DecisionColumns(
                decision.id(),
                decision.name() == null || decision.name().isBlank() ? decision.id() : decision.name(),
                Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER")
                        .contains(decision.table().hitPolicy()),
                List.copyOf(given.values()),
                decision.table().outputs().stream()
                        .map(output ->
                                new Column(labelled(output.label(), output.name()), output.name(), output.type()))
                        .toList(),
                decision.table().rules().stream().map(rule -> rule.at().id()).toList());
    }

    private static void collect(
            Decision decision, Map<String, Decision> all, Map<String, Column> given, Set<String> seen) {
        if (!seen.add(decision.id())) {
            return;
        }
        List<Decision> required = decision.links().stream()
                .map(Link::decision)
                .map(all::get)
                .filter(Objects::nonNull)
                .toList();
        Set<String> calculated = required.stream().flatMap(Decision::yields).collect(Collectors.toSet());
        if (decision.table() != null) {
            decision.table().inputs().forEach(column -> {
                column.variable()
                        .filter(name -> !calculated.contains(name))
                        .ifPresent(name -> given.putIfAbsent(
                                name, new Column(labelled(column.label(), name), name, column.type())));
                if (column.own() != null) {
                    calculated.add(column.own());
                }
            });
        }
        decision.cells()
                .map(Cell::node)
                .filter(Objects::nonNull)
                .flatMap(FeelNode::names)
                .filter(name -> !calculated.contains(name))
                .forEach(name -> given.putIfAbsent(name, new Column(name, name, null)));
        required.forEach(each -> collect(each, all, given, seen));
    }

    private static String labelled(String label, String name) {
        return Stream.ofNullable(label)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(name);
    }
}
