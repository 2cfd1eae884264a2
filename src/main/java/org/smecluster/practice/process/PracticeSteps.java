package org.smecluster.practice.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.casework.CaseProcedure;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.smecluster.practice.Practice;
import org.smecluster.practice.PracticeService;
import org.smecluster.practice.process.PracticeForms.RevisePractice;
import org.smecluster.practice.process.PracticeForms.SelectPractice;
import org.smecluster.practice.process.PracticeForms.Selection;
import org.smecluster.practice.process.PracticeForms.StartPractice;
import org.smecluster.registry.CaseKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code practiceCase}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class PracticeSteps {

    @Bean
    CaseProcedure practiceCases() {
        return CaseProcedure.of(CaseKind.AL, "典型案例案件", "practiceCase");
    }

    private static final Variable<String> DECISION = Variable.ofString("practiceDecision");
    private static final Variable<String> REASON = Variable.ofString("reason");

    private final PracticeService practices;
    private final ActingPerson person;

    PracticeSteps(PracticeService practices, ActingPerson person) {
        this.practices = practices;
        this.person = person;
    }

    @Bean
    ExecutionListener openPracticeListener() {
        return execution -> {
            StartPractice form = Submission.current().as(StartPractice.class);
            CaseVariables.begin(
                    execution,
                    practices.open(
                            form.clusterNumber(),
                            new Practice(form.theme(), form.title(), form.summary(), form.results()),
                            person.get()));
        };
    }

    @Bean
    TaskListener selectPracticeListener() {
        return task -> {
            SelectPractice form = Submission.current().as(SelectPractice.class);
            practices.decide(
                    CASE_NUMBER.from(task),
                    form.selection() == Selection.SELECT,
                    form.selection().label(),
                    form.opinion(),
                    person.get());
            DECISION.set(task, form.selection().name());
            REASON.set(task, form.opinion());
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
            RevisePractice form = Submission.current().as(RevisePractice.class);
            practices.revise(CASE_NUMBER.from(task), form.title(), form.summary(), form.results(), person.get());
        };
    }

    @Bean
    JavaDelegate publishPracticeDelegate() {
        return execution -> practices.publish(CASE_NUMBER.from(execution));
    }
}
