package org.smecluster.region;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.smecluster.law.LegalBasis;

/** Which county-level units border each other, as far as it is known. */
@FunctionalInterface
public interface Neighbours {

    /** Codes of the county-level units that border it for certain. */
    Set<String> of(String county);

    /** Codes of those that seem to border it, which is still to be verified (待核实). */
    default Set<String> uncertain(String county) {
        return Set.of();
    }

    /** Of the others, those that no chain of neighbours among all of them connects with the first. */
    @LegalBasis(article = 2)
    default Set<String> apartFrom(String first, Collection<String> others) {
        Set<String> apart = new TreeSet<>(others);
        apart.remove(first);
        Deque<String> reached = new ArrayDeque<>(Set.of(first));
        while (!reached.isEmpty()) {
            for (String neighbour : of(reached.pop())) {
                if (apart.remove(neighbour)) {
                    reached.push(neighbour);
                }
            }
        }
        return apart;
    }
}
