package org.smecluster.review.process;

import static org.smecluster.review.process.ReviewProcess.CASE_NUMBER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.review.Conclusion;
import org.smecluster.review.Expert;
import org.smecluster.review.ReviewService;
import org.smecluster.review.SiteInspection;
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
            Submission form = Submission.current();
            boolean experts = form.flag("expertReviewOrdered");
            boolean inspection = form.flag("siteInspectionOrdered");
            List<String> expertIds =
                    new ArrayList<>(form.texts("expertIds").stream().distinct().toList());
            review.plan(
                    CASE_NUMBER.from(task),
                    experts,
                    expertIds,
                    inspection,
                    form.text("siteInspectionReason"),
                    person.get());
            ReviewProcess.EXPERT_REVIEW_ORDERED.set(task, experts);
            ReviewProcess.SITE_INSPECTION_ORDERED.set(task, inspection);
            task.setVariable(ReviewProcess.EXPERT_IDS, expertIds);
        };
    }

    @Bean
    TaskListener giveExpertOpinionListener() {
        return task -> {
            Submission form = Submission.current();
            review.giveExpertOpinion(
                    CASE_NUMBER.from(task),
                    ReviewProcess.EXPERT.from(task),
                    Conclusion.valueOf(form.text("recommendation")),
                    form.integer("score"),
                    form.text("opinion"),
                    person.get());
        };
    }

    @Bean
    TaskListener recordInspectionListener() {
        return task -> {
            Submission form = Submission.current();
            review.recordInspection(
                    CASE_NUMBER.from(task),
                    new SiteInspection(
                            form.date("inspectedOn"),
                            form.text("participants"),
                            form.text("findings"),
                            Conclusion.valueOf(form.text("conclusion")),
                            person.get().displayName()),
                    person.get());
        };
    }
}
