package org.smecluster.material;

/** Kinds of service; the first four are named in 第八条. */
public enum ServiceKind implements Labelled {
    POLICY_ADVICE("政策咨询"),
    TRAINING("人才培训"),
    FINANCING("融资协调"),
    RECRUITING("用工对接"),
    INNOVATION("创业创新"),
    DIGITALISATION("数字化转型"),
    GREEN("绿色低碳"),
    MARKET("市场开拓"),
    OTHER("其他");

    private final String label;

    ServiceKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
