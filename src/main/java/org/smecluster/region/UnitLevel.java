package org.smecluster.region;

/** Levels of the regional tree below the autonomous region. */
public enum UnitLevel {
    CITY("city-", "市级主管部门"),

    /** A unit that the autonomous region addresses beside the cities; it receives and recommends as they do. */
    DIRECT("city-", "自治区直接联系单位"),
    COUNTY("county-", "县级主管部门"),
    PARK("park-", "园区");

    private final String groupPrefix;
    private final String label;

    UnitLevel(String groupPrefix, String label) {
        this.groupPrefix = groupPrefix;
        this.label = label;
    }

    /** The Camunda group of the staff of a unit of this level, e.g. {@code county-640221}. */
    public String group(String code) {
        return groupPrefix + code;
    }

    /** Whether the group is that of a unit of this level. */
    public boolean isGroup(String group) {
        return group.startsWith(groupPrefix);
    }

    /** Whether the unit is a department of a government; a park is not. */
    public boolean isDepartment() {
        return this != PARK;
    }

    /** Whether units of this level receive and recommend what the counties and parks below them hand in. */
    public boolean recommends() {
        return this == CITY || this == DIRECT;
    }

    /** What the unit is, in Chinese. */
    public String label() {
        return label;
    }
}
