package org.smecluster.message;

/** A way out of the application. */
public enum Channel {
    MAIL("邮件"),
    /** The government's messaging platform, and through it short messages. */
    PLATFORM("消息平台");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
