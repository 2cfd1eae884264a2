package org.smecluster.material;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.smecluster.indicator.YearFigures;
import org.smecluster.material.WorkbookComparison.Change;

/** In what the two sheets with one field a row differ. */
public final class FormChanges {

    private FormChanges() {}

    public static List<Change> between(BasicInformation before, BasicInformation after) {
        return differences(Layout.BASICS, "", Layout.BASIC_FIELDS, Layout.values(before), Layout.values(after));
    }

    /** Figures of the same year. */
    public static List<Change> between(YearFigures before, YearFigures after) {
        return differences(
                Layout.FIGURES, before.year() + "年，", Layout.YEAR_FIELDS, Layout.values(before), Layout.values(after));
    }

    private static List<Change> differences(
            String sheet, String year, List<Field<?>> fields, List<Object> before, List<Object> after) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Field<?> field = fields.get(i);
            String was = shown(field, before.get(i));
            String is = shown(field, after.get(i));
            if (!Objects.equals(was, is)) {
                String detail = year + (field.unit() == null ? "" : field.unit());
                changes.add(new Change(
                        sheet, detail.isEmpty() ? field.label() : field.label() + "（" + detail + "）", was, is));
            }
        }
        return changes;
    }

    private static String shown(Field<?> field, Object value) {
        Object filled = field.filled(value).value();
        return filled instanceof BigDecimal number ? CellType.plain(number) : Objects.toString(filled, null);
    }
}
