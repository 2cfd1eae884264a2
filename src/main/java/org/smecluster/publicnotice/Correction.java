package org.smecluster.publicnotice;

import java.time.LocalDate;
import org.smecluster.registry.FactKind;

/**
 * What a document corrects of a published recognition.
 *
 * @param value as it is from the document's date on
 */
public record Correction(FactKind fact, String value, String documentNumber, LocalDate documentDate) {}
