package org.smecluster.change;

import java.time.LocalDate;
import org.smecluster.registry.FactKind;

/** The stored filings. They change through {@link ChangeFilingService} only. */
public interface ChangeFilings {

    void insert(String caseNumber, FiledChange change, boolean discovered);

    /** @throws IllegalArgumentException where there is none */
    Filing get(String caseNumber);

    void value(String caseNumber, String newValue);

    void significance(String caseNumber, Significance significance, LocalDate lastDay);

    /** The first day stays. */
    void submitted(String caseNumber, LocalDate on);

    /**
     * A filing as it stands.
     *
     * @param significance null until it is assessed
     * @param lastDay null where the change has no period
     * @param submittedOn null until it is submitted
     */
    record Filing(
            FactKind kind,
            LocalDate changedOn,
            String newValue,
            boolean discovered,
            Significance significance,
            LocalDate lastDay,
            LocalDate submittedOn) {

        /** Whether it came, or would come on the day, after its period. */
        public boolean late(LocalDate today) {
            LocalDate day = submittedOn == null ? today : submittedOn;
            return lastDay != null && day.isAfter(lastDay);
        }
    }
}
