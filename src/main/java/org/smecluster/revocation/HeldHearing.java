package org.smecluster.revocation;

import java.time.LocalDate;

/** The record of a 听证. */
public record HeldHearing(LocalDate heldOn, String place, String presider, String participants, String minutes) {}
