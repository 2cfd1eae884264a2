package org.smecluster.policy.draft;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody wants to run, until it is decided, and what became of it.
 *
 * @param name         as the deployment was named
 * @param effectiveOn  live from 00:00 of this day in Asia/Shanghai; null before the approval
 * @param approvedBy   user id; null before the approval
 * @param deploymentId of the engine; null before it is live
 */
public record ModelDraft(
        long id,
        String number,
        Kind kind,
        String name,
        State state,
        String author,
        String authorName,
        Instant submittedAt,
        LocalDate effectiveOn,
        String approvedBy,
        String approvedByName,
        Instant liveAt,
        String deploymentId) {

    /** How it gets live. */
    public enum Kind {
        /** By the approval of a second policy owner. */
        ORDINARY("两人批准"),
        /** By the administrator alone. */
        EMERGENCY("紧急生效");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN("待批准"),
        APPROVED("已批准，待生效"),
        LIVE("已生效"),
        /** What the check found has to be mended; kept to be looked at. */
        REFUSED("没有通过检查"),
        REJECTED("未批准"),
        WITHDRAWN("已撤回"),
        TAKEN_BACK("已收回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether something can still be decided about it before it is live. */
    public boolean undecided() {
        return state == State.OPEN || state == State.APPROVED;
    }

    /** Where its page is. */
    public String page() {
        return kind == Kind.EMERGENCY && undecided() ? "/admin/emergency/" + id : "/admin/drafts/" + id;
    }
}
