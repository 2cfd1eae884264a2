package org.smecluster.material;

/** Told now and then how far the reading of a workbook has come. */
@FunctionalInterface
public interface ReadingProgress {

    ReadingProgress IGNORED = (sheet, rows, total, percent) -> {};

    /**
     * @param sheet name of the sheet that is being read; empty before the first
     * @param rows read so far, of all sheets
     * @param total estimated from the part of the file that was read; not less than rows
     * @param percent of the file, 0 to 100
     */
    void reached(String sheet, long rows, long total, int percent);
}
