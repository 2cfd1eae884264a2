package org.smecluster.assessment;

import org.smecluster.law.Threshold;
import org.smecluster.law.Unit;

/**
 * A number that a table of 第十一条 compares a figure or an indicator with.
 *
 * @param code of the decision input, e.g. {@code minAnnualOutput}
 * @param threshold of the first way to meet the condition that looks at it
 * @param requirement in Chinese, as the table states it
 */
public record NumberedRequirement(
        String code, String label, Unit unit, Threshold threshold, String requirement, String article) {}
