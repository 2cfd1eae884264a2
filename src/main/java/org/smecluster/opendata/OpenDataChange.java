package org.smecluster.opendata;

import java.time.Instant;

/**
 * What a release has otherwise than the one before.
 *
 * @param what e.g. 主导产业由“新材料”更正为“碳基材料”
 */
public record OpenDataChange(long releaseId, Kind kind, String clusterName, String what, Instant at) {

    /** What became of a cluster's line, or of the columns. */
    public enum Kind {
        ADDED("新增"),
        CORRECTED("更正"),
        REMOVED("移除"),
        FIELDS("字段调整");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word a reader sees. */
        public String label() {
            return label;
        }
    }
}
