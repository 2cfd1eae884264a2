package org.smecluster.paper;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A paper that was issued; nothing of it changes, but that its sealed copy is filed.
 *
 * @param caseNumber of its case, or batch
 * @param documentNumber 发文字号; null of a kind that bears none
 * @param facts as {@link PaperFacts#json}
 * @param dataDigest SHA-256 of the facts
 * @param docxSha256 of the docx that is made again of template and facts
 * @param pdfMadeBy what made the PDF, as a clerk reads it
 * @param scanName of the sealed copy; null as long as none is filed, as the next three
 */
public record IssuedPaper(
        long id,
        String caseNumber,
        PaperKind kind,
        String subject,
        String documentNumber,
        LocalDate documentDate,
        String facts,
        String dataDigest,
        int templateVersion,
        String docxSha256,
        String pdfMadeBy,
        String issuedBy,
        String issuedByName,
        Instant issuedAt,
        String scanName,
        String scanType,
        String scannedByName,
        Instant scannedAt) {

    public boolean sealed() {
        return scanName != null;
    }
}
