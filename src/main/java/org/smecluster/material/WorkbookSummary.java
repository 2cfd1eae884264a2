package org.smecluster.material;

import java.util.List;
import java.util.Map;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.indicator.YearFigures;

/**
 * A workbook without its lists.
 *
 * @param years exactly the three reporting years, ascending
 * @param rows how many rows each list has, by the name of its sheet, e.g. {@code 专利清单}
 */
public record WorkbookSummary(
        ReportingYears reportingYears, BasicInformation basics, List<YearFigures> years, Map<String, Integer> rows) {

    public WorkbookSummary {
        years = List.copyOf(years);
        rows = Map.copyOf(rows);
    }

    /** Rows of the list of that name; zero where there is no such list. */
    public int rows(String sheet) {
        return rows.getOrDefault(sheet, 0);
    }
}
