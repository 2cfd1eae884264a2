package org.smecluster.policy.guard;

/** The engine would not go on: it throws, and the step before is not done; or tokens would pile up without end. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    enum Kind {
        /** A condition cannot be evaluated. */
        UNREADABLE_VALUE,
        /** No flow may be taken. */
        NO_WAY,
        HEAP
    }

    final transient Kind kind;
    final transient Node node;
    /** Null where none is to blame. */
    final transient Flow flow;

    final transient NetVariable variable;
    final transient Value value;

    Refusal(Kind kind, Node node, Flow flow, NetVariable variable, Value value) {
        super(kind + " at " + node, null, false, false);
        this.kind = kind;
        this.node = node;
        this.flow = flow;
        this.variable = variable;
        this.value = value;
    }
}
