package org.smecluster.national.process;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.springframework.stereotype.Component;

/** What the forms of {@code nationalRecommendation} hand over, in the order of the model. */
@Component
final class NationalForms implements FormRecords {

    enum Decision {
        APPROVE,
        RETURN,
        /** Against all. */
        NONE
    }

    @FormRecord("startNational")
    record StartNational(@Required Integer reportYear, String noticeNumber, LocalDate applyBy, Integer quota) {}

    @FormRecord("proposeNational")
    record ProposeNational(@Required String proposalNote) {}

    @FormRecord("decideNational")
    record DecideNational(
            @Required Decision nationalDecision,
            @Required String opinion,
            @Required(whenShown = true) String documentNumber,
            @Required(whenShown = true) LocalDate documentDate,
            @Required(whenShown = true) boolean nationalConfirmed) {}

    @FormRecord("recordNationalResult")
    record RecordNationalResult(
            List<String> nationallyRecognised,
            @Required String resultDocument,
            @Required LocalDate resultDate,
            String resultNote) {}
}
