package org.smecluster.policy.draft;

import java.time.Instant;

/**
 * What happened to a draft.
 *
 * @param userId      null where the system acted; so {@code userName}
 * @param reason      null where none was asked for
 * @param judgementId what was found then; null where nothing was judged
 */
public record DraftEvent(
        long draftId, Kind kind, Instant happenedAt, String userId, String userName, String reason, Long judgementId) {

    /** What was done. */
    public enum Kind {
        SUBMITTED("提交"),
        SUBMITTED_AGAIN("再次提交相同内容"),
        JUDGED("重新检查"),
        APPROVED("批准"),
        REJECTED("不批准"),
        WITHDRAWN("撤回"),
        LAPSED("批准失效"),
        LIVE("生效"),
        EMERGENCY("紧急生效"),
        TAKEN_BACK("收回"),
        TRIED("试算"),
        SHEET("更换测试表");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
