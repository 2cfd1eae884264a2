package org.smecluster.publicnotice;

import java.time.Instant;
import java.util.List;

/**
 * What the sender of an objection is told when looking it up.
 *
 * @param state in a word, e.g. 核实中
 * @param explanation what that means, and what comes next
 * @param reason of the ruling, or why it was not admitted or is a lead; null where there is none
 * @param decidedAt null where nothing is decided
 * @param files names of what was attached
 */
public record ObjectionStanding(
        String spokenNumber,
        String noticeTitle,
        long noticeId,
        String clusterName,
        Instant receivedAt,
        String state,
        String explanation,
        String reason,
        Instant decidedAt,
        String grounds,
        List<String> files) {}
