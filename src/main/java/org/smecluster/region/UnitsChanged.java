package org.smecluster.region;

/** A unit was added or has a new name, within the transaction that did it. */
public record UnitsChanged(Unit unit) {}
