package org.smecluster.monitoring;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The monitoring of a year.
 *
 * @param year reported on; everything is due in the year after
 * @param caseNumber of its own case
 * @param lastDay on which reports are in time
 * @param unitDay by which clusters hand in to their city: it reminds and decides nothing; null where the model names none
 * @param concludedAt null while it is under way
 */
public record MonitoringYear(int year, String caseNumber, LocalDate lastDay, LocalDate unitDay, Instant concludedAt) {

    public boolean concluded() {
        return concludedAt != null;
    }
}
