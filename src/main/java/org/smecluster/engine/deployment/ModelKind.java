package org.smecluster.engine.deployment;

/** What the engine keeps versions of. */
public enum ModelKind {
    PROCESS("流程"),
    DECISION("决策"),
    REQUIREMENTS("决策关系图"),
    FORM("表单");

    private final String label;

    ModelKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
