package org.smecluster.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Assessments;
import org.smecluster.assessment.Stage;
import org.smecluster.assessment.SubjectOf;
import org.smecluster.document.Notification;
import org.smecluster.document.Notifications;
import org.smecluster.law.Overtaken;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.DraftEvent;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.CaseOnFile;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twelve clusters of 银川 and nine of 石嘴山 have an output of 25 and fall short of 30; of 吴忠 the only one there is. */
@ProcessTest
@DisplayName("试算：草稿会改变什么，政策人员只见数、少于5的不见，案件由管辖的人看")
class WhatIfTest {

    private static final String FILE = "basicConditions.dmn";
    private static final Account POLICY = new Account("policy", "田思源", List.of("policy-owner"));
    private static final Pattern LINE = Pattern.compile("<tr role=\"row\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile("NXJQ-[0-9]{4}-[A-Z]{2}-[0-9]{5}");

    private static final String ONLY = "盐池滩羊深加工集群";
    private static final String ONLY_CASE = "NXJQ-2026-RD-00301";

    @Autowired
    ApplicationContext context;

    @Autowired
    AssessmentService service;

    @Autowired
    Assessments assessments;

    @Autowired
    WhatIfs whatIfs;

    @Autowired
    WhatIfStore store;

    @Autowired
    WhatIfRun run;

    @Autowired
    Drafts drafts;

    @Autowired
    Notifications notifications;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void onFile() {
        TestClock.set(LocalDate.of(2026, 6, 15));
        for (int i = 0; i < 12; i++) {
            filed(100 + i, "永宁集群" + i, "county-640121", "city-6401", "25");
        }
        for (int i = 0; i < 9; i++) {
            filed(200 + i, "平罗集群" + i, "county-640221", "city-6402", "25");
        }
        filed(301, ONLY, "county-640323", "city-6403", "25");
        for (int i = 0; i < 8; i++) {
            filed(400 + i, "西吉集群" + i, "county-640422", "city-6404", "40");
        }
    }

    /** @return id of its version */
    private long filed(int number, String name, String group, String city, String leastOutput) {
        String caseNumber = "NXJQ-2026-RD-%05d".formatted(number);
        CaseOnFile.put(jdbc, caseNumber, name, group, city);
        jdbc.sql("insert into submission (id, case_number, round, state) values (?, ?, 1, 'FROZEN')")
                .params(number, caseNumber)
                .update();
        assess(number, Stage.of(Stage.Kind.CHECK, 1), leastOutput);
        return number;
    }

    private void assess(long submission, Stage stage, String leastOutput) {
        SubjectOf cluster = new SubjectOf();
        cluster.totalOutput = new String[] {leastOutput, "41", "42"};
        cluster.smeOutput = new String[] {leastOutput, "41", "42"};
        assessments.save(submission, stage, service.assess(cluster.subject()));
    }

    private static byte[] with(String least) {
        try {
            return Files.readString(Path.of("processes", "recognition", FILE))
                    .replace("<text>&gt;= 20</text>", "<text>&gt;= " + least + "</text>")
                    .replace("<text>&lt; 20</text>", "<text>&lt; " + least + "</text>")
                    .replace("20亿元", least + "亿元")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Past the guard, which takes its time and is tested elsewhere. @return the draft's id */
    private long draft(String least) {
        return drafts.add(
                        ModelDraft.Kind.ORDINARY,
                        ModelDraft.State.OPEN,
                        least,
                        "提高产值",
                        POLICY,
                        Instant.now(),
                        List.of(new ModelSource(FILE, with(least))))
                .map(added -> {
                    drafts.judged(added.id(), Instant.now(), List.of(), List.of());
                    return added.id();
                })
                .orElseGet(() -> drafts.undecided(least).orElseThrow().id());
    }

    /** As the Modeler sends it. */
    private long deployed(String least) {
        String page = Modeler.shown(new Modeler("policy", port).deploy("提高产值", FILE, with(least)))
                .page();
        return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
    }

    private long tried(String least) {
        return tried(draft(least));
    }

    private long tried(long draft) {
        whatIfs.ask(draft, POLICY);
        assertThat(run.next()).isTrue();
        assertThat(whatIfs.find(draft).orElseThrow().state()).isEqualTo(WhatIf.State.DONE);
        return draft;
    }

    private static String page(long draft) {
        return "/admin/drafts/" + draft + "/what-if";
    }

    private static String cases(long draft) {
        return "/what-ifs/" + draft + "/cases";
    }

    private Browser as(String user) {
        return Browser.signedIn(user, port);
    }

    /** The cells of the lines of the tables, as they are read. */
    private static List<List<String>> lines(String html) {
        return LINE.matcher(html)
                .results()
                .map(line -> CELL.matcher(line.group(1))
                        .results()
                        .map(cell -> cell.group(1).replaceAll("<[^>]+>", "").strip())
                        .toList())
                .filter(cells -> !cells.isEmpty())
                .toList();
    }

    private static List<String> caseNumbers(String html) {
        return CASE.matcher(html)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("政策人员：改前改后、按市、按条件和行；少于5的和能推算出来的不显示；页面、导出、进度都没有案号、集群和单位")
    void counts() throws IOException {
        long draft = tried(deployed("30"));
        String html = as("policy-2").get(page(draft)).body();

        assertThat(lines(html))
                .contains(
                        List.of("改变结论", "22"),
                        List.of("不改变", "8"),
                        List.of("符合", "不符合", "22"),
                        List.of("认定", "22"),
                        List.of("银川市", "12"),
                        List.of("石嘴山市", "不显示"),
                        List.of("吴忠市", "少于5"),
                        List.of("固原市", "少于5"),
                        List.of("中卫市", "少于5"),
                        List.of("不同", "少于5"));
        assertThat(lines(html)).anySatisfy(line -> assertThat(line).hasSize(4).satisfies(cells -> {
            assertThat(cells.get(0)).startsWith("第十一条(一) ").contains("年产值");
            assertThat(cells.get(1)).matches("符合（第\\d+行）");
            assertThat(cells.get(2)).matches("不符合（第\\d+行）");
            assertThat(cells.get(3)).isEqualTo("22");
        }));
        assertThat(html).contains("30件", "田思源", "基本条件第", "否决条件第");
        HttpResponse<byte[]> sent = as("policy-2").download(page(draft) + "/export");
        List<String> cells = cells(sent.body());
        assertThat(cells).contains("少于5", "不显示", "银川市", "12");
        String all = html
                + cells
                + as("policy-2").get("/admin/drafts/" + draft).body()
                + as("policy-2").get("/notifications").body();
        assertThat(all).doesNotContain(ONLY, "永宁", "平罗", "盐池", "西吉", "640323").doesNotContainPattern(CASE);
        assertThat(caseNumbers(all)).isEmpty();
        assertThat(drafts.events(draft)).extracting(DraftEvent::kind).contains(DraftEvent.Kind.TRIED);
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        DataFormatter format = new DataFormatter();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            List<String> cells = new ArrayList<>();
            StreamSupport.stream(read.getSheetAt(0).spliterator(), false)
                    .forEach(row -> row.forEach(cell -> cells.add(format.formatCellValue(cell))));
            return cells;
        }
    }

    @Test
    @DisplayName("只有一个集群的市：改与不改，政策人员看到的各市的数完全一样")
    void theOnlyClusterIsNotTold() {
        List<List<String>> changed = cities(countsOf("30"));
        assertThat(jdbc.sql(
                                "update finding f set inputs = replace(inputs::text, '25', '35')::jsonb from assessment a"
                                        + " where a.id = f.assessment_id and a.submission_id = 301 and f.code = 'minAnnualOutput'")
                        .update())
                .isEqualTo(1);
        assertThat(cities(countsOf("30"))).isEqualTo(changed).contains(List.of("吴忠市", "少于5"));
        assertThat(store.lines(drafts.all().get(0).id())).hasSize(21);
    }

    private String countsOf(String least) {
        return as("policy").get(page(tried(least))).body();
    }

    private static List<List<String>> cities(String html) {
        return lines(html).stream().filter(line -> line.get(0).endsWith("市")).toList();
    }

    @Test
    @DisplayName("自治区看全部、市看本市、县看本县，带数值，可导出；别的市没有；政策人员、管理员、专家、没有登录的看不了")
    void whoSeesWhich() throws IOException {
        long draft = tried("30");
        String officer = as("officer-1").get(cases(draft)).body();
        String city = as("city-shizuishan").get(cases(draft)).body();
        String county = as("pingluo").get(cases(draft)).body();

        assertThat(caseNumbers(officer)).hasSize(22).contains(ONLY_CASE, "NXJQ-2026-RD-00100");
        assertThat(officer).contains(ONLY, "数值：25 亿元", "符合（第", "不符合（第");
        assertThat(caseNumbers(city)).hasSize(9).allMatch(number -> number.startsWith("NXJQ-2026-RD-002"));
        assertThat(city).doesNotContain(ONLY, "永宁");
        assertThat(caseNumbers(county)).hasSize(9);
        assertThat(as("huinong").get(cases(draft)).body()).contains("没有案件会改变");
        assertThat(caseNumbers(as("city-zhongwei").get(cases(draft)).body())).isEmpty();
        assertThat(cells(
                        as("city-shizuishan").download(cases(draft) + "/export").body()))
                .contains("NXJQ-2026-RD-00200", "平罗集群0")
                .noneMatch(cell -> cell.contains(ONLY_CASE) || cell.contains("永宁"));
        for (String user : List.of("policy", "admin", "expert-li")) {
            assertThat(as(user).get(cases(draft)).statusCode()).as(user).isEqualTo(403);
            assertThat(as(user).get(cases(draft) + "/export").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(new Browser(port).get(cases(draft)).statusCode()).isEqualTo(302);
        assertThat(as("officer-1").get(page(draft)).statusCode()).isEqualTo(403);
        assertThat(as("officer-1").get(cases(draft + 1000)).statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("通知自治区和有变化的市，各一条，点编号到自己的名单；县里、没有变化的市不通知；再试算再通知")
    void told() {
        long draft = tried("30");
        assertThat(told("province-officer")).singleElement().satisfies(text -> assertThat(text)
                .contains("提高产值", "全区有22件", "还没有生效"));
        assertThat(told("city-6403")).singleElement().asString().contains("本市有1件");
        assertThat(told("city-6404")).isEmpty();
        assertThat(told("county-640221")).isEmpty();
        assertThat(as("city-shizuishan").get("/notifications").body()).contains(cases(draft));
        whatIfs.ask(draft, POLICY);
        run.next();
        assertThat(told("city-6403")).hasSize(2);
    }

    private List<String> told(String group) {
        return notifications.forGroups(List.of(group), "nobody", 0, 100).stream()
                .map(Notification::text)
                .toList();
    }

    @Test
    @DisplayName("复审的评估结案以前只有自治区看：市和县看的是以前的评估；各按各的算")
    void deliberation() {
        assess(400, Stage.of(Stage.Kind.REREVIEW, 1), "25");
        assess(200, Stage.of(Stage.Kind.REREVIEW, 1), "40");
        long draft = tried("30");

        assertThat(caseNumbers(as("officer-1").get(cases(draft)).body()))
                .contains("NXJQ-2026-RD-00400")
                .doesNotContain("NXJQ-2026-RD-00200");
        assertThat(caseNumbers(as("city-guyuan").get(cases(draft)).body())).isEmpty();
        assertThat(caseNumbers(as("city-shizuishan").get(cases(draft)).body())).contains("NXJQ-2026-RD-00200");
        assertThat(told("city-6404")).isEmpty();
        jdbc.sql("update case_record set outcome = 'NOT_RECOGNISED', closed_at = now()"
                        + " where case_number = 'NXJQ-2026-RD-00400'")
                .update();
        assertThat(caseNumbers(as("city-guyuan").get(cases(draft)).body())).containsExactly("NXJQ-2026-RD-00400");
    }

    @Test
    @DisplayName("没有提交的一版不算：只有申报单位知道")
    void notHandedIn() {
        jdbc.sql("update submission set state = 'OPEN' where id = 301").update();
        long draft = tried("30");
        assertThat(caseNumbers(as("officer-1").get(cases(draft)).body())).hasSize(21);
        assertThat(told("city-6403")).isEmpty();
    }

    @Test
    @DisplayName("评估当时与现行不同的，与草稿分开列")
    void recorded() {
        jdbc.sql("update assessment set overall = 'NOT_MET' where submission_id between 200 and 208")
                .update();
        long draft = tried("22");
        String html = as("policy").get(page(draft)).body();
        assertThat(lines(html)).contains(List.of("改变结论", "少于5"), List.of("不同", "9"), List.of("相同", "21"));
        assertThat(caseNumbers(as("officer-1").get(cases(draft)).body())).isEmpty();
        assertThat(caseNumbers(
                        as("officer-1").get(cases(draft) + "?show=recorded").body()))
                .hasSize(9);
    }

    @Test
    @DisplayName("不改的表：每一件的每一项都与存档的一字不差；引擎、评估、判断记录一行不增")
    void nothingIsLeft() {
        filed(500, "有事故的集群", "county-640221", "city-6402", "25");
        assess(200, Stage.of(Stage.Kind.REREVIEW, 1), "19.85");
        assertThat(KeptJudgements.otherwise(context)).isEmpty();
        long draft = draft("30");
        Map<String, Long> before = rows();
        whatIfs.ask(draft, POLICY);
        run.next();
        Map<String, Long> after = rows();
        assertThat(before).containsKeys("act_hi_decinst", "decision_round", "assessment", "finding");
        assertThat(after.keySet().stream().filter(table -> !after.get(table).equals(before.get(table))))
                .containsExactlyInAnyOrder(
                        "what_if",
                        "what_if_line",
                        "model_draft_event",
                        // the digest of that event, for the audit chain
                        "chain_queue",
                        "notification",
                        "message_queue");
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'").query(String.class).list().stream()
                .filter(table -> !table.contains("session") && !table.contains("login") && !table.contains("meter"))
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }

    @Test
    @DisplayName("取消：等待的不再做，正在做的什么都不留；可以重新试算")
    void cancelled() {
        long draft = draft("30");
        whatIfs.ask(draft, POLICY);
        assertThatThrownBy(() -> whatIfs.ask(draft, POLICY)).isInstanceOf(Overtaken.class);
        assertThat(as("policy").post(page(draft), page(draft) + "/cancellation").statusCode())
                .isEqualTo(302);
        assertThat(run.next()).isFalse();
        assertThat(as("policy").get(page(draft)).body()).contains("已取消", "重新试算");

        whatIfs.ask(draft, POLICY);
        WhatIf running = store.claim(Instant.now()).orElseThrow();
        assertThat(store.reached(running, 10, 30, List.of())).isTrue();
        assertThat(as("policy-2").get(page(draft)).body()).contains("正在试算：33%", "取消试算");
        whatIfs.cancel(draft, POLICY);
        assertThat(store.reached(running, 20, 30, List.of())).isFalse();
        assertThat(store.done(running, new Counts(null, null, List.of()), List.of(), Instant.now()))
                .isFalse();
        assertThat(whatIfs.find(draft).orElseThrow().state()).isEqualTo(WhatIf.State.CANCELLED);
        assertThatThrownBy(() -> whatIfs.cancel(draft, POLICY)).isInstanceOf(Overtaken.class);

        whatIfs.ask(draft, POLICY);
        assertThat(run.next()).isTrue();
        assertThat(as("policy").get(page(draft)).body()).contains("改变结论");
    }

    @Test
    @DisplayName("进程没了：显示中断，没有结果，可以重新试算；旧的一次不再写任何东西")
    void interrupted() {
        long draft = draft("30");
        whatIfs.ask(draft, POLICY);
        WhatIf dead = store.claim(Instant.now()).orElseThrow();
        jdbc.sql("update what_if set lease_until = now() - interval '1 second'").update();
        assertThat(run.next()).isFalse();
        assertThat(as("policy").get(page(draft)).body()).contains("中断", "重新试算");
        assertThat(as("officer-1").get(cases(draft)).statusCode()).isEqualTo(404);
        whatIfs.ask(draft, POLICY);
        assertThat(store.reached(dead, 1, 30, List.of())).isFalse();
        assertThat(run.next()).isTrue();
        assertThat(store.done(dead, new Counts(null, null, List.of()), List.of(), Instant.now()))
                .isFalse();
        assertThat(as("policy").get(page(draft)).body()).contains("改变结论");
    }

    @Test
    @DisplayName("三十天以后名单删去，数还在；重新试算，旧名单没有了")
    void forgotten() {
        long draft = tried("30");
        assertThat(store.lines(draft)).hasSize(22);
        TestClock.set(LocalDate.of(2026, 7, 16));
        run.forgetLines();
        assertThat(store.lines(draft)).isEmpty();
        assertThat(as("policy").get(page(draft)).body()).contains("改变结论");
    }

    @Test
    @DisplayName("只有政策人员、只有没有办完的、只有改动第十条和第十一条决策表的草稿；管理员看得到数，不能试算")
    void whoAndWhich() {
        long draft = draft("30");
        assertThat(as("admin").post(page(draft), page(draft)).statusCode()).isEqualTo(403);
        assertThat(as("admin").get(page(draft)).statusCode()).isEqualTo(200);
        assertThat(as("officer-1").get(page(draft)).statusCode()).isEqualTo(403);
        assertThatThrownBy(() -> whatIfs.ask(draft, new Account("admin", "管理员", List.of("camunda-admin"))))
                .isInstanceOf(Refusal.class);
        assertThat(as("policy").get("/admin/drafts/" + draft).body()).contains("试算这份草稿");
        as("policy").post("/admin/drafts/" + draft, "/admin/drafts/" + draft + "/withdrawal");
        assertThat(as("policy").post(page(draft), page(draft)).statusCode()).isEqualTo(400);
        assertThat(whatIfs.find(draft)).isEmpty();
    }

    @Test
    @DisplayName("评估过的集群少于5个：一个数都没有")
    void tooFew() {
        jdbc.sql("update submission set state = 'OPEN' where id not in (100, 200, 301, 400)")
                .update();
        long draft = tried("30");
        String html = as("policy").get(page(draft)).body();
        assertThat(html).contains("不显示任何数字");
        assertThat(lines(html)).isEmpty();
    }

    @Test
    @DisplayName("另一份草稿已经生效：提示比较已经过时")
    void overtaken() {
        long draft = tried("30");
        assertThat(as("policy").get(page(draft)).body()).doesNotContain("试算以后，正在运行的决策表有了变化");
        repository
                .createDeployment()
                .addInputStream(FILE, new ByteArrayInputStream(with("35")))
                .deploy();
        assertThat(as("policy").get(page(draft)).body()).contains("试算以后，正在运行的决策表有了变化");
    }
}
