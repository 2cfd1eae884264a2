package org.smecluster.national;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A year's recommendation.
 *
 * @param year reported on
 * @param list the document of the list; null before it is approved
 * @param result the ministry's document; null before it is recorded
 */
public record Recommendation(String caseNumber, int year, Notice notice, Stage stage, Issued list, Issued result) {

    /**
     * A document and who brought it into the system.
     *
     * @param byName who approved or recorded it
     */
    public record Issued(String number, LocalDate date, String byName, Instant at) {}
}
