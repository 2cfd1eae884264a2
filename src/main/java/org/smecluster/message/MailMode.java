package org.smecluster.message;

/** When a person gets the notices by mail. */
public enum MailMode {
    AT_ONCE("随时，一条一封"),
    DIGEST("每天17:00合为一封"),
    NONE("不用邮件");

    private final String label;

    MailMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
