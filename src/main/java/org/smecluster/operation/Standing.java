package org.smecluster.operation;

import java.util.List;

/** How the work stands, counted in the database. */
public interface Standing {

    /**
     * A number of something.
     *
     * @param figure name of the figure without its prefix, e.g. {@code tasks.open}
     * @param label what is told apart, e.g. {@code step}; null where nothing is
     * @param value of the label, a code
     */
    record Count(String figure, String label, String value, double number) {}

    /** Figures that nothing counts for are there with 0, so that an alarm knows of them. */
    List<Count> counts();
}
