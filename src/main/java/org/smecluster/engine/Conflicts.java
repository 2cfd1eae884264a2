package org.smecluster.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;

/** Two people at one thing at the same time: the second one's step was undone as a whole. */
public final class Conflicts {

    private Conflicts() {}

    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOne(cause)) {
                return true;
            }
        }
        return false;
    }

    static boolean isOne(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || cause instanceof ConcurrencyFailureException
                || cause instanceof SQLException sql && isOne(sql);
    }

    /**
     * The engine's own statements, which Spring does not translate: a deadlock, two who claim and are given the right, or one
     * who ends what another has just gone on from.
     */
    private static boolean isOne(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("40")
                || state.equals("23505") && String.valueOf(failure.getMessage()).contains("act_uniq_auth")
                || state.equals("23503") && String.valueOf(failure.getMessage()).contains("act_fk_exe_");
    }
}
