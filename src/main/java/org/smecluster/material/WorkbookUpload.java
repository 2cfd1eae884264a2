package org.smecluster.material;

import java.time.LocalDate;
import org.smecluster.law.LegalBasis;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a filled workbook for a submission: stored when it is free of errors, else nothing changes. */
@Service
@LegalBasis(article = 13)
public class WorkbookUpload {

    private final ClusterWorkbooks workbooks;

    WorkbookUpload(ClusterWorkbooks workbooks) {
        this.workbooks = workbooks;
    }

    /**
     * @param applicationYear the batch's year
     * @param asOf the application's date, on which titles must be valid
     * @param fileName as the browser sent it; only its last part is kept
     * @return what was read; stored where {@link WorkbookReading#accepted()}
     */
    @Transactional
    public WorkbookReading accept(
            long submissionId, int applicationYear, LocalDate asOf, String fileName, byte[] content, String userId) {
        WorkbookReading reading = WorkbookReader.read(content, applicationYear, asOf);
        if (reading.accepted()) {
            workbooks.replace(submissionId, reading.data(), content, NewUpload.lastPart(fileName), userId);
        }
        return reading;
    }
}
