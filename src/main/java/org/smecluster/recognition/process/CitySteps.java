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
import org.smecluster.recognition.process.RecognitionForms.DecideAcceptance;
import org.smecluster.recognition.process.RecognitionForms.DecideRecommendation;
import org.smecluster.recognition.process.RecognitionForms.ReviewPreliminarily;
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
            DecideAcceptance form = Submission.current().as(DecideAcceptance.class);
            review.decideAcceptance(
                    APPLICATION.from(task),
                    form.acceptance(),
                    form.opinion(),
                    form.correctionWorkingDays(),
                    person.get());
            RecognitionProcess.ACCEPTANCE.set(task, form.acceptance().name());
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
            ReviewPreliminarily form = Submission.current().as(ReviewPreliminarily.class);
            review.reviewPreliminarily(
                    APPLICATION.from(task), form.conclusion(), form.opinion(), form.softMissJudgement(), person.get());
        };
    }

    @Bean
    TaskListener decideRecommendationListener() {
        return task -> {
            DecideRecommendation form = Submission.current().as(DecideRecommendation.class);
            review.decideRecommendation(
                    APPLICATION.from(task),
                    form.recommendation(),
                    form.opinion(),
                    form.documentNumber(),
                    form.documentDate(),
                    person.get());
            RecognitionProcess.RECOMMENDED.set(task, form.recommendation() == Conclusion.RECOMMEND);
        };
    }
}
