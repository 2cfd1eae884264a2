package org.smecluster.national;

import java.time.LocalDate;

/**
 * What the ministry's notice asks, as far as it is known.
 *
 * @param number of the document, null where it is not out
 * @param applyBy last day to apply, null where not known
 * @param quota at most so many of the region, null where none is set
 */
public record Notice(String number, LocalDate applyBy, Integer quota) {}
