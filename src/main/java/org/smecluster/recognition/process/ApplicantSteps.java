package org.smecluster.recognition.process;

import static org.smecluster.recognition.process.RecognitionProcess.APPLICATION;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.NoDecisionResult;
import org.smecluster.engine.Submission;
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
    private final ActingPerson person;

    ApplicantSteps(ApplicationStart start, ActingPerson person) {
        this.start = start;
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
                            form.countyOutputs(),
                            form.adjacencyExplanation(),
                            form.designatedByCity(),
                            form.designationDocument(),
                            form.poolClusterNumber()),
                    person.get());
            execution.setProcessBusinessKey(application.caseNumber());
            setFacts(execution, application);
        };
    }

    private void setFacts(DelegateExecution execution, Application application) {
        CaseVariables.CASE_NUMBER.set(execution, application.caseNumber());
        APPLICATION.set(execution, application.id());
        RecognitionProcess.BATCH.set(execution, application.batchId());
        CaseVariables.CLUSTER_NAME.set(execution, application.clusterName());
        CaseVariables.APPLICANT_GROUP.set(execution, application.applicantGroup());
        CaseVariables.CITY_GROUP.set(execution, application.cityGroup());
        RecognitionProcess.APPLICANT_TYPE.set(
                execution, application.applicantType().name());
        RecognitionProcess.CROSS_COUNTY.set(execution, application.crossCounty());
        RecognitionProcess.LARGEST_OUTPUT_SHARE.set(execution, application.largestOutputShare());
        RecognitionProcess.DESIGNATED_BY_CITY.set(execution, application.designatedByCity());
        FilingProcess.ROUND.set(execution, 1);
        FilingProcess.SUBMISSION_DEADLINE.set(execution, EngineTime.isoAfter(start.lastDayToSubmit(application)));
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
