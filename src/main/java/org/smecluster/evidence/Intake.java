package org.smecluster.evidence;

import java.util.Set;

/**
 * As what a person may hand in evidence in a case now.
 *
 * @param round of the case's versions, 1 for the first
 * @param closed kinds of material that stay as they were reviewed; evidence of conditions stays with 其他佐证材料
 */
public record Intake(Occasion occasion, int round, Set<MaterialKind> closed) {

    public Intake {
        closed = Set.copyOf(closed);
    }

    public Intake(Occasion occasion, int round) {
        this(occasion, round, Set.of());
    }

    public boolean takes(Proves proves) {
        return !closed.contains(proves.material() == null ? MaterialKind.OTHER_EVIDENCE : proves.material());
    }
}
