package org.smecluster.calendar;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The calendar as it stands. */
@Service
public class WorkCalendar {

    private final CalendarRepository repository;

    WorkCalendar(CalendarRepository repository) {
        this.repository = repository;
    }

    public WorkingDays workingDays() {
        return new WorkingDays(repository.table());
    }

    public StatutoryPeriods periods() {
        return new StatutoryPeriods(workingDays());
    }

    /** By date. */
    public List<CalendarDay> days(int year) {
        return repository.days(year);
    }

    /** By year. */
    public List<AnnouncedYear> announcedYears() {
        return repository.announcedYears();
    }

    /** Every year that is announced or has rows, ascending. */
    public List<Integer> years() {
        return Stream.concat(
                        repository.announcedYears().stream().map(AnnouncedYear::year),
                        repository.yearsWithDays().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
