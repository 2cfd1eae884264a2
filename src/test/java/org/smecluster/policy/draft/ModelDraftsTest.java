package org.smecluster.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.engine.deployment.ModelDeployer;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ModelRestoration;
import org.smecluster.engine.deployment.ModelStanding;
import org.smecluster.engine.deployment.ModelStandings;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.policy.Following;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.Modeler;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Modeler sends, and shows what it shows; the two policy owners decide on the pages. */
@ProcessTest
@DisplayName("模型变更：部署先成为草稿，另一位政策人员批准后生效，历史不能删除")
class ModelDraftsTest {

    private static final ModelKey FORM = new ModelKey(ModelKind.FORM, "guideAdmission");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    ShippedModels shipped;

    @Autowired
    ModelStandings standings;

    @Autowired
    ModelRestoration restoration;

    @Autowired
    ModelDeployer starting;

    @Autowired
    Following following;

    @Autowired
    Drafts drafts;

    @Autowired
    GoingLive going;

    @Autowired
    DraftDecisions decisions;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Set<String> before;

    @BeforeEach
    void remember() {
        TestClock.set(DAY);
        before = deployments();
    }

    private Set<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String shippedForm() {
        return shipped.files().stream()
                .filter(file -> file.keys().contains(FORM))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** A harmless change of its wording. */
    private byte[] form(String version) {
        String text = shippedForm();
        String changed = text.replaceFirst("\"label\": \"", "\"label\": \"" + version);
        assertThat(changed).isNotEqualTo(text);
        return bytes(changed);
    }

    private ModelStanding standing() {
        return standings.find(FORM).orElseThrow();
    }

    private String running() {
        return standing().running().file().text();
    }

    private Modeler.Shown deploy(String user, byte[] content) {
        return Modeler.shown(answer(user, content));
    }

    private HttpResponse<String> answer(String user, byte[] content) {
        return new Modeler(user, port).deploy("改说明", "guideAdmission.form", content);
    }

    private Browser owner(String user) {
        return Browser.signedIn(user, port);
    }

    private ModelDraft draft(String page) {
        return drafts.find(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private List<DraftEvent.Kind> events(String page) {
        return drafts.events(draft(page).id()).stream().map(DraftEvent::kind).toList();
    }

    private String told() {
        return String.join(
                "\n",
                jdbc.sql("select text from notification where group_id = 'policy-owner' order by id")
                        .query(String.class)
                        .list());
    }

    private HttpResponse<String> approve(String page, String user, String day) {
        return Modeler.approve(page, owner(user), day);
    }

    @Test
    @DisplayName("部署存为草稿：409，Modeler 的日志写明草稿、地址和检查结果；正在运行的不变；政策人员收到通知")
    void draft() {
        HttpResponse<String> answer = answer("policy", form("新"));
        assertThat(answer.statusCode()).isEqualTo(409);
        Modeler.Shown shown = Modeler.shown(answer);
        assertThat(shown.title()).isEqualTo("Deployment failed");
        assertThat(shown.log())
                .startsWith("已存为草稿NXMX-")
                .contains("http://127.0.0.1:" + port + "/admin/drafts/")
                .contains("检查");
        assertThat(deployments()).isEqualTo(before);
        assertThat(running()).isEqualTo(shippedForm());
        assertThat(told()).contains("田思源提交了模型草稿“改说明”");
        assertThat(owner("policy-2").get(shown.page()).body())
                .contains("改说明", "待批准", "guideAdmission.form", "行不同", "批准这份草稿");
        assertThat(owner("policy-2").get("/notifications").body()).contains(shown.page());
    }

    @Test
    @DisplayName("相同的内容部署两次，无论谁部署：是同一份草稿；没有变化的不存")
    void once() {
        String first = deploy("policy", form("新")).page();
        assertThat(deploy("policy", form("新")).page()).isEqualTo(first);
        assertThat(deploy("policy-2", form("新")).page()).isEqualTo(first);
        assertThat(drafts.all()).hasSize(1);
        assertThat(draft(first).author()).isEqualTo("policy");
        assertThat(events(first))
                .containsExactly(
                        DraftEvent.Kind.SUBMITTED, DraftEvent.Kind.SUBMITTED_AGAIN, DraftEvent.Kind.SUBMITTED_AGAIN);
        assertThat(deploy("policy", form("另")).page()).isNotEqualTo(first);
        HttpResponse<String> same = answer("policy", bytes(shippedForm()));
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(Modeler.shown(same).log()).startsWith("没有变化：guideAdmission.form");
        assertThat(drafts.all()).hasSize(2);
    }

    @Test
    @DisplayName("不合法的流程：不部署，400，留下一份只供查看的，路径画在图上；再部署一次还是它；不能批准")
    void refused() {
        byte[] unlawful = bytes(shipped.files().stream()
                .filter(file -> file.keys().contains(new ModelKey(ModelKind.PROCESS, "revocation")))
                .findFirst()
                .orElseThrow()
                .text()
                .replace(
                        "camunda:candidateGroups=\"province-leader\"", "camunda:candidateGroups=\"province-officer\""));
        HttpResponse<String> answer = new Modeler("policy", port).deploy("经办决定", "revocation.bpmn", unlawful);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Modeler.shown(answer).log())
                .startsWith("没有部署")
                .contains("在图上查看：http://127.0.0.1:" + port + "/admin/drafts/", "task_decideRevocation");
        String page = Modeler.shown(answer).page();
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.REFUSED);
        assertThat(owner("policy").get(page).body())
                .contains("没有通过检查", "在图上看怎样走到这里", "task_establishFacts", "files/1/content")
                .doesNotContain("批准这份草稿", "撤回这份草稿");
        assertThat(owner("policy").get("/admin/drafts").body()).contains("经办决定", "没有通过检查");
        assertThat(approve(page, "policy-2", "").statusCode()).isEqualTo(409);
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.REFUSED);
        assertThat(Modeler.shown(new Modeler("policy-2", port).deploy("又一次", "revocation.bpmn", unlawful))
                        .page())
                .isEqualTo(page);
        assertThat(deployments()).isEqualTo(before);
        assertThat(told()).doesNotContain("经办决定");
    }

    @Test
    @DisplayName("两个线程同时部署相同的内容：一份草稿")
    void twiceAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<String> deploy = () -> {
            together.await();
            return deploy("policy", form("新")).page();
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            var answers = threads.invokeAll(List.of(deploy, deploy));
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
        } finally {
            threads.shutdownNow();
        }
        assertThat(drafts.all()).hasSize(1);
    }

    @Test
    @DisplayName("另一位政策人员批准，日期是今天：立即生效，一次部署，来源是人工，结果和理由封存")
    void approval() {
        String page = deploy("policy", form("新")).page();
        HttpResponse<String> answer = approve(page, "policy-2", "2027-03-01");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(running()).contains("新");
        assertThat(standing().running().source()).isEqualTo("by-hand");
        assertThat(standing().running().deployedBy()).isEqualTo("policy-2");
        assertThat(standing().running().deploymentName())
                .contains("改说明", draft(page).number());
        assertThat(deployments()).hasSize(before.size() + 1);
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.LIVE);
        assertThat(drafts.events(draft(page).id()))
                .filteredOn(event -> event.kind() == DraftEvent.Kind.APPROVED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.userId()).isEqualTo("policy-2");
                    assertThat(event.reason()).isEqualTo("核对无误");
                    assertThat(event.judgementId()).isNotNull();
                });
        assertThat(told()).contains("罗静怡批准了模型草稿“改说明”，已经生效");
        assertThat(owner("policy").get(page).body()).contains("已生效", "核对无误", "收回这次变更");
    }

    @Test
    @DisplayName("自己部署的不能自己批准，系统管理员也不能批准；不填理由、日期已过的不能批准：什么都没有改变")
    void notAlone() {
        String page = deploy("policy", form("新")).page();
        HttpResponse<String> own = approve(page, "policy", "2027-03-01");
        assertThat(own.statusCode()).isEqualTo(400);
        assertThat(own.body()).contains("要由另一位政策人员批准");
        assertThat(approve(page, "admin", "2027-03-01").statusCode()).isEqualTo(403);
        assertThat(approve(page, "policy-2", "2027-02-28").body()).contains("今天或者以后的日期");
        assertThat(approve(page, "policy-2", "2029-03-01").body()).contains("一年以内");
        assertThat(owner("policy-2")
                        .post(page, page + "/approval", "judgement", "1", "reason", " ", "effectiveOn", "2027-03-01")
                        .body())
                .contains("请写明批准的理由");
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.OPEN);
        assertThat(deployments()).isEqualTo(before);
        assertThatThrownBy(() ->
                        jdbc.sql("update model_draft set approved_by = author").update())
                .as("the database holds the two persons as well")
                .isNotNull();
    }

    @Test
    @DisplayName("不批准、撤回：正在运行的不变，以后不能再批准；相同的内容可以重新部署")
    void rejection() {
        String page = deploy("policy", form("新")).page();
        Browser second = owner("policy-2");
        assertThat(second.post(page, page + "/rejection", "reason", "").statusCode())
                .isEqualTo(400);
        assertThat(owner("policy")
                        .post(page, page + "/rejection", "reason", "x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(second.post(page, page + "/rejection", "reason", "没有依据").statusCode())
                .isEqualTo(302);
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.REJECTED);
        assertThat(told()).contains("没有批准模型草稿“改说明”。理由：没有依据");
        assertThat(approve(page, "policy-2", "2027-03-01").statusCode()).isEqualTo(409);

        String again = deploy("policy", form("新")).page();
        assertThat(again).isNotEqualTo(page);
        assertThat(second.post(again, again + "/withdrawal").statusCode()).isEqualTo(400);
        assertThat(owner("policy").post(again, again + "/withdrawal").statusCode())
                .isEqualTo(302);
        assertThat(draft(again).state()).isEqualTo(ModelDraft.State.WITHDRAWN);
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    @DisplayName("生效日期在以后：到那天零时才生效，前一秒还没有")
    void effectiveDate() {
        String page = deploy("policy", form("新")).page();
        assertThat(approve(page, "policy-2", "2027-03-05").statusCode()).isEqualTo(302);
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.APPROVED);
        assertThat(told()).contains("2027年3月5日起生效");
        assertThat(deploy("policy", form("新")).log()).contains("已经批准，2027年3月5日起生效");
        TestClock.set(LocalDate.of(2027, 3, 4).atTime(23, 59, 59));
        going.whatIsDue();
        assertThat(running()).isEqualTo(shippedForm());
        TestClock.set(LocalDate.of(2027, 3, 5).atStartOfDay());
        going.whatIsDue();
        going.whatIsDue();
        assertThat(running()).contains("新");
        assertThat(standing().running().version()).isEqualTo(2);
        assertThat(standing().running().deployedBy()).isEqualTo("policy-2");
        assertThat(told()).contains("已按批准的日期生效");
        assertThat(events(page))
                .endsWith(DraftEvent.Kind.APPROVED, DraftEvent.Kind.SUBMITTED_AGAIN, DraftEvent.Kind.LIVE);
    }

    @Test
    @DisplayName("系统停着错过了零时：启动时在部署随附文件以前补上，随附版本不覆盖它")
    void missedMidnight() {
        String page = deploy("policy", form("新")).page();
        approve(page, "policy-2", "2027-03-05");
        TestClock.set(LocalDate.of(2027, 3, 9));
        starting.afterSingletonsInstantiated();
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.LIVE);
        assertThat(running()).contains("新");
        starting.afterSingletonsInstantiated();
        assertThat(running()).contains("新");
        assertThat(deployments()).hasSize(before.size() + 1);
    }

    @Test
    @DisplayName("生效到一半数据库断开：什么都没有改变，以后可以再批准")
    void allOrNothing() {
        String page = deploy("policy", form("新")).page();
        jdbc.sql("alter table model_draft_replaced add constraint stopped check (false)")
                .update();
        try {
            assertThat(approve(page, "policy-2", "2027-03-01").statusCode()).isGreaterThanOrEqualTo(400);
        } finally {
            jdbc.sql("alter table model_draft_replaced drop constraint stopped").update();
        }
        assertThat(draft(page).state()).isEqualTo(ModelDraft.State.OPEN);
        assertThat(deployments()).isEqualTo(before);
        assertThat(running()).isEqualTo(shippedForm());
        assertThat(approve(page, "policy-2", "2027-03-01").statusCode()).isEqualTo(302);
        assertThat(running()).contains("新");
    }

    @Test
    @DisplayName("已批准的在生效以前可以不让它生效")
    void stoppedBeforeItsDay() {
        String page = deploy("policy", form("新")).page();
        approve(page, "policy-2", "2027-03-05");
        assertThat(owner("policy-2")
                        .post(page, page + "/rejection", "reason", "再想想")
                        .statusCode())
                .isEqualTo(302);
        TestClock.set(LocalDate.of(2027, 3, 6));
        going.whatIsDue();
        assertThat(running()).isEqualTo(shippedForm());
    }

    @Test
    @DisplayName("两个节点同时到期：生效一次")
    void dueAtTwoNodes() throws Exception {
        String page = deploy("policy", form("新")).page();
        approve(page, "policy-2", "2027-03-05");
        TestClock.set(LocalDate.of(2027, 3, 5));
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Void> round = () -> {
            together.await();
            going.whatIsDue();
            return null;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (var each : nodes.invokeAll(List.of(round, round))) {
                each.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(deployments()).hasSize(before.size() + 1);
        assertThat(events(page)).filteredOn(DraftEvent.Kind.LIVE::equals).hasSize(1);
    }

    @Test
    @DisplayName("检查以后别的变更生效了：不能批准，重新检查以后可以；已批准待生效的，批准失效")
    void stale() {
        String first = deploy("policy", form("甲")).page();
        String second = deploy("policy", form("乙")).page();
        String third = deploy("policy", form("丙")).page();
        approve(third, "policy-2", "2027-03-05");
        approve(first, "policy-2", "2027-03-01");
        HttpResponse<String> refused = approve(second, "policy-2", "2027-03-01");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(owner("policy-2").get(second).body()).contains("有了1处变化", "表单guideAdmission由第1版变为第2版", "重新检查");
        assertThat(running()).contains("甲");

        owner("policy-2").post(second, second + "/judgement");
        assertThat(approve(second, "policy-2", "2027-03-01").statusCode()).isEqualTo(302);
        assertThat(running()).contains("乙");

        TestClock.set(LocalDate.of(2027, 3, 5));
        going.whatIsDue();
        assertThat(running()).contains("乙");
        assertThat(draft(third).state()).isEqualTo(ModelDraft.State.OPEN);
        assertThat(events(third)).endsWith(DraftEvent.Kind.LAPSED);
        assertThat(told()).contains("没有生效，批准失效");
    }

    @Test
    @DisplayName("批准的人看到的检查结果已经不是最新的：拒绝，请核对新的结果")
    void judgedInBetween() {
        String page = deploy("policy", form("新")).page();
        long seen = drafts.judgement(draft(page).id()).id();
        owner("policy").post(page, page + "/judgement");
        HttpResponse<String> answer = owner("policy-2")
                .post(
                        page,
                        page + "/approval",
                        "judgement",
                        Long.toString(seen),
                        "reason",
                        "核对无误",
                        "effectiveOn",
                        "2027-03-01");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("刚刚重新检查过");
    }

    @Test
    @DisplayName("收回：以前的版本重新生效，又算随附版本；要写理由；收回两次、后来又改过的不行")
    void takenBack() {
        String page = deploy("policy", form("新")).page();
        approve(page, "policy-2", "2027-03-01");
        assertThat(owner("policy")
                        .post(page, page + "/taking-back", "reason", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(owner("policy")
                        .post(page, page + "/taking-back", "reason", "写错了")
                        .statusCode())
                .isEqualTo(302);
        assertThat(running()).isEqualTo(shippedForm());
        assertThat(standing().state()).isEqualTo(ModelStanding.State.SAME);
        assertThat(standing().running().version()).isEqualTo(3);
        assertThat(told()).contains("田思源收回了模型变更“改说明”，以前的版本重新生效。理由：写错了");
        assertThat(owner("policy")
                        .post(page, page + "/taking-back", "reason", "再来")
                        .statusCode())
                .isEqualTo(409);

        String first = deploy("policy", form("甲")).page();
        approve(first, "policy-2", "2027-03-01");
        String second = deploy("policy", form("乙")).page();
        approve(second, "policy-2", "2027-03-01");
        assertThat(owner("policy")
                        .post(first, first + "/taking-back", "reason", "x")
                        .body())
                .contains("以后又有了新的版本");
        owner("admin").post(second, second + "/taking-back", "reason", "x");
        assertThat(running()).contains("甲");
        assertThat(standing().running().shipped()).isFalse();
    }

    @Test
    @DisplayName("恢复随附版本以后：以前的草稿要重新检查，已生效的变更不再能收回")
    void restored() {
        String live = deploy("policy", form("甲")).page();
        approve(live, "policy-2", "2027-03-01");
        String open = deploy("policy", form("乙")).page();
        restoration.restore(FORM, 2, "不用了", new Account("policy", "田思源", List.of("policy-owner")));
        assertThat(approve(open, "policy-2", "2027-03-01").statusCode()).isEqualTo(400);
        assertThat(owner("policy")
                        .post(live, live + "/taking-back", "reason", "x")
                        .body())
                .contains("以后又有了新的版本");
    }

    @Test
    @DisplayName("紧急生效：只有系统管理员，要写理由，检查结果封存，告知全体政策人员；政策人员打不开这一页")
    void emergency() {
        String page = deploy("policy", form("新")).page();
        String emergency = page.replace("/admin/drafts/", "/admin/emergency/");
        assertThat(owner("policy-2").get(emergency).statusCode()).isEqualTo(403);
        Browser admin = owner("admin");
        assertThat(admin.get("/admin/emergency").body()).contains("改说明");
        String judgement = Long.toString(drafts.judgement(draft(page).id()).id());
        assertThat(admin.post(emergency, emergency, "judgement", judgement, "reason", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(running()).isEqualTo(shippedForm());
        assertThat(admin.post(emergency, emergency, "judgement", judgement, "reason", "公示页打不开")
                        .statusCode())
                .isEqualTo(302);
        assertThat(running()).contains("新");
        assertThat(draft(page).kind()).isEqualTo(ModelDraft.Kind.EMERGENCY);
        assertThat(drafts.events(draft(page).id())).last().satisfies(event -> assertThat(event.judgementId())
                .isNotNull());
        assertThat(told()).contains("紧急生效，没有经过两人批准。理由：公示页打不开");
    }

    @Test
    @DisplayName("紧急生效的上传：不能含有的内容照样拒绝，其余先核对再生效")
    void emergencyUpload() {
        Browser admin = owner("admin");
        HttpResponse<String> refused = admin.upload(
                "/admin/emergency",
                "/admin/emergency",
                "files",
                "guideAdmission.form",
                bytes("{\"id\":\"guideAdmission\",\"type\":\"default\",\"components\":[{\"type\":\"iframe\"}]}"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(drafts.all()).isEmpty();
        HttpResponse<String> kept =
                admin.upload("/admin/emergency", "/admin/emergency", "files", "guideAdmission.form", form("急"));
        assertThat(Browser.location(kept)).startsWith("/admin/emergency/");
        assertThat(running()).isEqualTo(shippedForm());
        String page = Browser.location(kept);
        assertThat(admin.post(
                                page,
                                page,
                                "judgement",
                                Long.toString(drafts.judgement(draft(page).id()).id()),
                                "reason",
                                "更正")
                        .statusCode())
                .isEqualTo(302);
        assertThat(running()).contains("急");
    }

    @Test
    @DisplayName("正在办理的案件是否跟着改：表单默认跟着改，批准时可以另定")
    void following() {
        String page = deploy("policy", form("甲")).page();
        approve(page, "policy-2", "2027-03-01");
        assertThat(drafts.files(draft(page).id()))
                .singleElement()
                .satisfies(file -> assertThat(file.runningCasesFollow()).isTrue());
        String other = deploy("policy", form("乙")).page();
        owner("policy-2")
                .post(
                        other,
                        other + "/approval",
                        "judgement",
                        Long.toString(drafts.judgement(draft(other).id()).id()),
                        "reason",
                        "只对新的",
                        "effectiveOn",
                        "2027-03-01");
        assertThat(drafts.files(draft(other).id()))
                .singleElement()
                .satisfies(file -> assertThat(file.runningCasesFollow()).isFalse());
        assertThat(following.runningCasesFollow(standing().running().deploymentId(), "guideAdmission.form"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pingluo", "officer-1", "leader", "expert-wang"})
    @DisplayName("县、经办、审定、专家：哪个接口都不能部署，草稿页打不开")
    void nobodyElse(String user) {
        String page = deploy("policy", form("新")).page();
        assertThat(answer(user, form("他")).statusCode()).isIn(401, 403);
        assertThat(Modeler.inSession(user, port)
                        .deploy("改说明", "guideAdmission.form", form("他"))
                        .statusCode())
                .isEqualTo(403);
        Browser browser = owner(user);
        for (String path :
                List.of("/admin/drafts", page, page + "/files/1", page + "/files/1/content", "/admin/emergency")) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(browser.post("/account/password", page + "/approval", "reason", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(drafts.all()).hasSize(1);
    }

    @Test
    @DisplayName("程序以某人的名义部署，也成为草稿；网页应用的接口也是")
    void everyWay() {
        identity.setAuthentication("admin", List.of("camunda-admin"));
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .name("改说明")
                        .addString("guideAdmission.form", new String(form("新"), StandardCharsets.UTF_8))
                        .deploy())
                .isInstanceOf(KeptAsDraft.class);
        identity.clearAuthentication();
        assertThat(drafts.all()).singleElement().satisfies(draft -> assertThat(draft.author())
                .isEqualTo("admin"));
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    @DisplayName("历史不能删除，也不能改")
    void historyStays() {
        deploy("policy", form("新")).page();
        for (String sql : List.of(
                "delete from model_draft",
                "delete from model_draft_file",
                "update model_draft_file set content = ''",
                "delete from model_draft_event",
                "update model_draft_event set reason = 'x'",
                "delete from model_draft_judgement",
                "delete from model_draft_ground",
                "update model_draft_ground set version = 7")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasMessageContaining("不能修改或删除");
        }
    }
}
