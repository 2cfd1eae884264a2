package org.smecluster.policy.guard;

import java.util.Map;

/**
 * Something that happens at a node.
 *
 * @param written what is written there, of the variables that matter
 */
record Happening(Kind kind, Node node, Map<String, Value> written) {

    /** What a cancelled task was taken away by: END, where an end event ended everything; else EVENT. */
    static final String BY = "";

    enum Kind {
        /** The process begins. */
        STARTED,
        /** A task for a person stands in a list. */
        CREATED,
        /** A person has completed a task. */
        COMPLETED,
        /** A task for a person is taken away. */
        CANCELLED,
        /** A service has run, an event has been thrown, a gateway has been passed. */
        RAN,
        /** What an event waited for has come. */
        CAME,
        /** The process is over. */
        OVER
    }
}
