package org.smecluster.registry;

import java.time.Clock;
import org.smecluster.assessment.StandaloneDecisionTables;

/** The table of states as the project has it, without an engine or a database. */
final class RightsInMemory {

    private static final StandaloneDecisionTables TABLES = StandaloneDecisionTables.asDeployed();

    private RightsInMemory() {}

    static ClusterRights asDeployed() {
        return new ClusterRights(TABLES, Clock.systemUTC());
    }
}
