package org.smecluster.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stored clusters that are or were recognised, as they stand on a day. */
public interface PublicClusters {

    /** @param countyCode as in {@link ClusterRecord}: a city's own where they lie in no single county */
    record InCounty(String countyCode, int clusters) {

        /** In which the county lies (GB/T 2260), whoever recommended. */
        public String cityCode() {
            return countyCode.substring(0, 4);
        }
    }

    Optional<PublicCluster> byNumber(String clusterNumber, LocalDate today);

    int count(PublicSearch search, LocalDate today);

    /** @param from 0 for the first */
    List<PublicCluster> page(PublicSearch search, int from, int size, LocalDate today);

    /** How many stand how; none is left out. */
    Map<PublicStanding, Integer> standings(LocalDate today);

    /** How many are in one of the states, of counties that have any. */
    List<InCounty> byCounty(Set<ClusterState> states, LocalDate today);

    /** Each once, in order. */
    List<String> industries(LocalDate today);

    /** Of publication, the latest first. */
    List<Integer> years(LocalDate today);
}
