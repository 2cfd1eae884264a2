package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a bean that models name promises and needs.
 *
 * @param processes in which it may stand; empty: in any
 * @param places such as {@code userTask complete}: kind of element and event; of a delegate none
 * @param reads variables, true of those that it cannot do without
 * @param inputs input parameters, by how they are written; those that may be left out in {@code optionalInputs}
 * @param writes by variable
 * @param together rows of variables and values that alone occur together; empty where all do
 * @param offers local to the task, for its form
 * @param form whose record it reads; null where none
 * @param label as a policy owner picks it in the Modeler; null where nothing is picked by it
 * @param decision whose result it reads; null where none
 * @param who whose step it is; null where nobody's
 * @param with other listeners that the same task must have
 * @param each a multi-instance that it must stand in: element variable by collection
 * @param notice only tells or reminds
 * @param asynchronous must begin a transaction of its own
 * @param former only models of before use it
 */
record BeanContract(
        String name,
        Kind kind,
        Set<String> processes,
        List<String> places,
        Map<String, Boolean> reads,
        Map<String, Input> inputs,
        Set<String> optionalInputs,
        Map<String, Written> writes,
        List<Map<String, Object>> together,
        List<String> offers,
        String form,
        String label,
        String decision,
        Role who,
        List<String> with,
        Map<String, String> each,
        boolean notice,
        boolean asynchronous,
        boolean former) {

    enum Kind {
        DELEGATE,
        EXECUTION_LISTENER,
        TASK_LISTENER
    }

    /** How an input parameter is written. */
    record Input(Shape shape, List<String> codes) {

        enum Shape {
            CODE,
            POSITIVE,
            TIME,
            MONTH_DAY,
            TEXT,
            /** The id of a timer of the same process. */
            TIMER
        }

        static Input of(Object written) {
            if (written instanceof List<?> codes) {
                return new Input(
                        Shape.CODE, codes.stream().map(String.class::cast).toList());
            }
            return new Input(
                    switch ((String) written) {
                        case "code" -> Shape.CODE;
                        case "positive" -> Shape.POSITIVE;
                        case "time" -> Shape.TIME;
                        case "monthDay" -> Shape.MONTH_DAY;
                        case "text" -> Shape.TEXT;
                        case "timer" -> Shape.TIMER;
                        default -> throw new IllegalStateException("no such shape: " + written);
                    },
                    List.of());
        }
    }

    /**
     * @param values text, Boolean, Integer or null; empty: any of its type
     * @param always false: may leave the variable as it was
     */
    record Written(List<Object> values, boolean always) {

        static Map<String, Written> all(Yml members) {
            Map<String, Written> all = new LinkedHashMap<>();
            members.members().forEach((marked, values) -> {
                List<Object> codes = values instanceof List<?> list ? new ArrayList<>(list) : List.of();
                all.put(
                        Yml.name((String) marked),
                        new Written(Collections.unmodifiableList(codes), !Yml.isOptional((String) marked)));
            });
            return all;
        }
    }

    static BeanContract of(String name, Kind kind, Yml contract) {
        Map<String, Boolean> reads = new LinkedHashMap<>();
        contract.texts("reads").forEach(marked -> reads.put(Yml.name(marked), !Yml.isOptional(marked)));
        Map<String, Input> inputs = new LinkedHashMap<>();
        Set<String> optional = new LinkedHashSet<>();
        contract.map("inputs").members().forEach((marked, shape) -> {
            inputs.put(Yml.name((String) marked), Input.of(shape));
            if (Yml.isOptional((String) marked)) {
                optional.add(Yml.name((String) marked));
            }
        });
        List<String> places = contract.texts("at");
        return new BeanContract(
                name,
                kind,
                Set.copyOf(contract.texts("in")),
                places.isEmpty() && kind == Kind.TASK_LISTENER ? List.of("userTask complete") : places,
                reads,
                inputs,
                optional,
                Written.all(contract.map("writes")),
                contract.list("together").stream().map(BeanContract::row).toList(),
                contract.texts("offers"),
                contract.text("form"),
                contract.text("label"),
                contract.text("decision"),
                contract.text("who") == null
                        ? null
                        : Role.valueOf(contract.text("who").toUpperCase(Locale.ROOT)),
                contract.texts("with"),
                contract.textMap("each"),
                contract.flag("notice"),
                contract.flag("asynchronous"),
                contract.flag("former"));
    }

    private static Map<String, Object> row(Object row) {
        Map<String, Object> values = new LinkedHashMap<>();
        ((Map<?, ?>) row).forEach((name, value) -> values.put((String) name, value));
        return values;
    }

    boolean mayStandIn(String process) {
        return processes.isEmpty() || processes.contains(process);
    }
}
