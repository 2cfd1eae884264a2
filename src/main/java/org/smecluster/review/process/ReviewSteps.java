package org.smecluster.review.process;

import static org.smecluster.review.process.ReviewProcess.CASE_NUMBER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.law.Refusal;
import org.smecluster.review.Expert;
import org.smecluster.review.ExpertReview;
import org.smecluster.review.ReviewService;
import org.smecluster.review.SiteInspection;
import org.smecluster.review.process.ReviewForms.GiveExpertOpinion;
import org.smecluster.review.process.ReviewForms.InspectOnSite;
import org.smecluster.review.process.ReviewForms.PlanReReview;
import org.smecluster.review.process.ReviewForms.ReplaceExpert;
import org.smecluster.review.process.ReviewForms.Replacement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the listeners of {@code reviewChecks} hand to {@link ReviewService}. */
@Configuration(proxyBeanMethods = false)
class ReviewSteps {

    private final ReviewService review;
    private final ExpertReview experts;
    private final ActingPerson person;

    ReviewSteps(ReviewService review, ExpertReview experts, ActingPerson person) {
        this.review = review;
        this.experts = experts;
        this.person = person;
    }

    @Bean
    TaskListener offerExpertsListener() {
        return task -> offer(task, review.availableExperts(CASE_NUMBER.from(task)));
    }

    private static void offer(DelegateTask task, List<Expert> available) {
        List<Map<String, String>> options = new ArrayList<>();
        available.forEach(expert -> options.add(option(expert)));
        task.setVariableLocal("availableExperts", options);
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
            String caseNumber = CASE_NUMBER.from(task);
            String expert = ReviewProcess.EXPERT.from(task);
            if (form.declined()) {
                refuseWithoutTheStep(task);
                experts.decline(caseNumber, expert, form.declineReason(), person.get());
                ReviewProcess.EXPERT_ANSWER.set(task, "DECLINED");
            } else {
                experts.give(caseNumber, expert, form.recommendation(), form.opinion(), person.get());
                answered(task);
            }
        };
    }

    private static void refuseWithoutTheStep(DelegateTask task) {
        if (withoutTheStep(task)) {
            throw new Refusal("本案按流程的旧版本办理，不能在系统里申请回避；请不要提交，告知自治区经办人员");
        }
    }

    /** A case goes on by the model that it began with, but with the form as it is now. */
    private static boolean withoutTheStep(DelegateTask task) {
        return task.getBpmnModelInstance().getModelElementById(ReviewProcess.REPLACE_EXPERT) == null;
    }

    /** In an old model the experts share one scope, and no gateway asks. */
    private static void answered(DelegateTask task) {
        if (!withoutTheStep(task)) {
            ReviewProcess.EXPERT_ANSWER.set(task, "GIVEN");
        }
    }

    @Bean
    TaskListener offerReplacementsListener() {
        return task -> {
            String caseNumber = CASE_NUMBER.from(task);
            task.setVariableLocal("declinedWhy", experts.declined(caseNumber, ReviewProcess.EXPERT.from(task)));
            offer(task, experts.replacements(caseNumber));
        };
    }

    @Bean
    TaskListener replaceExpertListener() {
        return task -> {
            ReplaceExpert form = Submission.current().as(ReplaceExpert.class);
            boolean replaced = form.replacement() == Replacement.REPLACE;
            experts.replace(
                    CASE_NUMBER.from(task),
                    ReviewProcess.EXPERT.from(task),
                    replaced ? form.replacementIds() : List.of(),
                    person.get());
            ReviewProcess.EXPERT_ANSWER.set(task, replaced ? "REPLACED" : "NONE");
            if (replaced) {
                ReviewProcess.EXPERT.set(task, form.replacementIds().get(0));
            }
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
