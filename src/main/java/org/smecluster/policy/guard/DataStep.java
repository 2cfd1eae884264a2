package org.smecluster.policy.guard;

import java.util.List;
import org.smecluster.policy.guard.BeanContracts.Type;

/**
 * One variable that a node or a flow reads or writes.
 *
 * @param needed of what is read: it cannot do without
 * @param type of what is written; null where it is not known
 * @param values that are written; empty: any of the type
 * @param by who writes or reads
 * @param at what of the model says so
 */
record DataStep(Kind kind, String variable, boolean needed, Type type, List<Object> values, By by, Xml at) {

    enum Kind {
        READ,
        WRITE,
        /** For the node alone, and what is in it. */
        LOCAL
    }

    enum By {
        /** The program: a bean, or a message that it sends. */
        PROGRAM,
        CONDITION,
        TIMER,
        /** A field that no record of the program names. */
        FIELD,
        DECISION,
        MAPPING,
        INPUT,
        OUTPUT,
        LOOP,
        EVENT,
        /** Who and when of a task. */
        TASK
    }

    static DataStep read(String variable, boolean needed, By by, Xml at) {
        return new DataStep(Kind.READ, variable, needed, null, List.of(), by, at);
    }

    static DataStep write(String variable, Type type, List<Object> values, By by, Xml at) {
        return new DataStep(Kind.WRITE, variable, false, type, values, by, at);
    }

    static DataStep local(String variable, By by, Xml at) {
        return new DataStep(Kind.LOCAL, variable, false, Type.TEXT, List.of(), by, at);
    }

    boolean writes() {
        return kind != Kind.READ;
    }
}
