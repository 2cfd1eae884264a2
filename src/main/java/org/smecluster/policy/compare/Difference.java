package org.smecluster.policy.compare;

import java.util.List;

/**
 * What became of one thing that a person would name: a step, a flow, a rule, a field.
 *
 * @param decision id of the decision in whose table it is drawn; null where it is in no table
 * @param elements ids of what shows it in the drawing, the first one to be pointed at; of a rule also those of its cells
 * @param subject  Chinese, as a person calls it, such as 任务「市级初审」（第十二条(二)）
 * @param says     Chinese, each a statement without a full stop; one at least
 */
public record Difference(Sign sign, String decision, List<String> elements, String subject, List<String> says) {

    /** What is said without colour. */
    public enum Sign {
        ADDED("增"),
        REMOVED("删"),
        CHANGED("改");

        private final String label;

        Sign(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Difference {
        elements = List.copyOf(elements);
        says = List.copyOf(says);
    }

    /** Of a file in which nothing is drawn in tables. */
    Difference(Sign sign, List<String> elements, String subject, List<String> says) {
        this(sign, null, elements, subject, says);
    }

    /** All of it in one sentence. */
    public String sentence() {
        return subject + "：" + String.join("；", says) + "。";
    }
}
