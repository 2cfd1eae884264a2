package org.smecluster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.casework.Casework;
import org.smecluster.casework.NewCase;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.ObjectionEntry;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.smecluster.support.Desks;
import org.smecluster.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings a batch to any stage, as the autonomous region's people would: each method is a step of theirs. */
public final class BatchWalk {

    public static final Account OFFICER = new Account("officer-1", "丁少华", List.of("province-officer"));
    public static final Account LEADER = new Account("leader", "沈维民", List.of("province-leader"));
    public static final LocalDate WINDOW_START = LocalDate.of(2026, 3, 2);
    public static final LocalDate WINDOW_END = LocalDate.of(2026, 3, 31);
    public static final LocalDate RECOMMENDATION_DEADLINE = LocalDate.of(2026, 4, 30);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Desks desks;
    private final Batches batches;
    private final Applications applications;
    private final Selections selections;
    private final NoticeService notices;
    private final Publications publications;
    private final Casework casework;
    private final Units units;
    private final TransactionTemplate transaction;
    private ProcessInstance instance;

    private BatchWalk(ApplicationContext context) {
        runtime = context.getBean(RuntimeService.class);
        tasks = context.getBean(TaskService.class);
        management = context.getBean(ManagementService.class);
        desks = context.getBean(Desks.class);
        batches = context.getBean(Batches.class);
        applications = context.getBean(Applications.class);
        selections = context.getBean(Selections.class);
        notices = context.getBean(NoticeService.class);
        publications = context.getBean(Publications.class);
        casework = context.getBean(Casework.class);
        units = context.getBean(Units.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    public static BatchWalk in(ApplicationContext context) {
        return new BatchWalk(context);
    }

    public static Map<String, Object> openingForm() {
        Map<String, Object> form = new HashMap<>();
        form.put("year", 2026);
        form.put("noticeNumber", "宁工信企发〔2026〕12号");
        form.put("windowStart", WINDOW_START.toString());
        form.put("windowEnd", WINDOW_END.toString());
        form.put("recommendationDeadline", RECOMMENDATION_DEADLINE.toString());
        form.put("publicityDays", 5);
        form.put("quota", null);
        return form;
    }

    public BatchWalk opened() {
        return opened(openingForm());
    }

    public BatchWalk opened(Map<String, Object> form) {
        TestClock.set(WINDOW_START);
        instance = desks.as(OFFICER, () -> runtime.startProcessInstanceByKey("recognitionBatch", form));
        return this;
    }

    /** Case numbers of the batch's applications. */
    public List<String> applications() {
        return applications.ofBatch(batch().id()).stream()
                .map(Application::caseNumber)
                .toList();
    }

    /** An application of the unit whose re-review is concluded, as a row without a process. */
    public String reReviewed(String unitCode, String clusterName) {
        return application(unitCode, clusterName, ApplicationState.RE_REVIEWED);
    }

    public String application(String unitCode, String clusterName, ApplicationState state) {
        Unit unit = units.find(unitCode).orElseThrow();
        return transaction.execute(status -> {
            String caseNumber = casework.open(
                            new NewCase(
                                    CaseKind.RD,
                                    null,
                                    clusterName,
                                    unit.group(),
                                    units.cityOf(unitCode).group(),
                                    batch().batchNumber(),
                                    ApplicationState.DRAFT.label()),
                            2026,
                            null)
                    .caseNumber();
            Application inserted = applications.insert(new Application(
                    0,
                    caseNumber,
                    batch().id(),
                    batch().year(),
                    unitCode,
                    unit.group(),
                    units.cityOf(unitCode).group(),
                    ApplicantType.of(unit),
                    clusterName,
                    "碳基材料",
                    false,
                    List.of(),
                    null,
                    false,
                    null,
                    null,
                    null,
                    ApplicationState.DRAFT,
                    null,
                    Instant.EPOCH,
                    null,
                    0,
                    null,
                    null));
            applications.enter(inserted.id(), state, null);
            return caseNumber;
        });
    }

    /** Both periods are over. */
    public BatchWalk closedForRecommendations() {
        run("event_windowReminderDue");
        run("service_remindApplicants");
        run("event_windowClosed");
        run("event_recommendationReminderDue");
        run("service_remindCities");
        run("event_recommendationClosed");
        TestClock.set(batch().recommendationDeadline().plusDays(1));
        return this;
    }

    public BatchWalk compared() {
        return complete(OFFICER, "task_compareApplications", Map.of("comparisonSummary", "各申报情况如下"));
    }

    public BatchWalk decided(String caseNumber, boolean selected, String reason) {
        selections.decide(batch().id(), caseNumber, selected, reason, LEADER);
        return this;
    }

    public BatchWalk selectionCompleted() {
        complete(LEADER, "task_selectClusters", Map.of("selectionNote", "综合比较", "selectionConfirmed", true));
        return run("service_informNotSelected");
    }

    /** The list of the clusters given is published for objections. */
    public BatchWalk inNotice(String... caseNumbers) {
        closedForRecommendations().compared();
        for (String caseNumber : caseNumbers) {
            decided(caseNumber, true, null);
        }
        return selectionCompleted().noticePublished();
    }

    /** At its hour, by the clock as it stands. */
    public BatchWalk noticePublished() {
        return run("event_publicationDue").run("service_publishNotice");
    }

    public Notice notice() {
        return notices.ofSubject(instance.getBusinessKey()).orElseThrow();
    }

    public long objection(String caseNumber) {
        return notices.registerObjection(
                notice().id(),
                new ObjectionEntry(caseNumber, "张三", "0951-0000000", "产值数据不实", TestClock.today()),
                OFFICER);
    }

    /** Received on the last day of the period, entered today. */
    public long lateObjection(String caseNumber) {
        return notices.registerObjection(
                notice().id(),
                new ObjectionEntry(caseNumber, "张三", "0951-0000000", "产值数据不实", notice().endsOn(), "收2026-118", null),
                OFFICER);
    }

    public BatchWalk periodEnded() {
        TestClock.set(notice().endsOn().plusDays(1));
        return run("event_publicityEnded");
    }

    public BatchWalk ruled(long objectionId, String ruling) {
        return ruled(objectionId, ruling, "核实结果支持该结论");
    }

    public BatchWalk ruled(long objectionId, String ruling, String reason) {
        complete(OFFICER, taskOn(objectionId), Map.of("facts", "经核实，情况如下", "toldToApplicant", "异议反映产值不实，已核实"));
        return complete(LEADER, taskOn(objectionId), Map.of("ruling", ruling, "rulingReason", reason));
    }

    private Task taskOn(long objectionId) {
        return tasks.createTaskQuery().list().stream()
                .filter(task -> Long.valueOf(objectionId).equals(tasks.getVariable(task.getId(), "objectionId")))
                .findFirst()
                .orElseThrow();
    }

    public Map<String, Object> publicationForm() {
        Map<String, Object> form = new HashMap<>();
        form.put("documentNumber", "宁工信企发〔2026〕30号");
        form.put("documentDate", TestClock.today().toString());
        form.put("objectionsEntered", true);
        form.put("publicationConfirmed", true);
        return form;
    }

    /** Case numbers of the list that the task is about to publish. */
    public List<String> listed(Task task) {
        return publications
                .get((Long) tasks.getVariableLocal(task.getId(), "publicationId"))
                .caseNumbers();
    }

    /** The oldest list that waits is published, its clusters are registered and told. */
    public BatchWalk listPublished() {
        complete(OFFICER, openTasks("task_publishList").get(0), publicationForm());
        run("service_registerClusters");
        return run("service_informRecognised");
    }

    public BatchWalk complete(Account by, String taskKey, Map<String, Object> form) {
        return complete(by, openTasks(taskKey).get(0), form);
    }

    private BatchWalk complete(Account by, Task task, Map<String, Object> form) {
        desks.complete(by, task, form);
        return this;
    }

    /** Oldest first. */
    public List<Task> openTasks(String taskKey) {
        return tasks.createTaskQuery()
                .taskDefinitionKey(taskKey)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    /** Executes the job that waits at the element. */
    public BatchWalk run(String activityId) {
        List<Job> jobs = management.createJobQuery().activityId(activityId).list();
        assertThat(jobs).as("jobs at %s", activityId).isNotEmpty();
        management.executeJob(jobs.get(0).getId());
        return this;
    }

    public Job jobAt(String activityId) {
        return management.createJobQuery().activityId(activityId).singleResult();
    }

    public ProcessInstance instance() {
        return instance;
    }

    public Batch batch() {
        return batches.byNumber(instance.getBusinessKey()).orElseThrow();
    }

    public ApplicationState state(String caseNumber) {
        return applications.byCaseNumber(caseNumber).orElseThrow().state();
    }
}
