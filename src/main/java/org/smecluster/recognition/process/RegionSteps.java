package org.smecluster.recognition.process;

import static org.smecluster.recognition.process.RecognitionProcess.APPLICATION;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.recognition.RegionalReview;
import org.smecluster.recognition.process.RecognitionForms.ConcludeReReview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Re-review and closing: what the model's listeners and delegates hand to {@link RegionalReview}. */
@Configuration(proxyBeanMethods = false)
class RegionSteps {

    private final RegionalReview review;
    private final RecognitionService recognition;
    private final ActingPerson person;
    private final Deadlines deadlines;

    RegionSteps(RegionalReview review, RecognitionService recognition, ActingPerson person, Deadlines deadlines) {
        this.review = review;
        this.recognition = recognition;
        this.person = person;
        this.deadlines = deadlines;
    }

    @Bean
    JavaDelegate reReviewDelegate() {
        return execution -> review.reReview(APPLICATION.from(execution));
    }

    @Bean
    TaskListener concludeReReviewListener() {
        return task -> {
            ConcludeReReview form = Submission.current().as(ConcludeReReview.class);
            review.conclude(
                    APPLICATION.from(task), form.conclusion(), form.opinion(), form.softMissJudgement(), person.get());
        };
    }

    @Bean
    JavaDelegate closeApplicationDelegate() {
        return execution -> {
            recognition.close(
                    APPLICATION.from(execution),
                    ApplicationState.valueOf(RecognitionProcess.OUTCOME.from(execution)),
                    RecognitionProcess.REASON.find(execution).orElse(null),
                    null);
            deadlines.closeAll(execution.getProcessInstanceId());
        };
    }
}
