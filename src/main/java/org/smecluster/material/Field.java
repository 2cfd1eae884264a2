package org.smecluster.material;

import java.math.BigDecimal;

/**
 * One field of the workbook.
 *
 * @param unit null where it has none
 * @param note what to fill in, shown beside the field
 * @param basis the article that asks for it
 */
record Field<T>(String label, String unit, CellType<T> type, Need need, String note, String basis) {

    enum Need {
        REQUIRED,
        /** Left blank, it is no error, but an indicator then counts as 缺数据. */
        EXPECTED,
        /** Left blank, it is no error, and no condition depends on it. */
        NOTED,
        OPTIONAL
    }

    /** As the head of a column shows it: {@code 服务企业数（家）}. */
    String header() {
        return unit == null ? label : label + "（" + unit + "）";
    }

    /** @param value as it is kept, a share as ratio */
    FilledField filled(Object value) {
        boolean share = value instanceof BigDecimal && "%".equals(unit);
        return new FilledField(label, unit, share ? ((BigDecimal) value).movePointRight(2) : value);
    }

    // identity, not content: two fields may read alike
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
