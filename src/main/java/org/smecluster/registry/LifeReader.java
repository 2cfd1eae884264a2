package org.smecluster.registry;

/** Who reads a cluster's record, each reading what those before may read. */
public enum LifeReader {
    /** The county or park that the cluster belongs to. */
    UNIT,
    CITY,
    REGION;

    /** What the autonomous region deliberates is its own until the case is decided. */
    public static LifeReader deliberation(boolean caseClosed) {
        return caseClosed ? UNIT : REGION;
    }

    /** What the authorities keep to themselves is shown to the unit once the case is closed. */
    public static LifeReader internal(boolean caseClosed) {
        return caseClosed ? UNIT : CITY;
    }

    /** @param least who may read it at least */
    public boolean reads(LifeReader least) {
        return compareTo(least) >= 0;
    }
}
