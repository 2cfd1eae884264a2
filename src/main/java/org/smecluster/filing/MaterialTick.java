package org.smecluster.filing;

import java.time.Instant;

/**
 * What a reviewer says of one kind of material of a version.
 *
 * @param code as the decision {@code applicationMaterials} names it
 * @param reason why it is not accepted; null where it is
 * @param carried whether it was said of the version before, of what the correction left as it was
 */
public record MaterialTick(
        long submissionId,
        String code,
        Level level,
        boolean accepted,
        String reason,
        boolean carried,
        String tickedBy,
        String tickedByName,
        Instant tickedAt) {

    /** Who reviews: 第十二条(二), 第十二条(三). */
    public enum Level {
        CITY("市级", "退回"),
        REGION("自治区", "不认可");

        private final String label;
        private final String refusal;

        Level(String label, String refusal) {
            this.label = label;
            this.refusal = refusal;
        }

        public String label() {
            return label;
        }

        /** What it says of an item that it does not accept: only the city's goes back to the unit. */
        public String refusal() {
            return refusal;
        }
    }

    /** E.g. 市级认可. */
    public String label() {
        return level.label() + (accepted ? "认可" : level.refusal());
    }
}
