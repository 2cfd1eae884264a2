package org.smecluster.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smecluster.law.Outcome;

/**
 * What the city found on site of an application, as far as it is entered.
 *
 * @param verifiedOn null before it is entered
 * @param people who were there for the city
 * @param revision how often this head was saved; 0 before
 * @param summary null until it is completed, as who completed it and when
 * @param rows the eight of 第十一条, in its order, judged or not
 */
public record SiteVerification(
        LocalDate verifiedOn,
        List<String> people,
        String note,
        int revision,
        String savedByName,
        Instant savedAt,
        String summary,
        String completedByName,
        Instant completedAt,
        List<SiteFinding> rows) {

    static final int LEAST_PEOPLE = 2;

    public SiteVerification {
        people = List.copyOf(people);
        rows = List.copyOf(rows);
    }

    static SiteVerification empty(List<SiteFinding> rows) {
        return new SiteVerification(null, List.of(), null, 0, null, null, null, null, null, rows);
    }

    SiteVerification with(List<SiteFinding> newRows) {
        return new SiteVerification(
                verifiedOn,
                people,
                note,
                revision,
                savedByName,
                savedAt,
                summary,
                completedByName,
                completedAt,
                newRows);
    }

    public boolean completed() {
        return completedAt != null;
    }

    public long judged() {
        return rows.stream().filter(row -> row.judgement() != null).count();
    }

    /** Those that were not found met. */
    public List<SiteFinding> doubtful() {
        return rows.stream()
                .filter(row -> row.judgement() != null && row.judgement() != Outcome.MET)
                .toList();
    }

    /**
     * What is still missing or cannot be so.
     *
     * @param part 0 for day and people, else the number of the item
     */
    public record Gap(int part, String sentence) {}

    /** @param submittedOn the application's date */
    public List<Gap> gaps(LocalDate submittedOn, LocalDate today) {
        List<Gap> gaps = new ArrayList<>();
        if (verifiedOn == null) {
            gaps.add(new Gap(0, "还没有填核查日期"));
        } else if (verifiedOn.isAfter(today)) {
            gaps.add(new Gap(0, "核查日期（" + verifiedOn + "）晚于今天（" + today + "），请改正"));
        } else if (submittedOn != null && verifiedOn.isBefore(submittedOn)) {
            gaps.add(new Gap(0, "核查日期（" + verifiedOn + "）早于申报材料的提交日期（" + submittedOn + "），请改正"));
        }
        long different = people.stream().distinct().count();
        if (different < LEAST_PEOPLE) {
            gaps.add(new Gap(0, "核查人员至少" + LEAST_PEOPLE + "人，现有" + different + "人"));
        }
        for (SiteFinding row : rows) {
            String named = row.item().article() + row.item().label();
            if (row.judgement() == null) {
                gaps.add(new Gap(row.item().number(), named + "还没有核查结论"));
            } else if (row.judgement() != Outcome.MET && row.seen() == null) {
                gaps.add(new Gap(
                        row.item().number(), named + "为“" + row.judgement().label() + "”，请写明看了什么、怎么看的"));
            }
        }
        return gaps;
    }
}
