package org.smecluster.recognition.process;

import static org.smecluster.recognition.process.RecognitionProcess.APPLICATION;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.assessment.Declaration;
import org.smecluster.assessment.Declarations;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.Deadlines;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationForm;
import org.smecluster.recognition.Filing;
import org.smecluster.recognition.SubmissionVersion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From the start to the submission: what the model's listeners and delegates hand to {@link Filing}. */
@Configuration(proxyBeanMethods = false)
class ApplicantSteps {

    private static final String EXPLANATION = "Explanation";

    private final Filing filing;
    private final ActingPerson person;
    private final Deadlines deadlines;

    ApplicantSteps(Filing filing, ActingPerson person, Deadlines deadlines) {
        this.filing = filing;
        this.person = person;
        this.deadlines = deadlines;
    }

    @Bean
    ExecutionListener openApplicationListener() {
        return execution -> {
            Submission form = Submission.current();
            boolean crossCounty = Boolean.TRUE.equals(form.choice("crossCounty"));
            Application application = filing.open(
                    new ApplicationForm(
                            form.text("clusterName"),
                            form.text("leadingIndustry"),
                            crossCounty,
                            form.texts("involvedCounties"),
                            form.choice("largestOutputShare"),
                            form.flag("designatedByCity"),
                            form.text("designationDocument")),
                    person.get());
            execution.setProcessBusinessKey(application.caseNumber());
            setFacts(execution, application);
        };
    }

    private void setFacts(DelegateExecution execution, Application application) {
        RecognitionProcess.CASE_NUMBER.set(execution, application.caseNumber());
        APPLICATION.set(execution, application.id());
        RecognitionProcess.BATCH.set(execution, application.batchId());
        RecognitionProcess.CLUSTER_NAME.set(execution, application.clusterName());
        RecognitionProcess.APPLICANT_GROUP.set(execution, application.applicantGroup());
        RecognitionProcess.CITY_GROUP.set(execution, application.cityGroup());
        RecognitionProcess.APPLICANT_TYPE.set(
                execution, application.applicantType().name());
        RecognitionProcess.CROSS_COUNTY.set(execution, application.crossCounty());
        RecognitionProcess.LARGEST_OUTPUT_SHARE.set(execution, application.largestOutputShare());
        RecognitionProcess.DESIGNATED_BY_CITY.set(execution, application.designatedByCity());
        SubmissionVersion first = filing.latest(application.id());
        RecognitionProcess.SUBMISSION.set(execution, first.id());
        RecognitionProcess.ROUND.set(execution, first.round());
        LocalDate lastDay = filing.lastDayToSubmit(application.id());
        RecognitionProcess.SUBMISSION_DEADLINE.set(
                execution,
                EngineTime.iso(lastDay.plusDays(1).atStartOfDay(Deadline.ZONE).toInstant()));
    }

    @Bean
    ExecutionListener recordEligibilityListener() {
        return execution -> {
            DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
            Boolean eligible = result.getSingleResult().getEntry("eligible");
            filing.recordEligibility(
                    APPLICATION.from(execution),
                    eligible,
                    result.getSingleResult().getEntry("reason"));
            RecognitionProcess.ELIGIBLE.set(execution, eligible);
        };
    }

    @Bean
    TaskListener offerDeclarationsListener() {
        return task -> {
            long application = APPLICATION.from(task);
            filing.declarations(application).byCode().forEach((code, declaration) -> {
                offer(
                        task,
                        code,
                        declaration.value() == null ? null : declaration.value().toString());
                offer(task, code + EXPLANATION, declaration.explanation());
            });
            task.setVariableLocal("noIncidents", filing.latest(application).noIncidents());
        };
    }

    private static void offer(DelegateTask task, String key, String value) {
        if (value != null) {
            task.setVariableLocal(key, value);
        }
    }

    @Bean
    TaskListener storeDeclarationsListener() {
        return task -> {
            Submission form = Submission.current();
            Map<String, Declaration> byCode = new HashMap<>();
            for (String code : Declarations.codes()) {
                byCode.put(code, new Declaration(form.choice(code), form.text(code + EXPLANATION)));
            }
            filing.declare(APPLICATION.from(task), new Declarations(byCode), form.flag("noIncidents"), person.get());
        };
    }

    @Bean
    JavaDelegate assessSubmissionDelegate() {
        return execution -> filing.check(APPLICATION.from(execution));
    }

    @Bean
    TaskListener offerExplanationListener() {
        return task -> {
            long application = APPLICATION.from(task);
            offer(task, "explanation", filing.latest(application).explanation());
            offer(task, "missingMaterials", filing.missingMaterials(application).orElse(null));
        };
    }

    @Bean
    TaskListener commitSubmissionListener() {
        return task -> {
            Submission form = Submission.current();
            String next = form.text("nextStep");
            String explanation = form.text("explanation");
            boolean truthful = form.flag("truthfulnessCommitted");
            if (next.equals("SUBMIT")) {
                filing.commit(
                        APPLICATION.from(task),
                        explanation,
                        truthful,
                        OffsetDateTime.parse(RecognitionProcess.SUBMISSION_DEADLINE.from(task))
                                .toInstant(),
                        person.get());
            } else {
                filing.reconsider(APPLICATION.from(task), explanation, person.get());
            }
            RecognitionProcess.NEXT_STEP.set(task, next);
        };
    }

    @Bean
    JavaDelegate freezeSubmissionDelegate() {
        return execution -> {
            filing.freeze(APPLICATION.from(execution));
            deadlines.close(execution.getProcessInstanceId(), RecognitionProcess.SUBMISSION_TIMER);
        };
    }
}
