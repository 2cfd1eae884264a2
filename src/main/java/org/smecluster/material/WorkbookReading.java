package org.smecluster.material;

import java.util.List;

/**
 * What came of reading a workbook.
 *
 * @param data null where there is an error
 * @param errors in the order of the sheets and cells; any one keeps the workbook out
 * @param warnings what the applicant should look at, though it keeps nothing out
 */
public record WorkbookReading(ClusterWorkbook data, List<WorkbookFinding> errors, List<WorkbookFinding> warnings) {

    public WorkbookReading {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        if ((data == null) == errors.isEmpty()) {
            throw new IllegalArgumentException("a reading has either data or errors");
        }
    }

    public boolean accepted() {
        return errors.isEmpty();
    }
}
