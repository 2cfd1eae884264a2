package org.smecluster.region;

/** The Camunda groups that belong to no unit, by their ids; a unit's is {@link Unit#group}. Code spells them here alone. */
public final class StaffGroup {

    /** 自治区经办. */
    public static final String OFFICERS = "province-officer";

    /** 自治区审定. */
    public static final String LEADERS = "province-leader";

    public static final String EXPERTS = "expert";
    public static final String POLICY_OWNERS = "policy-owner";

    /** Camunda's own. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private StaffGroup() {}
}
