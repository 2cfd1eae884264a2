package org.smecluster.life;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.smecluster.life.Driver.Desk;
import org.smecluster.life.Script.ReviewNotice;
import org.smecluster.renewal.ReviewRounds;
import org.smecluster.support.Desks;
import org.springframework.context.ApplicationContext;

/** The region's notices of reviews. */
final class ReviewNotices implements Driver.Procedure {

    private final Desks desks;
    private final ReviewRounds rounds;

    ReviewNotices(ApplicationContext context) {
        this.desks = context.getBean(Desks.class);
        this.rounds = context.getBean(ReviewRounds.class);
    }

    @Override
    public List<LocalDate> days(Script script) {
        return Stream.of(ReviewNotice.values()).map(notice -> notice.issued).toList();
    }

    @Override
    public boolean begin(LocalDate today) {
        boolean acted = false;
        for (ReviewNotice notice : ReviewNotice.values()) {
            if (today.equals(notice.issued)
                    && rounds.all().stream()
                            .noneMatch(round -> round.documentNumber().equals(notice.documentNumber()))) {
                open(notice);
                acted = true;
            }
        }
        return acted;
    }

    private void open(ReviewNotice notice) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "reviewHeld",
                "true",
                "noticeNumber",
                notice.documentNumber(),
                "windowStart",
                notice.windowStart.toString(),
                "windowEnd",
                notice.windowEnd.toString(),
                "termsFrom",
                notice.termEnd.withDayOfMonth(1).toString(),
                "termsTo",
                notice.termEnd.plusDays(10).toString()));
        form.put("singleApplications", notice.single);
        desks.start(Driver.officer().account(), "reviewRound", form);
    }

    @Override
    public Map<String, Desk> desks() {
        return Map.of();
    }
}
