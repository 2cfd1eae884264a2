package org.smecluster.migration;

import java.time.Instant;

/** Who did what about a migration, when and why. */
public record MigrationEvent(Kind kind, Instant happenedAt, String userId, String userName, String reason) {

    /** What happened. */
    public enum Kind {
        DRAWN_UP("拟定并试迁移"),
        TRIED_ANEW("重新试迁移"),
        PROPOSED("提请"),
        CONFIRMED("确认"),
        REJECTED("未确认"),
        WITHDRAWN("撤回");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
