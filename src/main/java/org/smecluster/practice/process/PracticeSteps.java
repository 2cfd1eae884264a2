package org.smecluster.practice.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.smecluster.practice.Practice;
import org.smecluster.practice.PracticeService;
import org.smecluster.practice.PracticeTheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code practiceCase}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class PracticeSteps {

    private static final Variable<String> DECISION = Variable.ofString("practiceDecision");
    private static final Variable<String> REASON = Variable.ofString("reason");
    private static final Map<String, String> DECISIONS = Map.of("SELECT", "入选", "RETURN", "退回修改", "REJECT", "不入选");

    private final PracticeService practices;
    private final ActingPerson person;

    PracticeSteps(PracticeService practices, ActingPerson person) {
        this.practices = practices;
        this.person = person;
    }

    @Bean
    ExecutionListener openPracticeListener() {
        return execution -> {
            Submission form = Submission.current();
            CaseVariables.begin(
                    execution,
                    practices.open(
                            form.text("clusterNumber"),
                            new Practice(
                                    PracticeTheme.valueOf(form.text("theme")),
                                    form.text("title"),
                                    form.text("summary"),
                                    form.text("results")),
                            person.get()));
        };
    }

    @Bean
    TaskListener selectPracticeListener() {
        return task -> {
            Submission form = Submission.current();
            String decision = form.text("selection");
            String opinion = form.text("opinion");
            practices.decide(
                    CASE_NUMBER.from(task), decision.equals("SELECT"), DECISIONS.get(decision), opinion, person.get());
            DECISION.set(task, decision);
            REASON.set(task, opinion);
        };
    }

    @Bean
    TaskListener offerPracticeListener() {
        return task -> {
            Practice practice = practices.get(CASE_NUMBER.from(task));
            task.setVariableLocal("returnOpinion", REASON.from(task));
            task.setVariableLocal("title", practice.title());
            task.setVariableLocal("summary", practice.summary());
            task.setVariableLocal("results", practice.results());
        };
    }

    @Bean
    TaskListener revisePracticeListener() {
        return task -> {
            Submission form = Submission.current();
            practices.revise(
                    CASE_NUMBER.from(task),
                    form.text("title"),
                    form.text("summary"),
                    form.text("results"),
                    person.get());
        };
    }

    @Bean
    JavaDelegate publishPracticeDelegate() {
        return execution -> practices.publish(CASE_NUMBER.from(execution));
    }
}
