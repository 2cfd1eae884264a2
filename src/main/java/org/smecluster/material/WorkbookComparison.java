package org.smecluster.material;

import java.util.List;

/**
 * In what a workbook differs from an earlier one.
 *
 * @param sheets every sheet with a difference, in the workbook's order
 * @param changes the first of each sheet
 */
public record WorkbookComparison(List<SheetChange> sheets, List<Change> changes) {

    /**
     * @param changed rows of a list, or figures of a form, that both have and that differ
     */
    public record SheetChange(String sheet, long added, long removed, long changed) {

        public long total() {
            return added + removed + changed;
        }
    }

    /**
     * @param before null where the earlier one had no such thing
     * @param after null where the later one has no such thing
     */
    public record Change(String sheet, String item, String before, String after) {}

    public WorkbookComparison {
        sheets = List.copyOf(sheets);
        changes = List.copyOf(changes);
    }

    public boolean same() {
        return sheets.isEmpty();
    }

    public long total() {
        return sheets.stream().mapToLong(SheetChange::total).sum();
    }
}
