package org.smecluster.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The conditions of 第十一条 that a person declares in words.
 *
 * @param byCode by the code of the decision input, see {@link #codes()}; a code not contained is not answered
 */
public record Declarations(Map<String, Declaration> byCode) {

    public Declarations {
        byCode = Map.copyOf(byCode);
        Set<String> unknown = new TreeSet<>(byCode.keySet());
        codes().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no declared conditions: " + unknown);
        }
    }

    public static Declarations none() {
        return new Declarations(Map.of());
    }

    /** All codes that can be declared, in the order of 第十一条. */
    public static List<String> codes() {
        return ConditionInput.declared();
    }

    /** What a code of {@link #codes()} stands for on screen. */
    public static String label(String code) {
        return ConditionInput.of(code).orElseThrow().label();
    }

    /** Null where not answered. */
    public Boolean value(String code) {
        Declaration declaration = byCode.get(code);
        return declaration == null ? null : declaration.value();
    }

    /** Null where none was given. */
    public String explanation(String code) {
        Declaration declaration = byCode.get(code);
        return declaration == null ? null : declaration.explanation();
    }
}
