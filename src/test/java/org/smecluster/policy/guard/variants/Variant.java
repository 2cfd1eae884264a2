package org.smecluster.policy.guard.variants;

import java.util.List;
import java.util.Set;
import org.smecluster.policy.ModelSource;

/**
 * A deployment that somebody might try.
 *
 * @param spoilt   whether it has to be refused; otherwise it has to pass
 * @param kind     what was done, in Chinese; kinds are counted
 * @param name     the kind and where, unique
 * @param deployed the files that are deployed, what else is shipped runs
 * @param elements one of them has to be named where it is refused; empty where the file as a whole is meant
 */
record Variant(boolean spoilt, String kind, String name, List<ModelSource> deployed, Set<String> elements) {

    @Override
    public String toString() {
        return name;
    }
}
