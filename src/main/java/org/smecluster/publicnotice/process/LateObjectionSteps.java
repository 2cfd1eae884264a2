package org.smecluster.publicnotice.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.smecluster.publicnotice.Correction;
import org.smecluster.publicnotice.LateObjectionEntry;
import org.smecluster.publicnotice.LateObjectionService;
import org.smecluster.publicnotice.process.LateObjectionForms.DecideLateObjection;
import org.smecluster.publicnotice.process.LateObjectionForms.StartLateObjection;
import org.smecluster.publicnotice.process.LateObjectionForms.VerifyLateObjection;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.RevocationFact;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code lateObjection}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class LateObjectionSteps {

    private static final Variable<String> OUTCOME = Variable.ofString("lateObjectionOutcome");
    private static final Variable<String> REASON = Variable.ofString("reason");

    /** What is suspected; absent where nothing is handed over. */
    private static final Variable<String> SUSPECTED = Variable.ofString("revocationFact");

    private final LateObjectionService objections;
    private final ActingPerson person;

    LateObjectionSteps(LateObjectionService objections, ActingPerson person) {
        this.objections = objections;
        this.person = person;
    }

    @Bean
    CaseProcedure lateObjectionCases() {
        return CaseProcedure.of(CaseKind.YY, "公布后异议案件", "lateObjection");
    }

    @Bean
    ExecutionListener openLateObjectionListener() {
        return execution -> {
            StartLateObjection form = Submission.current().as(StartLateObjection.class);
            CaseVariables.begin(
                    execution,
                    objections.open(
                            new LateObjectionEntry(
                                    form.clusterNumber(),
                                    form.objectorName(),
                                    form.contact(),
                                    form.grounds(),
                                    form.receivedOn(),
                                    form.receiptNumber()),
                            person.get()));
        };
    }

    @Bean
    TaskListener verifyLateObjectionListener() {
        return task -> {
            VerifyLateObjection form = Submission.current().as(VerifyLateObjection.class);
            objections.recordFacts(CASE_NUMBER.from(task), form.facts(), form.toldToApplicant(), person.get());
        };
    }

    @Bean
    TaskListener decideLateObjectionListener() {
        return task -> {
            DecideLateObjection form = Submission.current().as(DecideLateObjection.class);
            objections.decide(
                    CASE_NUMBER.from(task),
                    form.lateObjectionOutcome(),
                    form.reason(),
                    form.correctedFact() == null
                            ? null
                            : new Correction(
                                    form.correctedFact(),
                                    form.correctedValue(),
                                    form.documentNumber(),
                                    form.documentDate()),
                    form.revocationFact(),
                    person.get());
            OUTCOME.set(task, form.lateObjectionOutcome().name());
            REASON.set(task, form.reason());
            if (form.revocationFact() != null) {
                SUSPECTED.set(task, form.revocationFact().name());
            }
        };
    }

    @Bean
    JavaDelegate reportObjectionCauseDelegate() {
        return execution -> objections.handOver(
                CASE_NUMBER.from(execution), RevocationFact.valueOf(SUSPECTED.from(execution)), REASON.from(execution));
    }
}
