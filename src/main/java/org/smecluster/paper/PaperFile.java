package org.smecluster.paper;

import java.time.LocalDate;
import org.smecluster.casework.CaseRecord;

/**
 * What papers are made of and kept with: a case, or a batch.
 *
 * @param number of the case or batch
 * @param name of the case's cluster, or of the batch, for a clerk
 * @param applicantGroup null of a batch, as the city's
 */
public record PaperFile(String number, String name, LocalDate openedOn, String applicantGroup, String cityGroup) {

    public static PaperFile of(CaseRecord record) {
        return new PaperFile(
                record.caseNumber(),
                record.clusterName(),
                record.openedOn(),
                record.applicantGroup(),
                record.cityGroup());
    }

    public static PaperFile ofBatch(String number, String name, LocalDate openedOn) {
        return new PaperFile(number, name, openedOn, null, null);
    }

    boolean isCase() {
        return applicantGroup != null;
    }
}
