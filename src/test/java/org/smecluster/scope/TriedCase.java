package org.smecluster.scope;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case that everybody tries to reach, with what identifies it.
 *
 * @param candidateGroup whose the open task is; null where it is an expert's
 * @param assignee the expert whose the open task is; null elsewhere
 * @param ids values for the variables of a path: {@code caseNumber}, {@code taskId}, … ({@code notices:id} where the
 *     segment before it tells what it is the id of)
 */
record TriedCase(
        String label,
        String caseNumber,
        String clusterName,
        String unitName,
        String applicantGroup,
        String cityGroup,
        Set<String> experts,
        String candidateGroup,
        String assignee,
        Map<String, String> ids) {

    /** The value of a path's variable; one that many paths call {@code id} by the segment before it. */
    String id(String before, String name) {
        String[] segments = before.split("/");
        String particular = ids.get(segments[segments.length - 1] + ":" + name);
        return particular == null ? ids.get(name) : particular;
    }

    /** What must not be read by who may not know of the case. */
    List<String> traces() {
        return List.of(caseNumber, clusterName, ids.get("secret"));
    }
}
