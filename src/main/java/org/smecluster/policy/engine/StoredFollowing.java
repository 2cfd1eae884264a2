package org.smecluster.policy.engine;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.smecluster.policy.Following;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was said of deployments. It is said with the deployment, in one transaction, and never changes: whoever sees a
 * deployment sees what was said of it, so each node asks once for each deployment and is never late.
 */
@Component
class StoredFollowing implements Following {

    private final JdbcClient database;
    private final Clock clock;

    /** By deployment, the files that running cases do not follow. */
    private final Map<String, Set<String>> notFollowed = new ConcurrentHashMap<>();

    StoredFollowing(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void record(String deploymentId, String resourceName, boolean runningCasesFollow) {
        database.sql("insert into model_following values (?, ?, ?, ?)")
                .params(List.of(
                        deploymentId,
                        resourceName,
                        runningCasesFollow,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
        notFollowed.remove(deploymentId);
    }

    @Override
    public boolean runningCasesFollow(String deploymentId, String resourceName) {
        Set<String> known = notFollowed.get(deploymentId);
        if (known == null) {
            // not computed in the map: nobody waits there for a connection that another one holds
            known = read(deploymentId);
            notFollowed.put(deploymentId, known);
        }
        return !known.contains(resourceName);
    }

    @Override
    public void moved(String rootId, String caseNumber, String deploymentId) {
        database.sql("insert into model_moved values (:root, :case, :deployment, :now) on conflict do nothing")
                .param("root", rootId)
                .param("case", caseNumber)
                .param("deployment", deploymentId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Set<String> movedTo(String rootOrCase) {
        return new HashSet<>(
                database.sql("""
                        select deployment_id from model_moved where root_id = :of
                        union select deployment_id from model_moved where case_number = :of
                        """).param("of", rootOrCase).query(String.class).list());
    }

    private Set<String> read(String deploymentId) {
        return new HashSet<>(database.sql("select resource_name from model_following"
                        + " where deployment_id = ? and not running_cases_follow")
                .param(deploymentId)
                .query(String.class)
                .list());
    }
}
