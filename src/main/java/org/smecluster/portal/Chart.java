package org.smecluster.portal;

import java.util.ArrayList;
import java.util.List;
import org.smecluster.material.SummaryTable.Column;

/**
 * A chart: a sentence that says the finding, and a table that the drawing and the exports are made from, so that all three say
 * the same.
 *
 * @param says the finding, in Chinese
 * @param empty why there is nothing and what fills it; null where there is something
 * @param head what the lines are
 * @param total below the lines, not drawn; null for none
 * @param mark what the drawing sets against the lines; null for nothing
 * @param notes below the table
 */
record Chart(
        ChartHeading heading,
        String says,
        String empty,
        String head,
        List<Head> heads,
        List<Line> lines,
        Line total,
        Mark mark,
        List<Note> notes) {

    private static final int LABEL_WIDTH = 30;
    private static final int WIDTH = 14;
    private static final String WORDS = "words";
    private static final String NOTE = "note";

    /**
     * A column.
     *
     * @param series how it is drawn, as {@code dashboard.js} knows it; null: not at all
     */
    record Head(String label, String series) {

        static Head table(String label) {
            return new Head(label, null);
        }

        /** Not drawn, and no numbers. */
        static Head words(String label) {
            return new Head(label, WORDS);
        }

        public boolean ofNumbers() {
            return !WORDS.equals(series) && !NOTE.equals(series);
        }
    }

    /**
     * @param value what is drawn and sent; null where there is none
     * @param text as read; null: the value itself
     * @param path of the list that holds exactly what the value counts; null where it is no such number
     */
    record Cell(Number value, String text, String path) {

        static final Cell NONE = new Cell(null, "—", null);

        /** So many, that are listed there. */
        static Cell count(int number, String path) {
            return new Cell(number, null, number == 0 ? null : path);
        }

        static Cell number(Number number) {
            return new Cell(number, null, null);
        }

        static Cell words(String words) {
            return new Cell(null, words, null);
        }

        public String shown() {
            return text == null ? String.valueOf(value) : text;
        }

        /** For a workbook. */
        Object sent() {
            return value != null ? value : text.equals(NONE.text) ? "" : text;
        }
    }

    /**
     * @param cells in the order of the heads
     * @param from lower end of what the line is about, {@code to} the upper one; null where it is no number
     */
    record Line(String label, List<Cell> cells, Number from, Number to) {

        Line(String label, List<Cell> cells) {
            this(label, cells, null, null);
        }
    }

    /** A deadline or a threshold. @param words beside its line */
    record Mark(Number value, String words) {}

    /** @param path null where there is no page */
    record Note(String text, String path) {}

    static Chart empty(ChartHeading heading, String why) {
        return new Chart(heading, null, why, null, List.of(), List.of(), null, null, List.of());
    }

    /** Without a mark. */
    static Chart of(
            ChartHeading heading,
            String says,
            String head,
            List<Head> heads,
            List<Line> lines,
            Line total,
            List<Note> notes) {
        return new Chart(heading, says, null, head, heads, lines, total, null, notes);
    }

    List<Column> columns() {
        if (empty != null) {
            return List.of(new Column("图", LABEL_WIDTH), new Column("说明", 2 * LABEL_WIDTH));
        }
        List<Column> columns = new ArrayList<>(List.of(new Column(head, LABEL_WIDTH)));
        heads.forEach(each -> columns.add(new Column(each.label(), WIDTH)));
        return columns;
    }

    List<List<Object>> rows() {
        if (empty != null) {
            return List.of(List.of(heading.title(), empty));
        }
        List<Line> all = new ArrayList<>(lines);
        if (total != null) {
            all.add(total);
        }
        return all.stream()
                .map(line -> {
                    List<Object> row = new ArrayList<>(List.of(line.label()));
                    line.cells().forEach(cell -> row.add(cell.sent()));
                    return row;
                })
                .toList();
    }
}
