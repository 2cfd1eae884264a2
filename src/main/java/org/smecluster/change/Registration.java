package org.smecluster.change;

/** What an officer does with a filing. */
public enum Registration {
    REGISTER("登记备案"),
    RETURN("退回补充"),
    /** There was no such change: the case ends and the registry stays as it is. */
    DISMISS("查明不属实，不予登记");

    private final String label;

    Registration(String label) {
        this.label = label;
    }

    /** The words a clerk sees. */
    public String label() {
        return label;
    }
}
