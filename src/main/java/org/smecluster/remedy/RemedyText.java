package org.smecluster.remedy;

import java.time.Instant;

/**
 * The text for a kind of decision, as somebody entered it.
 *
 * @param version 1 is what the system came with
 * @param legalBasis laws and articles, e.g. 《中华人民共和国行政复议法》第二十条
 * @param confirmed whether the legal reviewer has confirmed it
 * @param enteredBy null of what the system came with
 */
public record RemedyText(
        DecisionKind kind,
        int version,
        String text,
        String legalBasis,
        boolean confirmed,
        String enteredBy,
        String enteredByName,
        Instant enteredAt) {

    /** As a decision bears it. */
    String inWords() {
        return text + "（依据：" + legalBasis + "）" + (confirmed ? "" : "（本段文字待法制审核确认）");
    }
}
