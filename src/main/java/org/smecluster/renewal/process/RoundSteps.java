package org.smecluster.renewal.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.smecluster.renewal.ReviewRound;
import org.smecluster.renewal.ReviewRounds;
import org.smecluster.renewal.RoundOpening;
import org.smecluster.renewal.process.RenewalForms.OpenReviewRound;
import org.smecluster.renewal.process.RenewalForms.StateNoReview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code reviewRound}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class RoundSteps {

    private static final Variable<Boolean> REVIEW_HELD = Variable.ofBoolean("reviewHeld");
    private static final Variable<String> WINDOW_CLOSES_AT = Variable.ofString("windowClosesAt");
    private static final Variable<Boolean> NO_REVIEW_STATED = Variable.ofBoolean("noReviewStated");

    private final ReviewRounds rounds;

    RoundSteps(ReviewRounds rounds) {
        this.rounds = rounds;
    }

    @Bean
    ExecutionListener openReviewRoundListener(ActingPerson person) {
        return execution -> {
            OpenReviewRound form = Submission.current().as(OpenReviewRound.class);
            ReviewRound round = rounds.open(
                    new RoundOpening(
                            form.reviewHeld(),
                            form.noticeNumber(),
                            form.windowStart(),
                            form.windowEnd(),
                            form.termsFrom(),
                            form.termsTo(),
                            form.singleApplications(),
                            numbers(form.clusterNumbers()),
                            form.reason()),
                    person.get());
            execution.setProcessBusinessKey(round.roundNumber());
            CASE_NUMBER.set(execution, round.roundNumber());
            REVIEW_HELD.set(execution, form.reviewHeld());
            if (form.reviewHeld()) {
                WINDOW_CLOSES_AT.set(execution, EngineTime.isoAfter(round.windowEnd()));
            }
        };
    }

    /** As typed: a line each, or with commas between. */
    private static List<String> numbers(String typed) {
        return typed == null
                ? List.of()
                : Stream.of(typed.split("[\\s,，、;；]+"))
                        .filter(number -> !number.isBlank())
                        .toList();
    }

    @Bean
    JavaDelegate closeReviewRoundDelegate() {
        return execution -> rounds.close(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerNoReviewListener() {
        return task -> task.setVariableLocal("proposalText", rounds.proposalInWords(CASE_NUMBER.from(task)));
    }

    @Bean
    TaskListener stateNoReviewListener(ActingPerson person) {
        return task -> {
            StateNoReview form = Submission.current().as(StateNoReview.class);
            rounds.decide(
                    CASE_NUMBER.from(task), form.noReview(), form.documentNumber(), form.documentDate(), person.get());
            NO_REVIEW_STATED.set(task, form.noReview());
        };
    }

    @Bean
    JavaDelegate endWithoutReviewDelegate() {
        return execution -> rounds.endWithoutReview(CASE_NUMBER.from(execution));
    }
}
