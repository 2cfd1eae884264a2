package org.smecluster.cultivation.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;
import static org.smecluster.casework.process.CaseVariables.CLUSTER_NUMBER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.smecluster.calendar.Deadline;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.cultivation.CultivationLine;
import org.smecluster.cultivation.CultivationPlan;
import org.smecluster.cultivation.CultivationPlan.Work;
import org.smecluster.cultivation.CultivationService;
import org.smecluster.cultivation.PoolApplication;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code cultivationAdmission}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class CultivationSteps {

    private static final Variable<Boolean> FORWARDED = Variable.ofBoolean("admissionForwarded");
    private static final Variable<String> DECISION = Variable.ofString("admissionDecision");
    private static final Variable<String> REASON = Variable.ofString("reason");
    /** ISO date-time with offset. */
    private static final Variable<String> PROGRESS_DUE_AT = Variable.ofString("progressDueAt");

    private static final Variable<Boolean> LEAVES_POOL = Variable.ofBoolean("leavesPool");
    private static final Map<String, String> DECISIONS = Map.of("ADMIT", "纳入培育库", "RETURN", "退回完善", "REFUSE", "不予入库");

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
            Submission form = Submission.current();
            CaseVariables.begin(
                    execution,
                    cultivation.open(
                            new PoolApplication(
                                    form.text("clusterName"),
                                    form.text("leadingIndustry"),
                                    form.text("knownClusterNumber"),
                                    form.decimal("latestOutput"),
                                    form.integer("enterpriseCount"),
                                    form.text("profile")),
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
            Submission form = Submission.current();
            Map<CultivationLine, Work> lines = new EnumMap<>(CultivationLine.class);
            for (CultivationLine line : CultivationLine.values()) {
                lines.put(
                        line,
                        new Work(
                                form.text(line.field() + "Goals"),
                                form.text(line.field() + "Measures"),
                                form.text(line.field() + "Unit")));
            }
            cultivation.enterPlan(
                    CASE_NUMBER.from(task), new CultivationPlan(form.text("developmentPlan"), lines), person.get());
        };
    }

    @Bean
    TaskListener guideAdmissionListener() {
        return task -> {
            Submission form = Submission.current();
            boolean forwarded = form.text("guidance").equals("FORWARD");
            cultivation.guide(CASE_NUMBER.from(task), forwarded, form.text("opinion"), person.get());
            FORWARDED.set(task, forwarded);
        };
    }

    @Bean
    TaskListener decideAdmissionListener() {
        return task -> {
            Submission form = Submission.current();
            String decision = form.text("decision");
            String reason = form.text("reason");
            cultivation.decide(
                    CASE_NUMBER.from(task), decision.equals("ADMIT"), DECISIONS.get(decision), reason, person.get());
            DECISION.set(task, decision);
            REASON.set(task, reason);
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
            Submission form = Submission.current();
            cultivation.reportProgress(
                    CASE_NUMBER.from(task),
                    yearDue(task),
                    form.decimal("latestOutput"),
                    form.text("progress"),
                    form.text("wish").equals("LEAVE"),
                    person.get());
        };
    }

    @Bean
    TaskListener reviewProgressListener() {
        return task -> {
            Submission form = Submission.current();
            boolean removed = form.text("review").equals("REMOVE");
            String opinion = form.text("opinion");
            cultivation.reviewProgress(CASE_NUMBER.from(task), removed, opinion, person.get());
            LEAVES_POOL.set(task, removed);
            REASON.set(task, opinion);
            scheduleProgress(task, yearDue(task) + 1);
        };
    }

    @Bean
    JavaDelegate leavePoolDelegate() {
        return execution -> cultivation.leave(CASE_NUMBER.from(execution), REASON.from(execution));
    }
}
