package org.smecluster.publicnotice.process;

import java.time.LocalDate;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.publicnotice.LateObjectionOutcome;
import org.smecluster.registry.FactKind;
import org.smecluster.registry.RevocationFact;
import org.springframework.stereotype.Component;

/** What the forms of {@code lateObjection} hand over, in the order of the model. */
@Component
final class LateObjectionForms implements FormRecords {

    @FormRecord("startLateObjection")
    record StartLateObjection(
            @Required String clusterNumber,
            @Required String objectorName,
            @Required String contact,
            @Required LocalDate receivedOn,
            String receiptNumber,
            @Required String grounds) {}

    @FormRecord("verifyLateObjection")
    record VerifyLateObjection(
            @Required String facts, @Required String toldToApplicant) {}

    @FormRecord("decideLateObjection")
    record DecideLateObjection(
            @Required LateObjectionOutcome lateObjectionOutcome,
            @Required String reason,
            @Required(whenShown = true) FactKind correctedFact,
            @Required(whenShown = true) String correctedValue,
            @Required(whenShown = true) String documentNumber,
            @Required(whenShown = true) LocalDate documentDate,
            @Required(whenShown = true) RevocationFact revocationFact) {}
}
