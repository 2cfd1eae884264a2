package org.smecluster.clause;

/**
 * A clause, and what the unit declares of it with one version.
 *
 * @param onForm whether it is declared on the form, by yes or no
 * @param statement in the unit's words; null where there are none
 * @param files of evidence, in their latest version
 * @param decisionVersion of {@code conditionClauses}
 */
public record ClauseClaim(
        String code,
        String label,
        String words,
        String article,
        boolean onForm,
        Claim claim,
        String statement,
        int files,
        int decisionVersion) {

    /** With its article, e.g. 第十一条(一)细分领域地位. */
    public String cited() {
        return article + label;
    }

    /** Holds a submission back. The form asks for its own by itself: a gap there is a finding, not a refusal. */
    boolean undeclared() {
        return !onForm && claim == Claim.UNDECLARED;
    }
}
