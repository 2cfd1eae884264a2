package org.smecluster.whatif;

import java.time.Instant;
import java.util.List;
import org.smecluster.policy.draft.LiveKey;

/**
 * A draft held against what is on file; of a draft there is one at a time.
 *
 * @param run        how many times it was begun
 * @param done       assessments judged so far
 * @param total      of how many; 0 before that is known
 * @param finishedAt null while it waits or runs
 * @param against    the decisions in force that it was compared with
 * @param counts     null unless {@link State#DONE}
 */
public record WhatIf(
        long draftId,
        int run,
        String askedByName,
        Instant askedAt,
        State state,
        int done,
        int total,
        Instant finishedAt,
        List<LiveKey> against,
        Counts counts) {

    /** Where it stands. */
    public enum State {
        WAITING("等待试算"),
        RUNNING("正在试算"),
        DONE("试算完成"),
        CANCELLED("已取消"),
        /** The process that ran it is gone. */
        INTERRUPTED("中断"),
        FAILED("没有完成");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean running() {
            return this == WAITING || this == RUNNING;
        }
    }

    /** 0 to 100. */
    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }

    /** How far it is, in words that tell of no case. */
    public String told() {
        return state == State.RUNNING && total > 0 ? "正在试算：" + percent() + "%" : state.label();
    }
}
