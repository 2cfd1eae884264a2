package org.smecluster.renewal.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;
import static org.smecluster.casework.process.CaseVariables.CLUSTER_NUMBER;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.filing.process.FilingProcess;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.renewal.RenewalDecisions;
import org.smecluster.renewal.RenewalEndings;
import org.smecluster.renewal.RenewalEndings.Ending;
import org.smecluster.renewal.RenewalForm;
import org.smecluster.renewal.RenewalMessages;
import org.smecluster.renewal.RenewalNotice;
import org.smecluster.renewal.RenewalService;
import org.smecluster.renewal.RenewalStart;
import org.smecluster.renewal.RenewalVerdict;
import org.smecluster.renewal.process.RenewalForms.ConcludeReview;
import org.smecluster.renewal.process.RenewalForms.DecideRenewal;
import org.smecluster.renewal.process.RenewalForms.GiveCityOpinion;
import org.smecluster.renewal.process.RenewalForms.StartRenewal;
import org.smecluster.review.Conclusion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code renewalReview}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class RenewalSteps {

    private final RenewalService renewals;
    private final RenewalDecisions decisions;
    private final ActingPerson person;

    RenewalSteps(RenewalService renewals, RenewalDecisions decisions, ActingPerson person) {
        this.renewals = renewals;
        this.decisions = decisions;
        this.person = person;
    }

    @Bean
    ExecutionListener openRenewalListener(RenewalStart start) {
        return execution -> {
            StartRenewal form = Submission.current().as(StartRenewal.class);
            CaseRecord opened = start.open(
                    new RenewalForm(form.clusterNumber(), form.reasons(), form.summary(), form.contact()),
                    person.get());
            CaseVariables.begin(execution, opened);
            FilingProcess.SUBMISSION_DEADLINE.set(
                    execution, EngineTime.isoAfter(start.lastDayToSubmit(opened.caseNumber())));
        };
    }

    @Bean
    TaskListener giveCityOpinionListener() {
        return task -> {
            GiveCityOpinion form = Submission.current().as(GiveCityOpinion.class);
            renewals.giveCityOpinion(
                    CASE_NUMBER.from(task),
                    form.cityOpinion(),
                    form.opinion(),
                    form.softMissJudgement(),
                    form.documentNumber(),
                    form.documentDate(),
                    form.correctionWorkingDays(),
                    person.get());
            RenewalProcess.CITY_OPINION.set(task, form.cityOpinion().name());
            if (form.cityOpinion() == Conclusion.RETURN) {
                FilingProcess.CORRECTION_WORKING_DAYS.set(task, form.correctionWorkingDays());
            }
        };
    }

    @Bean
    JavaDelegate assessForReviewDelegate() {
        return execution -> decisions.assess(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerReviewListener() {
        return task -> task.setVariableLocal(
                "returnReason", decisions.returnReason(CASE_NUMBER.from(task)).orElse(null));
    }

    @Bean
    TaskListener concludeReviewListener() {
        return task -> {
            ConcludeReview form = Submission.current().as(ConcludeReview.class);
            decisions.conclude(
                    CASE_NUMBER.from(task),
                    form.conclusion(),
                    form.opinion(),
                    form.softMissJudgement(),
                    form.noticeWanted(),
                    form.falseDeclarationFound() ? form.falseDeclarationEvidence() : null,
                    person.get());
        };
    }

    @Bean
    TaskListener offerDecisionListener(RenewalNotice notice) {
        return task -> {
            String caseNumber = CASE_NUMBER.from(task);
            decisions.toDecide(caseNumber);
            task.setVariableLocal("conclusionText", decisions.conclusionInWords(caseNumber));
            task.setVariableLocal("noticeText", notice.inWords(caseNumber).orElse(null));
        };
    }

    @Bean
    TaskListener decideRenewalListener() {
        return task -> {
            DecideRenewal form = Submission.current().as(DecideRenewal.class);
            decisions.decide(
                    CASE_NUMBER.from(task),
                    form.renewalDecision(),
                    form.reason(),
                    form.documentNumber(),
                    form.documentDate(),
                    person.get());
            RenewalProcess.RENEWAL_DECISION.set(task, form.renewalDecision().name());
            if (form.renewalDecision() == RenewalVerdict.NOTICE) {
                RenewalProcess.PUBLICITY_DAYS.set(task, form.publicityDays());
            }
        };
    }

    @Bean
    JavaDelegate draftRenewalNoticeDelegate(RenewalNotice notice) {
        return execution -> notice.draft(CASE_NUMBER.from(execution), RenewalProcess.PUBLICITY_DAYS.from(execution));
    }

    @Bean
    JavaDelegate extendTermDelegate(ClusterRegistry registry, RenewalMessages messages) {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            RenewalProcess.REASON.set(execution, decisions.extend(caseNumber));
            messages.extended(caseNumber, registry.get(CLUSTER_NUMBER.from(execution)));
        };
    }

    @Bean
    JavaDelegate endReviewDelegate(RenewalEndings endings, RenewalMessages messages) {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            String reason = RenewalProcess.END_REASON.find(execution).orElseGet(() -> endings.lastWord(caseNumber));
            Ending ending = endings.end(caseNumber, reason);
            if (ending.lapsed()) {
                messages.lapsed(caseNumber, CLUSTER_NUMBER.from(execution));
            }
            RenewalProcess.REASON.set(execution, ending.told());
        };
    }
}
