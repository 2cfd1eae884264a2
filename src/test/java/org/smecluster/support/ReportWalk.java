package org.smecluster.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Altered.named;
import static org.smecluster.support.Altered.withoutLists;
import static org.smecluster.support.Desks.OFFICER;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.smecluster.filing.Submissions;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.support.Desks.Clerk;
import org.springframework.context.ApplicationContext;

/**
 * Yearly reports, walked as the people of the units would: the clock is the caller's ({@link TestClock}), the walk moves
 * nothing but the cases. A report on time or late is {@code submitted} before or after 30 March 24:00; a missing one is
 * simply not submitted. Workbooks are stored as data, without a file being read.
 *
 * <pre>
 * TestClock.set(LocalDate.of(2027, 1, 1));
 * ReportWalk walk = ReportWalk.in(context).begun();          // the timer of 1 January: year 2026
 * walk.reported(cluster, ReportWalk.workbook(name, 2027));   // submitted, forwarded, assessed, accepted
 * TestClock.set(LocalDate.of(2027, 3, 31));
 * walk.due();                                                // overdue ones are recorded
 * walk.citiesReported().waitingStopped().concluded();
 * </pre>
 */
public final class ReportWalk {

    private static final Map<String, Object> DECLARED = declared();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Desks desks;
    private final AnnualReports reports;
    private final MonitoringYears years;
    private final Submissions submissions;
    private final Uploads uploads;

    private int year;

    private ReportWalk(ApplicationContext context) {
        runtime = context.getBean(RuntimeService.class);
        tasks = context.getBean(TaskService.class);
        desks = context.getBean(Desks.class);
        reports = context.getBean(AnnualReports.class);
        years = context.getBean(MonitoringYears.class);
        submissions = context.getBean(Submissions.class);
        uploads = new Uploads(context);
        year = TestClock.today().getYear() - 1;
    }

    public static ReportWalk in(ApplicationContext context) {
        return new ReportWalk(context);
    }

    /** What the timer of 1 January does, for the year before the clock's; every report waits for its unit. */
    public ReportWalk begun() {
        return begunWithoutJobs().due();
    }

    /** As {@link #begun}, the reports still to be opened. */
    public ReportWalk begunWithoutJobs() {
        year = TestClock.today().getYear() - 1;
        runtime.createProcessInstanceByKey("annualMonitoring")
                .startBeforeActivity("event_monitoringStarted")
                .execute();
        return this;
    }

    public ReportWalk begunByHand() {
        year = TestClock.today().getYear() - 1;
        desks.start(OFFICER, "annualMonitoring", "year", year);
        return due();
    }

    /** Runs what is due of all processes, timers too. */
    public ReportWalk due() {
        desks.runDue();
        return this;
    }

    public int year() {
        return year;
    }

    /** Case number of the year's own case. */
    public String yearCase() {
        return years.find(year).orElseThrow().caseNumber();
    }

    public AnnualReport report(String clusterNumber) {
        return reports.find(year, clusterNumber).orElseThrow();
    }

    /** Data of the cluster for an application in the year, all conditions met, without the lists that prove them. */
    public static ClusterWorkbook workbook(String clusterName, int applicationYear) {
        return withoutLists(
                named(clusterName, SampleClusters.of(applicationYear).get(0).workbook()));
    }

    /** The whole of it: submitted now, forwarded by the city, assessed, accepted by the region. */
    public ReportWalk reported(String clusterNumber, ClusterWorkbook data) {
        return submitted(clusterNumber, data).forwarded(clusterNumber).accepted(clusterNumber);
    }

    /** The unit enters data and declarations, sees the findings, and submits. */
    public ReportWalk submitted(String clusterNumber, ClusterWorkbook data) {
        return submitted(clusterNumber, data, DECLARED);
    }

    /** @param declarations as the form declareConditions has them */
    public ReportWalk submitted(String clusterNumber, ClusterWorkbook data, Map<String, Object> declarations) {
        return entered(clusterNumber, data, declarations).confirmed(clusterNumber);
    }

    /** Data and declarations are in and assessed; the findings lie before the unit. */
    public ReportWalk entered(String clusterNumber, ClusterWorkbook data, Map<String, Object> declarations) {
        AnnualReport report = report(clusterNumber);
        long version = submissions.latest(report.caseNumber()).orElseThrow().id();
        uploads.lay(version, data, "report.xlsx", unit(report).user());
        submissions.changed(version);
        complete(unit(report), report.caseNumber(), "task_enterData", declarations);
        return ran(report.caseNumber());
    }

    public ReportWalk confirmed(String clusterNumber) {
        AnnualReport report = report(clusterNumber);
        complete(
                unit(report),
                report.caseNumber(),
                "task_confirmAndSubmit",
                Map.of("nextStep", "SUBMIT", "explanation", "情况属实", "truthfulnessCommitted", true));
        return this;
    }

    /** The city hands it to the region; it is assessed and lies before the officer. */
    public ReportWalk forwarded(String clusterNumber) {
        return forwardedWithoutJobs(clusterNumber).ran(report(clusterNumber).caseNumber());
    }

    /** As {@link #forwarded}, the report still to be assessed. */
    public ReportWalk forwardedWithoutJobs(String clusterNumber) {
        AnnualReport report = report(clusterNumber);
        complete(
                city(report.cityGroup()),
                report.caseNumber(),
                "task_checkReport",
                Map.of("checking", "FORWARD", "opinion", "数据属实"));
        return this;
    }

    /** The city gives it back; the unit has the next version in hand. */
    public ReportWalk returned(String clusterNumber) {
        return checked(clusterNumber, Map.of("checking", "RETURN", "opinion", "请核对从业人员数"));
    }

    public ReportWalk checked(String clusterNumber, Map<String, Object> form) {
        AnnualReport report = report(clusterNumber);
        complete(city(report.cityGroup()), report.caseNumber(), "task_checkReport", form);
        return ran(report.caseNumber());
    }

    /** The officer accepts it; a hard miss is not reported as a cause of revocation. */
    public ReportWalk accepted(String clusterNumber) {
        return reviewed(clusterNumber, false);
    }

    /** @param standardsReported whether a hard miss goes to the screening for revocation */
    public ReportWalk reviewed(String clusterNumber, boolean standardsReported) {
        Map<String, Object> form = new HashMap<>(Map.of("review", "ACCEPT", "opinion", "已审阅"));
        String caseNumber = report(clusterNumber).caseNumber();
        Task task = task(OFFICER, caseNumber, "task_reviewReport");
        if (Boolean.TRUE.equals(tasks.getVariable(task.getId(), "notMet"))) {
            form.put("standardsReport", String.valueOf(standardsReported));
            form.put("standardsReason", standardsReported ? "连续不符合" : "限期改进");
        }
        return reviewed(clusterNumber, form);
    }

    public ReportWalk reviewed(String clusterNumber, Map<String, Object> form) {
        complete(OFFICER, report(clusterNumber).caseNumber(), "task_reviewReport", form);
        return this;
    }

    /** Every city that has not reported on its cultivation work does. */
    public ReportWalk citiesReported() {
        years.cityReports(year).stream()
                .filter(city -> !city.reported())
                .forEach(city -> complete(
                        city(city.cityGroup()),
                        yearCase(),
                        "task_reportCultivationWork",
                        Map.of("work", "开展培育工作", "plans", "继续推进")));
        return this;
    }

    /** The officer waits no longer for what has not come; nothing happens where nothing is missing. */
    public ReportWalk waitingStopped() {
        return waitingStoppedWithoutJobs().ran(yearCase());
    }

    /** As {@link #waitingStopped}, the reports still to be closed. */
    public ReportWalk waitingStoppedWithoutJobs() {
        if (query(OFFICER, yearCase(), "task_followUpMissing").count() > 0) {
            complete(OFFICER, yearCase(), "task_followUpMissing", Map.of("followUp", "STOP", "note", "多次催报未报"));
        }
        return this;
    }

    public ReportWalk concluded() {
        complete(OFFICER, yearCase(), "task_concludeYear", Map.of("summary", "年度监测完成"));
        return this;
    }

    /** Runs the asynchronous steps of one case and of what it called. */
    public ReportWalk ran(String caseNumber) {
        desks.runSteps(caseNumber);
        return this;
    }

    public void complete(Clerk clerk, String caseNumber, String taskKey, Map<String, Object> form) {
        desks.complete(clerk.account(), task(clerk, caseNumber, taskKey), form);
    }

    public Task task(Clerk clerk, String caseNumber, String taskKey) {
        Task task = query(clerk, caseNumber, taskKey).singleResult();
        assertThat(task)
                .as("%s of %s for %s", taskKey, caseNumber, clerk.group())
                .isNotNull();
        return task;
    }

    private TaskQuery query(Clerk clerk, String caseNumber, String taskKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .taskCandidateGroup(clerk.group())
                .includeAssignedTasks();
    }

    public static Clerk unit(AnnualReport report) {
        return new Clerk("unit-" + report.applicantGroup(), report.applicantGroup());
    }

    public static Clerk city(String cityGroup) {
        return new Clerk("clerk-" + cityGroup, cityGroup);
    }

    /** What the first sample declares: every condition of 第十一条 met, no incident of 第十条. */
    public static Map<String, Object> declared() {
        Map<String, Object> form = new HashMap<>();
        SampleClusters.of(2027).get(0).declarations().forEach((code, declared) -> {
            if (declared.value() != null) {
                form.put(code, declared.value().toString());
            }
            if (declared.explanation() != null) {
                form.put(code + "Explanation", declared.explanation());
            }
        });
        form.put("noIncidents", true);
        return form;
    }
}
