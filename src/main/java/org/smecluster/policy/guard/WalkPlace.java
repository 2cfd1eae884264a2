package org.smecluster.policy.guard;

import java.util.List;
import java.util.Map;

/**
 * Where a walk has come to.
 *
 * @param passages the beginning and each answer with what followed from it
 * @param followed how many of the answers could be followed
 * @param stopped in Chinese, why it does not go on here whatever is done; null where it does
 * @param ended sentences of the ends that were reached
 * @param over nothing runs any more
 * @param possible what may happen next
 * @param drawings the process first, then those called ones in which something stands
 */
public record WalkPlace(
        List<Passage> passages,
        int followed,
        String stopped,
        List<String> ended,
        boolean over,
        List<Possible> possible,
        List<Drawing> drawings) {

    /** What a move or an event is to whoever walks. */
    public enum Kind {
        START("开始"),
        TASK("人工办理"),
        TIME("期限届满"),
        MESSAGE("收到消息"),
        SIGNAL("收到信号"),
        CONDITION("条件成立"),
        PROGRAM("程序办理"),
        DECISION("决策表"),
        ENOUGH("提前结束"),
        CALLED("整个走完"),
        WAY("走向"),
        GONE("任务取消"),
        END("结束");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Something that happened.
     *
     * @param says what was written, or why the flow is taken; may be empty
     */
    public record Event(Kind kind, String label, List<String> says) {}

    /** @param says how it was answered; of the beginning null where nothing happened yet */
    public record Passage(Kind kind, String label, List<String> says, List<Event> events) {}

    /**
     * A value that no field settles.
     *
     * @param values to choose from, in words
     */
    public record Ask(String variable, String label, List<String> values) {}

    /**
     * One way in which it may go on.
     *
     * @param number see {@link WalkAnswer#way}
     * @param says what is answered or written on this way; empty where there is one way only
     * @param leads the steps that follow
     */
    public record Way(int number, List<String> says, List<String> leads) {}

    /**
     * Something that may happen next.
     *
     * @param element its id
     * @param in label of the process that is called, where it stands there; null otherwise
     * @param who the group whose step it is, as the Measures call it; null of what is nobody's
     * @param about what the model says of it; null where it says nothing
     * @param form id; null where it is done without
     * @param asks with the form: what the program would find in the case's data
     * @param decides by variable the keys of the form's fields that decide
     * @param ways empty where there are too many to be told one by one
     */
    public record Possible(
            Kind kind,
            String element,
            String label,
            String in,
            String who,
            String about,
            String form,
            List<Ask> asks,
            Map<String, String> decides,
            List<Way> ways) {}

    /**
     * What to mark in the drawing of a process; ids of elements.
     *
     * @param process id
     */
    public record Drawing(String process, List<String> current, List<String> done, List<String> flows) {}
}
