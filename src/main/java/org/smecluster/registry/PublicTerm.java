package org.smecluster.registry;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;

/**
 * A term of a recognition, as the public is told it.
 *
 * @param extension whether a review that was passed gave it; else a recognition
 * @param endsOn last day
 * @param documentNumber by which it was given; null where the registry knows none
 */
@LegalBasis(article = 14)
public record PublicTerm(boolean extension, LocalDate startsOn, LocalDate endsOn, String documentNumber) {}
