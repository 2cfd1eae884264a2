package org.smecluster.migration;

import java.util.List;

/**
 * How many cases are open on a version of a process, and where. A case at several steps counts at each.
 *
 * @param latest whether it is the version by which new cases go
 */
public record OpenSteps(ProcessVersion version, boolean latest, int cases, List<Step> steps) {

    /** @param element id in the model */
    public record Step(String element, String name, int cases) {}
}
