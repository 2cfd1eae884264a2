package org.smecluster.registry;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** All cases about a cluster, whoever keeps them. */
@Component
public class CasesOfCluster {

    private final List<ClusterCases> keepers;

    CasesOfCluster(List<ClusterCases> keepers) {
        this.keepers = keepers;
    }

    /** In the order in which they were opened. */
    public List<ClusterCase> of(ClusterRecord cluster) {
        return keepers.stream()
                .flatMap(keeper -> keeper.casesOf(cluster).stream())
                .sorted(Comparator.comparing(ClusterCase::openedAt).thenComparing(ClusterCase::caseNumber))
                .toList();
    }
}
