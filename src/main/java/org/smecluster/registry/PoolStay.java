package org.smecluster.registry;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * A stay in the cultivation pool.
 *
 * @param leftOn null while it lasts
 * @param leaveReason null while it lasts
 */
@LegalBasis(article = 6)
public record PoolStay(String entryCase, LocalDate enteredOn, LocalDate leftOn, String leaveReason) {}
