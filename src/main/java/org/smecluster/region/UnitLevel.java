package org.smecluster.region;

/** Levels of the regional tree below the autonomous region. */
public enum UnitLevel {
    CITY("city-", "市级主管部门"),
    COUNTY("county-", "县级主管部门"),
    PARK("park-", "园区");

    private final String groupPrefix;
    private final String label;

    UnitLevel(String groupPrefix, String label) {
        this.groupPrefix = groupPrefix;
        this.label = label;
    }

    /** Prefix of the Camunda group of a unit of this level, e.g. {@code county-}. */
    public String groupPrefix() {
        return groupPrefix;
    }

    /** Whether the unit is a department of a government; a park is not. */
    public boolean isDepartment() {
        return this != PARK;
    }

    /** What the unit is, in Chinese. */
    public String label() {
        return label;
    }
}
