package org.smecluster.absence;

import java.util.List;
import org.smecluster.security.ClosedAccounts;

/** Accounts of those who left, and where their tasks went. */
public interface Departures extends ClosedAccounts {

    /** Closing it again changes nothing. */
    void close(String userId, String by);

    void reopen(String userId);

    /** The latest first. */
    List<Departure> all();

    void record(HandedTask task);

    /** The latest first. */
    List<HandedTask> tasksOf(String userId);
}
