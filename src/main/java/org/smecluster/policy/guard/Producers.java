package org.smecluster.policy.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables the program writes, and which values are possible. */
interface Producers {

    /** Stands for every value that a condition could tell from another. */
    List<Value> ANYTHING = List.of(Value.ANY);

    /**
     * Of a delegate or a listener, one of these: each variable with its possible values, {@link Value#ANY} and
     * {@link Value#KEPT} among them.
     */
    List<Map<String, List<Value>>> writtenBy(String bean);

    /** Of a message that the program sends: what comes with it. */
    Map<String, List<Value>> comesWith(String message);

    /** Whether anything in the program sends it. */
    boolean isSent(String message);

    /** The messages that a bean sends to its own case while it runs. */
    Set<String> sentAtOnceBy(String bean);

    /** Whether it is sent by nothing but a bean of {@link #sentAtOnceBy}. */
    boolean isSentByBeansOnly(String message);

    /** How many instances a collection may give, such as 0, 1 and 2 (which stands for several). */
    List<Integer> sizes(String collection);

    /** Fields of a form that a bean reads and that become no variables. */
    Set<String> fieldsRead(String form);
}
