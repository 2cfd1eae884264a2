package org.smecluster.message;

import org.smecluster.region.StaffGroup;

/** Who is told, by kind; told by the group that a notice is addressed to. */
public enum Reader {
    UNIT("申报主体"),
    CITY("地市级主管部门"),
    OFFICER("自治区经办"),
    LEADER("自治区审定"),
    EXPERT("专家及个人"),
    POLICY("政策人员"),
    ADMINISTRATOR("系统管理员");

    private final String label;

    Reader(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @param group as in {@code Notification}, or one person's address there */
    static Reader of(String group) {
        return switch (group) {
            case StaffGroup.OFFICERS -> OFFICER;
            case StaffGroup.LEADERS -> LEADER;
            case StaffGroup.POLICY_OWNERS -> POLICY;
            case StaffGroup.ADMINISTRATORS -> ADMINISTRATOR;
            case StaffGroup.EXPERTS -> EXPERT;
            default -> group.startsWith("city-") ? CITY : group.startsWith("user:") ? EXPERT : UNIT;
        };
    }
}
