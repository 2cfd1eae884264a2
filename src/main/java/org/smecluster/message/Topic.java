package org.smecluster.message;

import java.util.regex.Pattern;

/** What a notice is about, as an administrator chooses by it; told by its key ({@code Notifications.tell}). */
public enum Topic {
    TURN("轮到办理", "轮到本单位或本人办理的步骤", "turn:.*|step:.*"),
    DEADLINE("期限提醒", "期限将到、已过，缺报和催报", ".*(?:[eE]nds|[oO]verdue|[rR]emind|[mM]issing|[wW]arned|unitDay|seal-).*"),
    NOTICE("公示与异议", "公示、异议的登记和裁定、公布", ".*(?:[nN]otice|[oO]bjection|[pP]ublish|[rR]uling).*"),
    RULES("规则的修改", "流程、决策表和表单的草稿、批准、生效和撤回", "model.*|draft.*"),
    COURSE("案件进展", "受理、补正、意见、决定、办结以及其他进展", ".*");

    private final String label;
    private final String about;
    private final Pattern keys;

    Topic(String label, String about, String keys) {
        this.label = label;
        this.about = about;
        this.keys = Pattern.compile(keys);
    }

    /** The first in the order above that the key belongs to. */
    public static Topic of(String key) {
        for (Topic topic : values()) {
            if (topic.keys.matcher(key).matches()) {
                return topic;
            }
        }
        return COURSE;
    }

    public String label() {
        return label;
    }

    public String about() {
        return about;
    }

    /** Before an administrator says otherwise: everything by mail, to the platform what cannot wait. */
    boolean wantedAtFirst(Channel channel) {
        return channel == Channel.MAIL || this == TURN || this == DEADLINE;
    }
}
