package org.smecluster.recognition;

import java.util.List;
import java.util.Optional;
import org.smecluster.security.Account;

/** The orders of preference as cities confirmed them; earlier ones are kept. */
public interface RecommendationOrders {

    Optional<RecommendationOrder> latest(long batchId, String cityGroup);

    /** @return false where that revision is there already */
    boolean add(long batchId, String cityGroup, int revision, List<String> caseNumbers, Account by);
}
