package org.smecluster.indicator;

/** Whose people 每万人 (第十一条(四)) counts. The codes are those of the decision table {@code readings}. */
public enum HeadCount {
    ALL_ENTERPRISES(Figure.EMPLOYEES, "人数按集群全部企业的年末从业人员"),
    SMES(Figure.SME_EMPLOYEES, "人数按中小企业从业人员");

    private final Figure employees;
    private final String label;

    HeadCount(Figure employees, String label) {
        this.employees = employees;
        this.label = label;
    }

    public String label() {
        return label;
    }

    public HeadCount other() {
        return this == SMES ? ALL_ENTERPRISES : SMES;
    }

    Figure employees() {
        return employees;
    }
}
