package org.smecluster.material;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.smecluster.material.WorkbookFinding.Severity;

/** Gathers findings; tells them in the order of the sheets and cells. */
final class Findings {

    /** More than a person reads; a list of 100 000 rows in the wrong format should not become as many messages. */
    private static final int SHOWN_AT_MOST = 2000;

    private static final Comparator<WorkbookFinding> BY_PLACE = Comparator.comparingInt(
                    (WorkbookFinding finding) -> finding.sheet().isEmpty() ? -1 : Layout.position(finding.sheet()))
            .thenComparingInt(finding -> row(finding.cell()))
            .thenComparingInt(finding -> column(finding.cell()));

    /** Enough to show the first of; a long list in the wrong format has a finding for every cell. */
    private static final int KEPT_AT_MOST = 20_000;

    private final List<WorkbookFinding> errors = new ArrayList<>();
    private final List<WorkbookFinding> warnings = new ArrayList<>();
    private final Set<String> errorPlaces = new HashSet<>();
    private int errorCount;
    private int warningCount;

    void error(String sheet, String cell, String message, String remedy) {
        errorCount++;
        if (errors.size() < KEPT_AT_MOST) {
            WorkbookFinding finding = new WorkbookFinding(sheet, cell, Severity.ERROR, message, remedy);
            errors.add(finding);
            errorPlaces.add(finding.place());
        }
    }

    void warning(String sheet, String cell, String message, String remedy) {
        warningCount++;
        if (warnings.size() < KEPT_AT_MOST) {
            warnings.add(new WorkbookFinding(sheet, cell, Severity.WARNING, message, remedy));
        }
    }

    void error(Values values, Field<?> field, String message, String remedy) {
        error(values.sheet(), values.cell(field), message, remedy);
    }

    void warning(Values values, Field<?> field, String message, String remedy) {
        warning(values.sheet(), values.cell(field), message, remedy);
    }

    boolean anyErrorAt(Values values, Field<?> field) {
        return errorPlaces.contains(values.sheet() + "!" + values.cell(field));
    }

    boolean anyError() {
        return !errors.isEmpty();
    }

    List<WorkbookFinding> errors() {
        return sorted(errors, errorCount, Severity.ERROR);
    }

    List<WorkbookFinding> warnings() {
        return sorted(warnings, warningCount, Severity.WARNING);
    }

    private static List<WorkbookFinding> sorted(List<WorkbookFinding> found, int count, Severity severity) {
        List<WorkbookFinding> sorted = new ArrayList<>(found);
        sorted.sort(BY_PLACE);
        if (sorted.size() <= SHOWN_AT_MOST) {
            return sorted;
        }
        List<WorkbookFinding> shown = new ArrayList<>(sorted.subList(0, SHOWN_AT_MOST));
        String rest = "共有" + count + "条" + severity.label() + "，此处只列出前" + SHOWN_AT_MOST + "条";
        shown.add(new WorkbookFinding("", "", severity, rest, "请先处理所列问题后重新上传，其余问题届时再列出"));
        return shown;
    }

    private static int row(String cell) {
        return cell.isEmpty() ? -1 : new CellReference(cell).getRow();
    }

    private static int column(String cell) {
        return cell.isEmpty() ? -1 : new CellReference(cell).getCol();
    }
}
