package org.smecluster.recognition.process;

import static org.smecluster.recognition.process.RecognitionProcess.APPLICATION;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadline;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.process.CorrectionPeriod;
import org.smecluster.recognition.CityReview;
import org.smecluster.review.Conclusion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acceptance to recommendation: what the model's listeners and delegates hand to {@link CityReview}. */
@Configuration(proxyBeanMethods = false)
class CitySteps {

    private final CityReview review;
    private final ActingPerson person;
    private final CorrectionPeriod corrections;

    CitySteps(CityReview review, ActingPerson person, CorrectionPeriod corrections) {
        this.review = review;
        this.person = person;
        this.corrections = corrections;
    }

    @Bean
    TaskListener decideAcceptanceListener() {
        return task -> {
            Submission form = Submission.current();
            String acceptance = form.text("acceptance");
            review.decideAcceptance(
                    APPLICATION.from(task),
                    Conclusion.valueOf(acceptance),
                    form.text("opinion"),
                    form.integer("correctionWorkingDays"),
                    person.get());
            RecognitionProcess.ACCEPTANCE.set(task, acceptance);
        };
    }

    @Bean
    JavaDelegate openCorrectionDelegate() {
        return execution -> {
            long application = APPLICATION.from(execution);
            Deadline deadline = corrections.begin(execution, review.correctionWorkingDays(application));
            SubmissionVersion version = review.openCorrection(application, deadline.lastDay());
            RecognitionProcess.SUBMISSION.set(execution, version.id());
            RecognitionProcess.ROUND.set(execution, version.round());
        };
    }

    @Bean
    TaskListener reviewPreliminarilyListener() {
        return task -> {
            Submission form = Submission.current();
            review.reviewPreliminarily(
                    APPLICATION.from(task),
                    Conclusion.valueOf(form.text("conclusion")),
                    form.text("opinion"),
                    form.text("softMissJudgement"),
                    person.get());
        };
    }

    @Bean
    TaskListener decideRecommendationListener() {
        return task -> {
            Submission form = Submission.current();
            Conclusion recommendation = Conclusion.valueOf(form.text("recommendation"));
            review.decideRecommendation(
                    APPLICATION.from(task),
                    recommendation,
                    form.text("opinion"),
                    form.text("documentNumber"),
                    form.date("documentDate"),
                    person.get());
            RecognitionProcess.RECOMMENDED.set(task, recommendation == Conclusion.RECOMMEND);
        };
    }
}
