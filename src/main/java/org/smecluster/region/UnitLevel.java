package org.smecluster.region;

/** Levels of the regional tree below the autonomous region. */
public enum UnitLevel {
    CITY("city-", "市级主管部门", "[0-9]{4}", "行政区划代码的前四位数字，例如6402"),

    /** A unit that the autonomous region addresses beside the cities; it receives and recommends as they do. */
    DIRECT("city-", "自治区直接联系单位", "[0-9]{4}", "四位数字，例如6409"),
    COUNTY("county-", "县级主管部门", "[0-9]{6}", "六位行政区划代码（GB/T 2260），例如640221"),
    PARK("park-", "园区", "[a-z][a-z0-9]*(-[a-z0-9]+)*", "小写字母开头，可以有数字和连字符，例如helan");

    private final String groupPrefix;
    private final String label;
    private final String codes;
    private final String codesInWords;

    UnitLevel(String groupPrefix, String label, String codes, String codesInWords) {
        this.groupPrefix = groupPrefix;
        this.label = label;
        this.codes = codes;
        this.codesInWords = codesInWords;
    }

    /** Pattern of the codes of this level. */
    String codes() {
        return codes;
    }

    /** What a code of this level looks like, in Chinese. */
    public String codesInWords() {
        return codesInWords;
    }

    /** Whether a unit of this level can stand under one of the other. */
    boolean under(UnitLevel other) {
        return switch (this) {
            case CITY, DIRECT -> false;
            case COUNTY -> other == CITY;
            case PARK -> other != PARK;
        };
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
