package org.smecluster.recognition;

import java.util.Map;

/**
 * What the annual notice says of the lists of a batch, beside its quota. The Measures say nothing of it: it warns and refuses
 * nothing.
 *
 * @param onePerSubSector whether a city recommends one cluster of each sub-sector
 * @param cityQuotas most clusters of each city, by its group; a city without one has no limit
 */
public record ListRule(boolean onePerSubSector, Map<String, Integer> cityQuotas) {

    public static final ListRule NONE = new ListRule(false, Map.of());

    public ListRule {
        cityQuotas = Map.copyOf(cityQuotas);
    }
}
