package org.smecluster.change.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.Forwarding;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.change.ChangeFilingService;
import org.smecluster.change.ChangeFilings.Filing;
import org.smecluster.change.FiledChange;
import org.smecluster.change.Registration;
import org.smecluster.change.Significance;
import org.smecluster.change.process.ChangeForms.ConfirmFiling;
import org.smecluster.change.process.ChangeForms.FilingStep;
import org.smecluster.change.process.ChangeForms.ForwardFiling;
import org.smecluster.change.process.ChangeForms.RegisterChange;
import org.smecluster.change.process.ChangeForms.StartChangeFiling;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.engine.TimerDeadline;
import org.smecluster.registry.CaseKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code changeFiling}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class ChangeSteps {

    @Bean
    CaseProcedure changeCases() {
        return CaseProcedure.of(CaseKind.BG, "变动备案案件", "changeFiling");
    }

    /** Days to confirm a change that has no period, or whose period is over; an administrative default. */
    private static final int DAYS_TO_CONFIRM = 7;

    private final ChangeFilingService filings;
    private final ActingPerson person;
    private final Deadlines deadlines;
    private final Clock clock;

    ChangeSteps(ChangeFilingService filings, ActingPerson person, Deadlines deadlines, Clock clock) {
        this.filings = filings;
        this.person = person;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Bean
    ExecutionListener openChangeFilingListener() {
        return execution -> {
            StartChangeFiling form = Submission.current().as(StartChangeFiling.class);
            CaseVariables.begin(
                    execution,
                    filings.open(
                            new FiledChange(
                                    form.clusterNumber(),
                                    form.changeKind(),
                                    form.affectsConditions(),
                                    form.changedOn(),
                                    form.newValue(),
                                    form.description()),
                            person.get()));
            ChangeProcess.CHANGE_KIND.set(execution, form.changeKind().name());
            ChangeProcess.AFFECTS_CONDITIONS.set(execution, form.affectsConditions());
        };
    }

    @Bean
    ExecutionListener recordSignificanceListener() {
        return execution -> {
            DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
            String said = result.getResultList().size() == 1
                    ? String.valueOf(result.getSingleResult().getEntryMap().get("significance"))
                    : null;
            Significance significance = Significance.said(said);
            ChangeProcess.SIGNIFICANCE.set(execution, significance.name());
            ChangeProcess.SIGNIFICANCE_REASON.set(
                    execution,
                    significance.name().equals(said)
                            ? result.getSingleResult().getEntry("reason")
                            : Significance.LEFT_OPEN);
        };
    }

    @Bean
    JavaDelegate countFilingPeriodDelegate() {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            Filing filing = filings.count(caseNumber, Significance.valueOf(ChangeProcess.SIGNIFICANCE.from(execution)));
            String weekAhead = EngineTime.isoAfter(LocalDate.now(clock).plusDays(DAYS_TO_CONFIRM));
            if (filing.lastDay() == null) {
                ChangeProcess.FILING_DUE_AT.set(execution, weekAhead);
                ChangeProcess.UNFILED_REPORT_AT.set(execution, weekAhead);
                return;
            }
            boolean late = filing.late(LocalDate.now(clock));
            Deadline deadline = TimerDeadline.open(
                    deadlines,
                    execution,
                    caseNumber,
                    DeadlineKind.CHANGE_FILING,
                    late ? ChangeProcess.CONFIRM_TASK : ChangeProcess.OVERDUE_TIMER,
                    late ? ChangeProcess.FILING_DUE_AT : ChangeProcess.UNFILED_REPORT_AT,
                    filing.changedOn(),
                    null);
            ChangeProcess.FILING_DUE_AT.set(execution, EngineTime.iso(deadline.over()));
            if (late) {
                ChangeProcess.UNFILED_REPORT_AT.set(execution, weekAhead);
            }
        };
    }

    @Bean
    TaskListener offerFilingPeriodListener() {
        return task -> {
            offerPeriod(task);
            task.setVariableLocal(
                    "newValue", filings.get(CASE_NUMBER.from(task)).newValue());
            task.setVariableLocal("returnOpinion", filings.lastReturn(CASE_NUMBER.from(task)));
        };
    }

    @Bean
    TaskListener offerFilingListener() {
        return this::offerPeriod;
    }

    private void offerPeriod(DelegateTask task) {
        task.setVariableLocal("significanceText", ChangeProcess.SIGNIFICANCE_REASON.from(task));
        task.setVariableLocal("periodText", filings.periodInWords(CASE_NUMBER.from(task)));
    }

    @Bean
    TaskListener confirmFilingListener() {
        return task -> {
            ConfirmFiling form = Submission.current().as(ConfirmFiling.class);
            String caseNumber = CASE_NUMBER.from(task);
            if (form.filingStep() == FilingStep.WITHDRAW) {
                filings.withdraw(caseNumber, form.explanation(), person.get());
                ChangeProcess.REASON.set(task, form.explanation());
            } else {
                filings.submit(caseNumber, form.newValue(), form.explanation(), person.get());
            }
            deadlines.close(task.getProcessInstanceId(), ChangeProcess.CONFIRM_TASK);
            deadlines.close(task.getProcessInstanceId(), ChangeProcess.OVERDUE_TIMER);
            ChangeProcess.FILING_STEP.set(task, form.filingStep().name());
        };
    }

    @Bean
    TaskListener forwardFilingListener() {
        return task -> {
            ForwardFiling form = Submission.current().as(ForwardFiling.class);
            filings.forward(CASE_NUMBER.from(task), form.forwarding(), form.opinion(), person.get());
            ChangeProcess.FILING_FORWARDED.set(task, form.forwarding() == Forwarding.FORWARD);
        };
    }

    @Bean
    TaskListener registerChangeListener() {
        return task -> {
            RegisterChange form = Submission.current().as(RegisterChange.class);
            boolean dismissed = form.registration() == Registration.DISMISS;
            filings.decide(
                    CASE_NUMBER.from(task), form.registration(), form.judgedMajor(), form.opinion(), person.get());
            ChangeProcess.CHANGE_ACCEPTED.set(task, form.registration() == Registration.REGISTER);
            ChangeProcess.CHANGE_DISMISSED.set(task, dismissed);
            if (dismissed) {
                ChangeProcess.REASON.set(task, form.opinion());
            }
        };
    }

    @Bean
    JavaDelegate registerChangeDelegate() {
        return execution -> ChangeProcess.FILED_LATE.set(execution, filings.register(CASE_NUMBER.from(execution)));
    }

    @Bean
    JavaDelegate reportUnfiledDelegate() {
        return execution -> {
            filings.reportUnfiled(CASE_NUMBER.from(execution));
            deadlines.close(execution.getProcessInstanceId(), ChangeProcess.OVERDUE_TIMER);
        };
    }

    @Bean
    JavaDelegate reportLateFilingDelegate() {
        return execution -> filings.reportLate(CASE_NUMBER.from(execution));
    }
}
