package org.smecluster.registry;

/** What of a cluster may change during its term (第十五条). */
public enum FactKind {
    NAME("集群名称"),
    LEADING_INDUSTRY("主导产业"),
    AREA("空间范围"),
    OPERATING_BODY("运营管理机构"),
    OTHER("其他事项");

    private final String label;

    FactKind(String label) {
        this.label = label;
    }

    /** The word a clerk sees. */
    public String label() {
        return label;
    }
}
