package org.smecluster.assessment;

/**
 * A condition of 第十一条.
 *
 * @param code e.g. {@code pillarIndustry}
 * @param article as cited
 * @param requirement what it asks for, in the table's words; null of what is judged by people alone
 */
public record Condition(String code, String label, String article, String requirement) {}
