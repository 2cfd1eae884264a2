package org.smecluster.assessment;

/**
 * What a person declared of one qualitative condition.
 *
 * @param value null where not answered
 * @param explanation free text; null where none was given
 */
public record Declaration(Boolean value, String explanation) {}
