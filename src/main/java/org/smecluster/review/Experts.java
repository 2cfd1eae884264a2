package org.smecluster.review;

import java.util.List;

/** The roster of experts, kept by the autonomous region. */
public interface Experts {

    /** By name. */
    List<Expert> all();

    /** In the place of what was there. */
    void put(Expert expert);

    /** With the ties; the opinions that the expert gave stay. */
    void remove(String userId);
}
