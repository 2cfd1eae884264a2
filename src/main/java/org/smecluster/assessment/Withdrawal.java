package org.smecluster.assessment;

import java.time.Instant;

/**
 * An entry of an incident taken back.
 *
 * @param by name of the person
 */
public record Withdrawal(String by, Instant at, String reason) {}
