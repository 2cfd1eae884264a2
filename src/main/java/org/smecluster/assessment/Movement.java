package org.smecluster.assessment;

/**
 * How one measured value of a requirement moved from one assessment to the next.
 *
 * @param label the value's name where the requirement has several, else null
 * @param change with sign and unit, e.g. {@code +3.2 个百分点} of a ratio, {@code −4 亿元（−15.4%）} of an amount
 * @param course where it went, seen from the threshold of the later assessment; null where the table's cell has none
 */
public record Movement(String label, String change, Course course) {

    public enum Course {
        REACHED("达到要求"),
        WIDER("余量增大"),
        NEARER("向要求靠近"),
        FARTHER("离要求更远"),
        NARROWER("余量减小"),
        LOST("不再达到要求");

        private final String label;

        Course(String label) {
            this.label = label;
        }

        /** The words a clerk sees. */
        public String label() {
            return label;
        }

        static Course of(boolean metBefore, boolean metNow, boolean better) {
            if (metBefore != metNow) {
                return metNow ? REACHED : LOST;
            }
            if (metNow) {
                return better ? WIDER : NARROWER;
            }
            return better ? NEARER : FARTHER;
        }
    }

    /** E.g. {@code 上升：+4 亿元（+12.9%），余量增大}. */
    public String text() {
        return (label == null ? "" : label + "：")
                + (change.startsWith("+") ? "上升 " : "下降 ")
                + change
                + (course == null ? "" : "，" + course.label());
    }
}
