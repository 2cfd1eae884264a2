package org.smecluster.policy.guard;

import java.util.List;

/** A variable that some condition tests, in the scope that it lives in. */
final class NetVariable {

    final int index;
    final String name;
    final Scope scope;
    final int slot;
    /** The first is {@link Value#UNSET}. */
    List<Value> domain = List.of(Value.UNSET);

    /** All that write it say which values they write. */
    boolean certain = true;

    NetVariable(int index, String name, Scope scope) {
        this.index = index;
        this.name = name;
        this.scope = scope;
        this.slot = scope.variables.size();
        scope.variables.add(this);
    }
}
