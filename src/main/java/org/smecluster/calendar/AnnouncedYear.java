package org.smecluster.calendar;

/**
 * A year whose holidays the State Council has announced.
 *
 * @param source number of its notice
 */
public record AnnouncedYear(int year, String source) {}
