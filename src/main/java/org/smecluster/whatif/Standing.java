package org.smecluster.whatif;

import org.smecluster.assessment.Assessment;
import org.smecluster.law.Outcome;

/**
 * What an assessment comes to.
 *
 * @param overall of 第十一条; null where the tables could not judge
 * @param vetoed  of 第十条; null where a person decides
 */
public record Standing(Outcome overall, Boolean vetoed) {

    /** Of tables that could not judge. */
    static final Standing NONE = new Standing(null, false);

    static Standing of(Assessment assessment) {
        return new Standing(Outcome.valueOf(assessment.overall()), assessment.vetoed());
    }

    /** The words that a clerk sees. */
    public String label() {
        if (overall == null) {
            return "判断不出";
        }
        return overall.label() + (vetoed == null ? "，第十条待人工判断" : vetoed ? "，有第十条情形" : "");
    }
}
