package org.smecluster.publicnotice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.calendar.WorkingDays;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.NoticeTerms;
import org.smecluster.registry.PublicList;
import org.smecluster.registry.PublicLists;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When lists are published: on a working day, at an hour. */
@Service
@Transactional
@LegalBasis(article = 12, item = 3)
public class NoticeSchedule {

    private final Notices notices;
    private final PublicLists lists;
    private final WorkCalendar calendar;
    private final ContactBook contacts;
    private final Clock clock;

    NoticeSchedule(Notices notices, PublicLists lists, WorkCalendar calendar, ContactBook contacts, Clock clock) {
        this.notices = notices;
        this.lists = lists;
        this.calendar = calendar;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * Fixes day and hour; a subject that has them keeps them. A day that the list asks for and that has passed gives way to the next working day; one on which nobody works to the
     * working day after it.
     *
     * @param usualTime where the list asks for none
     * @param countsBefore the hour before which the day of publication counts, where the list says that it does
     * @throws org.smecluster.law.Refusal where no contacts are entered that the notice could name
     */
    public NoticePlan plan(String subject, int days, LocalTime usualTime, LocalTime countsBefore) {
        NoticeTerms terms = lists.find(subject)
                .map(PublicList::terms)
                .orElseThrow(() -> new IllegalStateException("no list was drafted for " + subject));
        LocalDate wanted = terms.day();
        LocalTime time = terms.time() == null ? usualTime : terms.time();
        LocalDateTime now = LocalDateTime.now(clock);
        WorkingDays workingDays = calendar.workingDays();
        LocalDate day = wanted != null && wanted.atTime(time).isAfter(now)
                ? workingDays.nextWorkingDayOnOrAfter(wanted)
                : workingDays.plus(now.toLocalDate(), 1);
        NoticePeriod period =
                NoticePeriod.of(day.atTime(time), days, terms.dayCounts() ? countsBefore : null, workingDays);
        if (notices.planOf(subject).isEmpty()) {
            notices.plan(new NoticePlan(
                    subject,
                    day.atTime(time).atZone(clock.getZone()).toInstant(),
                    period.firstDay(),
                    period.endsOn(),
                    contacts.required().id()));
        }
        return of(subject).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<NoticePlan> of(String subject) {
        return notices.planOf(subject);
    }
}
