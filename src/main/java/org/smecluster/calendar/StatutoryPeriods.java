package org.smecluster.calendar;

import java.time.LocalDate;
import java.time.Month;
import org.smecluster.law.LegalBasis;

/**
 * The periods of the Measures. The day of the event is not counted, the last day ends at 24:00 (民法典 第二百零一条,
 * 第二百零三条).
 */
public final class StatutoryPeriods {

    private final WorkingDays workingDays;

    public StatutoryPeriods(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * The publicity of a list.
     *
     * @param notCounted day of publication, or the day before it where that is counted; day one is the working day after
     * @param days working days, a field of the batch, at least 1
     */
    @LegalBasis(article = 12, item = 3)
    public Deadline publicity(LocalDate notCounted, int days) {
        return workingDays(notCounted, days);
    }

    /**
     * A period set in working days, such as one for corrections.
     *
     * @param start day of the event, not counted
     * @param days at least 1
     */
    public Deadline workingDays(LocalDate start, int days) {
        LocalDate lastDay = workingDays.plus(start, days);
        return Deadline.endOf(lastDay, workingDays.provisionalBetween(start, lastDay));
    }

    /**
     * When to remind of the end of a period: at 9:00.
     *
     * @param lastDay last day of the period
     * @param daysBefore working days before it, at least 1
     */
    public Deadline reminder(LocalDate lastDay, int daysBefore) {
        LocalDate day = workingDays.minus(lastDay, daysBefore);
        return Deadline.morningOf(day, workingDays.provisionalBetween(day.minusDays(1), lastDay));
    }

    /**
     * The term of a recognition, and of its extension from the old end date: the same date three years later, or the
     * last of that month. A term is no period for an act, so a holiday does not move its end.
     */
    @LegalBasis(article = 14)
    public Deadline threeYearsFrom(LocalDate start) {
        return Deadline.endOf(start.plusYears(3), false);
    }

    /**
     * One month after a major change: the same day of the next month or its last, moved to the next working day (民法典
     * 第二百零二条, 第二百零三条).
     */
    @LegalBasis(article = 15)
    public Deadline oneMonthAfter(LocalDate change) {
        LocalDate sameDayNextMonth = change.plusMonths(1);
        LocalDate lastDay = workingDays.nextWorkingDayOnOrAfter(sameDayNextMonth);
        return Deadline.endOf(lastDay, workingDays.provisionalBetween(sameDayNextMonth.minusDays(1), lastDay));
    }

    /** 30 March of the year, 24:00; the Measures name the date, so no holiday moves it. */
    @LegalBasis(article = 16)
    public Deadline annualReport(int year) {
        return Deadline.endOf(LocalDate.of(year, Month.MARCH, 30), false);
    }
}
