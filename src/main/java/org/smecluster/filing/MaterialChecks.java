package org.smecluster.filing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.smecluster.security.Account;

/** The lists of materials kept with frozen versions. What is kept stays as it was, whatever the table says later. */
public interface MaterialChecks {

    /** Once for each version. */
    void insert(long submissionId, MaterialCheck check);

    /** Empty where none was kept. */
    Optional<MaterialCheck> find(long submissionId);

    /** Why materials do not come with a version, by their codes. */
    Map<String, String> absences(long submissionId);

    /** In the place of an earlier reason. @param reason null to take it back */
    void explainAbsence(long submissionId, String code, String reason, Account by, Instant at);

    /** The reasons of one version given to another. */
    void copyAbsences(long from, long to);
}
