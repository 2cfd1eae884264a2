package org.smecluster.portal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.smecluster.material.BasicInformation;
import org.smecluster.material.FilledField;

/** One line of the sheet 基本情况, ready to read; {@code 未填} where nothing was given. */
record BasicFact(String label, String value) {

    static List<BasicFact> of(BasicInformation basics) {
        return basics.fields().stream().map(BasicFact::of).toList();
    }

    private static BasicFact of(FilledField field) {
        return new BasicFact(
                field.label(),
                field.value() instanceof BigDecimal number
                        ? FigureRow.plain(number) + " " + field.unit()
                        : Objects.toString(field.value(), "未填"));
    }
}
