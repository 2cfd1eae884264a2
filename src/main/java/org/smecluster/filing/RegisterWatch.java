package org.smecluster.filing;

import java.time.Clock;
import java.time.LocalDate;
import org.smecluster.assessment.Incident;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.RegisteredIncident;
import org.smecluster.law.LegalBasis;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings what changes in the register of incidents to the cases whose data it concerns, in the transaction of the change:
 * one under review is assessed once more, one in the unit's hands has to be assessed anew before it is submitted. What
 * was assessed before stays as it was found.
 */
@Component
@LegalBasis(article = 10)
class RegisterWatch {

    private final Submissions submissions;
    private final FilingProcedures procedures;
    private final Clock clock;

    RegisterWatch(Submissions submissions, FilingProcedures procedures, Clock clock) {
        this.submissions = submissions;
        this.procedures = procedures;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void onChanged(IncidentRegister.Changed changed) {
        RegisteredIncident entry = changed.entry();
        Incident incident = entry.incident();
        for (String caseNumber :
                submissions.casesListing(incident.enterpriseCode(), incident.enterpriseName(), entry.clusterNumber())) {
            FilingProcedure procedure = procedures.of(caseNumber);
            FiledCase filed = procedure.lock(caseNumber);
            if (incident.withinThreeYearsOf(filed.asOf(LocalDate.now(clock)))) {
                bring(entry, procedure, filed);
            }
        }
    }

    private void bring(RegisteredIncident entry, FilingProcedure procedure, FiledCase filed) {
        String what = entry.named() + (entry.stands() ? "涉及本案：" : "已撤回，不再涉及本案：") + entry.inWords();
        String key = (entry.stands() ? "registered-" : "registerWithdrawn-") + entry.id();
        if (filed.underReview()) {
            procedure.record(filed.caseNumber(), key, what, null);
            procedure.incidentEntered(filed);
        } else if (filed.withApplicant()) {
            submissions
                    .latest(filed.caseNumber())
                    .filter(version -> !version.frozen())
                    .ifPresent(version -> {
                        submissions.changed(version.id());
                        procedure.record(filed.caseNumber(), key, what + "。提交前须重新评估", null);
                    });
        } else {
            procedure.incidentNoticed(filed, key, what);
        }
    }
}
