package org.smecluster.paper;

import java.util.List;

/**
 * A field that a template may name, or a list whose columns it may name in a row.
 *
 * @param name as it stands in the template between the braces
 * @param example what the sample case has there; empty of a list
 * @param columns of a list; empty of a single value
 */
public record PaperField(String name, String example, List<PaperField> columns) {

    public PaperField {
        columns = List.copyOf(columns);
    }

    static PaperField of(String name, String example) {
        return new PaperField(name, example, List.of());
    }

    static PaperField list(String name, PaperField... columns) {
        return new PaperField(name, "", List.of(columns));
    }

    public boolean isList() {
        return !columns.isEmpty();
    }
}
