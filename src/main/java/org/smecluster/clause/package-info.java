/**
 * 第十一条, clause by clause: what bears no number is declared by the unit in words or with files, and judged by the city,
 * each expert and the autonomous region, side by side (第十一条, 第十二条(二), 第十二条(三)). A procedure tells which of its cases
 * are judged so through {@link org.smecluster.clause.ClauseProcedure}. Left to people: every judgement. None of them enters
 * the assessment's {@code overall}: a clause without a number cannot refuse by itself.
 */
package org.smecluster.clause;
