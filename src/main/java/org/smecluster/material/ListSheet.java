package org.smecluster.material;

import java.util.List;
import java.util.function.Function;

/**
 * A sheet that lists one record a row.
 *
 * @param purpose one sentence for the sheet's second row
 * @param columns from column A
 * @param fields of the columns
 * @param assemble builds the record from a row that was read without an error
 */
record ListSheet<R>(
        String name,
        String purpose,
        String basis,
        List<Column<R, ?>> columns,
        List<Field<?>> fields,
        Function<Values, R> assemble) {

    ListSheet(String name, String purpose, String basis, List<Column<R, ?>> columns, Function<Values, R> assemble) {
        this(
                name,
                purpose,
                basis,
                columns,
                columns.stream().<Field<?>>map(Column::field).toList(),
                assemble);
    }

    /**
     * @param of where the field stands in the record
     */
    record Column<R, T>(Field<T> field, Function<R, T> of) {}
}
