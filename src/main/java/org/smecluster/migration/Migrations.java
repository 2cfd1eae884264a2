package org.smecluster.migration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.security.Account;

/** The migrations as they are kept. Nothing of what happened is ever changed or removed. */
public interface Migrations {

    /** With its mapping, in the state {@link Migration.State#TRYING}. */
    Migration add(Plan plan, Account author, Instant now);

    Optional<Migration> find(long id);

    /** As {@link #find}, held until the transaction ends. */
    Optional<Migration> hold(long id);

    /** Newest first. */
    List<Migration> all();

    /** Of the numbers those that are migrations', with them. */
    Map<String, Migration> byNumber(Collection<String> numbers);

    /** Ids of those in the state, the oldest first. */
    List<Long> in(Migration.State state);

    Map<String, String> mapping(long id);

    /** Adds those that are not among its cases. */
    void include(long id, Collection<RunningCases.Open> open);

    /** In the order of the case numbers. */
    List<MigrationCase> cases(long id);

    /** Those that wait and have not been tried since. */
    List<RunningCases.Open> untried(long id);

    /** Those that wait. */
    List<RunningCases.Open> waiting(long id);

    /** All that wait are to be tried again. */
    void forgetTrials(long id);

    void tried(long id, String instanceId, MoveResult outcome, Instant now);

    /**
     * Holds a case until the transaction ends.
     *
     * @return whether it waits still, and nobody else holds it
     */
    boolean holdWaiting(long id, String instanceId);

    void settle(long id, String instanceId, MoveResult outcome, Instant now);

    void state(long id, Migration.State state);

    void confirmed(long id, Account by, Instant now);

    void ended(long id, Instant now);

    void happened(long id, MigrationEvent event);

    /** Oldest first. */
    List<MigrationEvent> events(long id);
}
