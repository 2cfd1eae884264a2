package org.smecluster.message;

/** How far a message is. */
public enum MessageState {
    WAITING("待发送"),
    SENDING("正在发送"),
    SENT("已发送"),
    /** It was being handed over when the program or the line failed; never sent again but by a person. */
    MAYBE("可能已发送"),
    FAILED("发送失败");

    private final String label;

    MessageState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
