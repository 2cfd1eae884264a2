package org.smecluster.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.law.Article;
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
    private final Casework casework;
    private final Clock clock;

    RegisterWatch(Submissions submissions, FilingProcedures procedures, Casework casework, Clock clock) {
        this.submissions = submissions;
        this.procedures = procedures;
        this.casework = casework;
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
                bring(
                        procedure,
                        filed,
                        CaseEntry.of(EntryKind.STEP, changed.key(), "第十条情形变化", changed.inWords())
                                .under(Article.of(10)),
                        null);
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

    /**
     * @param change its text in Chinese, without a full stop
     * @param by null where nobody did it in the case itself
     */
    void bring(FilingProcedure procedure, FiledCase filed, CaseEntry change, Account by) {
        if (filed.underReview()) {
            casework.add(filed.caseNumber(), change, by);
            procedure.incidentEntered(filed);
        } else if (filed.withApplicant()) {
            submissions
                    .latest(filed.caseNumber())
                    .filter(version -> !version.frozen())
                    .ifPresent(version -> {
                        submissions.changed(version.id());
                        casework.add(
                                filed.caseNumber(),
                                CaseEntry.of(change.kind(), change.key(), change.title(), change.text() + "。提交前须重新评估")
                                        .under(Article.of(10)),
                                by);
                    });
        } else {
            procedure.incidentNoticed(filed, change.key(), change.text());
        }
    }
}
