package org.smecluster.engine;

import java.sql.SQLException;

/** What the database does not store for what it is, such as U+0000 or a date that no column holds: the sender's fault. */
public final class Unstorable {

    /** Class 22 of the SQL standard, data exception. */
    private static final String DATA_EXCEPTION = "22";

    private Unstorable() {}

    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOne(cause)) {
                return true;
            }
        }
        return false;
    }

    public static boolean isOne(Throwable cause) {
        return cause instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith(DATA_EXCEPTION);
    }
}
