package org.smecluster.renewal;

/** Where a review stands while its case is open. */
public enum RenewalState {
    FILING("待填报并提交数据"),
    WITH_CITY("待市级意见"),
    CORRECTING("待补正"),
    WITH_REGION("自治区复核中"),
    TO_DECIDE("待审定"),
    IN_NOTICE("公示中");

    private final String label;

    RenewalState(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }

    /** Whether the unit has the data in hand. */
    boolean withUnit() {
        return this == FILING || this == CORRECTING;
    }

    /** Whether the city or the autonomous region examines what was submitted. */
    boolean underReview() {
        return this == WITH_CITY || this == WITH_REGION;
    }
}
