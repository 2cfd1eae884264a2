package org.smecluster.registry;

/** The kinds of cases; the name is the part of the case number that says which. */
public enum CaseKind {
    PY("入库"),
    RD("认定"),
    FH("复核"),
    BG("变更"),
    BS("报送"),
    GJ("国家级"),
    CX("撤销"),
    AL("案例");

    private final String label;

    CaseKind(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
