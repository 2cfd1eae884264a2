package org.smecluster.recognition.process;

import static org.smecluster.recognition.process.RecognitionProcess.APPLICATION;

import java.time.LocalDate;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.smecluster.calendar.Deadline;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.NoDecisionResult;
import org.smecluster.engine.Submission;
import org.smecluster.filing.Filing;
import org.smecluster.filing.SubmissionVersion;
import org.smecluster.filing.process.FilingProcess;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationForm;
import org.smecluster.recognition.ApplicationStart;
import org.smecluster.recognition.process.RecognitionForms.StartRecognition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The start of an application: what the model's listeners hand to {@link ApplicationStart}. */
@Configuration(proxyBeanMethods = false)
class ApplicantSteps {

    private final ApplicationStart start;
    private final Filing filing;
    private final ActingPerson person;

    ApplicantSteps(ApplicationStart start, Filing filing, ActingPerson person) {
        this.start = start;
        this.filing = filing;
        this.person = person;
    }

    @Bean
    ExecutionListener openApplicationListener() {
        return execution -> {
            StartRecognition form = Submission.current().as(StartRecognition.class);
            Application application = start.open(
                    new ApplicationForm(
                            form.clusterName(),
                            form.leadingIndustry(),
                            form.crossCounty(),
                            form.involvedCounties(),
                            form.largestOutputShare(),
                            form.designatedByCity(),
                            form.designationDocument(),
                            form.poolClusterNumber()),
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
        SubmissionVersion first = filing.latest(application.caseNumber());
        RecognitionProcess.SUBMISSION.set(execution, first.id());
        RecognitionProcess.ROUND.set(execution, first.round());
        LocalDate lastDay = start.lastDayToSubmit(application.id());
        FilingProcess.SUBMISSION_DEADLINE.set(
                execution,
                EngineTime.iso(lastDay.plusDays(1).atStartOfDay(Deadline.ZONE).toInstant()));
    }

    @Bean
    ExecutionListener recordEligibilityListener() {
        return execution -> {
            DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
            if (result.isEmpty()) {
                throw new NoDecisionResult("applicantEligibility");
            }
            Boolean eligible = result.getSingleResult().getEntry("eligible");
            start.recordEligibility(
                    APPLICATION.from(execution),
                    eligible,
                    result.getSingleResult().getEntry("reason"));
            RecognitionProcess.ELIGIBLE.set(execution, eligible);
        };
    }
}
