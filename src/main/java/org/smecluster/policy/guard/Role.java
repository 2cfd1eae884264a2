package org.smecluster.policy.guard;

/** Who the Measures give a step to. */
enum Role {
    COUNTY("申报主体", "${applicantGroup}"),
    CITY("市级主管部门", "${cityGroup}"),
    OFFICER("自治区经办", "province-officer"),
    LEADER("自治区审定", "province-leader"),
    EXPERT("评审专家", "expert");

    private final String label;
    private final String group;

    Role(String label, String group) {
        this.label = label;
        this.group = group;
    }

    /** The word a clerk sees. */
    String label() {
        return label;
    }

    /** As a model writes the candidate group. */
    String group() {
        return group;
    }
}
