package org.smecluster.calendar;

import java.time.LocalDate;
import org.smecluster.law.Article;

/** What a registered deadline is for, and so how it is counted. */
public enum DeadlineKind {
    PUBLICITY("公示期", Article.of(12, 3), true),
    /** Set by who gives something back; the Measures set none. */
    CORRECTION("补正期限", null, true),
    /** A user task's due date, as its model says; the Measures set none. */
    TASK("办理期限", null, true),
    /** Counted back from the last day of the period that it reminds of. */
    REMINDER("提醒日", null, true),
    CHANGE_FILING("变动备案期限", Article.of(15), false),
    /** In which a cluster may answer a notice of revocation; the Measures set none. */
    HEARING("陈述申辩期限", Article.of(17), true);

    private final String label;
    private final Article article;
    private final boolean inWorkingDays;

    DeadlineKind(String label, Article article, boolean inWorkingDays) {
        this.label = label;
        this.article = article;
        this.inWorkingDays = inWorkingDays;
    }

    /** The word an administrator sees. */
    public String label() {
        return label;
    }

    /** Where the period, or the step that it belongs to, is found in the Measures. */
    public String basis() {
        return article == null ? "《办法》未规定" : article.toString();
    }

    Deadline count(StatutoryPeriods periods, LocalDate startsOn, Integer workingDays) {
        if (this == REMINDER) {
            return periods.reminder(startsOn, workingDays);
        }
        return inWorkingDays ? periods.workingDays(startsOn, workingDays) : periods.oneMonthAfter(startsOn);
    }

    void check(Integer workingDays) {
        if (inWorkingDays != (workingDays != null)) {
            throw new IllegalArgumentException(
                    inWorkingDays
                            ? name() + " is counted in working days"
                            : name() + " is not counted in working days");
        }
    }
}
