package org.smecluster.revocation.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;
import static org.smecluster.casework.process.CaseVariables.CLUSTER_NUMBER;
import static org.smecluster.revocation.process.RevocationProcess.ROUND;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.casework.process.ClusterMessages;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Mailbox;
import org.smecluster.engine.Submission;
import org.smecluster.engine.TimerDeadline;
import org.smecluster.law.Refusal;
import org.smecluster.paper.IssuedPaper;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.Papers;
import org.smecluster.registry.CaseKind;
import org.smecluster.revocation.EstablishedFacts;
import org.smecluster.revocation.HeldHearing;
import org.smecluster.revocation.RevocationDecision;
import org.smecluster.revocation.RevocationService;
import org.smecluster.revocation.ServedNotice;
import org.smecluster.revocation.Verdict;
import org.smecluster.revocation.process.RevocationForms.CheckLegality;
import org.smecluster.revocation.process.RevocationForms.DecideRevocation;
import org.smecluster.revocation.process.RevocationForms.Defence;
import org.smecluster.revocation.process.RevocationForms.EstablishFacts;
import org.smecluster.revocation.process.RevocationForms.HoldHearing;
import org.smecluster.revocation.process.RevocationForms.Legality;
import org.smecluster.revocation.process.RevocationForms.ReportCorrection;
import org.smecluster.revocation.process.RevocationForms.ServeNotice;
import org.smecluster.revocation.process.RevocationForms.StartRevocation;
import org.smecluster.revocation.process.RevocationForms.StateDefence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code revocation}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class RevocationSteps {

    @Bean
    CaseProcedure revocationCases() {
        return CaseProcedure.of(CaseKind.CX, "撤销认定案件", "revocation");
    }

    private final RevocationService revocation;
    private final ActingPerson person;
    private final Deadlines deadlines;
    private final Clock clock;

    RevocationSteps(RevocationService revocation, ActingPerson person, Deadlines deadlines, Clock clock) {
        this.revocation = revocation;
        this.person = person;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Bean
    ExecutionListener openRevocationListener() {
        return execution -> {
            StartRevocation form = Submission.current().as(StartRevocation.class);
            CaseVariables.begin(
                    execution,
                    revocation.open(
                            form.clusterNumber(), form.facts(), form.evidence(), form.occurredOn(), person.get()));
        };
    }

    @Bean
    TaskListener offerCausesListener() {
        return task -> {
            ROUND.set(task.getExecution(), ROUND.find(task).orElse(0) + 1);
            task.setVariableLocal("causesListed", revocation.causesInWords(CASE_NUMBER.from(task)));
        };
    }

    @Bean
    TaskListener establishFactsListener() {
        return task -> {
            EstablishFacts form = Submission.current().as(EstablishFacts.class);
            EstablishedFacts facts = new EstablishedFacts(
                    form.overall(),
                    form.falseApplicationFound(),
                    form.reportOverdue(),
                    form.supervisionRefused(),
                    form.changeUnfiled(),
                    form.vetoed());
            revocation.establishFacts(
                    CASE_NUMBER.from(task), ROUND.from(task), facts, form.findings(), form.evidence(), person.get());
            RevocationProcess.REASON.set(task, form.findings());
            RevocationProcess.OVERALL.set(
                    task, facts.overall() == null ? null : facts.overall().name());
            RevocationProcess.FALSE_APPLICATION_FOUND.set(task, facts.falseApplicationFound());
            RevocationProcess.REPORT_OVERDUE.set(task, facts.reportOverdue());
            RevocationProcess.SUPERVISION_REFUSED.set(task, facts.supervisionRefused());
            RevocationProcess.CHANGE_UNFILED.set(task, facts.changeUnfiled());
            RevocationProcess.VETOED.set(task, facts.vetoed());
        };
    }

    @Bean
    ExecutionListener recordGroundsListener() {
        return execution -> {
            List<Map<String, Object>> rows =
                    ((DmnDecisionResult) execution.getVariable("decisionResult")).getResultList();
            RevocationProcess.GROUND_FOUND.set(execution, !rows.isEmpty());
            String grounds = rows.stream()
                    .map(row -> (String) row.get("article"))
                    .distinct()
                    .collect(Collectors.joining("、"));
            RevocationProcess.GROUNDS.set(execution, grounds);
            revocation.recordGrounds(CASE_NUMBER.from(execution), ROUND.from(execution), grounds);
        };
    }

    @Bean
    TaskListener offerNoticeListener() {
        return task -> task.setVariableLocal(
                "noticeDraft",
                revocation.draftNotice(CASE_NUMBER.from(task), ROUND.from(task), RevocationProcess.GROUNDS.from(task)));
    }

    @Bean
    TaskListener serveNoticeListener(Papers papers) {
        return task -> {
            ServeNotice form = Submission.current().as(ServeNotice.class);
            refuseOtherNumber(papers.ofCase(CASE_NUMBER.from(task)), ROUND.from(task), form.noticeNumber());
            revocation.serveNotice(
                    CASE_NUMBER.from(task),
                    ROUND.from(task),
                    new ServedNotice(
                            form.noticeNumber(), form.method(), form.servedOn(), form.recipient(), form.receipt()),
                    person.get());
            RevocationProcess.NOTICE_SERVED_ON.set(task, form.servedOn().toString());
        };
    }

    /** What is served is the 事先告知书 that was issued, where one was issued here. */
    private static void refuseOtherNumber(List<IssuedPaper> issued, int round, String served) {
        issued.stream()
                .filter(paper -> paper.kind() == PaperKind.REVOCATION_NOTICE
                        && paper.subject().equals(String.valueOf(round))
                        && !paper.documentNumber().equals(served))
                .findFirst()
                .ifPresent(paper -> {
                    throw new Refusal(
                            "本案已出具事先告知书，文号是“" + paper.documentNumber() + "”，登记送达的是“" + served + "”，请核对（第十七条）");
                });
    }

    /** Models before version 1.2 have no step for the service: there the notice in the system is what is served. */
    @Bean
    JavaDelegate notifyClusterDelegate() {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            LocalDate servedOn = RevocationProcess.NOTICE_SERVED_ON
                    .find(execution)
                    .map(LocalDate::parse)
                    .orElseGet(() -> LocalDate.now(clock));
            Deadline deadline = TimerDeadline.open(
                    deadlines,
                    execution,
                    caseNumber,
                    DeadlineKind.HEARING,
                    RevocationProcess.HEARING_TIMER,
                    RevocationProcess.HEARING_ENDS_AT,
                    servedOn,
                    RevocationProcess.HEARING_WORKING_DAYS.from(execution));
            revocation.notifyCluster(
                    caseNumber,
                    ROUND.from(execution),
                    RevocationProcess.GROUNDS.from(execution),
                    servedOn,
                    deadline.lastDay());
        };
    }

    @Bean
    TaskListener stateDefenceListener() {
        return task -> {
            StateDefence form = Submission.current().as(StateDefence.class);
            revocation.stateDefence(
                    CASE_NUMBER.from(task),
                    ROUND.from(task),
                    form.defence() == Defence.STATED ? form.statement() : null,
                    person.get());
            deadlines.close(task.getProcessInstanceId(), RevocationProcess.HEARING_TIMER);
        };
    }

    @Bean
    JavaDelegate recordSilenceDelegate() {
        return execution -> {
            revocation.recordSilence(CASE_NUMBER.from(execution), ROUND.from(execution));
            deadlines.close(execution.getProcessInstanceId(), RevocationProcess.HEARING_TIMER);
        };
    }

    @Bean
    TaskListener checkLegalityListener() {
        return task -> {
            CheckLegality form = Submission.current().as(CheckLegality.class);
            boolean passed = form.legality() == Legality.PASSED;
            boolean hearing = form.legality() == Legality.HEARING;
            if (hearing) {
                refuseWithoutTheStep(task);
                revocation.orderHearing(CASE_NUMBER.from(task), ROUND.from(task), form.opinion(), person.get());
            } else {
                revocation.checkLegality(
                        CASE_NUMBER.from(task), ROUND.from(task), passed, form.opinion(), person.get());
            }
            RevocationProcess.LEGALITY_PASSED.set(task, passed);
            RevocationProcess.ORAL_HEARING_ORDERED.set(task, hearing);
        };
    }

    /** A case goes on by the model that it began with, but with the form as it is now. */
    private static void refuseWithoutTheStep(DelegateTask task) {
        if (task.getBpmnModelInstance().getModelElementById(RevocationProcess.HOLD_HEARING) == null) {
            throw new Refusal("本案按流程的旧版本办理，没有“举行听证”一步；需要听证的，请选择“退回重新查实”并写明，听证情况记入查明的事实");
        }
    }

    @Bean
    TaskListener holdHearingListener() {
        return task -> {
            HoldHearing form = Submission.current().as(HoldHearing.class);
            revocation.recordHearing(
                    CASE_NUMBER.from(task),
                    ROUND.from(task),
                    new HeldHearing(form.heldOn(), form.place(), form.presider(), form.participants(), form.minutes()),
                    person.get());
        };
    }

    @Bean
    TaskListener offerNewCausesListener() {
        return task -> task.setVariableLocal("newCauses", revocation.newCausesInWords(CASE_NUMBER.from(task)));
    }

    @Bean
    TaskListener decideRevocationListener() {
        return task -> {
            DecideRevocation form = Submission.current().as(DecideRevocation.class);
            RevocationDecision decision = new RevocationDecision(
                    form.decision(),
                    form.reason(),
                    form.documentNumber(),
                    form.documentDate(),
                    form.correctBy(),
                    form.notRevokedReason(),
                    form.notRevokedBasis());
            revocation.decide(
                    CASE_NUMBER.from(task),
                    ROUND.from(task),
                    decision,
                    RevocationProcess.GROUNDS.from(task),
                    person.get());
            RevocationProcess.DECISION.set(task, form.decision().name());
            RevocationProcess.REASON.set(task, decision.inWords());
            if (form.decision() == Verdict.CORRECT) {
                RevocationProcess.CORRECTION_ENDS_AT.set(task, EngineTime.isoAfter(form.correctBy()));
            }
        };
    }

    @Bean
    TaskListener reportCorrectionListener() {
        return task -> {
            ReportCorrection form = Submission.current().as(ReportCorrection.class);
            revocation.reportCorrection(CASE_NUMBER.from(task), ROUND.from(task), form.report(), person.get());
        };
    }

    @Bean
    JavaDelegate announceRevocationDelegate(Mailbox mailbox, Cases cases) {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            String clusterNumber = CLUSTER_NUMBER.from(execution);
            revocation.announce(caseNumber);
            mailbox.post("revoked:term:" + caseNumber, ClusterMessages.REVOKED, clusterNumber, Map.of());
            for (CaseRecord review : cases.open(CaseKind.FH, clusterNumber)) {
                mailbox.post(
                        "revoked:" + review.caseNumber() + ":" + caseNumber,
                        ClusterMessages.REVOKED,
                        review.caseNumber(),
                        Map.of());
            }
            deadlines.closeAll(execution.getProcessInstanceId());
        };
    }

    @Bean
    JavaDelegate recordCauseDelegate() {
        return execution ->
                revocation.recordCause(CASE_NUMBER.from(execution), RevocationProcess.CAUSE.from(execution));
    }
}
