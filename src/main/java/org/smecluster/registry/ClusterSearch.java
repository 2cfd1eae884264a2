package org.smecluster.registry;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which clusters are wanted, and in what order.
 *
 * @param units the groups of the units whose clusters are meant; null: of all
 * @param text stands in number, name, industry or the names of county and city, one after the other; empty: any
 * @param places names of counties and cities by their codes, for {@code text}
 * @param place code of the city or county that they lie in; null: anywhere
 * @param industry their leading industry as it is written; null: any
 */
public record ClusterSearch(
        Collection<String> units,
        Set<ClusterState> states,
        String text,
        Map<String, String> places,
        String place,
        String industry,
        Order order) {

    /** Anywhere, of any industry. */
    public ClusterSearch(
            Collection<String> units, Set<ClusterState> states, String text, Map<String, String> places, Order order) {
        this(units, states, text, places, null, null, order);
    }

    public enum Order {
        NUMBER,
        /** Those whose recognition lasts first, of them those whose term is over first. */
        SOONEST_ENDING
    }

    public static Set<ClusterState> anyState() {
        return EnumSet.allOf(ClusterState.class);
    }

    /** Those whose recognition lasts. */
    public static Set<ClusterState> recognitionLasts() {
        Set<ClusterState> states = anyState();
        states.removeIf(state -> !state.recognitionLasts());
        return states;
    }
}
