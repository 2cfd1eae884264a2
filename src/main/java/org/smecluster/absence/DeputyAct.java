package org.smecluster.absence;

import java.time.Instant;

/**
 * What a deputy did.
 *
 * @param caseNumber null where the task's process has none
 */
public record DeputyAct(String taskName, String caseNumber, String absent, String deputy, Instant at) {}
