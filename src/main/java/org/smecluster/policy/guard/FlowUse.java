package org.smecluster.policy.guard;

import java.util.HashSet;
import java.util.Set;

/** Which flows were taken, and which conditions held or did not, in all that was followed. */
final class FlowUse {

    final Set<Flow> taken = new HashSet<>();
    final Set<Flow> held = new HashSet<>();
    final Set<Flow> failed = new HashSet<>();
    final Set<Node> asked = new HashSet<>();
}
