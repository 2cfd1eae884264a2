package org.smecluster.policy.guard.variants;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

final class Sets {

    private Sets() {}

    @SafeVarargs
    static Set<String> union(Collection<String>... parts) {
        Set<String> all = new LinkedHashSet<>();
        for (Collection<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
