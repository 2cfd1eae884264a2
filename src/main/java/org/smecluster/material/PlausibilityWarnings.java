package org.smecluster.material;

import java.util.List;

/** The warnings of each submission with their explanations. */
public interface PlausibilityWarnings {

    /** In the place of what was there. */
    void replace(long submissionId, List<PlausibilityWarning> warnings);

    /** In the order of the sheet; the position in the list is what an explanation names. */
    List<PlausibilityWarning> of(long submissionId);
}
