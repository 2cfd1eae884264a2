package org.smecluster.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.smecluster.law.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the holiday table, and with it the deadlines that run. */
@Service
public class CalendarAdministration {

    private final CalendarRepository repository;
    private final Deadlines deadlines;
    private final Clock clock;

    CalendarAdministration(CalendarRepository repository, Deadlines deadlines, Clock clock) {
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * What the change would do, without doing it.
     *
     * @throws Refusal where the change makes no sense on the table as it stands
     */
    @Transactional(readOnly = true)
    public List<DeadlineMove> preview(CalendarChange change) {
        return deadlines.preview(change.applyTo(repository.table()));
    }

    /**
     * Changes the table and recounts the open deadlines, all or nothing.
     *
     * @param userId who is entered with the row
     * @param confirmed the moves that the administrator was shown and agreed to
     * @return the moves made
     * @throws Refusal where the change makes no sense on the table as it stands
     * @throws MovesChanged where other deadlines would move than those confirmed
     */
    @Transactional
    public List<DeadlineMove> apply(CalendarChange change, String userId, Confirmation confirmed) {
        repository.lock();
        change.applyTo(repository.table());
        store(change, userId, clock.instant());
        List<DeadlineMove> moves = deadlines.recalculate();
        if (!Confirmation.of(moves).equals(confirmed)) {
            throw new MovesChanged();
        }
        return moves;
    }

    private void store(CalendarChange change, String userId, Instant now) {
        if (change instanceof CalendarChange.PutDays put) {
            put.days()
                    .map(day -> new CalendarDay(day, put.kind(), put.name(), put.source(), userId, now))
                    .forEach(repository::put);
        } else if (change instanceof CalendarChange.RemoveDay remove) {
            repository.remove(remove.day());
        } else if (change instanceof CalendarChange.AnnounceYear announce) {
            repository.announce(new AnnouncedYear(announce.year(), announce.source()));
        } else if (change instanceof CalendarChange.WithdrawYear withdraw) {
            repository.withdraw(withdraw.year());
        }
    }
}
