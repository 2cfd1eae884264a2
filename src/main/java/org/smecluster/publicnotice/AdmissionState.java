package org.smecluster.publicnotice;

/** How far what was handed in online is. */
public enum AdmissionState {
    RECEIVED("待登记"),
    ADMITTED("已登记"),
    NOT_ADMITTED("未予登记"),
    LEAD("作为线索");

    private final String label;

    AdmissionState(String label) {
        this.label = label;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }
}
