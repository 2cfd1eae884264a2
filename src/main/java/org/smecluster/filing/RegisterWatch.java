package org.smecluster.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.law.LegalBasis;
import org.smecluster.security.Account;
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
        for (String caseNumber : concerned(changed)) {
            FilingProcedure procedure = procedures.of(caseNumber);
            FiledCase filed = procedure.lock(caseNumber);
            LocalDate asOf = filed.asOf(LocalDate.now(clock));
            if (changed.entries().anyMatch(entry -> entry.incident().withinThreeYearsOf(asOf))) {
                bring(procedure, filed, changed.key(), changed.inWords(), null);
            }
        }
    }

    private Set<String> concerned(IncidentRegister.Changed changed) {
        return changed.entries()
                .flatMap(entry -> submissions
                        .casesListing(
                                entry.incident().enterpriseCode(),
                                entry.incident().enterpriseName(),
                                entry.clusterNumber())
                        .stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param by null where nobody did it in the case itself */
    void bring(FilingProcedure procedure, FiledCase filed, String key, String what, Account by) {
        if (filed.underReview()) {
            procedure.record(filed.caseNumber(), key, what, by);
            procedure.incidentEntered(filed);
        } else if (filed.withApplicant()) {
            submissions
                    .latest(filed.caseNumber())
                    .filter(version -> !version.frozen())
                    .ifPresent(version -> {
                        submissions.changed(version.id());
                        procedure.record(filed.caseNumber(), key, what + "。提交前须重新评估", by);
                    });
        } else {
            procedure.incidentNoticed(filed, key, what);
        }
    }
}
