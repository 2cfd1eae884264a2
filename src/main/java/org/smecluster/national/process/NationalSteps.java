package org.smecluster.national.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.engine.TimerDeadline;
import org.smecluster.engine.Variable;
import org.smecluster.national.NationalCandidates;
import org.smecluster.national.NationalService;
import org.smecluster.national.Notice;
import org.smecluster.national.process.NationalForms.DecideNational;
import org.smecluster.national.process.NationalForms.ProposeNational;
import org.smecluster.national.process.NationalForms.RecordNationalResult;
import org.smecluster.national.process.NationalForms.StartNational;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code nationalRecommendation}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class NationalSteps {

    private static final Variable<Boolean> CANDIDATES_FOUND = Variable.ofBoolean("candidatesFound");
    private static final Variable<String> DECISION = Variable.ofString("nationalDecision");
    private static final Variable<String> REASON = Variable.ofString("reason");
    private static final Variable<String> OUTCOME = Variable.ofString("outcome");
    private static final Variable<String> STANDING = Variable.ofString("standing");

    private static final Variable<Boolean> DEADLINE_STATED = Variable.ofBoolean("deadlineStated");
    /** ISO date-times with offset. */
    private static final Variable<String> FIRST_REMINDER_AT = Variable.ofString("firstReminderAt");

    private static final Variable<String> SECOND_REMINDER_AT = Variable.ofString("secondReminderAt");

    /** Input parameters, as the model states them. */
    private static final Variable<Integer> FIRST_REMINDER_DAYS = Variable.ofInteger("firstReminderWorkingDays");

    private static final Variable<Integer> SECOND_REMINDER_DAYS = Variable.ofInteger("secondReminderWorkingDays");

    /** The timer that a reminder follows. */
    private static final Variable<String> REMINDER = Variable.ofString("reminder");

    private static final String FIRST_REMINDER_TIMER = "event_firstReminderDue";
    private static final String SECOND_REMINDER_TIMER = "event_secondReminderDue";

    private final NationalService national;
    private final ActingPerson person;

    NationalSteps(NationalService national, ActingPerson person) {
        this.national = national;
        this.person = person;
    }

    @Bean
    ExecutionListener openNationalListener() {
        return execution -> {
            StartNational form = Submission.current().as(StartNational.class);
            Notice notice = new Notice(form.noticeNumber(), form.applyBy(), form.quota());
            CaseVariables.begin(execution, national.open(form.reportYear(), notice, person.get()));
            DEADLINE_STATED.set(execution, notice.applyBy() != null);
        };
    }

    @Bean
    JavaDelegate evaluateCandidatesDelegate(NationalCandidates candidates) {
        return execution -> CANDIDATES_FOUND.set(execution, candidates.evaluate(CASE_NUMBER.from(execution)));
    }

    @Bean
    JavaDelegate scheduleNationalRemindersDelegate(Deadlines deadlines) {
        return execution -> {
            LocalDate applyBy =
                    national.get(CASE_NUMBER.from(execution)).notice().applyBy();
            schedule(execution, deadlines, applyBy, FIRST_REMINDER_TIMER, FIRST_REMINDER_AT, FIRST_REMINDER_DAYS);
            schedule(execution, deadlines, applyBy, SECOND_REMINDER_TIMER, SECOND_REMINDER_AT, SECOND_REMINDER_DAYS);
        };
    }

    private static void schedule(
            DelegateExecution execution,
            Deadlines deadlines,
            LocalDate applyBy,
            String timer,
            Variable<String> at,
            Variable<Integer> workingDays) {
        TimerDeadline.open(
                deadlines,
                execution,
                CASE_NUMBER.from(execution),
                DeadlineKind.REMINDER,
                timer,
                at,
                applyBy,
                workingDays.from(execution));
    }

    /** Told once for each timer. */
    @Bean
    JavaDelegate remindOfNationalDeadlineDelegate(Deadlines deadlines) {
        return execution -> {
            String timer = REMINDER.from(execution);
            national.remind(CASE_NUMBER.from(execution), timer);
            deadlines.close(execution.getProcessInstanceId(), timer);
        };
    }

    @Bean
    TaskListener offerNationalListener() {
        return task -> {
            String caseNumber = CASE_NUMBER.from(task);
            LocalDate applyBy = national.get(caseNumber).notice().applyBy();
            task.setVariableLocal("applyByText", Objects.toString(applyBy, "没有填写"));
            task.setVariableLocal("returnOpinion", REASON.find(task).orElse(null));
            task.setVariableLocal("recorded", national.proposalInWords(caseNumber));
            task.setVariableLocal(
                    "recommendedClusters",
                    national.recommended(caseNumber).stream()
                            .map(each -> Map.of("value", each.clusterNumber(), "label", each.clusterName()))
                            .toList());
        };
    }

    @Bean
    TaskListener proposeNationalListener() {
        return task -> {
            ProposeNational form = Submission.current().as(ProposeNational.class);
            national.submit(CASE_NUMBER.from(task), form.proposalNote(), person.get());
        };
    }

    @Bean
    TaskListener decideNationalListener() {
        return task -> {
            DecideNational form = Submission.current().as(DecideNational.class);
            String caseNumber = CASE_NUMBER.from(task);
            switch (form.nationalDecision()) {
                case APPROVE ->
                    national.approve(
                            caseNumber, form.opinion(), form.documentNumber(), form.documentDate(), person.get());
                case RETURN -> national.giveBack(caseNumber, form.opinion(), person.get());
                case NONE -> national.decideAgainstAll(caseNumber, form.opinion(), person.get());
            }
            DECISION.set(task, form.nationalDecision().name());
            REASON.set(task, form.opinion());
        };
    }

    @Bean
    JavaDelegate publishNationalDelegate(Deadlines deadlines) {
        return execution -> {
            national.publish(CASE_NUMBER.from(execution));
            deadlines.close(execution.getProcessInstanceId(), FIRST_REMINDER_TIMER);
            deadlines.close(execution.getProcessInstanceId(), SECOND_REMINDER_TIMER);
        };
    }

    @Bean
    TaskListener recordNationalResultListener() {
        return task -> {
            RecordNationalResult form = Submission.current().as(RecordNationalResult.class);
            national.recordResult(
                    CASE_NUMBER.from(task),
                    form.nationallyRecognised(),
                    form.resultDocument(),
                    form.resultDate(),
                    form.resultNote(),
                    person.get());
        };
    }

    @Bean
    JavaDelegate announceNationalResultDelegate(Deadlines deadlines) {
        return execution -> {
            national.announceResult(CASE_NUMBER.from(execution));
            deadlines.closeAll(execution.getProcessInstanceId());
        };
    }

    @Bean
    JavaDelegate closeNationalDelegate(Deadlines deadlines) {
        return execution -> {
            national.endWithNothing(
                    CASE_NUMBER.from(execution),
                    OUTCOME.from(execution),
                    STANDING.from(execution),
                    REASON.find(execution).orElse(null));
            deadlines.closeAll(execution.getProcessInstanceId());
        };
    }
}
