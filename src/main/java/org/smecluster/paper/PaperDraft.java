package org.smecluster.paper;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A paper that can be made of what a case holds now.
 *
 * @param subject which of several of its kind, e.g. the round; letters, digits and hyphens
 * @param about the same for a clerk, e.g. 第1次提交; null where there is one only
 * @param facts without number and day
 * @param number entered with the decision itself; null where whoever issues the paper enters it
 * @param heldBack why it cannot be issued yet, a sentence; null where it can
 */
public record PaperDraft(
        PaperKind kind,
        String subject,
        String about,
        PaperFacts facts,
        String number,
        LocalDate numberDate,
        String heldBack) {

    public PaperDraft {
        Objects.requireNonNull(subject, "subject");
        kind.checked(facts);
    }

    public static PaperDraft of(PaperKind kind, String subject, String about, PaperFacts facts) {
        return new PaperDraft(kind, subject, about, facts, null, null, null);
    }

    public PaperDraft numbered(String newNumber, LocalDate day) {
        return new PaperDraft(kind, subject, about, facts, newNumber, day, heldBack);
    }

    public PaperDraft heldBack(String why) {
        return new PaperDraft(kind, subject, about, facts, number, numberDate, why);
    }

    /** What makes it one in its case. */
    public String id() {
        return kind.name() + "-" + subject;
    }

    /** For a clerk, e.g. 补正通知书（第1次提交）. */
    public String title() {
        return kind.label() + (about == null ? "" : "（" + about + "）");
    }
}
