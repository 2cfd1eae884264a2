package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the Measures about procedures, as {@code policy/law.yml} says them. */
final class Law {

    private static final Set<String> KEYS = Set.of(
            "article",
            "stays",
            "says",
            "remedy",
            "in",
            "whole",
            "effect",
            "after",
            "since",
            "anew",
            "notAfter",
            "until",
            "notWhile",
            "must",
            "before",
            "open",
            "while",
            "possible");

    private static final Law SHIPPED = new Law(Yml.file("/policy/law.yml"));

    private final Map<String, LawStep> steps;
    private final List<LawRule> rules = new ArrayList<>();
    private final Set<String> spokenOf = new LinkedHashSet<>();
    private final Producers producers;

    private Law(Yml file) {
        steps = file.map("steps").each(LawStep::of);
        file.list("rules").forEach(each -> rules.add(rule(new Yml((Map<?, ?>) each))));
        rules.forEach(rule -> rule.addSpokenOf(spokenOf));
        Map<String, List<Integer>> sizes = new LinkedHashMap<>();
        file.map("sizes")
                .members()
                .forEach((name, counts) -> sizes.put(
                        (String) name,
                        ((List<?>) counts).stream().map(Integer.class::cast).toList()));
        producers = new ContractedProducers(
                BeanContracts.shipped(), file.map("sentAtOnce").lists(), sizes);
    }

    static Law shipped() {
        return SHIPPED;
    }

    List<LawRule> rules() {
        return rules;
    }

    Map<String, LawStep> steps() {
        return steps;
    }

    /** Variables that the rules speak of, tested by a model or not. */
    Set<String> spokenOf() {
        return spokenOf;
    }

    Producers producers() {
        return producers;
    }

    private LawRule rule(Yml written) {
        String says = written.text("says");
        written.members().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findAny()
                .ifPresent(key -> {
                    throw new IllegalStateException(says + ": no such key as " + key);
                });
        LawRule.Kind kind = kind(written);
        return new LawRule(
                kind,
                written.text("article"),
                says,
                written.text("remedy"),
                texts(written, "in"),
                written.flag("whole"),
                switch (kind) {
                    case MUST_FOLLOW ->
                        written.members().containsKey("before")
                                ? named(written, "before")
                                : List.of(new LawStep(
                                        "结束", LawStep.What.OVER, null, null, Map.of(), Map.of(), Map.of(), null));
                    case STAYS_OPEN -> named(written, "open");
                    case POSSIBLE -> named(written, "possible");
                    default -> named(written, "effect");
                },
                named(written, kind == LawRule.Kind.NOT_AFTER ? "notAfter" : "after"),
                named(
                        written,
                        kind == LawRule.Kind.MUST_FOLLOW
                                ? "must"
                                : kind == LawRule.Kind.ONLY_AFTER ? "since" : "until"),
                named(written, kind == LawRule.Kind.NOT_WHILE ? "notWhile" : "while"),
                written.flag("anew"),
                written.flag("stays"));
    }

    private static LawRule.Kind kind(Yml written) {
        Map<String, LawRule.Kind> byKey = new LinkedHashMap<>();
        byKey.put("must", LawRule.Kind.MUST_FOLLOW);
        byKey.put("notAfter", LawRule.Kind.NOT_AFTER);
        byKey.put("notWhile", LawRule.Kind.NOT_WHILE);
        byKey.put("open", LawRule.Kind.STAYS_OPEN);
        byKey.put("possible", LawRule.Kind.POSSIBLE);
        return byKey.entrySet().stream()
                .filter(each -> written.members().containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(LawRule.Kind.ONLY_AFTER);
    }

    private List<LawStep> named(Yml written, String key) {
        return texts(written, key).stream().map(this::step).toList();
    }

    private LawStep step(String name) {
        LawStep step = steps.get(name);
        if (step == null) {
            throw new IllegalStateException("no such step as " + name);
        }
        return step;
    }

    private static List<String> texts(Yml written, String key) {
        return written.members().get(key) instanceof String one ? List.of(one) : written.texts(key);
    }
}
