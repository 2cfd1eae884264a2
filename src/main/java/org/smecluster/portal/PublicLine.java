package org.smecluster.portal;

import java.util.List;
import org.smecluster.registry.PublicCluster;
import org.smecluster.registry.PublicRegister;

/**
 * A cluster as the public reads it.
 *
 * @param unit that applied, by its name
 * @param words on its validity
 */
record PublicLine(PublicCluster cluster, String county, String city, String unit, String words) {

    static List<PublicLine> of(List<PublicCluster> clusters, PublicRegister register, Regions regions) {
        return clusters.stream().map(cluster -> of(cluster, register, regions)).toList();
    }

    static PublicLine of(PublicCluster cluster, PublicRegister register, Regions regions) {
        return new PublicLine(
                cluster,
                regions.name(cluster.countyCode()),
                regions.name(cluster.cityCode()),
                regions.nameOfGroup(cluster.applicantGroup()),
                register.words(cluster));
    }

    /** City and county; the city alone where it lies in no single county. */
    public String place() {
        return county.equals(city) ? city : city + county;
    }

    /** Class of the pill; its sign stands in the style sheet. */
    public String style() {
        return switch (cluster.standing()) {
            case VALID -> "pill ok";
            case TERM_ENDED -> "pill ask";
            case LAPSED -> "pill gap";
            case REVOKED -> "pill no";
        };
    }
}
