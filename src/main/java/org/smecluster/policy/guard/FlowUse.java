package org.smecluster.policy.guard;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which flows were taken, and which conditions held or did not, in all that was followed. */
class FlowUse {

    final Set<Flow> taken = new LinkedHashSet<>();
    final Set<Flow> held = new HashSet<>();
    final Set<Flow> failed = new HashSet<>();
    final Set<Node> asked = new HashSet<>();

    /** A condition was held against a value. */
    void read(Flow flow, Value value) {
        // only who tells of one way asks
    }
}
