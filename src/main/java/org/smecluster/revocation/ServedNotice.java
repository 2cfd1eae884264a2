package org.smecluster.revocation;

import java.time.LocalDate;

/**
 * The service of the 事先告知书.
 *
 * @param recipient unit, and who signed for it
 * @param receipt the 送达回证 or what stands for it
 */
public record ServedNotice(
        String noticeNumber, ServiceMethod method, LocalDate servedOn, String recipient, String receipt) {}
