package org.smecluster.before;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Desks.LEADER;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.OTHER_OFFICER;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.smecluster.SmeClusterApplication;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.cultivation.CultivationLine;
import org.smecluster.filing.Submissions;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.Selections;
import org.smecluster.registry.CaseKind;
import org.smecluster.sample.engine.OwnPostgres;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.CleanSlate;
import org.smecluster.support.Desks;
import org.smecluster.support.Desks.Clerk;
import org.smecluster.support.Materials;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.smecluster.support.Uploads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database that {@link LeaveDatabaseRun} left at an earlier commit, under today's program: migrated, its models
 * deployed anew beside those that running cases go by, its pages read, its open cases walked to their ends. A run of its own,
 * because there is one application to a JVM ({@code ProcessTest}).
 */
@Tag("application")
@SpringBootTest(
        classes = {SmeClusterApplication.class, FromBeforeRun.LeftBehind.class},
        properties = "spring.datasource.url=of LeftBehind",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("升级：上一版留下的数据库，在办的继续办到底，办结的原样可读")
class FromBeforeRun {

    private static final String COMMIT = "5bd2ea6";
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 12, 30);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static SortedMap<String, String> texts;
    private static Map<String, String> definitions;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    Desks desks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Casework casework;

    @LocalServerPort
    int port;

    /** In the place of the database that the application would make itself. */
    static class LeftBehind {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres() throws Exception {
            EmbeddedPostgres postgres = OwnPostgres.temporary();
            try (InputStream file = FromBeforeRun.class.getResourceAsStream("/before/" + COMMIT + ".zip")) {
                texts = KeptDatabase.load(file, postgres.getPostgresDatabase());
            }
            definitions = definitions(JdbcClient.create(postgres.getPostgresDatabase()));
            TestClock.set(LeaveDatabaseRun.TODAY);
            return postgres;
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
            return pool;
        }
    }

    /** Of what runs, by which model. */
    private static Map<String, String> definitions(JdbcClient database) {
        return database
                .sql("select id_, proc_def_id_ from act_ru_execution where parent_id_ is null")
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    @Order(1)
    @DisplayName("流程有了新版本，在办的仍按原来的版本")
    void deployedBeside() {
        assertThat(definitions).isNotEmpty();
        assertThat(definitions(database)).isEqualTo(definitions);
        List<ProcessDefinition> latest = context.getBean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .latestVersion()
                .list();
        assertThat(latest)
                .filteredOn(each -> each.getVersion() == 1)
                .extracting(ProcessDefinition::getKey)
                .as("models that the commit before did not have")
                .containsExactlyInAnyOrder("lateObjection", "reviewRound");
        assertThat(latest).extracting(ProcessDefinition::getId).doesNotContainAnyElementsOf(definitions.values());
    }

    /** @param line "+ " before what is shown now, "- " before what was shown; both and the address as patterns */
    private record Difference(String address, String line, String reason) {}

    private static final String A_BATCH = "/batches/[^/?]+(\\?section=overview)?";
    private static final String A_NOTICE = "/(batches|cases)/[^/?]+\\?section=notice";
    private static final String AN_APPLICATION = "/cases/NXJQ-\\d{4}-RD-\\d{5}(\\?section=opinions)?";
    private static final String WITH_PAPERS = "/cases/NXJQ-\\d{4}-(RD|FH|BG|BS|CX)-\\d{5}(\\?section=opinions)?";
    private static final String OPINIONS = "/cases/[^/?]+\\?section=opinions";

    private static final List<Difference> DIFFERENCES = List.of(
            new Difference(
                    A_BATCH,
                    "\\+ (逐条判断|不要求)",
                    "第十一条: a batch may have clauses judged one by one; an earlier one does not"),
            new Difference(A_BATCH, "\\+ (申报通知的问题|没有要求)", "questions of the notice; an earlier one has none"),
            new Difference(A_BATCH, "\\+ 专家评审标准和权重", "criteria of the experts, to be set as long as none is asked"),
            new Difference(A_BATCH, "\\+ 细分领域", "sub-sectors of a batch"),
            new Difference(A_BATCH, "\\+ (文书：公示和公布通知|本批次的图表)", "a batch has papers and charts"),
            new Difference("/clusters/NXJQ-\\d{6}-\\d{4}", "\\+ 历年变化", "a cluster's years as charts"),
            new Difference(
                    A_NOTICE, "\\+ 收文编号", "第十二条(三): an objection counts by its receipt, which may be entered late"),
            new Difference(A_NOTICE, "[-+] 还没有公示。审定提交后，入选的集群(自动|在排定的时间)公示。", "第十二条(三): published at a planned hour"),
            new Difference(
                    AN_APPLICATION, "\\+ 所属领域", "an application may name its sectors; an earlier one names none"),
            new Difference(WITH_PAPERS, "\\+ 文书", "papers have a section of their own"),
            new Difference(OPINIONS, "- (评分：88分|推荐|产业链完整，同意推荐。)", "experts are read when all of a case have answered"),
            new Difference(OPINIONS, "\\+ 专家意见和打分在全部提交以前，对其他专家和自治区都不公开。.*", "as before"),
            new Difference("/clusters", "\\+ 导出本表（.xlsx）", "the list is exported as a workbook"),
            new Difference("/batches/[^/?]+\\?section=comparison", "\\+ 导出本表（.xlsx）", "as is a batch's comparison"),
            new Difference("/monitoring/[0-9]{4}", "\\+ 导出本表（.xlsx）", "and a year's reports"),
            new Difference(
                    "/public/clusters",
                    "[-+] (经公示无异议并公布认定、在有效期内的自治区级集群.*|有效期情况|有效期内)",
                    "第十四条: the list says which clusters wait for their review"),
            new Difference(
                    "/public/clusters",
                    "\\+ (所在地|主导产业|公布年份|状态|查验一个编号|有效期届满后失效的集群：\\d+个)",
                    "the list is sought by place, industry, year and standing, and leads to the check"));

    @Test
    @Order(2)
    @DisplayName("案卷、集群档案、归档包、公开名单与上一版显示的一致，不同之处逐一列明")
    void readAsBefore() {
        Map<String, String> now = Reading.of(port, database);
        assertThat(now.keySet()).contains("/public/clusters").hasSizeGreaterThan(200);
        Set<String> unexplained = new TreeSet<>();
        Set<Difference> met = new HashSet<>();
        texts.forEach((name, before) -> {
            if (name.startsWith(LeaveDatabaseRun.PAGE)) {
                String address = name.substring(LeaveDatabaseRun.PAGE.length());
                String after = now.getOrDefault(address, "no page");
                List<String> found = new ArrayList<>();
                missing(before, after).forEach(line -> found.add("- " + line));
                missing(after, before).forEach(line -> found.add("+ " + line));
                for (String line : found) {
                    DIFFERENCES.stream()
                            .filter(each -> address.matches(each.address()) && line.matches(each.line()))
                            .findFirst()
                            .ifPresentOrElse(met::add, () -> unexplained.add(address + " " + line));
                }
            }
        });
        assertThat(unexplained).isEmpty();
        assertThat(met).as("differences that there are").containsAll(DIFFERENCES);
    }

    /** The lines of the one text that the other has not, or not so often. */
    private static List<String> missing(String text, String other) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        other.lines().forEach(lines::remove);
        return lines;
    }

    private static final String BECAME = """
            accepting = RECOGNISED
            being selected = CLOSED
            change confirming = FILED
            change forwarding = FILED
            change registered = FILED
            cluster concluding = RECOGNISED 2030-04-20
            cluster defending = REVOKED 2027-04-20
            cluster experts = RECOGNISED 2030-04-20
            cluster failed = LAPSED 2027-04-20
            cluster filing = RECOGNISED 2030-04-20
            cluster notice = RECOGNISED 2030-04-20
            cluster renewed = RECOGNISED 2030-04-20
            cluster revoked = REVOKED 2027-04-20
            cluster running = AWAITING_REVIEW 2027-04-20
            concluding = RECOGNISED
            confirming = RECOGNISED
            correcting = RECOGNISED
            entering data = RECOGNISED
            in notice = CLOSED
            in notice without objection = RECOGNISED
            monitoring = CONCLUDED
            monitoring concluded = CONCLUDED
            national = NATIONALLY_RECOGNISED
            national concluded = NATIONALLY_RECOGNISED
            not recommended = NOT_RECOMMENDED
            not revoked = NOT_REVOKED
            not selected = NOT_RECOGNISED
            not selected in notice = NOT_RECOGNISED
            objection to rule = NOT_RECOGNISED
            objection to verify = RECOGNISED
            open = CLOSED
            planning = RECOGNISED
            pool guiding = 在库培育
            pool left = LEFT
            pool planning = 在库培育
            pool progress = 在库培育
            pool waiting = 在库培育
            practice revising = SELECTED
            practice selected = SELECTED
            practice selecting = SELECTED
            published = CLOSED
            recognised concluding = RECOGNISED
            recognised defending = RECOGNISED
            recognised experts = RECOGNISED
            recognised failed = RECOGNISED
            recognised filing = RECOGNISED
            recognised notice = RECOGNISED
            recognised renewed = RECOGNISED
            recognised revoked = RECOGNISED
            recognised running = RECOGNISED
            recommending = RECOGNISED
            refused = REFUSED
            report accepted = ACCEPTED
            report checking = ACCEPTED
            report concluded = ACCEPTED
            report filing = NOT_NEEDED
            report reviewing = ACCEPTED
            review concluding = PASSED
            review failed = NOT_PASSED
            review filing = PASSED
            review in notice = PASSED
            review passed = PASSED
            review with experts = PASSED
            reviewing = RECOGNISED
            revocation deciding = NOT_REVOKED
            revocation defending = REVOKED
            revocation establishing = NOT_REVOKED
            revoked = REVOKED
            selected = RECOGNISED
            selected second = RECOGNISED
            to be told = NOT_RECOGNISED
            waiting for the batch = RECOGNISED
            with experts = RECOGNISED
            withdrawn = WITHDRAWN
            """;

    @Test
    @Order(3)
    @DisplayName("在办的案件逐件办到底")
    void walkedOn() {
        Map<String, String> known = new TreeMap<>();
        texts.get(LeaveDatabaseRun.CASES)
                .lines()
                .map(line -> line.split("="))
                .forEach(each -> known.put(each[0], each[1]));
        // a notice names whom to turn to: an officer's first deed after the upgrade
        CleanSlate.contacts(database);
        Walk walk = new Walk(known);
        for (LocalDate day = LeaveDatabaseRun.TODAY; !day.isAfter(LAST_DAY); day = nextTimer()) {
            if (day.isAfter(TestClock.today())) {
                TestClock.set(day.atTime(23, 59));
            }
            do {
                desks.runDue();
            } while (walk.everyTask());
        }
        assertThat(walk.failed.values()).isEmpty();
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
        assertThat(tasks.createTaskQuery().list()).isEmpty();
        StringBuilder became = new StringBuilder();
        known.forEach((what, number) ->
                became.append(what).append(" = ").append(standing(number)).append('\n'));
        assertThat(became.toString()).isEqualTo(BECAME);
        assertThat(runtime.createProcessInstanceQuery().list())
                .as("what goes on: terms, and clusters in the pool")
                .allMatch(each -> each.getProcessDefinitionId().matches("(clusterTerm|cultivationAdmission):.*"));
        assertThat(Reading.of(port, known.values()))
                .allSatisfy((address, text) -> assertThat(text).as(address).doesNotContainPattern("^\\d{3} /"));
    }

    /** Of a case, a batch or a cluster. */
    private String standing(String number) {
        return database.sql("""
                        select coalesce(outcome, standing) from case_record where case_number = :number
                        union all select state from batch where batch_number = :number
                        union all select state || ' ' || coalesce((
                                select max(ends_on)::varchar from cluster_term where cluster_id = cluster.id), '')
                            from cluster where cluster_number = :number
                        """).param("number", number).query(String.class).single();
    }

    private LocalDate nextTimer() {
        return context
                .getBean(ManagementService.class)
                .createJobQuery()
                .timers()
                .active()
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .map(Job::getDuedate)
                .map(due -> LocalDateTime.ofInstant(due.toInstant(), ZONE).toLocalDate())
                .filter(day -> day.isAfter(TestClock.today()))
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    /** Does what waits for people, each task in one way. */
    private final class Walk {

        private final Map<String, String> known;
        private final Materials materials = new Materials(context);

        Walk(Map<String, String> known) {
            this.known = known;
        }

        private final Map<String, String> failed = new TreeMap<>();

        boolean everyTask() {
            List<Task> open = tasks.createTaskQuery().list().stream()
                    .filter(task -> !failed.containsKey(task.getId()))
                    .toList();
            open.forEach(task -> {
                // one may have ended another
                if (tasks.createTaskQuery().taskId(task.getId()).count() > 0) {
                    String step = caseOf(task) + " " + task.getTaskDefinitionKey();
                    try {
                        done(task);
                    } catch (RuntimeException | AssertionError refused) {
                        failed.put(task.getId(), step + ": " + refused.getMessage());
                    }
                }
            });
            return !open.isEmpty();
        }

        private String caseOf(Task task) {
            return runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey();
        }

        private void done(Task task) {
            String number = caseOf(task);
            CaseRecord record = casework.find(number).orElse(null);
            Clerk unit = record == null ? null : new Clerk("unit", record.applicantGroup());
            Clerk city = record == null ? null : new Clerk("city", record.cityGroup());
            String today = TestClock.today().toString();
            switch (task.getTaskDefinitionKey()) {
                case "task_enterData" -> {
                    dataEntered(record, unit);
                    complete(unit, task, ReportWalk.declared());
                }
                case "task_confirmAndSubmit" ->
                    complete(unit, task, "nextStep", "SUBMIT", "explanation", "情况属实", "truthfulnessCommitted", true);
                case "task_decideAcceptance" -> {
                    materials.accept(number, city.account());
                    complete(city, task, "acceptance", "ACCEPT", "opinion", "材料齐全");
                }
                case "task_reviewPreliminarily" ->
                    complete(city, task, "conclusion", "MEETS", "opinion", "经审查，符合各项条件。", "softMissJudgement", "予以认可");
                case "task_decideRecommendation" ->
                    complete(
                            city,
                            task,
                            "recommendation",
                            "RECOMMEND",
                            "documentNumber",
                            "市工信发〔2027〕31号",
                            "documentDate",
                            today,
                            "opinion",
                            "同意推荐");
                case "task_planReReview" ->
                    complete(OFFICER, task, "expertReviewOrdered", false, "siteInspectionOrdered", false);
                case "task_giveExpertOpinion" -> {
                    complete(
                            new Clerk(task.getAssignee(), "expert"),
                            task,
                            "recommendation",
                            "RECOMMEND",
                            "opinion",
                            "产业链完整，同意推荐。");
                }
                case "task_inspectOnSite" ->
                    complete(
                            OFFICER,
                            task,
                            "inspectedOn",
                            today,
                            "participants",
                            "丁少华（自治区工业和信息化厅）",
                            "findings",
                            "抽查五家企业，与申报材料一致。",
                            "conclusion",
                            "CONSISTENT");
                case "task_concludeReReview" ->
                    complete(
                            OFFICER,
                            task,
                            "conclusion",
                            "PASS",
                            "opinion",
                            "综合评估结果和核查情况作出本结论。",
                            "softMissJudgement",
                            "予以认可");
                case "task_compareApplications" -> complete(OFFICER, task, "comparisonSummary", "各申报情况如下");
                case "task_selectClusters" -> {
                    selected(number);
                    complete(LEADER, task, "selectionNote", "综合比较", "selectionConfirmed", true);
                }
                case "task_publishList" ->
                    complete(
                            OFFICER,
                            task,
                            "documentNumber",
                            "宁工信企发〔2027〕30号",
                            "documentDate",
                            today,
                            "objectionsEntered",
                            true,
                            "publicationConfirmed",
                            true);
                case "task_verifyObjection" ->
                    complete(OFFICER, task, "facts", "经核实，情况如下", "toldToApplicant", "异议反映产值不实，已核实");
                case "task_ruleObjection" ->
                    complete(
                            LEADER,
                            task,
                            "ruling",
                            known.get("objection to rule").equals(objected(task)) ? "UPHELD" : "DISMISSED",
                            "rulingReason",
                            "核实结果支持该结论");
                case "task_giveCityOpinion" ->
                    complete(
                            city,
                            task,
                            "cityOpinion",
                            "RECOMMEND",
                            "opinion",
                            "材料属实",
                            "softMissJudgement",
                            "予以认可",
                            "documentNumber",
                            "市工信发〔2027〕3号",
                            "documentDate",
                            today);
                case "task_concludeReview" ->
                    complete(
                            OFFICER,
                            task,
                            "conclusion",
                            "PASS",
                            "opinion",
                            "综合评估结果和核查情况",
                            "softMissJudgement",
                            "予以认可",
                            "noticeWanted",
                            "false",
                            "falseDeclarationFound",
                            "false");
                case "task_decideRenewal" ->
                    complete(
                            LEADER,
                            task,
                            "renewalDecision",
                            "PASS",
                            "reason",
                            "同意",
                            "documentNumber",
                            "宁工信企发〔2027〕8号",
                            "documentDate",
                            today,
                            "objectionsEntered",
                            true,
                            "renewalConfirmed",
                            true);
                case "task_confirmFiling" -> complete(unit, task, "filingStep", "SUBMIT", "newValue", "新材料");
                case "task_forwardFiling" -> complete(city, task, "forwarding", "FORWARD", "opinion", "属实");
                case "task_registerChange" -> complete(OFFICER, task, "registration", "REGISTER", "opinion", "同意备案");
                case "task_checkReport" -> complete(city, task, "checking", "FORWARD", "opinion", "数据属实");
                case "task_reviewReport" -> complete(OFFICER, task, "review", "ACCEPT", "opinion", "已审阅");
                case "task_reportCultivationWork" -> complete(cityAsked(task), task, "work", "开展培育工作", "plans", "继续推进");
                case "task_followUpMissing" -> complete(OFFICER, task, "followUp", "STOP", "note", "多次催报未报");
                case "task_concludeYear" -> complete(OFFICER, task, "summary", "年度监测完成");
                case "task_decideRecommendations" ->
                    complete(
                            LEADER,
                            task,
                            "nationalDecision",
                            "APPROVE",
                            "opinion",
                            "同意推荐",
                            "documentNumber",
                            "宁工信企发〔2027〕40号",
                            "documentDate",
                            today,
                            "nationalConfirmed",
                            true);
                case "task_recordNationalResult" ->
                    complete(
                            OFFICER,
                            task,
                            "nationallyRecognised",
                            List.of(known.get("cluster experts")),
                            "resultDocument",
                            "工信部企业函〔2027〕300号",
                            "resultDate",
                            today);
                case "task_establishFacts" ->
                    complete(OFFICER, task, "supervisionRefused", "true", "findings", "两次拒绝现场核查", "evidence", "核查记录");
                case "task_serveNotice" -> complete(OFFICER, task, CaseWalk.served(TestClock.today()));
                case "task_stateDefence" -> complete(unit, task, "defence", "STATED", "statement", "今后配合");
                case "task_checkLegality" -> complete(OTHER_OFFICER, task, "legality", "PASSED", "opinion", "事实清楚");
                case "task_decideRevocation" -> {
                    if (number.equals(known.get("revocation defending"))) {
                        complete(
                                LEADER,
                                task,
                                "decision",
                                "REVOKE",
                                "revocationConfirmed",
                                true,
                                "reason",
                                "拒不配合监督",
                                "documentNumber",
                                "宁工信企发〔2027〕9号",
                                "documentDate",
                                today);
                    } else {
                        complete(
                                LEADER,
                                task,
                                "decision",
                                "NOT_REVOKE",
                                "reason",
                                "已配合核查",
                                "notRevokedReason",
                                "CORRECTED",
                                "notRevokedBasis",
                                "补充核查记录");
                    }
                }
                case "task_enterPlan" -> complete(unit, task, plan());
                case "task_guideAdmission" -> complete(city, task, "guidance", "FORWARD", "opinion", "规划可行");
                case "task_decideAdmission" -> complete(OFFICER, task, "decision", "ADMIT", "reason", "同意入库");
                case "task_reportProgress" ->
                    complete(unit, task, "latestOutput", 21.3, "progress", "六个方面均有进展", "wish", "STAY");
                case "task_reviewProgress" -> complete(OFFICER, task, "review", "KEEP", "opinion", "进展良好");
                case "task_selectPractice" -> complete(OFFICER, task, "selection", "SELECT", "opinion", "入选");
                case "task_revisePractice" ->
                    complete(city, task, "title", "一张网管能耗", "summary", "建设能耗在线监测平台", "results", "下降8%（统计局数据）");
                default -> throw new AssertionError("nobody does " + task.getTaskDefinitionKey());
            }
        }

        private void dataEntered(CaseRecord record, Clerk unit) {
            Submissions submissions = context.getBean(Submissions.class);
            context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                long version =
                        submissions.latest(record.caseNumber()).orElseThrow().id();
                new Uploads(context)
                        .lay(version, ReportWalk.workbook(record.clusterName(), 2027), "数据.xlsx", unit.user());
                submissions.changed(version);
            });
            if (record.kind() == CaseKind.RD) {
                materials.explain(record.caseNumber(), unit.account());
            }
        }

        private void selected(String batch) {
            long id =
                    context.getBean(Batches.class).byNumber(batch).orElseThrow().id();
            database.sql("select case_number from application where batch_id = :id and state = 'RE_REVIEWED'")
                    .param("id", id)
                    .query(String.class)
                    .list()
                    .forEach(each -> context.getBean(Selections.class).decide(id, each, true, null, LEADER.account()));
        }

        private String objected(Task task) {
            return database.sql("select case_number from objection where id = :id")
                    .param("id", tasks.getVariable(task.getId(), "objectionId"))
                    .query(String.class)
                    .single();
        }

        private Clerk cityAsked(Task task) {
            return new Clerk("city", (String) tasks.getVariable(task.getId(), "cityGroup"));
        }

        private Object[] plan() {
            List<Object> fields = new ArrayList<>(List.of("developmentPlan", "三年产值过三十亿元"));
            for (CultivationLine line : CultivationLine.values()) {
                fields.addAll(List.of(line.field() + "Goals", line.label() + "目标"));
                fields.addAll(List.of(line.field() + "Measures", line.label() + "措施", line.field() + "Unit", "县工信局"));
            }
            return fields.toArray();
        }

        private void complete(Clerk by, Task task, Object... fields) {
            Map<String, Object> form = new HashMap<>();
            for (int i = 0; i < fields.length; i += 2) {
                form.put((String) fields[i], fields[i + 1]);
            }
            complete(by, task, form);
        }

        private void complete(Clerk by, Task task, Map<String, Object> form) {
            desks.complete(by, task.getId(), form);
        }
    }
}
