package org.smecluster.assessment;

/**
 * A condition of 第十一条.
 *
 * @param code e.g. {@code pillarIndustry}
 * @param article as cited
 */
public record Condition(String code, String label, String article) {}
