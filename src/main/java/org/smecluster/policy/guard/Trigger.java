package org.smecluster.policy.guard;

/**
 * What an event waits for.
 *
 * @param name of a message or signal, the code of an error or escalation; null where it has none
 * @param timer as it is written, such as <code>${termEnd}</code> or P3D; null where it is no timer
 * @param repeats a cycle
 */
record Trigger(Kind kind, String name, String timer, boolean repeats) {

    enum Kind {
        NONE,
        TIMER,
        MESSAGE,
        SIGNAL,
        CONDITION,
        ERROR,
        ESCALATION
    }

    static final Trigger NONE = new Trigger(Kind.NONE, null, null, false);

    /** Comes from without, whenever it likes. */
    boolean isOutside() {
        return kind == Kind.TIMER || kind == Kind.MESSAGE || kind == Kind.SIGNAL || kind == Kind.CONDITION;
    }

    /** The variable that says when; null where the time stands in the model. */
    String timerVariable() {
        return timer != null && timer.matches("[$#]\\{\\s*[\\p{L}_][\\p{L}\\p{N}_]*\\s*}")
                ? timer.substring(2, timer.length() - 1).strip()
                : null;
    }
}
