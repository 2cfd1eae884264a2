package org.smecluster.testsheet;

import java.util.List;
import org.smecluster.engine.DecisionTables;
import org.smecluster.policy.guard.DecisionColumns;

/**
 * A sheet beside its table.
 *
 * @param sheet   null where the decision has none
 * @param misfits in Chinese, where its columns are not the table's; then it was not run
 * @param run     null where it was not run
 * @param changed the rows that the draft changes; empty where none is meant
 */
public record SheetView(
        DecisionColumns table, ExampleSheet sheet, List<String> misfits, SheetRun run, List<RowChange> changed) {

    static SheetView of(DecisionColumns table, ExampleSheet sheet, DecisionTables tables, List<RowChange> changed) {
        if (sheet == null) {
            return new SheetView(table, null, List.of(), null, changed);
        }
        List<String> misfits = SheetCheck.all(sheet, table);
        return new SheetView(
                table, sheet, misfits, misfits.isEmpty() ? SheetRun.of(sheet, table, tables) : null, changed);
    }

    /** Whether it holds an approval back. */
    public boolean holds() {
        return !misfits.isEmpty() || run != null && !run.failing().isEmpty();
    }

    public int examples() {
        return sheet == null ? 0 : sheet.examples().size();
    }

    public int passing() {
        return run == null ? 0 : examples() - run.failing().size();
    }
}
