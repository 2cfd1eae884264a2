package org.smecluster.absence;

import java.time.Instant;

/**
 * A task that somebody holds.
 *
 * @param holder user id of who has it to do
 * @param absent in whose place the holder does it; null where in nobody's
 * @param group the group that it waits for; null where it is the person's alone, as an expert's
 * @param caseNumber null where the process has none
 * @param dueAt null where there is no due date
 */
public record HeldTask(
        String id, String name, String caseNumber, String holder, String absent, String group, Instant dueAt) {}
