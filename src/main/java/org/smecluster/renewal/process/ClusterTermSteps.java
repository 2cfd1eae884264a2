package org.smecluster.renewal.process;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.smecluster.calendar.Deadline;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Variable;
import org.smecluster.renewal.TermService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code clusterTerm}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class ClusterTermSteps {

    static final String KEY = "clusterTerm";

    /** Starts the process; business key is the cluster's number. */
    static final String STARTED = "clusterTerm.started";

    private static final Variable<String> CLUSTER_NUMBER = Variable.ofString("clusterNumber");
    private static final Variable<String> TERM_END = Variable.ofString("termEnd");
    private static final Variable<String> FIRST_REMINDER_AT = Variable.ofString("firstReminderAt");
    private static final Variable<String> SECOND_REMINDER_AT = Variable.ofString("secondReminderAt");

    /** Input parameters of the step, in calendar days. */
    private static final Variable<Integer> FIRST_REMINDER_DAYS = Variable.ofInteger("firstReminderDays");

    private static final Variable<Integer> SECOND_REMINDER_DAYS = Variable.ofInteger("secondReminderDays");
    private static final Variable<Integer> REVIEW_WINDOW_DAYS = Variable.ofInteger("reviewWindowDays");
    private static final Variable<Boolean> REVIEW_UNDER_WAY = Variable.ofBoolean("reviewUnderWay");
    private static final Variable<Boolean> AWAITS_REVIEW = Variable.ofBoolean("awaitsReview");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    @Bean
    JavaDelegate scheduleTermRemindersDelegate(TermService terms) {
        return execution -> {
            FIRST_REMINDER_AT.set(execution, daysBeforeEnd(execution, FIRST_REMINDER_DAYS));
            SECOND_REMINDER_AT.set(execution, daysBeforeEnd(execution, SECOND_REMINDER_DAYS));
            terms.openReviewFrom(
                    CLUSTER_NUMBER.from(execution), lastDay(execution).minusDays(REVIEW_WINDOW_DAYS.from(execution)));
        };
    }

    private static String daysBeforeEnd(DelegateExecution execution, Variable<Integer> days) {
        return EngineTime.iso(lastDay(execution)
                .minusDays(days.from(execution))
                .atTime(MORNING)
                .atZone(Deadline.ZONE)
                .toInstant());
    }

    private static LocalDate lastDay(DelegateExecution execution) {
        return Deadline.lastDayBefore(
                OffsetDateTime.parse(TERM_END.from(execution)).toInstant());
    }

    @Bean
    JavaDelegate remindTermEndDelegate(TermService terms) {
        return execution -> terms.remind(CLUSTER_NUMBER.from(execution), execution.getCurrentActivityId());
    }

    @Bean
    ExecutionListener askForReviewListener(TermService terms) {
        return execution -> REVIEW_UNDER_WAY.set(execution, terms.reviewUnderWay(CLUSTER_NUMBER.from(execution)));
    }

    /** In terms that began before there were rounds the model calls it by its older name. */
    @Bean({"endTermDelegate", "lapseClusterDelegate"})
    JavaDelegate endTermDelegate(TermService terms) {
        return execution -> AWAITS_REVIEW.set(execution, terms.endTerm(CLUSTER_NUMBER.from(execution)));
    }

    @Bean
    JavaDelegate takeOverTermDelegate(TermService terms) {
        return execution -> TERM_END.set(execution, EngineTime.isoAfter(terms.termEnd(CLUSTER_NUMBER.from(execution))));
    }
}
