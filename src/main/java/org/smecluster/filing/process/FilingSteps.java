package org.smecluster.filing.process;

import static org.smecluster.filing.process.FilingProcess.CASE_NUMBER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.engine.TimerDeadline;
import org.smecluster.filing.Filing;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.process.FilingForms.ConfirmAndSubmit;
import org.smecluster.filing.process.FilingForms.DeclareConditions;
import org.smecluster.filing.process.FilingForms.NextStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the listeners and delegates of {@code dataFiling}, and of its callers, hand to {@link Filing}. */
@Configuration(proxyBeanMethods = false)
class FilingSteps {

    private static final String EXPLANATION = "Explanation";

    private final Filing filing;
    private final ActingPerson person;
    private final Deadlines deadlines;

    FilingSteps(Filing filing, ActingPerson person, Deadlines deadlines) {
        this.filing = filing;
        this.person = person;
        this.deadlines = deadlines;
    }

    @Bean
    TaskListener offerDeclarationsListener() {
        return task -> {
            SubmissionVersion version = filing.latest(CASE_NUMBER.from(task));
            filing.declarations(version).byCode().forEach((code, declaration) -> {
                offer(
                        task,
                        code,
                        declaration.value() == null ? null : declaration.value().toString());
                offer(task, code + EXPLANATION, declaration.explanation());
            });
            task.setVariableLocal("noIncidents", version.noIncidents());
        };
    }

    private static void offer(DelegateTask task, String key, String value) {
        if (value != null) {
            task.setVariableLocal(key, value);
        }
    }

    @Bean
    TaskListener storeDeclarationsListener() {
        return task -> {
            DeclareConditions form = Submission.current().as(DeclareConditions.class);
            filing.declare(CASE_NUMBER.from(task), form.declarations(), form.noIncidents(), person.get());
        };
    }

    @Bean
    JavaDelegate assessSubmissionDelegate() {
        return execution -> filing.check(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerExplanationListener() {
        return task -> {
            SubmissionVersion version = filing.latest(CASE_NUMBER.from(task));
            offer(task, "explanation", version.explanation());
            offer(task, "missingMaterials", filing.missingMaterials(version).orElse(null));
        };
    }

    @Bean
    TaskListener commitSubmissionListener() {
        return task -> {
            ConfirmAndSubmit form = Submission.current().as(ConfirmAndSubmit.class);
            if (form.nextStep() == NextStep.SUBMIT) {
                filing.commit(
                        CASE_NUMBER.from(task),
                        form.explanation(),
                        form.truthfulnessCommitted(),
                        OffsetDateTime.parse(FilingProcess.SUBMISSION_DEADLINE.from(task))
                                .toInstant(),
                        person.get());
            } else {
                filing.reconsider(CASE_NUMBER.from(task), form.explanation(), person.get());
            }
            FilingProcess.NEXT_STEP.set(task, form.nextStep().name());
        };
    }

    /** For every procedure that returns what was filed: the days begin today and end the submission that it calls next. */
    @Bean
    JavaDelegate openCorrectionDelegate(Clock clock) {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            Deadline deadline = TimerDeadline.open(
                    deadlines,
                    execution,
                    caseNumber,
                    DeadlineKind.CORRECTION,
                    FilingProcess.SUBMISSION_TIMER,
                    FilingProcess.SUBMISSION_DEADLINE,
                    LocalDate.now(clock),
                    FilingProcess.CORRECTION_WORKING_DAYS.take(execution));
            FilingProcess.ROUND.set(
                    execution,
                    filing.openCorrection(caseNumber, deadline.lastDay()).round());
        };
    }

    @Bean
    JavaDelegate freezeSubmissionDelegate() {
        return execution -> {
            filing.freeze(CASE_NUMBER.from(execution));
            DelegateExecution caller = execution.getProcessInstance().getSuperExecution();
            deadlines.close(caller.getProcessInstanceId(), FilingProcess.SUBMISSION_TIMER);
        };
    }
}
