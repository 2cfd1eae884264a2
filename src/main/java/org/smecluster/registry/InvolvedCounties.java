package org.smecluster.registry;

import java.util.List;

/** Which county-level units a cluster lies in besides its unit's own; known to the procedure that recognised it. */
public interface InvolvedCounties {

    /** Codes (GB/T 2260), empty where it crosses no border. */
    List<String> of(ClusterRecord cluster);
}
