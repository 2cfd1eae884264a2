package org.smecluster.material;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A workbook on its way into a submission.
 *
 * @param asOf the application's date, on which titles must be valid
 * @param attempt how often its checking was begun
 * @param stagedId where the checked data wait; null unless {@link State#PENDING}
 * @param reason why it was refused or broken off, in Chinese; else null
 * @param comparison with what is stored; null where nothing is stored yet, or nothing was found out yet
 * @param expiresAt until when it waits for a confirmation; null unless {@link State#PENDING}
 */
public record UploadJob(
        long id,
        long submissionId,
        String caseNumber,
        int applicationYear,
        LocalDate asOf,
        String fileName,
        String uploadedBy,
        Instant uploadedAt,
        State state,
        int attempt,
        Reached reached,
        Long stagedId,
        String reason,
        List<WorkbookFinding> findings,
        WorkbookComparison comparison,
        Instant expiresAt) {

    public enum State {
        WAITING("等待检查"),
        CHECKING("正在检查"),
        FAULTY("有错误，没有保存"),
        PENDING("等待确认"),
        STORED("已保存"),
        REFUSED("没有保存"),
        INTERRUPTED("检查中断"),
        DISCARDED("已放弃"),
        EXPIRED("逾期未确认");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the machine still has something to do. */
        public boolean running() {
            return this == WAITING || this == CHECKING;
        }

        /** Whether it stands in the way of another upload for the same submission. */
        public boolean open() {
            return running() || this == PENDING;
        }
    }

    /**
     * @param sheet being read; empty before the first and while data are stored
     * @param total an estimate
     * @param percent 0 to 100
     */
    public record Reached(String sheet, long rows, long total, int percent) {

        static final Reached STORING = new Reached("", 0, 0, 100);

        /** In words, for the page. */
        public String told() {
            if (percent >= 100) {
                return "检查完毕，正在保存数据……";
            }
            if (sheet.isEmpty()) {
                return "正在打开工作簿……";
            }
            return "正在逐格检查“" + sheet + "”：已读" + rows + "行，约共" + total + "行（" + percent + "%）";
        }
    }

    public UploadJob {
        findings = List.copyOf(findings);
    }

    public List<WorkbookFinding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == WorkbookFinding.Severity.ERROR)
                .toList();
    }

    public List<WorkbookFinding> warnings() {
        return findings.stream()
                .filter(finding -> finding.severity() == WorkbookFinding.Severity.WARNING)
                .toList();
    }

    /** Whether the file can be given back with its findings marked: it could be read, and something was found. */
    public boolean annotatable() {
        return findings.stream().anyMatch(finding -> !finding.sheet().isEmpty());
    }
}
