package org.smecluster.recognition;

import java.math.BigDecimal;
import java.util.List;
import org.smecluster.law.Outcome;

/** What was found of each condition of 第十一条 in the applications of a batch, each by the version submitted last. */
public interface BatchFindings {

    /** @param article as cited */
    record Found(String caseNumber, String code, String label, String article, Outcome outcome) {}

    /**
     * Of the latest assessment of each application, in the order of 第十一条; of one that was never submitted nothing.
     *
     * @param deliberation whether that for the re-review counts while the case is open, which is the autonomous region's alone
     */
    List<Found> ofBatch(long batchId, boolean deliberation);

    /**
     * What an input of a condition came to, by the same assessments.
     *
     * @param value null where there was none
     */
    record Value(String caseNumber, BigDecimal value, Outcome outcome) {}

    /** @param input code of a decision input that is a number */
    List<Value> values(long batchId, boolean deliberation, String input);
}
