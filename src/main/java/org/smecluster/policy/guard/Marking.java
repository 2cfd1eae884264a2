package org.smecluster.policy.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What runs at one moment: an instance of a scope with its tokens, its variables and the instances within. A token is its node's
 * index and a {@link Phase}.
 */
final class Marking {

    /** Where a token stands at its node. */
    enum Phase {
        /** It has come along a flow. */
        COME,
        /** It waits there, or works inside an instance of its own. */
        THERE,
        /** What the node holds has ended. */
        ENDED,
        /** A job has to take it on. */
        JOB
    }

    private static final Phase[] PHASES = Phase.values();

    final Scope scope;
    final List<Integer> tokens = new ArrayList<>();
    final List<Marking> children = new ArrayList<>();
    final int[] values;
    /** How often the events at the border that do not interrupt have come. */
    final int[] come;
    /** Instances still to run, one after the other. */
    int remaining;
    /** An event subprocess has interrupted it, or, around several instances: one has ended. */
    boolean marked;

    Marking parent;
    boolean over;

    Marking(Scope scope, Marking parent) {
        this.scope = scope;
        this.parent = parent;
        this.values = new int[scope.variables.size()];
        this.come = new int[scope.boundaries().size() + scope.eventSubprocesses.size()];
    }

    static int token(Node node, Phase phase) {
        return node.index * PHASES.length + phase.ordinal();
    }

    static int node(int token) {
        return token / PHASES.length;
    }

    static Phase phase(int token) {
        return PHASES[token % PHASES.length];
    }

    void add(Node node, Phase phase) {
        tokens.add(token(node, phase));
    }

    void remove(Node node, Phase phase) {
        tokens.remove(Integer.valueOf(token(node, phase)));
    }

    int count(Node node, Phase phase) {
        int token = token(node, phase);
        int count = 0;
        for (int each : tokens) {
            count += each == token ? 1 : 0;
        }
        return count;
    }

    Marking open(Scope body) {
        Marking child = new Marking(body, this);
        children.add(child);
        return child;
    }

    boolean isEmpty() {
        return tokens.isEmpty() && children.isEmpty();
    }

    /** The instance at or around this one in which the variable lives. */
    Marking holding(NetVariable variable) {
        Marking at = this;
        while (at.scope != variable.scope) {
            at = at.parent;
        }
        return at;
    }

    Value value(NetVariable variable) {
        return variable.domain.get(holding(variable).values[variable.slot]);
    }

    void set(NetVariable variable, Value value) {
        holding(variable).values[variable.slot] = Math.max(0, variable.domain.indexOf(value));
    }

    /** The same for all markings that differ in the order of tokens and instances only. */
    int[] key() {
        tokens.sort(null);
        int[][] inner = new int[children.size()][];
        int size = 0;
        for (int i = 0; i < inner.length; i++) {
            inner[i] = children.get(i).key();
            size += inner[i].length;
        }
        Arrays.sort(inner, Arrays::compare);
        int[] key = new int[5 + tokens.size() + values.length + come.length + size];
        int at = 0;
        key[at++] = scope.index;
        key[at++] = remaining;
        key[at++] = marked ? 1 : 0;
        key[at++] = tokens.size();
        for (int token : tokens) {
            key[at++] = token;
        }
        for (int value : values) {
            key[at++] = value;
        }
        for (int times : come) {
            key[at++] = times;
        }
        key[at++] = inner.length;
        for (int[] child : inner) {
            System.arraycopy(child, 0, key, at, child.length);
            at += child.length;
        }
        return key;
    }

    static Marking read(int[] key, List<Scope> scopes) {
        return read(key, new int[] {0}, scopes, null);
    }

    private static Marking read(int[] key, int[] at, List<Scope> scopes, Marking parent) {
        Marking read = new Marking(scopes.get(key[at[0]++]), parent);
        read.remaining = key[at[0]++];
        read.marked = key[at[0]++] == 1;
        int tokens = key[at[0]++];
        for (int i = 0; i < tokens; i++) {
            read.tokens.add(key[at[0]++]);
        }
        for (int i = 0; i < read.values.length; i++) {
            read.values[i] = key[at[0]++];
        }
        for (int i = 0; i < read.come.length; i++) {
            read.come[i] = key[at[0]++];
        }
        int children = key[at[0]++];
        for (int i = 0; i < children; i++) {
            read.children.add(read(key, at, scopes, read));
        }
        return read;
    }
}
