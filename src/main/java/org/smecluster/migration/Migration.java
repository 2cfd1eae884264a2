package org.smecluster.migration;

import java.time.Instant;

/**
 * Cases to be taken from one version of their process to another, and what became of it.
 *
 * @param author user id of the policy owner who drew it up and proposes it
 * @param confirmedBy user id; null before the confirmation
 * @param endedAt when the last case was settled; null before
 */
public record Migration(
        long id,
        String number,
        String processKey,
        String processName,
        int fromVersion,
        String fromDefinitionId,
        int toVersion,
        String toDefinitionId,
        State state,
        String author,
        String authorName,
        Instant drawnUpAt,
        String confirmedBy,
        String confirmedByName,
        Instant confirmedAt,
        Instant endedAt) {

    /** Where it stands. */
    public enum State {
        TRYING("正在试迁移"),
        TRIED("已试迁移，待提请"),
        PROPOSED("待确认"),
        RUNNING("正在迁移"),
        DONE("已完成"),
        REJECTED("未确认"),
        WITHDRAWN("已撤回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether something can still be decided about it. */
        public boolean undecided() {
            return this == TRYING || this == TRIED || this == PROPOSED;
        }
    }

    /** Where its page is. */
    public String page() {
        return "/admin/migrations/" + id;
    }
}
