package org.smecluster.monitoring.process;

import static org.smecluster.casework.process.CaseVariables.CASE_NUMBER;
import static org.smecluster.casework.process.CaseVariables.CITY_GROUP;

import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.process.CaseVariables;
import org.smecluster.engine.ActingPerson;
import org.smecluster.engine.EngineTime;
import org.smecluster.engine.Submission;
import org.smecluster.monitoring.MonitoringService;
import org.smecluster.monitoring.process.MonitoringForms.ConcludeYear;
import org.smecluster.monitoring.process.MonitoringForms.FollowUp;
import org.smecluster.monitoring.process.MonitoringForms.FollowUpMissing;
import org.smecluster.monitoring.process.MonitoringForms.ReportCultivationWork;
import org.smecluster.monitoring.process.MonitoringForms.StartMonitoring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code annualMonitoring}, in the order of the model. */
@Configuration(proxyBeanMethods = false)
class MonitoringSteps {

    private final MonitoringService monitoring;
    private final ActingPerson person;

    MonitoringSteps(MonitoringService monitoring, ActingPerson person) {
        this.monitoring = monitoring;
        this.person = person;
    }

    /** By the timer for the year before, once; by hand as the form says. */
    @Bean
    ExecutionListener openYearListener() {
        return execution -> {
            StartMonitoring form = Submission.current().as(StartMonitoring.class);
            Optional<CaseRecord> opened = person.find()
                    .map(officer -> Optional.of(monitoring.begin(form.year(), form.note(), officer)))
                    .orElseGet(monitoring::begin);
            MonitoringProcess.YEAR_OPENED.set(execution, opened.isEmpty());
            opened.ifPresent(record -> begin(execution, record));
        };
    }

    private void begin(DelegateExecution execution, CaseRecord record) {
        CaseVariables.begin(execution, record);
        MonitoringProcess.REPORTS_OVER_AT.set(execution, EngineTime.iso(monitoring.over(record.caseNumber())));
    }

    @Bean
    JavaDelegate openReportsDelegate() {
        return execution -> {
            String caseNumber = CASE_NUMBER.from(execution);
            List<String> cities = monitoring.openReports(
                    caseNumber,
                    MonitoringProcess.UNIT_DAY
                            .find(execution)
                            .map(MonitoringSteps::monthDay)
                            .orElse(null));
            execution.setVariable(MonitoringProcess.CITY_GROUPS, new ArrayList<>(cities));
            MonitoringProcess.UNIT_DAY_OVER_AT.set(execution, EngineTime.isoAfter(monitoring.unitDay(caseNumber)));
        };
    }

    private static MonthDay monthDay(String stated) {
        try {
            return MonthDay.parse("--" + stated.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "input parameter '" + MonitoringProcess.UNIT_DAY.name() + "' is '" + stated
                            + "', not month and day as in 03-20",
                    e);
        }
    }

    @Bean
    JavaDelegate urgeClustersDelegate() {
        return execution -> monitoring.urge(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerCityReportListener() {
        return task -> monitoring
                .cityInWords(CASE_NUMBER.from(task), CITY_GROUP.from(task))
                .forEach(task::setVariableLocal);
    }

    @Bean
    TaskListener reportCultivationWorkListener() {
        return task -> {
            ReportCultivationWork form = Submission.current().as(ReportCultivationWork.class);
            monitoring.reportWork(
                    CASE_NUMBER.from(task),
                    CITY_GROUP.from(task),
                    form.work(),
                    form.problems(),
                    form.plans(),
                    form.documentNumber(),
                    person.get());
        };
    }

    @Bean
    JavaDelegate countMissingDelegate() {
        return execution ->
                MonitoringProcess.REPORTS_MISSING.set(execution, monitoring.countMissing(CASE_NUMBER.from(execution)));
    }

    @Bean
    JavaDelegate remindMissingDelegate() {
        return execution -> monitoring.remind(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerMissingListener() {
        return task -> task.setVariableLocal("missingText", monitoring.missingInWords(CASE_NUMBER.from(task)));
    }

    @Bean
    TaskListener followUpMissingListener() {
        return task -> {
            FollowUpMissing form = Submission.current().as(FollowUpMissing.class);
            boolean wait = form.followUp() == FollowUp.WAIT;
            monitoring.followUp(CASE_NUMBER.from(task), wait ? form.waitUntil() : null, form.note(), person.get());
            MonitoringProcess.WAIT_LONGER.set(task, wait);
            if (wait) {
                MonitoringProcess.WAIT_UNTIL.set(task, EngineTime.isoAfter(form.waitUntil()));
            }
        };
    }

    @Bean
    JavaDelegate stopWaitingDelegate() {
        return execution -> monitoring.stopWaiting(CASE_NUMBER.from(execution));
    }

    @Bean
    TaskListener offerYearListener() {
        return task -> task.setVariableLocal("yearText", monitoring.yearInWords(CASE_NUMBER.from(task)));
    }

    @Bean
    TaskListener concludeYearListener() {
        return task -> {
            ConcludeYear form = Submission.current().as(ConcludeYear.class);
            monitoring.conclude(CASE_NUMBER.from(task), form.summary(), person.get());
        };
    }
}
