package org.smecluster.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.smecluster.engine.DecisionTables;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Service;

/** What a cluster's state allows today: the one place that asks the table {@code clusterStateRights}. */
@Service
public class ClusterRights {

    private static final String TABLE = "clusterStateRights";

    private final DecisionTables tables;
    private final Clock clock;

    ClusterRights(DecisionTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Whether it goes on; what the table leaves empty does not. */
    @LegalBasis(article = 14)
    @LegalBasis(article = 17)
    public boolean permit(ClusterRight right, ClusterRecord cluster) {
        return Boolean.TRUE.equals(row(cluster.state(), termEnded(cluster)).get(right.column()));
    }

    /** What the public list says of the cluster's validity; empty where it is not on the list. */
    @LegalBasis(article = 14)
    public Optional<String> publicly(ClusterRecord cluster) {
        return publicly(cluster.state(), termEnded(cluster));
    }

    /** The states whose clusters are on the public list. */
    public Set<ClusterState> publiclyListed() {
        Set<ClusterState> listed = EnumSet.noneOf(ClusterState.class);
        for (ClusterState state : ClusterState.values()) {
            if (publicly(state, false).isPresent() || publicly(state, true).isPresent()) {
                listed.add(state);
            }
        }
        return listed;
    }

    Optional<String> publicly(ClusterState state, boolean termEnded) {
        return Optional.ofNullable((String) row(state, termEnded).get("publicList"))
                .filter(said -> !said.isBlank());
    }

    private Map<String, Object> row(ClusterState state, boolean termEnded) {
        return tables.evaluateForKeeping(TABLE, Map.of("state", state.name(), "termEnded", termEnded))
                .asked()
                .firstRow();
    }

    private boolean termEnded(ClusterRecord cluster) {
        return cluster.termEndsOn() != null && cluster.termEndsOn().isBefore(LocalDate.now(clock));
    }
}
