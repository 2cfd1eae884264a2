package org.smecluster.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.security.Account;

/** The cases under way, as the engine has them. */
public interface RunningCases {

    /**
     * One running instance of a process.
     *
     * @param rootId of the instance that nobody called
     * @param caseNumber its business key; null where it has none
     */
    record Open(String instanceId, String rootId, String caseNumber) {}

    /** Moves cases by one plan. Not for several threads. */
    interface Mover {

        /**
         * Judges the case and moves it with what hangs on it, in the present transaction. Where it does not go the transaction
         * may be spoilt and has to be undone.
         *
         * @param by whose deed it is
         * @return {@link MoveResult#BUSY} where it has to be tried again
         */
        MoveResult move(Open open, Account by);
    }

    /** Of each process the versions on which cases are open, the newest first; only those of one process where it is named. */
    List<OpenSteps> open(String processKey);

    Optional<ProcessVersion> version(String processKey, int version);

    Optional<ProcessVersion> latest(String processKey);

    /** @param mapping source to target as a person wants it; null for the one that the engine generates */
    Plan plan(ProcessVersion from, ProcessVersion to, Map<String, String> mapping);

    /** Ordered by case number. */
    List<Open> instances(String definitionId);

    Mover mover(Plan plan);

    /** The model as XML. */
    String diagram(String definitionId);
}
