package org.smecluster.publicnotice;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.PublicityOutcome;

/**
 * A public notice; nothing in it is secret.
 *
 * @param subject number of the case or batch whose list it is
 * @param publishedOn day of publication
 * @param publicityDays working days
 * @param firstDay of the period; null where it was published before that was kept, and begins on the working day after
 * @param endsOn last day of the period, as the calendar stands
 * @param snapshot what was published, JSON
 * @param sha256 of the snapshot in UTF-8, hexadecimal
 * @param contact whom it names; null where it was scheduled before contacts were kept, and takes no objection online
 * @param items in the order of publication
 */
@LegalBasis(article = 12, item = 3)
public record Notice(
        long id,
        String subject,
        String title,
        LocalDate publishedOn,
        int publicityDays,
        LocalDate firstDay,
        LocalDate endsOn,
        boolean periodEnded,
        String snapshot,
        String sha256,
        NoticeContact contact,
        List<NoticeItem> items) {

    public Notice {
        items = List.copyOf(items);
    }

    /** The day that is not counted, before the first of the period. */
    public LocalDate countsFrom() {
        return publishedOn.equals(firstDay) ? publishedOn.minusDays(1) : publishedOn;
    }

    /** Whether what the office received on the day counts as received within the period. */
    public boolean receives(LocalDate day) {
        return !day.isBefore(publishedOn) && !day.isAfter(endsOn);
    }

    public NoticeState state() {
        if (!periodEnded) {
            return NoticeState.OPEN;
        }
        return items.stream().anyMatch(item -> item.outcome() == PublicityOutcome.PENDING)
                ? NoticeState.OBJECTIONS_PENDING
                : NoticeState.CONCLUDED;
    }
}
