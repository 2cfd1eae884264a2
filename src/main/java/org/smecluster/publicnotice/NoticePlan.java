package org.smecluster.publicnotice;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a list is to be published, and which days that makes; what is published in the end stands in its {@link Notice}.
 *
 * @param subject number of the case or batch whose list it is
 * @param endsOn last day of the period
 * @param contactId of the contacts that it will name; null where it was scheduled before they were kept
 */
public record NoticePlan(String subject, Instant publishesAt, LocalDate firstDay, LocalDate endsOn, Long contactId) {}
