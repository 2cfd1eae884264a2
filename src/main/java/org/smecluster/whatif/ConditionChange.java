package org.smecluster.whatif;

import org.smecluster.law.Outcome;

/**
 * A condition whose outcome the draft changes in a case.
 *
 * @param code      of the condition; of an incident its type
 * @param article   as cited, e.g. {@code 第十一条(一)}
 * @param label     its name on screen
 * @param before    null where there is none
 * @param beforeRow the row of the table in force that decides, from 1; 0 where there is none
 * @param after     null where there is none
 * @param afterRow  the row of the draft's table
 */
public record ConditionChange(
        String code, String article, String label, Outcome before, int beforeRow, Outcome after, int afterRow) {

    /** In words, e.g. {@code 符合（第4行）}. */
    public String told(boolean draft) {
        Outcome outcome = draft ? after : before;
        int row = draft ? afterRow : beforeRow;
        return outcome == null ? "没有这一条" : outcome.label() + (row == 0 ? "" : "（第" + row + "行）");
    }
}
