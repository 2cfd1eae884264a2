package org.smecluster.clause;

/**
 * A clause of 第十一条 that bears no number, as the decision {@code conditionClauses} has it.
 *
 * @param code e.g. {@code nicheStanding}; of a clause on the form the code of its condition
 * @param words of the Measures
 * @param article as cited
 * @param declaration code of the declaration on the form; null where the unit declares it here
 * @param presumes code of the declaration without which the clause does not apply; null where it always does
 */
record Clause(String code, String label, String words, String article, String declaration, String presumes) {

    boolean onForm() {
        return declaration != null;
    }
}
