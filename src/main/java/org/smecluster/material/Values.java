package org.smecluster.material;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;
import org.smecluster.indicator.Figure;

/** The values read for one set of fields (a row of a list, a year's column), each with its cell. */
final class Values {

    private final String sheet;
    private final List<Field<?>> fields;
    private final Object[] found;
    /** null until there is one, which is seldom. */
    private String[] unread;

    private final IntFunction<String> cellOf;

    /**
     * @param cellOf the cell of the field with the given index
     */
    Values(String sheet, List<Field<?>> fields, IntFunction<String> cellOf) {
        this.sheet = sheet;
        this.fields = fields;
        this.found = new Object[fields.size()];
        this.cellOf = cellOf;
    }

    String sheet() {
        return sheet;
    }

    void put(int index, Object value) {
        found[index] = value;
    }

    /** What stands in a cell that could not be read. */
    void unread(int index, String text) {
        if (unread == null) {
            unread = new String[found.length];
        }
        unread[index] = text;
    }

    /** Whether something stands in the field's cell that could not be read. */
    boolean unread(Field<?> field) {
        return unreadText(field) != null;
    }

    /** null unless {@link #unread(Field)}. */
    String unreadText(Field<?> field) {
        return unread == null ? null : unread[fields.indexOf(field)];
    }

    /** The value; null where the cell is blank or could not be read. */
    @SuppressWarnings("unchecked")
    <T> T get(Field<T> field) {
        return (T) found[fields.indexOf(field)];
    }

    BigDecimal get(Figure figure) {
        return get(Layout.field(figure));
    }

    /** The value of the field with the given index; null as above. */
    Object get(int index) {
        return found[index];
    }

    Integer integer(Field<BigDecimal> field) {
        BigDecimal value = get(field);
        return value == null ? null : value.intValueExact();
    }

    String cell(Field<?> field) {
        return cellOf.apply(fields.indexOf(field));
    }
}
