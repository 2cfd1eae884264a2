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
        REACHED("达到要求", true),
        WIDER("余量增大", true),
        NEARER("向要求靠近", true),
        FARTHER("离要求更远", false),
        NARROWER("余量减小", false),
        LOST("不再达到要求", false);

        private final String label;
        private final boolean favourable;

        Course(String label, boolean favourable) {
            this.label = label;
            this.favourable = favourable;
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

    public boolean unfavourable() {
        return course != null && !course.favourable;
    }

    /** E.g. {@code 上升：+4 亿元（+12.9%），余量增大}. */
    public String text() {
        return (label == null ? "" : label + "：")
                + (change.startsWith("+") ? "上升 " : "下降 ")
                + change
                + (course == null ? "" : "，" + course.label());
    }
}
