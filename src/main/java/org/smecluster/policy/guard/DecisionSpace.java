package org.smecluster.policy.guard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.policy.guard.DecisionModel.Column;
import org.smecluster.policy.guard.DecisionModel.Decision;
import org.smecluster.policy.guard.DecisionModel.Link;
import org.smecluster.policy.guard.DecisionModel.Rule;

/** The inputs on which a decision depends, and the points that stand for all of their values. */
final class DecisionSpace {

    private static final int MOST = 20_000;

    /** By which a calculated input may differ from what it is calculated from. */
    private static final List<BigDecimal> SCALES =
            List.of(new BigDecimal(100), new BigDecimal("0.01"), new BigDecimal(10_000), new BigDecimal("0.0001"));

    private final DecisionModel model;
    private final Decision decision;
    private final DecisionLaw.Of fixed;

    DecisionSpace(DecisionModel model, Decision decision, DecisionLaw.Of fixed) {
        this.model = model;
        this.decision = decision;
        this.fixed = fixed;
    }

    /** Inputs that the rules look at, through other decisions too. */
    Set<String> of(Collection<Rule> rules) {
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : rules) {
            for (int i = 0;
                    i < decision.table().inputs().size()
                            && i < rule.conditions().size();
                    i++) {
                Column column = decision.table().inputs().get(i);
                if (!rule.conditions().get(i).isAnything()) {
                    leaves(decision, column.expression().node(), names, 0);
                    leaves(decision, rule.conditions().get(i).node(), names, 0);
                    names.remove(String.valueOf(column.own()));
                    names.remove("cellInput");
                }
            }
            rule.outputs().forEach(cell -> leaves(decision, cell.node(), names, 0));
        }
        return names;
    }

    private void leaves(Decision of, FeelNode node, Set<String> names, int depth) {
        if (node == null || depth > model.decisions().size()) {
            return;
        }
        node.names().forEach(name -> {
            Optional<Decision> producer = of.links().stream()
                    .map(Link::decision)
                    .map(model.decisions()::get)
                    .filter(required -> required != null && required.yields().anyMatch(name::equals))
                    .findFirst();
            if (producer.isPresent()) {
                producer.get().cells().forEach(cell -> leaves(producer.get(), cell.node(), names, depth + 1));
            } else {
                names.add(name);
            }
        });
    }

    DecisionLaw.Kind kind(String name) {
        DecisionLaw.Kind own = fixed.inputs().get(name);
        return own != null
                ? own
                : model.decisions().keySet().stream()
                        .map(DecisionLaw.shipped().decisions()::get)
                        .filter(other -> other != null && other.inputs().containsKey(name))
                        .map(other -> other.inputs().get(name))
                        .findFirst()
                        .orElse(new DecisionLaw.Kind("string", List.of()));
    }

    /**
     * Every combination.
     *
     * @param compared with which the law or a wording compares each, besides the table
     * @throws Boxes.TooLarge where they are too many
     */
    List<Map<String, Object>> points(Set<String> names, Map<String, Set<Object>> compared) {
        Map<String, List<Object>> each = new LinkedHashMap<>();
        long size = 1;
        for (String name : names) {
            Set<Object> values = new LinkedHashSet<>(compared.getOrDefault(name, Set.of()));
            literals(name, values);
            List<Object> points = Points.of(kind(name), values, !fixed.present().contains(name));
            each.put(name, points);
            size *= points.size();
            if (size > MOST) {
                throw new Boxes.TooLarge();
            }
        }
        List<Map<String, Object>> all = new ArrayList<>(List.of(new HashMap<>()));
        each.forEach((name, points) -> {
            List<Map<String, Object>> longer = new ArrayList<>();
            all.forEach(before -> points.forEach(point -> {
                Map<String, Object> after = new HashMap<>(before);
                after.put(name, point);
                longer.add(after);
            }));
            all.clear();
            all.addAll(longer);
        });
        return all;
    }

    private void literals(String name, Set<Object> values) {
        model.decisions().values().forEach(of -> {
            if (of.table() == null) {
                if (of.literal() != null && of.literal().node() != null) {
                    add(of.literal().node(), name, values);
                }
                return;
            }
            for (int i = 0; i < of.table().inputs().size(); i++) {
                Column column = of.table().inputs().get(i);
                Set<String> leaves = new LinkedHashSet<>();
                leaves(of, column.expression().node(), leaves, 0);
                boolean isIt = column.variable().filter(name::equals).isPresent();
                for (Rule rule : of.table().rules()) {
                    if (i >= rule.conditions().size()
                            || rule.conditions().get(i).node() == null) {
                        continue;
                    }
                    FeelNode node = rule.conditions().get(i).node();
                    if (isIt) {
                        node.literals().forEach(values::add);
                    } else if (leaves.contains(name)) {
                        node.literals().forEach(value -> scaled(value, values));
                    } else {
                        add(node, name, values);
                    }
                }
                if (!isIt && column.expression().node() != null) {
                    add(column.expression().node(), name, values);
                }
            }
        });
    }

    private static void add(FeelNode node, String name, Set<Object> values) {
        if (node.names().anyMatch(name::equals)) {
            node.literals().forEach(value -> scaled(value, values));
        }
    }

    private static void scaled(Object value, Set<Object> values) {
        values.add(value);
        if (value instanceof BigDecimal number) {
            SCALES.forEach(scale -> values.add(number.multiply(scale, MathContext.DECIMAL64)));
        }
    }

    /** The first thing that no points can stand for; empty where they do for all. */
    Optional<DecisionModel.Cell> inexact(Collection<Rule> rules) {
        for (Rule rule : rules) {
            for (int i = 0;
                    i < decision.table().inputs().size()
                            && i < rule.conditions().size();
                    i++) {
                Column column = decision.table().inputs().get(i);
                DecisionModel.Cell cell = rule.conditions().get(i);
                if (cell.isAnything()
                        || cell.node() == null
                        || column.expression().node() == null) {
                    continue;
                }
                Set<String> leaves = new LinkedHashSet<>();
                leaves(decision, column.expression().node(), leaves, 0);
                leaves(decision, cell.node(), leaves, 0);
                leaves.remove(String.valueOf(column.own()));
                leaves.remove("cellInput");
                boolean isPlain = column.variable().filter(leaves::contains).isPresent()
                        && leaves.size() == 1
                        && TableBoxes.isComparisons(cell.node());
                if (!isPlain && !leaves.stream().map(this::kind).allMatch(Points::isFinite)) {
                    return Optional.of(column.variable().isPresent() ? cell : column.expression());
                }
            }
        }
        return Optional.empty();
    }

    /** What a node of the law compares each of its inputs with. */
    static void compared(FeelNode node, Map<String, Set<Object>> compared) {
        if (node != null) {
            node.names().forEach(name -> node.literals()
                    .forEach(compared.computeIfAbsent(name, each -> new LinkedHashSet<>())::add));
        }
    }

    /** As a clerk reads it, without what is not asked. */
    String shown(Map<String, Object> point, Set<String> names) {
        List<String> parts = new ArrayList<>();
        names.forEach(name -> parts.add(label(name) + "为" + Points.shown(point.get(name))));
        return parts.isEmpty() ? "任何情况下" : String.join("，", parts) + "时";
    }

    private String label(String name) {
        return decision.table().inputs().stream()
                .filter(column -> column.variable().filter(name::equals).isPresent())
                .map(Column::called)
                .findFirst()
                .orElse(name);
    }
}
