package org.smecluster.policy.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.smecluster.policy.guard.Xml;

/** All that an element says, each by the place where it says it: nothing is left out because nobody thought of it. */
final class Facts {

    /** What only holds others. */
    private static final Set<String> WRAPPERS = Set.of("extensionElements", "properties", "inputOutput");

    /** By what those that stand side by side are told apart. */
    private static final Map<String, List<String>> TOLD_APART_BY = Map.of(
            "property", List.of("name"),
            "inputParameter", List.of("name"),
            "outputParameter", List.of("name"),
            "executionListener", List.of("event"),
            "taskListener", List.of("event"),
            "in", List.of("target", "businessKey"),
            "out", List.of("target"),
            "entry", List.of("key"));

    /** @param raw by which two are compared; {@code shown} is what a person reads */
    private record Fact(String raw, String shown) {}

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private int told;

    /**
     * @param apart what is compared by itself
     * @param shown what a person reads of a value, by its place and the value as written
     */
    static Facts of(Xml element, Predicate<Xml> apart, BinaryOperator<String> shown) {
        Facts facts = new Facts();
        facts.collect(element, "", null, apart, shown);
        return facts;
    }

    private void collect(Xml element, String place, String toldBy, Predicate<Xml> apart, BinaryOperator<String> shown) {
        element.attributes().forEach((name, value) -> {
            if (!name.equals("id") && !name.equals(toldBy) && !value.endsWith("tFormalExpression")) {
                add(place + "@" + name, value, shown.apply(place + "@" + name, value));
            }
        });
        if (!element.text().isEmpty()) {
            add(place, element.text(), shown.apply(place, element.text()));
        }
        for (Xml child : element.children()) {
            if (apart.test(child)) {
                continue;
            }
            String by = TOLD_APART_BY.getOrDefault(child.name(), List.of()).stream()
                    .filter(name -> child.attribute(name) != null)
                    .findFirst()
                    .orElse(null);
            String step = WRAPPERS.contains(child.name())
                    ? place
                    : (place.isEmpty() ? "" : place + "/")
                            + child.name()
                            + (by == null ? "" : "[" + child.attribute(by) + "]");
            int known = told;
            collect(child, step, by, apart, shown);
            if (told == known && !WRAPPERS.contains(child.name())) {
                add(step, "", "");
            }
        }
    }

    /** Beside what stands there already. */
    void add(String place, String raw, String shown) {
        told++;
        facts.merge(
                place,
                new Fact(raw, shown),
                (one, other) -> new Fact(one.raw + "、" + other.raw, one.shown + "、" + other.shown));
    }

    void drop(String place) {
        facts.remove(place);
    }

    /** Where it says what goes without saying. */
    void drop(String place, String raw) {
        facts.computeIfPresent(place, (key, fact) -> fact.raw.equals(raw) ? null : fact);
    }

    String raw(String place) {
        return facts.containsKey(place) ? facts.get(place).raw : null;
    }

    /** What was said otherwise before, each a statement; empty where nothing was. */
    List<String> since(Facts before, Names names) {
        Set<String> places = new LinkedHashSet<>(facts.keySet());
        places.addAll(before.facts.keySet());
        List<String> statements = new ArrayList<>();
        for (String place : places) {
            Fact was = before.facts.get(place);
            Fact is = facts.get(place);
            if (was != null && is != null && was.raw.equals(is.raw)) {
                continue;
            }
            statements.add(names.flag(place, was == null ? null : was.raw, is == null ? null : is.raw)
                    .orElseGet(() -> changed(names.of(place), was, is)));
        }
        return statements;
    }

    private static String changed(String name, Fact was, Fact is) {
        if (was == null) {
            return "加上" + name + Words.quoted(is.shown);
        }
        if (is == null) {
            return "去掉" + name + Words.quoted(was.shown);
        }
        return Words.changed(name, was.shown, is.shown);
    }

    /** All of it, each a statement. */
    List<String> told(Names names) {
        return facts.entrySet().stream()
                .map(fact -> names.flag(fact.getKey(), null, fact.getValue().raw)
                        .map(flag -> flag.replaceFirst("^现在", ""))
                        .orElseGet(() -> names.of(fact.getKey()) + "是" + Words.quoted(fact.getValue().shown)))
                .toList();
    }
}
