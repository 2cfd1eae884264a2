package org.smecluster.absence;

import java.time.Instant;

/**
 * Somebody who left: the account is closed since.
 *
 * @param by user id of the administrator
 */
public record Departure(String userId, String by, Instant at) {}
