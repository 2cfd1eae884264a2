package org.smecluster.policy.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decision tables that go with the processes of a walk. */
public interface WalkDecisions {

    /**
     * @param inputs all of them by name; null: not supplied
     * @return the rows that hold; empty where the table cannot be evaluated
     */
    Optional<List<Map<String, Object>>> rows(String decision, Map<String, Object> inputs);
}
