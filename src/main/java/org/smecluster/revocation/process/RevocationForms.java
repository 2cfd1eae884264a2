package org.smecluster.revocation.process;

import java.time.LocalDate;
import java.util.List;
import org.smecluster.engine.FormRecord;
import org.smecluster.engine.FormRecords;
import org.smecluster.engine.Required;
import org.smecluster.law.Outcome;
import org.smecluster.registry.RevocationFact;
import org.smecluster.revocation.NotRevokedReason;
import org.smecluster.revocation.ServiceMethod;
import org.smecluster.revocation.Verdict;
import org.springframework.stereotype.Component;

/** What the forms of {@code revocation} hand over, in the order of the model. */
@Component
final class RevocationForms implements FormRecords {

    enum Defence {
        STATED,
        NONE
    }

    enum Legality {
        PASSED,
        HEARING,
        RETURNED
    }

    @FormRecord("startRevocation")
    record StartRevocation(
            @Required String clusterNumber,
            @Required List<RevocationFact> facts,
            @Required String evidence,
            @Required LocalDate occurredOn) {}

    @FormRecord("establishFacts")
    record EstablishFacts(
            Outcome overall,
            Boolean falseApplicationFound,
            Boolean reportOverdue,
            Boolean supervisionRefused,
            Boolean changeUnfiled,
            Boolean vetoed,
            @Required String findings,
            @Required String evidence) {}

    @FormRecord("serveNotice")
    record ServeNotice(
            @Required String noticeNumber,
            @Required ServiceMethod method,
            @Required LocalDate servedOn,
            @Required String recipient,
            @Required String receipt) {}

    @FormRecord("stateDefence")
    record StateDefence(
            @Required Defence defence,
            @Required(whenShown = true) String statement) {}

    @FormRecord("checkLegality")
    record CheckLegality(
            @Required Legality legality, @Required String opinion) {}

    @FormRecord("holdHearing")
    record HoldHearing(
            @Required LocalDate heldOn,
            @Required String place,
            @Required String presider,
            @Required String participants,
            @Required String minutes) {}

    @FormRecord("decideRevocation")
    record DecideRevocation(
            @Required Verdict decision,
            @Required String reason,
            @Required(whenShown = true) String documentNumber,
            @Required(whenShown = true) LocalDate documentDate,
            @Required(whenShown = true) LocalDate correctBy,
            @Required(whenShown = true) NotRevokedReason notRevokedReason,
            @Required(whenShown = true) String notRevokedBasis,
            @Required(whenShown = true) boolean revocationConfirmed) {}

    @FormRecord("reportCorrection")
    record ReportCorrection(@Required String report) {}
}
