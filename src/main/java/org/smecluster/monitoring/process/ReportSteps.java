package org.smecluster.monitoring.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.casework.Forwarding;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.Submission;
import org.smecluster.engine.Variable;
import org.smecluster.law.Outcome;
import org.smecluster.monitoring.AnnualReportService;
import org.smecluster.monitoring.ReportAssessment;
import org.smecluster.monitoring.process.MonitoringForms.CheckReport;
import org.smecluster.monitoring.process.MonitoringForms.Review;
import org.smecluster.monitoring.process.MonitoringForms.ReviewReport;
import org.smecluster.registry.YearlyReport.State;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code annualReport}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class ReportSteps {

    /** Input parameter of the closing step, as the model states it. */
    private static final Variable<String> OUTCOME = Variable.ofString("outcome");

    private final AnnualReportService reports;
    private final ActingPerson person;

    ReportSteps(AnnualReportService reports, ActingPerson person) {
        this.reports = reports;
        this.person = person;
    }

    @Bean
    JavaDelegate openReportDelegate() {
        return execution -> reports.openVersion(CASE_NUMBER.from(execution));
    }

    @Bean
    JavaDelegate recordOverdueDelegate() {
        return execution -> reports.recordOverdue(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerReportListener() {
        return task -> task.setVariableLocal("reportText", reports.inWords(CASE_NUMBER.from(task)));
    }

    @Bean
    TaskListener checkReportListener() {
        return task -> {
            CheckReport form = Submission.current().as(CheckReport.class);
            String caseNumber = CASE_NUMBER.from(task);
            reports.check(caseNumber, form.checking(), form.opinion(), person.get());
            if (form.refused()) {
                reports.recordRefusal(caseNumber, form.refusalEvidence(), person.get());
            }
            MonitoringProcess.REPORT_FORWARDED.set(task, form.checking() == Forwarding.FORWARD);
        };
    }

    @Bean
    JavaDelegate assessReportDelegate(ReportAssessment assessment) {
        return execution -> assessment.assess(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerReportToReviewListener(ReportAssessment assessment) {
        return task -> {
            String caseNumber = CASE_NUMBER.from(task);
            task.setVariableLocal("reportText", reports.inWords(caseNumber));
            task.setVariableLocal("outcomeText", assessment.outcomeInWords(caseNumber));
            task.setVariableLocal("warningText", assessment.warningInWords(caseNumber));
            task.setVariableLocal("notMet", reports.get(caseNumber).outcome() == Outcome.NOT_MET);
        };
    }

    @Bean
    TaskListener reviewReportListener() {
        return task -> {
            ReviewReport form = Submission.current().as(ReviewReport.class);
            String caseNumber = CASE_NUMBER.from(task);
            boolean accepted = form.review() == Review.ACCEPT;
            reports.review(
                    caseNumber, accepted, form.opinion(), form.standardsReport(), form.standardsReason(), person.get());
            if (form.falseFound()) {
                reports.recordFalseDeclaration(caseNumber, form.falseEvidence(), person.get());
            }
            MonitoringProcess.REPORT_ACCEPTED.set(task, accepted);
        };
    }

    /** Closes the report as the model says, and its case with it. */
    @Bean
    JavaDelegate closeReportDelegate(@Qualifier("closeCaseDelegate") JavaDelegate closeCase) {
        return execution -> {
            reports.close(CASE_NUMBER.from(execution), State.valueOf(OUTCOME.from(execution)));
            closeCase.execute(execution);
        };
    }
}
