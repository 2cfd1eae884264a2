package org.smecluster.publicnotice;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.smecluster.calendar.StatutoryPeriods;
import org.smecluster.calendar.WorkingDays;
import org.smecluster.law.LegalBasis;

/**
 * First and last day of a notice published at a moment: the working day after it is the first, or its own day where that
 * counts, is a working day and the hour has not come yet.
 */
@LegalBasis(article = 12, item = 3)
record NoticePeriod(LocalDate firstDay, LocalDate endsOn) {

    /**
     * @param days working days, at least 1
     * @param countsBefore the hour before which the day of publication counts; null where it never does
     */
    static NoticePeriod of(LocalDateTime published, int days, LocalTime countsBefore, WorkingDays workingDays) {
        LocalDate day = published.toLocalDate();
        boolean counts =
                countsBefore != null && published.toLocalTime().isBefore(countsBefore) && workingDays.isWorkingDay(day);
        LocalDate notCounted = counts ? day.minusDays(1) : day;
        return new NoticePeriod(
                workingDays.plus(notCounted, 1),
                new StatutoryPeriods(workingDays).publicity(notCounted, days).lastDay());
    }
}
