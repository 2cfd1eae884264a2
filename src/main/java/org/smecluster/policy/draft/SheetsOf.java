package org.smecluster.policy.draft;

/**
 * Which test sheets count.
 *
 * @param draft    whose sheets take the place of those in force; null: none
 * @param replaced whether those count that the draft took the place of when it went live
 */
public record SheetsOf(Long draft, boolean replaced) {

    public static final SheetsOf IN_FORCE = new SheetsOf(null, false);

    static SheetsOf of(long draft) {
        return new SheetsOf(draft, false);
    }

    static SheetsOf before(long draft) {
        return new SheetsOf(draft, true);
    }
}
