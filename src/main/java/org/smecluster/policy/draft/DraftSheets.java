package org.smecluster.policy.draft;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelSource;
import org.smecluster.security.Account;

/** The test sheets of decisions (ADR 0062): run on each draft, and part of it where they are changed with it. */
public interface DraftSheets {

    /**
     * What the sheets find in the decisions of the files, and in those whose sheet the draft changes.
     *
     * @param live what runs beside the files
     */
    List<ModelFinding> findings(Collection<ModelSource> files, List<LiveFile> live, SheetsOf which);

    /** Whether the draft changes a sheet. */
    boolean changedIn(long draft);

    /**
     * Puts the draft's sheets in force, in the present transaction.
     *
     * @throws org.smecluster.law.Refusal where one was changed meanwhile
     */
    void goLive(long draft, Instant now);

    /** Whether each sheet that the draft put in force still is. */
    boolean inForce(long draft);

    /** Puts those in force again that the draft took the place of. */
    void back(long draft, String reason, Account person, Instant now);
}
