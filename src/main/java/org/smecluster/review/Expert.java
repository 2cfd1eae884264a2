package org.smecluster.review;

import java.util.Set;

/**
 * A review expert.
 *
 * @param userId the account, in the group {@code expert}
 * @param countyCode county-level unit where the expert works or lives; null where outside the autonomous region
 * @param ties credit codes of the enterprises that the expert is tied to
 */
public record Expert(String userId, String name, String organisation, String countyCode, Set<String> ties) {

    public Expert {
        ties = Set.copyOf(ties);
    }
}
