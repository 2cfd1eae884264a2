package org.smecluster.recognition.process;

import static org.smecluster.recognition.process.RecognitionProcess.APPLICATION;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.filing.process.FilingProcess;
import org.smecluster.recognition.CityReview;
import org.smecluster.recognition.OnSiteVerification;
import org.smecluster.recognition.process.RecognitionForms.DecideAcceptance;
import org.smecluster.recognition.process.RecognitionForms.DecideRecommendation;
import org.smecluster.recognition.process.RecognitionForms.ReviewPreliminarily;
import org.smecluster.recognition.process.RecognitionForms.VerifyOnSite;
import org.smecluster.review.Conclusion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acceptance to recommendation: what the model's listeners and delegates hand to {@link CityReview}. */
@Configuration(proxyBeanMethods = false)
class CitySteps {

    private final CityReview review;
    private final OnSiteVerification verification;
    private final ActingPerson person;

    CitySteps(CityReview review, OnSiteVerification verification, ActingPerson person) {
        this.review = review;
        this.verification = verification;
        this.person = person;
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
            RecognitionProcess.VERIFICATION_ASKED.set(task, verification.isAsked(APPLICATION.from(task)));
            if (form.acceptance() == Conclusion.RETURN) {
                FilingProcess.CORRECTION_WORKING_DAYS.set(task, form.correctionWorkingDays());
            }
        };
    }

    @Bean
    TaskListener verifyOnSiteListener() {
        return task -> verification.complete(
                APPLICATION.from(task),
                Submission.current().as(VerifyOnSite.class).summary(),
                person.get());
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
