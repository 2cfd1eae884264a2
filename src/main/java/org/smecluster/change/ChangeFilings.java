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

    /**
     * The first submission stays.
     *
     * @param lastDay of its period, null where it has none
     */
    void submitted(String caseNumber, LocalDate on, LocalDate lastDay);

    /**
     * A filing as it stands.
     *
     * @param significance null until it is assessed
     * @param lastDay as counted on its submission, null before and where the change has no period
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

        boolean hasPeriod() {
            return significance != null && significance != Significance.MINOR;
        }

        /** Whether it is of the same change; what else changes may be several things on one day. */
        boolean tells(FiledChange change) {
            return kind == change.kind()
                    && changedOn.equals(change.changedOn())
                    && (kind != FactKind.OTHER || newValue.equals(change.newValue()));
        }

        Filing until(LocalDate day) {
            return new Filing(kind, changedOn, newValue, discovered, significance, day, submittedOn);
        }

        /** Whether it came, or would come on the day, after its period. */
        public boolean late(LocalDate today) {
            LocalDate day = submittedOn == null ? today : submittedOn;
            return lastDay != null && day.isAfter(lastDay);
        }
    }
}
