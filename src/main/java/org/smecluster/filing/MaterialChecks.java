package org.smecluster.filing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The reasons of one version given to another. @param but codes of those that are not */
    void copyAbsences(long from, long to, Set<String> but);

    void tick(
            long submissionId,
            String code,
            MaterialTick.Level level,
            boolean accepted,
            String reason,
            Account by,
            Instant at);

    /** The latest of each material and level, in the order in which they came. */
    List<MaterialTick> ticks(long submissionId);

    /** All that was ever said of the versions, in the order in which it came, without what was carried over. */
    List<MaterialTick> everyTick(Collection<Long> submissionIds);

    /** What the city accepted of the version before, given to the version. @param codes of the materials */
    void carryTicks(long submissionId, Set<String> codes);
}
