package org.smecluster.evidence;

/**
 * As what a person may hand in evidence in a case now.
 *
 * @param round of the case's versions, 1 for the first
 */
public record Intake(Occasion occasion, int round) {}
