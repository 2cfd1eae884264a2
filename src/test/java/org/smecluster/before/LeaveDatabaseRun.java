package org.smecluster.before;

import static org.smecluster.support.Desks.LEADER;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.PINGLUO;
import static org.smecluster.support.Desks.SHIZUISHAN;
import static org.smecluster.support.Desks.ZHONGNING;
import static org.smecluster.support.Desks.ZHONGWEI;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.SmeClusterApplication;
import org.smecluster.filing.Submissions;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.national.NationalService;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.RecognitionService;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.recognition.Selections;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterState;
import org.smecluster.security.Account;
import org.smecluster.support.Altered;
import org.smecluster.support.Browser;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.RenewalWalk;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.smecluster.support.Uploads;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * No test: run in the work tree of a commit, it leaves that commit's database, with cases of every kind open at their steps
 * and finished, and what its pages showed, for {@link FromBeforeRun} of the commits after it. How: docs/recipes.md.
 */
@DisplayName("留下一个数据库：每一类案件都有在办的、办结的")
class LeaveDatabaseRun {

    /** Before a page's address, of what it showed. */
    static final String PAGE = "page";

    /** Lines {@code what=number}. */
    static final String CASES = "cases";

    /** The day on which the program is exchanged. */
    static final LocalDate TODAY = LocalDate.of(2027, 3, 18);

    private static final LocalDate TERM_ENDS = LocalDate.of(2027, 4, 20);

    /** Case numbers and cluster numbers by what they are. */
    private final Map<String, String> known = new TreeMap<>();

    private ServletWebServerApplicationContext context;
    private Desks desks;
    private TaskService tasks;
    private ProcessInstance left;

    public static void main(String[] none) throws Exception {
        new LeaveDatabaseRun().leave();
        System.exit(0);
    }

    @Test
    @DisplayName("写出 target/before.zip")
    void leave() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        // the timer of 1 January counts from the start: the first is that of 2027
        TestClock.set(LocalDate.of(2026, 6, 1));
        try (ServletWebServerApplicationContext started = (ServletWebServerApplicationContext) SpringApplication.run(
                SmeClusterApplication.class, "--spring.profiles.active=test", "--server.port=0")) {
            context = started;
            desks = context.getBean(Desks.class);
            tasks = context.getBean(TaskService.class);
            recognisedIn2024();
            livesUntil2027();
            applicationsOf2026();
            reportsOf2026();
            reviews();
            changesAndRevocations();
            poolAndPractice();
            applicationsOf2027();
            on(TODAY);
            selectedJustNow();
            write();
        }
    }

    private void on(LocalDate day) {
        TestClock.set(day);
        desks.runDue();
    }

    private void on(int year, int month, int day) {
        on(LocalDate.of(year, month, day));
    }

    private void recognisedIn2024() {
        on(2024, 3, 1);
        batch("published", 2024, LocalDate.of(2024, 3, 15), LocalDate.of(2024, 3, 29));
        for (String cluster : List.of("renewed", "failed", "filing", "experts", "notice", "concluding", "running")) {
            reReviewed("recognised " + cluster, PINGLUO, cluster);
        }
        reReviewed("recognised revoked", ZHONGNING, "revoked");
        reReviewed("recognised defending", ZHONGNING, "defending");
        reReviewed("not selected", PINGLUO, "unlucky");
        String withdrawn = submitted(PINGLUO, "withdrawn").caseNumber();
        context.getBean(RecognitionService.class).withdraw(withdrawn, PINGLUO.account(), "方案调整");
        known.put("withdrawn", withdrawn);
        RecognitionWalk refused = submitted(ZHONGNING, "refused");
        complete(ZHONGWEI, refused.caseNumber(), "task_decideAcceptance", "acceptance", "REFUSE", "opinion", "不属于本市辖区");
        known.put("refused", refused.caseNumber());
        RecognitionWalk unfit = accepted(ZHONGNING, "unfit");
        complete(
                ZHONGWEI,
                unfit.caseNumber(),
                "task_reviewPreliminarily",
                "conclusion",
                "DOES_NOT_MEET",
                "opinion",
                "产业链协作机制尚不完善，不符合。",
                "softMissJudgement",
                "申报主体的说明不予认可。");
        complete(
                ZHONGWEI,
                unfit.caseNumber(),
                "task_decideRecommendation",
                "recommendation",
                "NOT_RECOMMEND",
                "opinion",
                "协作机制不足");
        known.put("not recommended", unfit.caseNumber());
        compared("published", LocalDate.of(2024, 4, 1));
        selected("published", "not selected");
        on(2024, 4, 2);
        on(2024, 4, 3);
        objection("published", "recognised renewed");
        on(2024, 4, 18);
        ruled("published", "产值数据不实");
        on(TERM_ENDS.minusYears(3));
        for (Task list :
                tasks.createTaskQuery().taskDefinitionKey("task_publishList").list()) {
            complete(
                    OFFICER,
                    list,
                    "documentNumber",
                    "宁工信企发〔2024〕30号",
                    "documentDate",
                    TestClock.today().toString(),
                    "objectionsEntered",
                    true,
                    "publicationConfirmed",
                    true);
        }
        desks.runDue();
        for (ClusterRecord cluster : context.getBean(ClusterRegistry.class).all()) {
            known.put("cluster " + cluster.name().substring(cluster.name().indexOf(' ') + 1), cluster.clusterNumber());
        }
    }

    /** Changes, reports, a revocation and a recommendation that are over. */
    private void livesUntil2027() {
        known.put("report concluded", year(2024));
        on(2025, 5, 12);
        ProcessInstance national = proposed("renewed");
        complete(
                LEADER,
                national.getBusinessKey(),
                "task_decideRecommendations",
                "nationalDecision",
                "APPROVE",
                "opinion",
                "同意推荐",
                "documentNumber",
                "宁工信企发〔2025〕40号",
                "documentDate",
                TestClock.today().toString(),
                "nationalConfirmed",
                true);
        desks.runDue();
        CaseWalk.nationalResult(desks, national, cluster("renewed"));
        desks.runDue();
        known.put("national concluded", national.getBusinessKey());
        on(2025, 6, 10);
        CaseWalk.changeToRegister(desks, cluster("renewed"));
        desks.runDue();
        lastCase("change registered", "BG");
        CaseWalk.practiceSelected(desks, cluster("renewed"));
        desks.runDue();
        lastCase("practice selected", "AL");
        ProcessInstance notRevoked = revocation("running", PINGLUO);
        complete(
                Desks.OTHER_OFFICER,
                notRevoked.getBusinessKey(),
                "task_checkLegality",
                "legality",
                "PASSED",
                "opinion",
                "事实清楚");
        complete(
                LEADER,
                notRevoked.getBusinessKey(),
                "task_decideRevocation",
                "decision",
                "NOT_REVOKE",
                "reason",
                "已配合核查",
                "notRevokedReason",
                "CORRECTED",
                "notRevokedBasis",
                "已配合核查");
        desks.runDue();
        known.put("not revoked", notRevoked.getBusinessKey());
        ProcessInstance revoked = revocation("revoked", ZHONGNING);
        CaseWalk.revocationDecided(desks, revoked);
        desks.runDue();
        known.put("revoked", revoked.getBusinessKey());
        year(2025);
        on(2026, 5, 11);
        known.put("national", proposed("experts").getBusinessKey());
        on(2026, 6, 8);
        left = CaseWalk.admissionDecided(desks, "clusterName", "平罗 left");
        known.put("pool left", left.getBusinessKey());
        known.put(
                "pool progress",
                CaseWalk.admissionDecided(desks, "clusterName", "平罗 progress").getBusinessKey());
        desks.runDue();
    }

    /** All clusters in force report for the year, and it is concluded. @return the case of one report */
    private String year(int year) {
        TestClock.set(LocalDate.of(year + 1, 1, 4));
        ReportWalk walk = ReportWalk.in(context).begunByHand();
        context.getBean(ClusterRegistry.class).all().stream()
                .filter(each -> each.state() == ClusterState.RECOGNISED)
                .forEach(each -> walk.reported(each.clusterNumber(), ReportWalk.workbook(each.name(), year + 1)));
        TestClock.set(LocalDate.of(year + 1, 3, 31));
        walk.due().citiesReported().waitingStopped().concluded();
        known.put("monitoring concluded", walk.yearCase());
        return walk.report(cluster("renewed")).caseNumber();
    }

    /** Of the year before, all candidates proposed. */
    private ProcessInstance proposed(String recommended) {
        ProcessInstance national = CaseWalk.nationalRecommendation(desks);
        desks.runDue();
        String number = national.getBusinessKey();
        context.getBean(JdbcClient.class)
                .sql("select distinct cluster_number from national_candidate where case_number = :number order by 1")
                .param("number", number)
                .query(String.class)
                .list()
                .forEach(each -> context.getBean(NationalService.class)
                        .propose(number, each, each.equals(cluster(recommended)), "与其他集群比较", null, null, officer()));
        complete(OFFICER, number, "task_proposeSelection", "proposalNote", "综合比较");
        return national;
    }

    private ProcessInstance revocation(String cluster, Clerk unit) {
        ProcessInstance revocation = CaseWalk.groundsFound(desks, cluster(cluster));
        desks.runDue();
        complete(unit, revocation.getBusinessKey(), "task_stateDefence", "defence", "STATED", "statement", "今后配合");
        return revocation;
    }

    /** Two batches: of one the list is in its notice period, the other is selected today. */
    private void applicationsOf2026() {
        on(2026, 8, 3);
        batch("in notice", 2026, LocalDate.of(2026, 8, 14), LocalDate.of(2026, 8, 31));
        reReviewed("objection to verify", PINGLUO, "objected");
        reReviewed("objection to rule", ZHONGNING, "objected");
        reReviewed("in notice without objection", ZHONGNING, "unopposed");
        reReviewed("not selected in notice", PINGLUO, "unlucky-2");
        compared("in notice", LocalDate.of(2026, 9, 1));
        on(2026, 10, 8);
        batch("being selected", 2026, LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 30));
        reReviewed("selected", PINGLUO, "chosen");
        reReviewed("selected second", ZHONGNING, "chosen");
        reReviewed("to be told", PINGLUO, "unlucky-3");
        compared("being selected", LocalDate.of(2026, 11, 2));
    }

    private void reportsOf2026() {
        on(2027, 1, 1);
        ReportWalk year = ReportWalk.in(context);
        reported(year, "renewed");
        year.accepted(cluster("renewed"));
        reported(year, "experts");
        year.accepted(cluster("experts"));
        reported(year, "running");
        submitted(year, "notice");
        known.put("report accepted", year.report(cluster("renewed")).caseNumber());
        known.put("report reviewing", year.report(cluster("running")).caseNumber());
        known.put("report checking", year.report(cluster("notice")).caseNumber());
        known.put("report filing", year.report(cluster("defending")).caseNumber());
        known.put("monitoring", year.yearCase());
        year.complete(
                SHIZUISHAN, year.yearCase(), "task_reportCultivationWork", Map.of("work", "开展培育工作", "plans", "继续推进"));
    }

    private void reported(ReportWalk year, String cluster) {
        submitted(year, cluster);
        year.forwarded(cluster(cluster));
    }

    private void submitted(ReportWalk year, String cluster) {
        String number = cluster(cluster);
        year.submitted(
                number,
                ReportWalk.workbook(
                        context.getBean(ClusterRegistry.class).get(number).name(), 2027));
    }

    private void reviews() {
        on(2027, 1, 25);
        CaseWalk.removalDecided(desks, left);
        desks.runDue();
        known.put("review passed", review("renewed").submitted().passed().caseNumber());
        known.put("review failed", review("failed").submitted().notPassed().caseNumber());
        known.put("review filing", review("filing").caseNumber());
        RenewalWalk experts =
                review("experts").submitted().forwarded("RECOMMEND").jobsDone();
        RecognitionWalk.in(context).of(RenewalWalk.MEETS_ALL).experts();
        complete(
                OFFICER,
                experts.caseNumber(),
                "task_planReReview",
                "expertReviewOrdered",
                true,
                "expertIds",
                List.of("expert-wang", "expert-ma"),
                "siteInspectionOrdered",
                false);
        known.put("review with experts", experts.caseNumber());
        known.put(
                "review concluding", review("concluding").submitted().checked().caseNumber());
        RenewalWalk notice = review("notice").submitted().checked().concluded("PASS");
        on(2027, 3, 12);
        notice.decided("NOTICE");
        known.put("review in notice", notice.caseNumber());
        selected("in notice", "not selected in notice");
    }

    private RenewalWalk review(String cluster) {
        return RenewalWalk.in(context).of(cluster(cluster)).applied();
    }

    private void changesAndRevocations() {
        on(2027, 3, 15);
        ProcessInstance forwarding = CaseWalk.changeReported(desks, cluster("running"), "LEADING_INDUSTRY");
        complete(PINGLUO, forwarding.getBusinessKey(), "task_confirmFiling", "filingStep", "SUBMIT", "newValue", "新材料");
        known.put("change forwarding", forwarding.getBusinessKey());
        known.put(
                "change confirming",
                CaseWalk.changeReported(desks, cluster("renewed"), "LEADING_INDUSTRY")
                        .getBusinessKey());
        known.put(
                "revocation defending",
                CaseWalk.groundsFound(desks, cluster("defending")).getBusinessKey());
        desks.runDue();
        known.put("revocation deciding", revocation("filing", PINGLUO).getBusinessKey());
        complete(
                Desks.OTHER_OFFICER,
                known.get("revocation deciding"),
                "task_checkLegality",
                "legality",
                "PASSED",
                "opinion",
                "事实清楚");
        known.put(
                "revocation establishing",
                desks.start(
                                OFFICER,
                                "revocation",
                                "clusterNumber",
                                cluster("running"),
                                "facts",
                                List.of("SUPERVISION_REFUSED"),
                                "evidence",
                                "拒绝现场核查",
                                "occurredOn",
                                TestClock.today().toString())
                        .getBusinessKey());
    }

    private void poolAndPractice() {
        on(2027, 3, 16);
        known.put(
                "pool waiting",
                CaseWalk.admissionDecided(desks, "clusterName", "平罗 waiting").getBusinessKey());
        known.put("pool planning", CaseWalk.admissionRequested(desks, PINGLUO).getBusinessKey());
        ProcessInstance guiding = CaseWalk.admissionRequested(desks, PINGLUO, "clusterName", "平罗 guiding");
        CaseWalk.planEntered(desks, guiding);
        known.put("pool guiding", guiding.getBusinessKey());
        known.put(
                "practice selecting",
                CaseWalk.practiceHandedIn(desks, SHIZUISHAN, cluster("renewed")).getBusinessKey());
        ProcessInstance revising = CaseWalk.practiceHandedIn(desks, SHIZUISHAN, cluster("running"));
        complete(OFFICER, revising.getBusinessKey(), "task_selectPractice", "selection", "RETURN", "opinion", "补充数据来源");
        known.put("practice revising", revising.getBusinessKey());
    }

    /** An application at each of its steps. */
    private void applicationsOf2027() {
        objection("in notice", "objection to verify");
        objection("in notice", "objection to rule");
        Task second = tasks.createTaskQuery().taskDefinitionKey("task_verifyObjection").list().stream()
                .filter(task -> context.getBean(JdbcClient.class)
                        .sql("select case_number from objection where id = :id")
                        .param("id", tasks.getVariable(task.getId(), "objectionId"))
                        .query(String.class)
                        .single()
                        .equals(known.get("objection to rule")))
                .findFirst()
                .orElseThrow();
        complete(OFFICER, second, "facts", "经核实，情况如下", "toldToApplicant", "异议反映产值不实，已核实");
        batch("open", 2027, LocalDate.of(2027, 3, 31), LocalDate.of(2027, 4, 30));
        known.put("entering data", started(PINGLUO, "entering").caseNumber());
        known.put("confirming", assessed(ZHONGNING, "confirming").caseNumber());
        known.put("accepting", submitted(PINGLUO, "accepting").caseNumber());
        RecognitionWalk returned = submitted(ZHONGNING, "returned");
        complete(
                ZHONGWEI,
                returned.caseNumber(),
                "task_decideAcceptance",
                "acceptance",
                "RETURN",
                "opinion",
                "请补充发展规划",
                "correctionWorkingDays",
                5);
        known.put("correcting", returned.caseNumber());
        known.put("reviewing", accepted(PINGLUO, "reviewing").caseNumber());
        RecognitionWalk recommending = accepted(ZHONGNING, "recommending");
        reviewed(ZHONGNING, recommending);
        known.put("recommending", recommending.caseNumber());
        known.put("planning", recommended(PINGLUO, "planning").caseNumber());
        RecognitionWalk experts = recommended(PINGLUO, "with experts");
        experts.planned(List.of("expert-wang", "expert-ma"), true);
        experts.expertAnswered("expert-ma", "产业链完整，同意推荐。");
        known.put("with experts", experts.caseNumber());
        known.put(
                "concluding",
                recommended(ZHONGNING, "concluding").planned(List.of(), false).caseNumber());
        known.put(
                "waiting for the batch",
                recommended(PINGLUO, "concluded")
                        .planned(List.of(), false)
                        .concluded("PASS")
                        .caseNumber());
    }

    /** The decision is made, its job has not run: the other program takes over between the two. */
    private void selectedJustNow() {
        selected("being selected", "to be told");
    }

    private String cluster(String label) {
        return known.get("cluster " + label);
    }

    private static Account officer() {
        return new Account(OFFICER.user(), "丁少华", List.of(OFFICER.group()));
    }

    private void batch(String label, int year, LocalDate windowEnd, LocalDate deadline) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "year",
                year,
                "noticeNumber",
                "宁工信企发〔" + year + "〕12号",
                "windowStart",
                TestClock.today().toString(),
                "windowEnd",
                windowEnd.toString(),
                "recommendationDeadline",
                deadline.toString(),
                "publicityDays",
                5));
        known.put(label, desks.start(officer(), "recognitionBatch", form).getBusinessKey());
    }

    private void compared(String batch, LocalDate afterTheDeadline) {
        on(afterTheDeadline);
        complete(OFFICER, known.get(batch), "task_compareApplications", "comparisonSummary", "各申报情况如下");
    }

    private void selected(String batch, String unlucky) {
        JdbcClient database = context.getBean(JdbcClient.class);
        long id = context.getBean(Batches.class)
                .byNumber(known.get(batch))
                .orElseThrow()
                .id();
        database.sql("select case_number from application where batch_id = :id and state = 'RE_REVIEWED' order by 1")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(each -> {
                    boolean chosen = !each.equals(known.get(unlucky));
                    context.getBean(Selections.class)
                            .decide(id, each, chosen, chosen ? null : "名额有限", LEADER.account());
                });
        complete(LEADER, known.get(batch), "task_selectClusters", "selectionNote", "综合比较", "selectionConfirmed", true);
    }

    private void objection(String batch, String about) {
        String address = "/batches/" + known.get(batch);
        Browser.signedIn(OFFICER.user(), context.getWebServer().getPort())
                .post(
                        address + "?section=notice",
                        address + "/objections",
                        "caseNumber",
                        known.get(about),
                        "objectorName",
                        "张三",
                        "contact",
                        "0951-0000000",
                        "grounds",
                        "产值数据不实",
                        "receivedOn",
                        TestClock.today().toString());
        desks.runDue();
    }

    private void ruled(String batch, String facts) {
        Task verify = tasks.createTaskQuery()
                .taskDefinitionKey("task_verifyObjection")
                .singleResult();
        complete(OFFICER, verify, "facts", facts, "toldToApplicant", "异议反映产值不实，已核实");
        Task rule =
                tasks.createTaskQuery().taskDefinitionKey("task_ruleObjection").singleResult();
        complete(LEADER, rule, "ruling", "DISMISSED", "rulingReason", "核实结果支持该结论");
        desks.runDue();
    }

    private static Clerk cityOf(Clerk unit) {
        return unit.equals(PINGLUO) ? SHIZUISHAN : ZHONGWEI;
    }

    private RecognitionWalk started(Clerk unit, String label) {
        RecognitionWalk walk = RecognitionWalk.in(context).of(sampleOf(unit));
        Map<String, Object> form = walk.startForm();
        form.put("clusterName", name(unit, label));
        return walk.started(form);
    }

    private static String sampleOf(Clerk unit) {
        return unit.equals(PINGLUO) ? "fine-chemicals-pingluo" : "goji-zhongning";
    }

    private static String name(Clerk unit, String label) {
        return (unit.equals(PINGLUO) ? "平罗 " : "中宁 ") + label;
    }

    private RecognitionWalk assessed(Clerk unit, String label) {
        RecognitionWalk walk = started(unit, label);
        SampleCluster sample = SampleClusters.of(TestClock.today().getYear()).stream()
                .filter(each -> each.key().equals(sampleOf(unit)))
                .findFirst()
                .orElseThrow();
        Submissions submissions = context.getBean(Submissions.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            long version = submissions.latest(walk.caseNumber()).orElseThrow().id();
            new Uploads(context)
                    .lay(
                            version,
                            Altered.named(name(unit, label), Altered.withoutLists(sample.workbook())),
                            "申报数据.xlsx",
                            unit.user());
            submissions.changed(version);
        });
        return walk.declared().jobDone();
    }

    private RecognitionWalk submitted(Clerk unit, String label) {
        return assessed(unit, label).confirmed();
    }

    private RecognitionWalk accepted(Clerk unit, String label) {
        return submitted(unit, label).accepted();
    }

    private RecognitionWalk reviewed(Clerk unit, RecognitionWalk walk) {
        complete(
                cityOf(unit),
                walk.caseNumber(),
                "task_reviewPreliminarily",
                "conclusion",
                "MEETS",
                "opinion",
                "经审查，符合第十一条各项条件。",
                "softMissJudgement",
                "申报主体的说明可以认可。");
        return walk;
    }

    private RecognitionWalk recommended(Clerk unit, String label) {
        RecognitionWalk walk = reviewed(unit, accepted(unit, label));
        complete(
                cityOf(unit),
                walk.caseNumber(),
                "task_decideRecommendation",
                "recommendation",
                "RECOMMEND",
                "documentNumber",
                "市工信发〔" + TestClock.today().getYear() + "〕31号",
                "documentDate",
                TestClock.today().toString(),
                "opinion",
                "同意推荐");
        return walk.reAssessed();
    }

    private void reReviewed(String label, Clerk unit, String cluster) {
        known.put(
                label,
                recommended(unit, cluster)
                        .planned(List.of(), false)
                        .concluded("PASS")
                        .caseNumber());
    }

    private void lastCase(String label, String kind) {
        known.put(
                label,
                context.getBean(JdbcClient.class)
                        .sql("select max(case_number) from case_record where kind = :kind")
                        .param("kind", kind)
                        .query(String.class)
                        .single());
    }

    private void complete(Clerk by, String caseNumber, String taskKey, Object... fields) {
        complete(by, desks.task(caseNumber, taskKey), fields);
    }

    /** Of the fields, those that this commit's form has. */
    private void complete(Clerk by, Task task, Object... fields) {
        List<String> keys = new ArrayList<>();
        try (InputStream form = context.getBean(FormService.class).getDeployedTaskForm(task.getId())) {
            keys(new ObjectMapper().readTree(form), keys);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (keys.contains(fields[i])) {
                values.put((String) fields[i], fields[i + 1]);
            }
        }
        desks.complete(by, task.getId(), values);
    }

    private static void keys(JsonNode component, List<String> keys) {
        keys.add(component.path("key").asText());
        component.path("components").forEach(each -> keys(each, keys));
    }

    private void write() throws Exception {
        int port = context.getWebServer().getPort();
        Map<String, String> texts = new TreeMap<>();
        Reading.of(port, context.getBean(JdbcClient.class)).forEach((address, text) -> texts.put(PAGE + address, text));
        StringBuilder cases = new StringBuilder();
        known.forEach((label, number) ->
                cases.append(label).append('=').append(number).append('\n'));
        texts.put(CASES, cases.toString());
        KeptDatabase.write(context.getBean(DataSource.class), texts, Path.of("target", "before.zip"));
    }
}
