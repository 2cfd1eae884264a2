package org.smecluster.support;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.filing.Filing;
import org.smecluster.filing.Submissions;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.renewal.RenewalService;
import org.smecluster.renewal.RoundState;
import org.smecluster.renewal.Rounds;
import org.smecluster.security.Account;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drives the review of a recognised cluster, each step by the person whose step it is:
 * {@code RenewalWalk.in(context).of(clusterNumber).applied().submitted().passed()}. Data are those of a sample cluster for
 * the year of the application under the cluster's name, stored without the detour of a file. A round is opened for
 * the cluster where none is open: from that day to the end of its term.
 */
public final class RenewalWalk {

    /** Meets everything; goji-zhongning misses soft conditions only, cashmere-lingwu a hard one. */
    public static final String MEETS_ALL = "fine-chemicals-pingluo";

    public static final Account OFFICER = new Account("officer-1", "丁少华", List.of("province-officer"));
    public static final Account LEADER = new Account("leader", "陈建设", List.of("province-leader"));

    private static final Map<String, SampleCluster> SAMPLES = new ConcurrentHashMap<>();

    private final Desks desks;
    private final TaskService tasks;
    private final ClusterRegistry registry;
    private final Cases cases;
    private final Filing filing;
    private final Submissions submissions;
    private final Uploads uploads;
    private final RenewalService renewals;
    private final Rounds rounds;
    private final TransactionTemplate transaction;

    private String clusterNumber;
    private String caseNumber;
    private ProcessInstance instance;
    private ProcessInstance round;

    private RenewalWalk(ApplicationContext context) {
        desks = context.getBean(Desks.class);
        tasks = context.getBean(TaskService.class);
        registry = context.getBean(ClusterRegistry.class);
        cases = context.getBean(Cases.class);
        filing = context.getBean(Filing.class);
        submissions = context.getBean(Submissions.class);
        uploads = new Uploads(context);
        renewals = context.getBean(RenewalService.class);
        rounds = context.getBean(Rounds.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    public static RenewalWalk in(ApplicationContext context) {
        return new RenewalWalk(context);
    }

    public RenewalWalk of(String clusterNumber) {
        this.clusterNumber = clusterNumber;
        return this;
    }

    public Account unit() {
        return new Account("unit", "马建国", List.of(cluster().applicantGroup()));
    }

    public Account city() {
        return new Account("city", "冯国强", List.of("city-" + cluster().cityCode()));
    }

    /** The unit applies; the data are not in yet. */
    public RenewalWalk applied() {
        return applied(unit());
    }

    public RenewalWalk applied(Account by) {
        if (rounds.covering(cluster()).stream().noneMatch(round -> round.state() == RoundState.OPEN)) {
            roundOpened(TestClock.today(), cluster().termEndsOn());
        }
        return appliedInRound(by);
    }

    /** A round for terms that end as the cluster's does. */
    public RenewalWalk roundOpened(LocalDate windowStart, LocalDate windowEnd, Object... more) {
        LocalDate end = cluster().termEndsOn();
        Map<String, Object> form = new HashMap<>(Map.of(
                "reviewHeld",
                "true",
                "noticeNumber",
                "宁工信企发〔" + TestClock.today().getYear() + "〕5号",
                "windowStart",
                windowStart.toString(),
                "windowEnd",
                windowEnd.toString(),
                "termsFrom",
                end.toString(),
                "termsTo",
                end.toString()));
        form.putAll(Desks.fields(more));
        round = desks.start(OFFICER, "reviewRound", form);
        return this;
    }

    /** Of the round opened last. */
    public ProcessInstance round() {
        return round;
    }

    /** As {@link #applied()}, in a round that is open. */
    public RenewalWalk appliedInRound() {
        return appliedInRound(unit());
    }

    private RenewalWalk appliedInRound(Account by) {
        instance = desks.start(
                by,
                "renewalReview",
                Map.of(
                        "clusterNumber", clusterNumber,
                        "reasons", "继续符合认定条件，愿意延续",
                        "summary", "三年来产值稳步增长，六项培育工作均有进展",
                        "contact", "马建国 0952-6095000"));
        caseNumber = instance.getBusinessKey();
        return this;
    }

    /** Data that meet every condition are in, assessed and submitted: the cluster is under review, with its city. */
    public RenewalWalk submitted() {
        return submitted(MEETS_ALL);
    }

    public RenewalWalk submitted(String sampleKey) {
        return declared(sampleKey)
                .complete(
                        unit(),
                        "task_confirmAndSubmit",
                        "nextStep",
                        "SUBMIT",
                        "explanation",
                        "情况说明见随附材料。",
                        "truthfulnessCommitted",
                        true);
    }

    /** The findings lie before the unit. */
    public RenewalWalk declared(String sampleKey) {
        SampleCluster sample = sample(sampleKey);
        transaction.executeWithoutResult(status -> {
            long submission = filing.latest(caseNumber).id();
            uploads.lay(submission, Altered.named(cluster().name(), sample.workbook()), "复核.xlsx", unit().userId());
            submissions.changed(submission);
        });
        return complete(unit(), "task_enterData", declarations(sample)).jobsDone();
    }

    private SampleCluster sample(String key) {
        int year = Integer.parseInt(caseNumber.substring(5, 9));
        return SAMPLES.computeIfAbsent(year + ":" + key, any -> SampleClusters.of(year).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow());
    }

    private static Object[] declarations(SampleCluster sample) {
        Map<String, Object> form = new HashMap<>();
        sample.declarations().forEach((code, declared) -> {
            if (declared.value() != null) {
                form.put(code, declared.value().toString());
            }
        });
        form.put("noIncidents", true);
        return form.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray();
    }

    /** @param opinion RECOMMEND or NOT_RECOMMEND */
    public RenewalWalk forwarded(String opinion) {
        complete(
                city(),
                "task_giveCityOpinion",
                "cityOpinion",
                opinion,
                "opinion",
                "材料属实",
                "softMissJudgement",
                "申报主体的说明可以认可",
                "documentNumber",
                "石工信发〔2029〕3号",
                "documentDate",
                TestClock.today().toString());
        return this;
    }

    /** The city sends it back, to be corrected within five working days. */
    public RenewalWalk returned() {
        return complete(
                city(),
                "task_giveCityOpinion",
                "cityOpinion",
                "RETURN",
                "opinion",
                "请补充发展规划",
                "correctionWorkingDays",
                5);
    }

    /** Forwarded with a recommendation and assessed by the region; no experts, no inspection. */
    public RenewalWalk checked() {
        return checked("RECOMMEND");
    }

    public RenewalWalk checked(String opinion) {
        return forwarded(opinion)
                .jobsDone()
                .complete(OFFICER, "task_planReReview", "expertReviewOrdered", false, "siteInspectionOrdered", false);
    }

    /** @param conclusion PASS or FAIL */
    public RenewalWalk concluded(String conclusion) {
        return complete(
                OFFICER,
                "task_concludeReview",
                "conclusion",
                conclusion,
                "opinion",
                "综合评估结果和核查情况",
                "softMissJudgement",
                "申报主体的说明可以认可",
                "noticeWanted",
                "false",
                "falseDeclarationFound",
                "false");
    }

    /** @param decision PASS, FAIL, NOTICE or RETURN */
    public RenewalWalk decided(String decision) {
        return complete(
                LEADER,
                "task_decideRenewal",
                "renewalDecision",
                decision,
                "reason",
                decision.equals("FAIL") ? "不再符合认定条件" : "同意",
                "documentNumber",
                "宁工信企发〔2029〕8号",
                "documentDate",
                TestClock.today().toString(),
                "objectionsEntered",
                true,
                "renewalConfirmed",
                true,
                "publicityDays",
                5);
    }

    /** From the submission to three years more. */
    public RenewalWalk passed() {
        return checked().concluded("PASS").decided("PASS");
    }

    /** From the submission to the refusal. */
    public RenewalWalk notPassed() {
        return checked("NOT_RECOMMEND").concluded("FAIL").decided("FAIL");
    }

    public RenewalWalk withdrawn() {
        transaction.executeWithoutResult(status -> renewals.withdraw(caseNumber, "调整发展方向", unit()));
        return this;
    }

    /** @param fields key, value, key, value, … */
    public RenewalWalk complete(Account by, String taskKey, Object... fields) {
        desks.complete(by, task(taskKey), Desks.fields(fields));
        return this;
    }

    public Task task(String taskKey) {
        return desks.task(caseNumber, taskKey);
    }

    /** What the form of the open task is offered. */
    public Object offered(String taskKey, String key) {
        return tasks.getVariableLocal(task(taskKey).getId(), key);
    }

    /** Definition keys of the open tasks, sorted. */
    public List<String> openTasks() {
        return desks.openTasks(caseNumber);
    }

    /** Runs the asynchronous steps that wait in this case, timers not. */
    /** At its hour, by the clock as it stands. */
    public RenewalWalk noticePublished() {
        jobsDone();
        desks.runTimer(caseNumber, "event_publicationDue");
        return jobsDone();
    }

    public RenewalWalk jobsDone() {
        desks.runSteps(caseNumber);
        return this;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public ProcessInstance instance() {
        return instance;
    }

    public CaseRecord record() {
        return cases.find(caseNumber).orElseThrow();
    }

    public ClusterRecord cluster() {
        return registry.get(clusterNumber);
    }
}
