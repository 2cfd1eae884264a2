package org.smecluster.filing;

import java.time.LocalDate;
import org.smecluster.law.Refusal;
import org.smecluster.security.Account;

/**
 * What filing needs to know of a case.
 *
 * @param caseNumber e.g. {@code NXJQ-2026-RD-00001}
 * @param clusterName as in the case; the workbook has to bear the same
 * @param applicantGroup the unit that hands in, e.g. {@code county-640221}
 * @param applicationYear the year whose workbook template is to be filled in
 * @param submittedOn day of the first submission, on which titles must be valid; null before
 * @param standing where the case stands, as a clerk says it
 * @param withApplicant whether the unit has the data in hand
 * @param underReview whether reviewers may enter incidents
 * @param lateAccepted whether the data may still be submitted when the period is over
 */
public record FiledCase(
        String caseNumber,
        String clusterName,
        String applicantGroup,
        String cityGroup,
        int applicationYear,
        LocalDate submittedOn,
        String standing,
        boolean withApplicant,
        boolean underReview,
        boolean lateAccepted) {

    public static final String APPLICANT_ONLY = "只有申报主体的人员可以办理此事";

    /** The day that the data are assessed for. */
    LocalDate asOf(LocalDate today) {
        return submittedOn == null ? today : submittedOn;
    }

    /** @throws Refusal for others than the applicant unit */
    public void refuseUnlessApplicant(Account by) {
        if (!by.groups().contains(applicantGroup)) {
            throw new Refusal(APPLICANT_ONLY);
        }
    }

    String named() {
        return "“" + clusterName + "”（" + caseNumber + "）";
    }
}
