package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where tokens run together and variables live: a process, a subprocess, a task with an instance of its own. */
final class Scope {

    enum Kind {
        PROCESS,
        CALLED,
        SUBPROCESS,
        EVENT_SUBPROCESS,
        /** One task that has boundary events, several instances or input parameters. */
        TASK,
        /** Around the instances of a node that runs several times. */
        SEVERAL
    }

    final int index;
    final Kind kind;
    /** Null of a process. */
    final Node owner;
    /** Null of a process. */
    final Scope parent;

    final List<Node> starts = new ArrayList<>();
    final List<Node> eventSubprocesses = new ArrayList<>();
    final List<NetVariable> variables = new ArrayList<>();
    /** Names that are local here: input parameters, the element of a collection. */
    final Set<String> locals = new HashSet<>();

    Scope(int index, Kind kind, Node owner, Scope parent) {
        this.index = index;
        this.kind = kind;
        this.owner = owner;
        this.parent = parent;
    }

    /** A process of its own: what is written here and known nowhere nearer is its. */
    boolean isProcess() {
        return kind == Kind.PROCESS || kind == Kind.CALLED;
    }

    /** The process in which it is. */
    Scope process() {
        Scope at = this;
        while (!at.isProcess()) {
            at = at.parent;
        }
        return at;
    }

    /** The nodes whose events are counted here while it runs. */
    List<Node> boundaries() {
        boolean outermost = owner != null && (kind == Kind.SEVERAL || owner.several == null);
        return outermost && kind != Kind.EVENT_SUBPROCESS ? owner.boundaries : List.of();
    }
}
