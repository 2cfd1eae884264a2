package org.smecluster.staff;

import java.util.List;
import java.util.Map;

/**
 * An entry beside what is to be said of it.
 *
 * @param place null where it is not certain
 * @param faults by head of the column: what is wrong and what to do
 * @param doubts what keeps nothing from being done, but is worth a look
 */
public record CheckedEntry(StaffEntry entry, Place place, Map<String, String> faults, List<String> doubts) {

    public boolean good() {
        return faults.isEmpty();
    }
}
