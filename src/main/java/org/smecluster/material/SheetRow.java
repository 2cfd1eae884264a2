package org.smecluster.material;

/** The cells with content of one row, as far to the right as any field of ours stands. */
final class SheetRow {

    /** More columns than any of our sheets has; what stands farther right is not read. */
    private static final int WIDEST = 64;

    private final int number;
    private final RawCell[] cells = new RawCell[WIDEST];
    private int width;

    SheetRow(int number) {
        this.number = number;
    }

    /** From 1, as Excel counts. */
    int number() {
        return number;
    }

    void put(int column, RawCell cell) {
        if (column >= 0 && column < WIDEST) {
            cells[column] = cell;
            width = Math.max(width, column + 1);
        }
    }

    /**
     * @param column from 0
     * @return null where the cell is empty
     */
    RawCell get(int column) {
        return column < WIDEST ? cells[column] : null;
    }

    /** Whether nothing but spaces stands in the first columns. */
    boolean blank(int columns) {
        for (int i = 0; i < Math.min(columns, width); i++) {
            if (cells[i] != null && !cells[i].blank()) {
                return false;
            }
        }
        return true;
    }
}
