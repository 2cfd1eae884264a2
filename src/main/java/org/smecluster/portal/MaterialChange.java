package org.smecluster.portal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.material.WorkbookComparison;

/**
 * One thing in which two versions of a workbook differ.
 *
 * @param sheet where it stands
 * @param item what it is about
 * @param before as the earlier version had it; {@code 无} where it had nothing
 * @param after as the later version has it; {@code 无} where it has nothing
 */
record MaterialChange(String sheet, String item, String before, String after) {

    private static final String NONE = "无";

    static MaterialChange of(WorkbookComparison.Change change) {
        return new MaterialChange(
                change.sheet(),
                change.item(),
                change.before() == null ? NONE : change.before(),
                change.after() == null ? NONE : change.after());
    }

    /** What differs between two sets of named values. */
    static List<MaterialChange> between(String sheet, Map<String, String> before, Map<String, String> after) {
        List<MaterialChange> changes = new ArrayList<>();
        compare(sheet, before, after, changes);
        return changes;
    }

    private static void compare(
            String sheet, Map<String, String> before, Map<String, String> after, List<MaterialChange> changes) {
        Set<String> items = new LinkedHashSet<>(before.keySet());
        items.addAll(after.keySet());
        for (String item : items) {
            String was = before.getOrDefault(item, NONE);
            String is = after.getOrDefault(item, NONE);
            if (!was.equals(is)) {
                changes.add(new MaterialChange(sheet, item, was, is));
            }
        }
    }
}
