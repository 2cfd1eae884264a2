package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.casework.process.ClusterMessages;
import org.smecluster.engine.Messages;
import org.smecluster.national.NationalService;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RenewalWalk;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.smecluster.support.YearlyReportRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A job that dies after its step has committed runs the step again. Here each step is run in a transaction that commits,
 * and again in another, before the job itself runs it a third time: after the second everything that is held must be,
 * to the letter, what it was after the first.
 */
@ProcessTest
@DisplayName("每个异步步骤重复执行，结果与执行一次完全相同")
class EveryAsynchronousStepTwiceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Messages messages;

    @Autowired
    Desks desks;

    private final Set<String> repeated = new TreeSet<>();

    @Test
    @DisplayName("批次、公示、有效期：模型中的异步步骤和定时之后的步骤一个不漏")
    void batchNoticeAndTerm() {
        BatchWalk walk = BatchWalk.in(context).opened();
        String a = walk.reReviewed("640221", "平罗碳基材料集群");
        String b = walk.reReviewed("640521", "中宁枸杞集群");
        walk.run("event_windowReminderDue");
        run(walk, "service_remindApplicants");
        walk.run("event_windowClosed").run("event_recommendationReminderDue");
        run(walk, "service_remindCities");
        walk.run("event_recommendationClosed");
        TestClock.set(walk.batch().recommendationDeadline().plusDays(1));
        walk.compared().decided(a, true, null).decided(b, false, "产业链协作不足");
        walk.complete(
                BatchWalk.LEADER, "task_selectClusters", Map.of("selectionNote", "综合比较", "selectionConfirmed", true));
        run(walk, "service_informNotSelected");
        walk.run("event_publicationDue");
        run(walk, "service_publishNotice");
        TestClock.set(walk.notice().endsOn().plusDays(1));
        twice("event_publicityEnded", "service_endPublicity");
        walk.run("event_publicityEnded");
        long objection = walk.lateObjection(a);
        run(walk, "service_tellReopened");
        walk.ruled(objection, "DISMISSED");
        walk.complete(BatchWalk.OFFICER, "task_publishList", walk.publicationForm());
        run(walk, "service_registerClusters");
        run(walk, "service_informRecognised");
        run(walk, "service_closeBatch");

        run(walk, "service_scheduleReminders");
        walk.run("event_firstReminderDue");
        run(walk, "service_remindFirst");
        walk.run("event_secondReminderDue");
        run(walk, "service_remindAgain");
        extended(registry.all().get(0));
        run(walk, "service_takeOverTerm");
        walk.run("service_scheduleReminders");
        walk.run("event_firstReminderDue").run("service_remindFirst");
        walk.run("event_secondReminderDue").run("service_remindAgain");
        TestClock.set(TestClock.today().plusYears(6).plusDays(1));
        walk.run("event_termEnded");
        run(walk, "service_lapseCluster");

        assertThat(repeated)
                .containsExactlyInAnyOrderElementsOf(stepsOfJobs(
                        "recognition/recognitionBatch", "publicnotice/publicNotice", "renewal/clusterTerm"));
    }

    @Test
    @DisplayName("申报、填报、复审核查：模型中的异步步骤和定时之后的步骤一个不漏")
    void application() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        RecognitionWalk application = RecognitionWalk.in(context)
                .of("fine-chemicals-pingluo")
                .openBatch()
                .started()
                .uploaded()
                .declared();
        twice("service_assessSubmission", "service_assessSubmission");
        application.jobDone().confirmed().accepted().reviewed().recommended();
        twice("service_assessForReReview", "service_assessForReReview");
        application.jobDone();
        assertThat(application.openTasks()).containsExactly("task_planReReview");

        assertThat(repeated)
                .containsExactlyInAnyOrderElementsOf(
                        stepsOfJobs("recognition/clusterRecognition", "filing/dataFiling", "review/reviewChecks"));
    }

    private void extended(ClusterRecord cluster) {
        registry.beginReview(cluster.clusterNumber(), "NXJQ-2029-FH-00001", cluster.termEndsOn());
        registry.extend(cluster.clusterNumber(), "NXJQ-2029-FH-00001", cluster.termEndsOn(), "宁工信企发〔2029〕8号");
        messages.send(ClusterMessages.EXTENDED, cluster.clusterNumber(), Map.of());
    }

    @Test
    @DisplayName("入库、案例、变动备案、撤销：模型中的异步步骤和定时之后的步骤一个不漏")
    void afterRecognition() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        ProcessInstance pool = CaseWalk.admissionDecided(desks);
        inTurn("service_admitToPool");
        TestClock.set(LocalDate.of(2027, 1, 16));
        desks.runDue();
        CaseWalk.removalDecided(desks, pool);
        inTurn("service_leavePool");

        String cluster = CaseWalk.recognised(registry);
        CaseWalk.practiceSelected(desks, cluster);
        inTurn("service_publishPractice");
        CaseWalk.changeToRegister(desks, cluster);
        inTurn("service_registerChange");
        CaseWalk.changeReported(desks, cluster, "AREA");
        ProcessInstance revocation = CaseWalk.groundsFound(desks, cluster);
        TestClock.set(TestClock.today().plusDays(40));
        twice("event_filingOverdue", "service_reportUnfiled");
        twice("event_hearingEnded", "service_recordSilence");
        desks.runDue();
        CaseWalk.revocationDecided(desks, revocation);
        inTurn("service_announceRevocation");
        CaseWalk.lateObjectionHandedOver(desks, CaseWalk.zhongningRecognised(registry));
        inTurn("service_reportCause");

        assertThat(repeated)
                .containsExactlyInAnyOrderElementsOf(stepsOfJobs(
                        "cultivation/cultivationAdmission",
                        "practice/practiceCase",
                        "change/changeFiling",
                        "revocation/revocation",
                        "publicnotice/lateObjection"));
    }

    @Test
    @DisplayName("复核轮次、期满复核：模型中的异步步骤和定时之后的步骤一个不漏")
    void renewal() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        String cluster = CaseWalk.recognised(registry);
        registry.openReviewFrom(cluster, TestClock.today());
        RenewalWalk review = RenewalWalk.in(context)
                .of(cluster)
                .applied()
                .submitted()
                .returned()
                .submitted()
                .forwarded("RECOMMEND");
        twice("service_assessForReview", "service_assessForReview");
        review.jobsDone().withdrawn();
        review.applied().submitted().returned();
        TestClock.set(TestClock.today().plusDays(30));
        twice("event_submissionPeriodExpired", "service_endExpired");
        desks.runDue();
        assertThat(review.record().outcome()).isEqualTo("LAPSED");

        registry.awaitReview(cluster, LocalDate.of(2029, 6, 11));
        TestClock.set(LocalDate.of(2029, 6, 11));
        twice("event_windowClosed", "service_closeRound");
        desks.runDue();
        registry.awaitReviewAgain(cluster, TestClock.today(), "宁工信企发〔2029〕5号");
        ProcessInstance none = desks.start(
                Desks.OFFICER,
                "reviewRound",
                "reviewHeld",
                "false",
                "termsFrom",
                "2029-01-01",
                "termsTo",
                "2029-12-31",
                "reason",
                "政策支持期满");
        desks.complete(
                Desks.LEADER,
                none,
                "task_stateNoReview",
                "noReview",
                "true",
                "documentNumber",
                "宁工信企发〔2029〕9号",
                "documentDate",
                "2029-06-11",
                "noReviewConfirmed",
                true);
        inTurn("service_endWithoutReview");

        assertThat(repeated)
                .containsExactlyInAnyOrderElementsOf(stepsOfJobs("renewal/renewalReview", "renewal/reviewRound"));
    }

    @Test
    @DisplayName("推荐申报国家级：模型中的异步步骤一个不漏")
    void nationalRecommendation() {
        TestClock.set(LocalDate.of(2027, 5, 10));
        YearlyReportRows reports = YearlyReportRows.of(context, 2026);
        String cluster = reports.accepted(0).clusterNumber();
        reports.concluded();
        ProcessInstance instance =
                desks.start(Desks.OFFICER, "nationalRecommendation", "reportYear", 2026, "applyBy", "2027-07-16");
        inTurn("service_evaluateCandidates");
        TestClock.set(LocalDateTime.of(2027, 7, 9, 9, 0));
        twice("event_firstReminderDue", "service_remindFirst");
        desks.runDue();
        TestClock.set(LocalDateTime.of(2027, 7, 15, 9, 0));
        twice("event_secondReminderDue", "service_remindSecond");
        desks.runDue();
        CaseWalk.recommendedNationally(context.getBean(NationalService.class), desks, instance, cluster);
        inTurn("service_publishRecommendations");
        CaseWalk.nationalResult(desks, instance, cluster);
        inTurn("service_announceNationalResult");

        assertThat(repeated).containsExactlyInAnyOrderElementsOf(stepsOfJobs("national/nationalRecommendation"));
    }

    @Test
    @DisplayName("年度监测、年度报送：模型中的异步步骤和定时之后的步骤一个不漏")
    void monitoring() {
        TestClock.set(LocalDate.of(2026, 6, 10));
        String cluster = CaseWalk.recognised(registry);
        String name = registry.get(cluster).name();
        TestClock.set(LocalDate.of(2027, 1, 1));
        ReportWalk walk = ReportWalk.in(context);
        walk.begunWithoutJobs();
        inTurnOnce("service_openReports");
        twice("service_openVersion", "service_openVersion");
        desks.runDue();
        TestClock.set(LocalDate.of(2027, 3, 1));
        twice("event_reminderDue", "service_remindMissing");
        desks.runDue();
        TestClock.set(LocalDate.of(2027, 3, 21));
        twice("event_unitDayOver", "service_urgeClusters");
        desks.runDue();
        TestClock.set(LocalDate.of(2027, 3, 31));
        twice("event_submissionPeriodExpired", "service_recordOverdue");
        twice("event_reportingPeriodEnded", "service_countMissing");
        desks.runDue();
        walk.submitted(cluster, ReportWalk.workbook(name, 2027)).forwardedWithoutJobs(cluster);
        inTurn("service_assessReport");
        walk.accepted(cluster).waitingStoppedWithoutJobs();
        inTurn("service_stopWaiting");

        assertThat(repeated)
                .containsExactlyInAnyOrderElementsOf(
                        stepsOfJobs("monitoring/annualMonitoring", "monitoring/annualReport"));
    }

    /** Runs the waiting job of the step alone. */
    private void inTurnOnce(String step) {
        twice(step, step);
        management.executeJob(
                management.createJobQuery().activityId(step).singleResult().getId());
    }

    private void inTurn(String step) {
        twice(step, step);
        desks.runDue();
    }

    private void run(BatchWalk walk, String step) {
        twice(step, step);
        walk.run(step);
    }

    /** Runs the step that the waiting job would, twice, each time to the commit. */
    private void twice(String jobAt, String step) {
        List<Job> jobs = management.createJobQuery().activityId(jobAt).list();
        assertThat(jobs).as("jobs at %s", jobAt).isNotEmpty();
        Job job = jobs.get(0);
        once(job, step);
        Map<String, String> first = held();
        once(job, step);
        assertThat(held()).as("held after the second run of %s", step).isEqualTo(first);
        repeated.add(step);
    }

    private void once(Job job, String step) {
        ServiceTask task =
                repository.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(step);
        JavaDelegate delegate =
                context.getBean(task.getCamundaDelegateExpression().replaceAll("[${}]", ""), JavaDelegate.class);
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> {
                    ExecutionEntity execution = command.getExecutionManager().findExecutionById(job.getExecutionId());
                    Map<String, String> inputs = inputs(task);
                    inputs.forEach(execution::setVariableLocal);
                    try {
                        delegate.execute(execution);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    inputs.keySet().forEach(execution::removeVariableLocal);
                    return null;
                });
    }

    private static Map<String, String> inputs(ServiceTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .collect(
                        Collectors.toMap(CamundaInputParameter::getCamundaName, CamundaInputParameter::getTextContent));
    }

    /** Every row of every table of ours, and which cases and tasks the engine holds. */
    private Map<String, String> held() {
        Map<String, String> contents = new TreeMap<>();
        jdbc.sql("select tablename from pg_tables where schemaname = 'public' and tablename not like 'act_%'")
                .query(String.class)
                .list()
                .forEach(table -> contents.put(
                        table,
                        jdbc.sql("select coalesce(string_agg(t::text, '\n' order by t::text), '') from " + table + " t")
                                .query(String.class)
                                .single()));
        contents.put(
                "running",
                jdbc.sql(
                                "select coalesce(string_agg(id_ || coalesce(act_id_, ''), '\n' order by id_), '') from act_ru_execution")
                        .query(String.class)
                        .single());
        return contents;
    }

    /** What jobs run by themselves: asynchronous service tasks, and those that directly follow a timer. */
    private static Set<String> stepsOfJobs(String... models) {
        Set<String> steps = new TreeSet<>();
        for (String file : models) {
            BpmnModelInstance model = Bpmn.readModelFromFile(new File("processes/" + file + ".bpmn"));
            for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
                boolean afterTimer = task.getIncoming().stream()
                        .map(flow -> flow.getSource())
                        .filter(CatchEvent.class::isInstance)
                        .map(CatchEvent.class::cast)
                        .anyMatch(event ->
                                event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance));
                if (task.isCamundaAsyncBefore() || task.isCamundaAsyncAfter() || afterTimer) {
                    steps.add(task.getId());
                }
            }
            assertThat(model.getModelElementsByType(FlowNode.class).stream()
                            .filter(node -> !(node instanceof EventBasedGateway))
                            .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                            .filter(node -> !(node instanceof ServiceTask)))
                    .as("asynchronous elements that are no service task in %s", file)
                    .isEmpty();
        }
        return steps;
    }
}
