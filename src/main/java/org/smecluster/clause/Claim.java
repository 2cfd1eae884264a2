package org.smecluster.clause;

/** What the unit declares of a clause. */
public enum Claim {
    MEETS("✓", "符合"),
    DOES_NOT_MEET("✕", "不符合"),
    NOT_APPLICABLE("—", "不适用"),
    /** In words, or with a file. */
    STATED("✓", "已声明"),
    UNDECLARED("—", "未声明");

    private final String sign;
    private final String label;

    Claim(String sign, String label) {
        this.sign = sign;
        this.label = label;
    }

    static Claim of(Boolean declared) {
        return declared == null ? UNDECLARED : declared ? MEETS : DOES_NOT_MEET;
    }

    public String sign() {
        return sign;
    }

    public String label() {
        return label;
    }

    /** Whether the unit holds that the cluster meets it. */
    public boolean holdsMet() {
        return this == MEETS || this == STATED;
    }
}
