package org.smecluster.material;

/**
 * Something wrong or doubtful in a workbook.
 *
 * @param sheet name of the sheet; empty where the file as a whole is meant
 * @param cell e.g. {@code B7}; empty where the sheet as a whole is meant
 * @param message what is wrong, in Chinese
 * @param remedy what to do, in Chinese
 */
public record WorkbookFinding(String sheet, String cell, Severity severity, String message, String remedy) {

    public enum Severity {
        ERROR("错误"),
        WARNING("提醒");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** {@code 企业名单!B7}, {@code 企业名单} or {@code 文件}. */
    public String place() {
        if (sheet.isEmpty()) {
            return "文件";
        }
        return cell.isEmpty() ? sheet : sheet + "!" + cell;
    }

    /** One line: place, message, remedy. */
    @Override
    public String toString() {
        return place() + "：" + message + "。" + remedy + "。";
    }
}
