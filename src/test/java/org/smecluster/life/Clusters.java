package org.smecluster.life;

import java.util.Optional;
import org.smecluster.life.Script.Plan;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plans' clusters as they stand in the registry. */
final class Clusters {

    private final JdbcClient database;
    private final ClusterRegistry registry;

    Clusters(ApplicationContext context) {
        database = context.getBean(JdbcClient.class);
        registry = context.getBean(ClusterRegistry.class);
    }

    /** Empty where it is not recognised, not yet or not any more; who awaits a review is. */
    Optional<ClusterRecord> lasting(Plan plan) {
        return find(plan).filter(cluster -> cluster.state().recognitionLasts());
    }

    /** Empty where it cannot be revoked: outside of a term above all. */
    Optional<ClusterRecord> revocable(Plan plan) {
        return find(plan).filter(cluster -> registry.permits(ClusterRight.REVOCATION, cluster));
    }

    /** Empty where its recognition does not hold. */
    Optional<ClusterRecord> inForce(Plan plan) {
        return find(plan).filter(cluster -> cluster.state().inForce());
    }

    Optional<ClusterRecord> find(Plan plan) {
        return database.sql("select cluster_number from cluster where name = :name")
                .param("name", plan.name())
                .query(String.class)
                .optional()
                .map(registry::get);
    }
}
