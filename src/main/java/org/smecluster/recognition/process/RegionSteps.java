package org.smecluster.recognition.process;

import static org.smecluster.recognition.process.RecognitionProcess.APPLICATION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.Conclusion;
import org.smecluster.recognition.Expert;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.recognition.RegionalReview;
import org.smecluster.recognition.SiteInspection;
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
    TaskListener offerExpertsListener() {
        return task -> {
            List<Map<String, String>> options = new ArrayList<>();
            review.availableExperts(APPLICATION.from(task)).forEach(expert -> options.add(option(expert)));
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
                    APPLICATION.from(task),
                    experts,
                    expertIds,
                    inspection,
                    form.text("siteInspectionReason"),
                    person.get());
            RecognitionProcess.EXPERT_REVIEW_ORDERED.set(task, experts);
            RecognitionProcess.SITE_INSPECTION_ORDERED.set(task, inspection);
            task.setVariable(RecognitionProcess.EXPERT_IDS, expertIds);
        };
    }

    @Bean
    TaskListener giveExpertOpinionListener() {
        return task -> {
            Submission form = Submission.current();
            review.giveExpertOpinion(
                    APPLICATION.from(task),
                    RecognitionProcess.EXPERT.from(task),
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
                    APPLICATION.from(task),
                    new SiteInspection(
                            form.date("inspectedOn"),
                            form.text("participants"),
                            form.text("findings"),
                            Conclusion.valueOf(form.text("conclusion")),
                            person.get().displayName()),
                    person.get());
        };
    }

    @Bean
    TaskListener concludeReReviewListener() {
        return task -> {
            Submission form = Submission.current();
            review.conclude(
                    APPLICATION.from(task),
                    Conclusion.valueOf(form.text("conclusion")),
                    form.text("opinion"),
                    form.text("softMissJudgement"),
                    person.get());
        };
    }

    @Bean
    JavaDelegate closeApplicationDelegate() {
        return execution -> {
            recognition.close(
                    APPLICATION.from(execution),
                    ApplicationState.valueOf(RecognitionProcess.OUTCOME.from(execution)),
                    RecognitionProcess.REASON.find(execution).orElse(null));
            deadlines.closeAll(execution.getProcessInstanceId());
        };
    }
}
