package org.smecluster.testsheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.testsheet.ExampleSheet.Head;

/**
 * A row of a sheet before and after a change.
 *
 * @param kind  in Chinese: 新增, 删去 or 修改
 * @param cells those that differ
 */
public record RowChange(String kind, String name, List<CellChange> cells) {

    /** @param before empty where nothing stood there; so {@code after} */
    public record CellChange(String head, String before, String after) {}

    /** By the names of the examples; @param before null where there was no sheet */
    static List<RowChange> of(ExampleSheet before, ExampleSheet after) {
        List<RowChange> changes = new ArrayList<>();
        Set<Head> heads = new LinkedHashSet<>(after.heads());
        if (before != null) {
            before.heads().stream()
                    .filter(head -> after.heads().stream().noneMatch(head::stands))
                    .forEach(heads::add);
        }
        for (Example example : after.examples()) {
            Optional<Example> old = before == null ? Optional.empty() : before.named(example.name());
            if (old.isEmpty()) {
                changes.add(new RowChange("新增", example.name(), cells(null, example, heads)));
            } else if (!old.get().same(example)) {
                changes.add(new RowChange("修改", example.name(), cells(old.get(), example, heads)));
            }
        }
        if (before != null) {
            before.examples().stream()
                    .filter(example -> after.named(example.name()).isEmpty())
                    .forEach(example -> changes.add(new RowChange("删去", example.name(), cells(example, null, heads))));
        }
        return List.copyOf(changes);
    }

    private static List<CellChange> cells(Example before, Example after, Set<Head> heads) {
        List<CellChange> cells = new ArrayList<>();
        heads.forEach(head -> cells.add(new CellChange(
                head.words(), before == null ? "" : before.cell(head), after == null ? "" : after.cell(head))));
        cells.add(new CellChange(
                ExampleSheet.COUNT, before == null ? "" : before.count(), after == null ? "" : after.count()));
        cells.add(new CellChange(
                ExampleSheet.ARTICLE, before == null ? "" : before.article(), after == null ? "" : after.article()));
        return cells.stream()
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }
}
