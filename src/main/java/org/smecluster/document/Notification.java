package org.smecluster.document;

import java.time.Instant;

/**
 * What a group has been told.
 *
 * @param groupId who was told, e.g. {@code county-640221}
 * @param caseNumber the case or batch or cluster it is about
 * @param read whether the person who asks has marked it as read
 */
public record Notification(long id, String groupId, String caseNumber, String text, Instant toldAt, boolean read) {}
