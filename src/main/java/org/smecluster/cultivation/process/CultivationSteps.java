package org.smecluster.cultivation.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;
import static org.smecluster.casework.process.CaseVariables.CLUSTER_NUMBER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.smecluster.calendar.Deadline;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.Casework;
import org.smecluster.casework.Forwarding;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.cultivation.CultivationService;
import org.smecluster.cultivation.PoolApplication;
import org.smecluster.cultivation.process.CultivationForms.DecideAdmission;
import org.smecluster.cultivation.process.CultivationForms.Decision;
import org.smecluster.cultivation.process.CultivationForms.EnterPlan;
import org.smecluster.cultivation.process.CultivationForms.GuideAdmission;
import org.smecluster.cultivation.process.CultivationForms.ReportProgress;
import org.smecluster.cultivation.process.CultivationForms.Review;
import org.smecluster.cultivation.process.CultivationForms.ReviewProgress;
import org.smecluster.cultivation.process.CultivationForms.StartAdmission;
import org.smecluster.cultivation.process.CultivationForms.Wish;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.smecluster.registry.CaseKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code cultivationAdmission}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class CultivationSteps {

    @Bean
    CaseProcedure cultivationCases() {
        return CaseProcedure.of(CaseKind.PY, "培育入库案件", "cultivationAdmission");
    }

    private static final Variable<Boolean> FORWARDED = Variable.ofBoolean("admissionForwarded");
    private static final Variable<String> DECISION = Variable.ofString("admissionDecision");
    private static final Variable<String> REASON = Variable.ofString("reason");
    /** ISO date-time with offset. */
    private static final Variable<String> PROGRESS_DUE_AT = Variable.ofString("progressDueAt");

    private static final Variable<Boolean> LEAVES_POOL = Variable.ofBoolean("leavesPool");

    private final CultivationService cultivation;
    private final Casework casework;
    private final ActingPerson person;
    private final Clock clock;

    CultivationSteps(CultivationService cultivation, Casework casework, ActingPerson person, Clock clock) {
        this.cultivation = cultivation;
        this.casework = casework;
        this.person = person;
        this.clock = clock;
    }

    @Bean
    ExecutionListener openAdmissionListener() {
        return execution -> {
            StartAdmission form = Submission.current().as(StartAdmission.class);
            CaseVariables.begin(
                    execution,
                    cultivation.open(
                            new PoolApplication(
                                    form.clusterName(),
                                    form.leadingIndustry(),
                                    form.knownClusterNumber(),
                                    form.latestOutput(),
                                    form.enterpriseCount(),
                                    form.profile()),
                            person.get()));
        };
    }

    /** What was entered before a return stands in the form again. */
    @Bean
    TaskListener offerPlanListener() {
        return task -> {
            String caseNumber = CASE_NUMBER.from(task);
            casework.entries(caseNumber).stream()
                    .filter(entry -> entry.key().startsWith("plan-"))
                    .reduce((earlier, later) -> later)
                    .map(CaseEntry::text)
                    .ifPresent(plan -> task.setVariableLocal("developmentPlan", plan));
            cultivation.lines(caseNumber).forEach((line, work) -> {
                task.setVariableLocal(line.field() + "Goals", work.goals());
                task.setVariableLocal(line.field() + "Measures", work.measures());
                task.setVariableLocal(line.field() + "Unit", work.unit());
            });
        };
    }

    @Bean
    TaskListener enterPlanListener() {
        return task -> {
            EnterPlan form = Submission.current().as(EnterPlan.class);
            cultivation.enterPlan(CASE_NUMBER.from(task), form.plan(), person.get());
        };
    }

    @Bean
    TaskListener guideAdmissionListener() {
        return task -> {
            GuideAdmission form = Submission.current().as(GuideAdmission.class);
            cultivation.guide(CASE_NUMBER.from(task), form.guidance(), form.opinion(), person.get());
            FORWARDED.set(task, form.guidance() == Forwarding.FORWARD);
        };
    }

    @Bean
    TaskListener decideAdmissionListener() {
        return task -> {
            DecideAdmission form = Submission.current().as(DecideAdmission.class);
            cultivation.decide(
                    CASE_NUMBER.from(task),
                    form.decision() == Decision.ADMIT,
                    form.decision().label(),
                    form.reason(),
                    person.get());
            DECISION.set(task, form.decision().name());
            REASON.set(task, form.reason());
        };
    }

    @Bean
    JavaDelegate admitToPoolDelegate() {
        return execution -> {
            CLUSTER_NUMBER.set(execution, cultivation.admit(CASE_NUMBER.from(execution)));
            scheduleProgress(execution, LocalDate.now(clock).getYear());
        };
    }

    /** In the January after the year that it is of. */
    private static void scheduleProgress(VariableScope scope, int year) {
        PROGRESS_DUE_AT.set(
                scope,
                EngineTime.iso(LocalDate.of(year + 1, Month.JANUARY, 15)
                        .atTime(LocalTime.of(9, 0))
                        .atZone(Deadline.ZONE)
                        .toInstant()));
    }

    /** Whenever it is handed in or reviewed, no year is left out and none is told twice. */
    private static int yearDue(VariableScope scope) {
        return OffsetDateTime.parse(PROGRESS_DUE_AT.from(scope))
                        .atZoneSameInstant(Deadline.ZONE)
                        .getYear()
                - 1;
    }

    @Bean
    TaskListener reportProgressListener() {
        return task -> {
            ReportProgress form = Submission.current().as(ReportProgress.class);
            cultivation.reportProgress(
                    CASE_NUMBER.from(task),
                    yearDue(task),
                    form.latestOutput(),
                    form.progress(),
                    form.wish() == Wish.LEAVE,
                    person.get());
        };
    }

    @Bean
    TaskListener reviewProgressListener() {
        return task -> {
            ReviewProgress form = Submission.current().as(ReviewProgress.class);
            boolean removed = form.review() == Review.REMOVE;
            cultivation.reviewProgress(CASE_NUMBER.from(task), removed, form.opinion(), person.get());
            LEAVES_POOL.set(task, removed);
            REASON.set(task, form.opinion());
            scheduleProgress(task, yearDue(task) + 1);
        };
    }

    @Bean
    JavaDelegate leavePoolDelegate() {
        return execution -> cultivation.leave(CASE_NUMBER.from(execution), REASON.from(execution));
    }
}
