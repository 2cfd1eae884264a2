package org.smecluster.policy.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smecluster.policy.guard.BeanContract.Kind;

/** What models and the program rely on of each other, as {@code policy/bean-contracts.yml} says it. */
final class BeanContracts {

    private static final BeanContracts SHIPPED = new BeanContracts(Yml.file("/policy/bean-contracts.yml"));

    /** What a process variable holds. */
    enum Type {
        TEXT,
        CODE,
        BOOLEAN,
        INTEGER,
        LONG,
        /** ISO date-time with offset, for timers. */
        MOMENT,
        /** ISO date. */
        DAY,
        LIST
    }

    private final Map<String, Type> variables = new LinkedHashMap<>();
    private final Map<String, String> inputLabels;
    private final Map<String, BeanContract> beans = new LinkedHashMap<>();
    private final Map<String, ProcessContract> processes;
    private final Map<String, MessageContract> messages;
    private final List<String> decisions;
    private final Map<String, Map<String, FieldContract>> forms;

    private BeanContracts(Yml file) {
        file.textMap("variables")
                .forEach((name, type) -> variables.put(name, Type.valueOf(type.toUpperCase(Locale.ROOT))));
        inputLabels = file.textMap("inputLabels");
        beans(file.map("delegates"), Kind.DELEGATE);
        beans(file.map("executionListeners"), Kind.EXECUTION_LISTENER);
        beans(file.map("taskListeners"), Kind.TASK_LISTENER);
        processes = file.map("processes").each(ProcessContract::of);
        messages = file.map("messages").each(MessageContract::of);
        decisions = file.texts("decisions");
        forms = file.map("forms").each((form, fields) -> fields.each((key, field) -> FieldContract.of(field)));
    }

    private void beans(Yml contracts, Kind kind) {
        contracts
                .each((name, contract) -> BeanContract.of(name, kind, contract))
                .forEach(beans::put);
    }

    static BeanContracts shipped() {
        return SHIPPED;
    }

    Optional<BeanContract> bean(String name) {
        return Optional.ofNullable(beans.get(name));
    }

    Map<String, BeanContract> beans() {
        return beans;
    }

    /** Types of the variables that the program writes or reads, by name. */
    Map<String, Type> variables() {
        return variables;
    }

    /** Of an input parameter, in Chinese. */
    String inputLabel(String input) {
        return inputLabels.get(input);
    }

    /** Of those that the program knows by their ids. */
    Map<String, ProcessContract> processes() {
        return processes;
    }

    /** That the program sends, by name. */
    Map<String, MessageContract> messages() {
        return messages;
    }

    List<String> decisions() {
        return decisions;
    }

    /** Fields that the program reads, by form and key. */
    Map<String, Map<String, FieldContract>> forms() {
        return forms;
    }
}
