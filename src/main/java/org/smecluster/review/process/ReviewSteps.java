package org.smecluster.review.process;

import static org.smecluster.review.process.ReviewProcess.CASE_NUMBER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.review.Expert;
import org.smecluster.review.ReviewService;
import org.smecluster.review.SiteInspection;
import org.smecluster.review.process.ReviewForms.GiveExpertOpinion;
import org.smecluster.review.process.ReviewForms.InspectOnSite;
import org.smecluster.review.process.ReviewForms.PlanReReview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the listeners of {@code reviewChecks} hand to {@link ReviewService}. */
@Configuration(proxyBeanMethods = false)
class ReviewSteps {

    private final ReviewService review;
    private final ActingPerson person;

    ReviewSteps(ReviewService review, ActingPerson person) {
        this.review = review;
        this.person = person;
    }

    @Bean
    TaskListener offerExpertsListener() {
        return task -> {
            List<Map<String, String>> options = new ArrayList<>();
            review.availableExperts(CASE_NUMBER.from(task)).forEach(expert -> options.add(option(expert)));
            task.setVariableLocal("availableExperts", options);
        };
    }

    private static Map<String, String> option(Expert expert) {
        Map<String, String> option = new LinkedHashMap<>();
        option.put("label", expert.name() + "（" + expert.organisation() + "）");
        option.put("value", expert.userId());
        return option;
    }

    @Bean
    TaskListener planReReviewListener() {
        return task -> {
            PlanReReview form = Submission.current().as(PlanReReview.class);
            List<String> expertIds =
                    new ArrayList<>(form.expertIds().stream().distinct().toList());
            review.plan(
                    CASE_NUMBER.from(task),
                    form.expertReviewOrdered(),
                    expertIds,
                    form.siteInspectionOrdered(),
                    form.siteInspectionReason(),
                    person.get());
            ReviewProcess.EXPERT_REVIEW_ORDERED.set(task, form.expertReviewOrdered());
            ReviewProcess.SITE_INSPECTION_ORDERED.set(task, form.siteInspectionOrdered());
            task.setVariable(ReviewProcess.EXPERT_IDS, expertIds);
        };
    }

    @Bean
    TaskListener giveExpertOpinionListener() {
        return task -> {
            GiveExpertOpinion form = Submission.current().as(GiveExpertOpinion.class);
            review.giveExpertOpinion(
                    CASE_NUMBER.from(task),
                    ReviewProcess.EXPERT.from(task),
                    form.recommendation(),
                    form.score(),
                    form.opinion(),
                    person.get());
        };
    }

    @Bean
    TaskListener recordInspectionListener() {
        return task -> {
            InspectOnSite form = Submission.current().as(InspectOnSite.class);
            review.recordInspection(
                    CASE_NUMBER.from(task),
                    new SiteInspection(
                            form.inspectedOn(),
                            form.participants(),
                            form.findings(),
                            form.conclusion(),
                            person.get().displayName()),
                    person.get());
        };
    }
}
