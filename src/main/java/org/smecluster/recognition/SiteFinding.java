package org.smecluster.recognition;

import java.time.Instant;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.law.Outcome;

/**
 * What was found on site of one item of 第十一条.
 *
 * @param judgement MET, NOT_MET or NEEDS_EXPLANATION; null before
 * @param seen what was looked at and how; null where nothing is said
 * @param revision how often it was saved; 0 before
 */
public record SiteFinding(
        ConditionItem item, Outcome judgement, String seen, int revision, String savedByName, Instant savedAt) {

    static SiteFinding unseen(ConditionItem item) {
        return new SiteFinding(item, null, null, 0, null, null);
    }
}
