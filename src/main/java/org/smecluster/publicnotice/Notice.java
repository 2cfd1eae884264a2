package org.smecluster.publicnotice;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.law.LegalBasis;
import org.smecluster.registry.PublicityOutcome;

/**
 * A public notice; nothing in it is secret.
 *
 * @param subject number of the case or batch whose list it is
 * @param publishedOn day of publication, not counted
 * @param publicityDays working days
 * @param endsOn last day of the period, as the calendar stands
 * @param snapshot what was published, JSON
 * @param sha256 of the snapshot in UTF-8, hexadecimal
 * @param items in the order of publication
 */
@LegalBasis(article = 12, item = 3)
public record Notice(
        long id,
        String subject,
        String title,
        LocalDate publishedOn,
        int publicityDays,
        LocalDate endsOn,
        boolean periodEnded,
        String snapshot,
        String sha256,
        List<NoticeItem> items) {

    public Notice {
        items = List.copyOf(items);
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
