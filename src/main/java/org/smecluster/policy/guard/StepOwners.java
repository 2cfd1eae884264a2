package org.smecluster.policy.guard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whom the Measures give a step to, told by the listener that completes it, whatever group a model names. */
public final class StepOwners {

    /**
     * @param label the word a clerk sees, such as 自治区审定
     * @param group as a model writes it: {@code province-leader}, {@code ${cityGroup}}
     */
    public record Owner(String label, String group) {}

    private StepOwners() {}

    /** @param bean name of a listener; empty where its step may be anybody's */
    public static Optional<Owner> of(String bean) {
        return BeanContracts.shipped()
                .bean(bean)
                .map(BeanContract::who)
                .map(role -> new Owner(role.label(), role.group()));
    }

    /** Groups that tasks are given to, as a model writes them, with the word a clerk sees. */
    public static Map<String, String> groups() {
        Map<String, String> groups = new LinkedHashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> role != Role.EXPERT)
                .forEach(role -> groups.put(role.group(), role.label()));
        return groups;
    }

    /** @param group as a model writes it; empty where no step of the Measures is such a group's */
    public static Optional<String> called(String group) {
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(group))
                .map(Role::label)
                .findFirst();
    }
}
