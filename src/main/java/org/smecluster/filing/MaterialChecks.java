package org.smecluster.filing;

import java.util.Optional;

/** The lists of materials kept with frozen versions. What is kept stays as it was, whatever the table says later. */
public interface MaterialChecks {

    /** Once for each version. */
    void insert(long submissionId, MaterialCheck check);

    /** Empty where none was kept. */
    Optional<MaterialCheck> find(long submissionId);
}
