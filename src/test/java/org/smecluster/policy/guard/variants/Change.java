package org.smecluster.policy.guard.variants;

import java.util.Set;

/** What is done to the shipped files. */
@FunctionalInterface
interface Change {

    /**
     * @return the elements of which a finding has to name one; empty where the file as a whole is meant
     * @throws NotHere where the files do not have what it changes
     */
    Set<String> apply(Files files);

    /** After this one, and both at once. */
    default Change then(Change next) {
        return files -> {
            Set<String> first = apply(files);
            Set<String> second = next.apply(files);
            return first.isEmpty() || second.isEmpty() ? Set.of() : Sets.union(first, second);
        };
    }

    /** The change does not apply to these files. */
    final class NotHere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotHere(String what) {
            super(what);
        }
    }
}
