package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.law.TypedText;

/**
 * A workbook that arrives, see {@link UploadJob}.
 *
 * @param fileName as the browser sent it; only its last part is kept
 */
public record NewUpload(
        long submissionId, String caseNumber, int applicationYear, LocalDate asOf, String fileName, String uploadedBy) {

    private static final int LONGEST_NAME = 200;

    public NewUpload {
        fileName = lastPart(fileName);
    }

    static String lastPart(String fileName) {
        String name = fileName == null
                ? ""
                : fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1);
        name = TypedText.line(name);
        if (name.isEmpty()) {
            return "workbook.xlsx";
        }
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int start = name.length() - LONGEST_NAME;
        return name.substring(Character.isLowSurrogate(name.charAt(start)) ? start + 1 : start);
    }
}
