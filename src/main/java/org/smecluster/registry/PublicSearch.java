package org.smecluster.registry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which of the clusters that are or were recognised are wanted.
 *
 * @param text stands in number, name, industry or the names of county and city, one after the other; empty: any
 * @param places names of counties and cities by their codes, for {@code text}
 * @param place 4 digits of a city or 6 of a county; empty: any
 * @param industry exactly; empty: any
 * @param year of publication; null: any
 * @param states of the recognition
 */
public record PublicSearch(
        String text,
        Map<String, String> places,
        String place,
        String industry,
        Integer year,
        Set<ClusterState> states,
        Set<PublicStanding> standings,
        Order order) {

    public enum Order {
        NUMBER,
        /** The latest publication first. */
        LATEST_RECOGNISED,
        /** Of ended ones: the latest end first. */
        LATEST_ENDED
    }

    /** All that there are. */
    public static PublicSearch all() {
        return new PublicSearch(
                "",
                Map.of(),
                "",
                "",
                null,
                ClusterSearch.anyState(),
                EnumSet.allOf(PublicStanding.class),
                Order.NUMBER);
    }

    /** The same of those only that stand so. */
    public PublicSearch standing(Set<PublicStanding> wanted, Order wantedOrder) {
        return new PublicSearch(text, places, place, industry, year, ClusterSearch.anyState(), wanted, wantedOrder);
    }

    /** The same of those only that are in these states. */
    public PublicSearch in(Set<ClusterState> wanted, Order wantedOrder) {
        return new PublicSearch(
                text, places, place, industry, year, wanted, EnumSet.allOf(PublicStanding.class), wantedOrder);
    }
}
