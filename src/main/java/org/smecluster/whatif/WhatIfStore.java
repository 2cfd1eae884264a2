package org.smecluster.whatif;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smecluster.policy.draft.LiveKey;
import org.smecluster.security.Account;

/** The what-ifs. What a run writes names it and does nothing where it is over, so that none outlives its end. */
public interface WhatIfStore {

    Optional<WhatIf> find(long draftId);

    /**
     * In the place of an earlier one, its lines with it.
     *
     * @return empty where one waits or runs
     */
    Optional<WhatIf> ask(long draftId, Account by, Instant now);

    /** @return whether it was waiting or running */
    boolean cancel(long draftId, Instant now);

    int LEASE_SECONDS = 20;

    /** The next that waits; it is the caller's for {@link #LEASE_SECONDS}. Those whose process is gone are over. */
    Optional<WhatIf> claim(Instant now);

    /** Keeps it the caller's. */
    void renew(WhatIf running);

    /** @return whether it is still wanted */
    boolean reached(WhatIf running, int done, int total, List<LiveKey> against);

    /** @return whether it was still wanted; else nothing is kept */
    boolean done(WhatIf running, Counts counts, List<WhatIfLine> lines, Instant now);

    void failed(WhatIf running, Instant now);

    /** What is judged, by the ids of the assessments. */
    List<OnFile> onFile();

    /** By case number. */
    List<WhatIfLine> lines(long draftId);

    /** Lines of what was finished before then are deleted; the counts stay. */
    void forgetLines(Instant finishedBefore);
}
