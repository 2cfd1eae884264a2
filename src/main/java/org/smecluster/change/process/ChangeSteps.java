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
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.change.ChangeFilingService;
import org.smecluster.change.ChangeFilings.Filing;
import org.smecluster.change.FiledChange;
import org.smecluster.change.Registration;
import org.smecluster.change.Significance;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.engine.TimerDeadline;
import org.smecluster.law.Refusal;
import org.smecluster.registry.FactKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code changeFiling}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class ChangeSteps {

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
            Submission form = Submission.current();
            FactKind kind = FactKind.valueOf(form.text("changeKind"));
            Boolean affects = form.choice("affectsConditions");
            CaseVariables.begin(
                    execution,
                    filings.open(
                            new FiledChange(
                                    form.text("clusterNumber"),
                                    kind,
                                    affects,
                                    form.date("changedOn"),
                                    form.text("newValue"),
                                    form.text("description")),
                            person.get()));
            ChangeProcess.CHANGE_KIND.set(execution, kind.name());
            ChangeProcess.AFFECTS_CONDITIONS.set(execution, affects);
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
            Submission form = Submission.current();
            String caseNumber = CASE_NUMBER.from(task);
            String step = form.text("filingStep");
            String explanation = form.text("explanation");
            String newValue = form.text("newValue");
            if (step.equals("WITHDRAW")) {
                filings.withdraw(caseNumber, explanation, person.get());
                ChangeProcess.REASON.set(task, explanation);
            } else {
                filings.submit(caseNumber, newValue, explanation, person.get());
            }
            deadlines.close(task.getProcessInstanceId(), ChangeProcess.CONFIRM_TASK);
            deadlines.close(task.getProcessInstanceId(), ChangeProcess.OVERDUE_TIMER);
            ChangeProcess.FILING_STEP.set(task, step);
        };
    }

    @Bean
    TaskListener forwardFilingListener() {
        return task -> {
            Submission form = Submission.current();
            boolean forwarded = form.text("forwarding").equals("FORWARD");
            filings.forward(CASE_NUMBER.from(task), forwarded, form.text("opinion"), person.get());
            ChangeProcess.FILING_FORWARDED.set(task, forwarded);
        };
    }

    @Bean
    TaskListener registerChangeListener() {
        return task -> {
            Submission form = Submission.current();
            Registration registration = Registration.valueOf(form.text("registration"));
            String opinion = form.text("opinion");
            boolean dismissed = registration == Registration.DISMISS;
            if (dismissed && ChangeProcess.MAY_DISMISS.find(task).isEmpty()) {
                throw new Refusal("本案按备案流程的旧版本办理，不能不予登记；不属实的，请退回补充，由申报主体说明");
            }
            filings.decide(CASE_NUMBER.from(task), registration, form.choice("judgedMajor"), opinion, person.get());
            ChangeProcess.CHANGE_ACCEPTED.set(task, registration == Registration.REGISTER);
            ChangeProcess.CHANGE_DISMISSED.set(task, dismissed);
            if (dismissed) {
                ChangeProcess.REASON.set(task, opinion);
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
