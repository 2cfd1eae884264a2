package org.smecluster.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Desks.OFFICER;
import static org.smecluster.support.Desks.OTHER_OFFICER;
import static org.smecluster.support.Desks.PINGLUO;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.Casework;
import org.smecluster.engine.ModelUse;
import org.smecluster.engine.ModelUses;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.security.Account;
import org.smecluster.support.Browser;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.Desks;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.smecluster.worklist.engine.FormDrafts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Revocation in three versions: one as it is shipped, one that goes past the defence, and the newest, in which the step of the
 * notice has another id and another name.
 */
@ProcessTest
@DisplayName("在办案件的迁移：逐件试、一人提请、另一人确认、逐件办理，违反《办法》的留下")
class MigrationTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 4, 6);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ShippedModels shipped;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Casework casework;

    @Autowired
    Deadlines deadlines;

    @Autowired
    FormDrafts drafts;

    @Autowired
    ModelUses uses;

    @Autowired
    Migrations migrations;

    @Autowired
    MigrationDecisions decisions;

    @Autowired
    RunningCases running;

    @Autowired
    CaseMoves moves;

    @Autowired
    Desks desks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    private int clusters;

    @BeforeEach
    void begin() {
        TestClock.set(TODAY);
    }

    private String text() {
        return shipped.files().stream()
                .filter(file -> file.keys().contains(new ModelKey(ModelKind.PROCESS, "revocation")))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private int deploy(String text) {
        repository
                .createDeployment()
                .name("试验")
                .addInputStream(
                        "processes/revocation/revocation.bpmn",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .deploy();
        return running.latest("revocation").orElseThrow().version();
    }

    /** Without the defence: unlawful, and only here past the guard. */
    private int deployPastTheDefence() {
        String text = text();
        String past = text.replace(
                "sourceRef=\"service_notifyCluster\" targetRef=\"task_stateDefence\"",
                "sourceRef=\"service_notifyCluster\" targetRef=\"task_checkLegality\"");
        assertThat(past).isNotEqualTo(text);
        return deploy(past);
    }

    private int deployNewest() {
        String text = text();
        String renamed =
                text.replace("task_serveNotice", "task_deliverNotice").replace("name=\"送达事先告知书\"", "name=\"送达告知书\"");
        assertThat(renamed).contains("送达告知书", "task_deliverNotice");
        return deploy(renamed);
    }

    private ProcessInstance begun() {
        clusters++;
        Recognition like = CaseWalk.recognition(LocalDate.of(2026, 6, 10));
        String cluster = registry.register(new Recognition(
                        "NXJQ-2026-RD-%05d".formatted(clusters),
                        "平罗第" + clusters + "集群",
                        like.leadingIndustry(),
                        like.countyCode(),
                        like.cityCode(),
                        like.applicantGroup(),
                        like.publishedOn(),
                        like.documentNumber()))
                .clusterNumber();
        return desks.start(
                OFFICER,
                "revocation",
                "clusterNumber",
                cluster,
                "facts",
                List.of("REPORT_OVERDUE"),
                "evidence",
                "三次催报未报",
                "occurredOn",
                "2027-03-31");
    }

    private ProcessInstance atTheNotice() {
        ProcessInstance instance = begun();
        desks.complete(
                OFFICER,
                instance,
                "task_establishFacts",
                "reportOverdue",
                "true",
                "findings",
                "经查属实",
                "evidence",
                "催报通知");
        return instance;
    }

    private ProcessInstance afterTheNotice() {
        ProcessInstance instance = atTheNotice();
        desks.complete(OFFICER, instance, "task_serveNotice", CaseWalk.served(TestClock.today()));
        return instance;
    }

    private ProcessInstance atTheLegality() {
        ProcessInstance instance = afterTheNotice();
        desks.complete(PINGLUO, instance, "task_stateDefence", "defence", "STATED", "statement", "数据当时正在核对");
        return instance;
    }

    private ProcessInstance atTheLeader() {
        ProcessInstance instance = atTheLegality();
        desks.complete(OTHER_OFFICER, instance, "task_checkLegality", "legality", "PASSED", "opinion", "事实清楚");
        return instance;
    }

    private String caseNumber(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
    }

    private int versionOf(ProcessInstance instance) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    private Task task(ProcessInstance instance) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private Migration drawnUp(int from) {
        ProcessVersion old = running.version("revocation", from).orElseThrow();
        Plan plan = running.plan(old, running.latest("revocation").orElseThrow(), null);
        assertThat(plan.valid()).as(plan.toString()).isTrue();
        return decisions.drawUp(old, plan.mapping(), owner("policy"));
    }

    private static Account owner(String user) {
        return new Account(user, user.equals("policy") ? "田思源" : "罗静怡", List.of("policy-owner"));
    }

    private Migration.State state(Migration migration) {
        return migrations.find(migration.id()).orElseThrow().state();
    }

    private void confirmed(Migration migration) {
        moves.round();
        decisions.propose(migration.id(), "新版更清楚", owner("policy"));
        decisions.confirm(migration.id(), "核对无误", owner("policy-2"));
        moves.round();
        assertThat(state(migration)).isEqualTo(Migration.State.DONE);
    }

    private List<CaseEntry> entries(ProcessInstance instance) {
        return casework.entries(caseNumber(instance)).stream()
                .filter(entry -> entry.title().equals("流程版本变更"))
                .toList();
    }

    @Test
    @DisplayName("停在五个环节的案件都转到新版：任务、草稿、期限、计时照旧，一直办到撤销")
    void everyStep() {
        int old = running.latest("revocation").orElseThrow().version();
        ProcessInstance facts = begun();
        ProcessInstance notice = atTheNotice();
        ProcessInstance defence = afterTheNotice();
        ProcessInstance legality = atTheLegality();
        ProcessInstance leader = atTheLeader();
        List<ProcessInstance> all = List.of(facts, notice, defence, legality, leader);
        Task claimed = task(notice);
        tasks.setAssignee(claimed.getId(), OFFICER.user());
        assertThat(drafts.saveOfTask(OFFICER.account(), claimed.getId(), Map.of("recipient", "办公室李某")))
                .isPresent();
        List<String> taskIds = all.stream().map(each -> task(each).getId()).toList();
        List<Date> due = all.stream().map(each -> task(each).getDueDate()).toList();
        Job timer = management
                .createJobQuery()
                .processInstanceId(defence.getId())
                .timers()
                .singleResult();
        List<String> periods = periods();
        TestClock.set(TODAY.plusDays(3));
        int newest = deployNewest();
        Migration migration = drawnUp(old);
        assertThat(migrations.mapping(migration.id()))
                .containsEntry("task_serveNotice", "task_deliverNotice")
                .containsEntry("event_hearingEnded", "event_hearingEnded");

        moves.round();
        assertThat(state(migration)).isEqualTo(Migration.State.TRIED);
        assertThat(migrations.cases(migration.id())).hasSize(5).allSatisfy(each -> assertThat(each.trial())
                .isEqualTo(MoveResult.GOES));
        assertThat(all).as("a trial changes nothing").allMatch(each -> versionOf(each) == old);
        assertThat(task(notice).getTaskDefinitionKey()).isEqualTo("task_serveNotice");
        assertThat(entries(notice)).isEmpty();

        confirmed(migration);
        assertThat(all).allMatch(each -> versionOf(each) == newest);
        assertThat(all.stream().map(each -> task(each).getId())).containsExactlyElementsOf(taskIds);
        assertThat(all.stream().map(each -> task(each).getDueDate())).containsExactlyElementsOf(due);
        assertThat(task(notice).getTaskDefinitionKey()).isEqualTo("task_deliverNotice");
        assertThat(task(notice).getName()).isEqualTo("送达告知书");
        assertThat(task(notice).getAssignee()).isEqualTo(OFFICER.user());
        assertThat(drafts.ofTask(OFFICER.account(), claimed.getId())
                        .orElseThrow()
                        .values())
                .containsEntry("recipient", "办公室李某");
        Job still = management
                .createJobQuery()
                .processInstanceId(defence.getId())
                .timers()
                .singleResult();
        assertThat(still.getId()).isEqualTo(timer.getId());
        assertThat(still.getDuedate()).isEqualTo(timer.getDuedate());
        assertThat(periods())
                .containsExactlyElementsOf(periods.stream()
                        .map(each -> each.replace("task_serveNotice", "task_deliverNotice"))
                        .toList());
        all.forEach(each -> assertThat(entries(each)).singleElement().satisfies(entry -> {
            assertThat(entry.author()).isEqualTo("policy-2");
            assertThat(entry.authorName()).isEqualTo("罗静怡");
            assertThat(entry.text()).contains("第" + old + "版转到第" + newest + "版", migration.number());
        }));
        assertThat(uses.of(List.of(caseNumber(notice))).stream()
                        .filter(use -> use.key().equals("revocation")))
                .extracting(ModelUse::version)
                .containsExactly(old, newest);

        desks.complete(OFFICER, notice, "task_deliverNotice", CaseWalk.served(TestClock.today()));
        assertThat(periods()).noneMatch(each -> each.contains("task_deliverNotice"));
        TestClock.set(TODAY.plusDays(10));
        desks.runTimer(caseNumber(defence), "event_hearingEnded");
        assertThat(task(defence).getTaskDefinitionKey()).isEqualTo("task_checkLegality");
        CaseWalk.revocationDecided(desks, legality);
        desks.runSteps(caseNumber(legality));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(legality.getId())
                        .count())
                .isZero();
    }

    /** Instance, activity and end of each that is open. */
    private List<String> periods() {
        return deadlines.open().stream()
                .map(each -> each.spec().processInstanceId() + " " + each.spec().activityId() + " " + each.dueAt())
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("第十七条：没有听取陈述申辩就到了审核的留在旧版，写明原因；同一旧版还没到那一步的转")
    void pastTheDefence() {
        int old = deployPastTheDefence();
        ProcessInstance early = atTheNotice();
        ProcessInstance late = afterTheNotice();
        assertThat(task(late).getTaskDefinitionKey()).isEqualTo("task_checkLegality");
        int newest = deployNewest();
        Migration migration = drawnUp(old);
        confirmed(migration);
        assertThat(versionOf(early)).isEqualTo(newest);
        assertThat(versionOf(late)).isEqualTo(old);
        assertThat(entries(late)).isEmpty();
        MigrationCase left = migrations.cases(migration.id()).stream()
                .filter(each -> each.open().instanceId().equals(late.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(left.state()).isEqualTo(MigrationCase.State.LEFT);
        assertThat(left.outcome().article()).isEqualTo("第十七条");
        assertThat(left.outcome().reason())
                .contains("陈述申辩")
                .doesNotContain(left.open().caseNumber());
        desks.complete(OFFICER, early, "task_deliverNotice", CaseWalk.served(TestClock.today()));
        assertThat(task(early).getTaskDefinitionKey()).isEqualTo("task_stateDefence");
    }

    @Test
    @DisplayName("没有对应的环节，停在那里的留下；试过以后办到了别处的，办理时再看")
    void unmapped() {
        int old = running.latest("revocation").orElseThrow().version();
        ProcessInstance notice = atTheNotice();
        ProcessInstance legality = atTheLegality();
        deployNewest();
        ProcessVersion from = running.version("revocation", old).orElseThrow();
        Map<String, String> mapping = new LinkedHashMap<>(
                running.plan(from, running.latest("revocation").orElseThrow(), null)
                        .mapping());
        mapping.remove("task_checkLegality");
        Migration migration = decisions.drawUp(from, mapping, owner("policy"));
        moves.round();
        assertThat(trials(migration)).containsExactly("GOES", "所在的环节在这次迁移中没有对应的新环节");
        desks.complete(OTHER_OFFICER, legality, "task_checkLegality", "legality", "PASSED", "opinion", "事实清楚");
        desks.complete(OFFICER, notice, "task_serveNotice", CaseWalk.served(TestClock.today()));
        desks.complete(PINGLUO, notice, "task_stateDefence", "defence", "STATED", "statement", "正在核对");
        confirmed(migration);
        assertThat(versionOf(notice)).isEqualTo(old);
        assertThat(versionOf(legality)).isNotEqualTo(old);
    }

    private List<String> trials(Migration migration) {
        return migrations.cases(migration.id()).stream()
                .map(each -> each.trial().goes() ? "GOES" : each.trial().reason())
                .toList();
    }

    @Test
    @DisplayName("引擎不接受的、会影响在办任务的对应：在该行用中文说明，不能拟定")
    void problems() {
        int old = running.latest("revocation").orElseThrow().version();
        begun();
        deployNewest();
        ProcessVersion from = running.version("revocation", old).orElseThrow();
        ProcessVersion to = running.latest("revocation").orElseThrow();
        Map<String, String> mapping =
                new LinkedHashMap<>(running.plan(from, to, null).mapping());
        mapping.put("task_stateDefence", "task_checkLegality");
        Plan plan = running.plan(from, to, mapping);
        assertThat(plan.valid()).isFalse();
        assertThat(line(plan, "task_stateDefence").problems()).contains("办理人不同：在办的任务仍在原来的人名下");
        assertThat(line(plan, "event_hearingEnded").problems()).contains("它所在的环节没有对应到新环节所在的环节");
        mapping.put("task_stateDefence", "task_stateDefence");
        mapping.put("event_hearingEnded", "event_correctionEnded");
        assertThat(line(running.plan(from, to, mapping), "event_hearingEnded").problems())
                .contains("等候的时间或者消息不同：在办的仍按原来的等候");
        Browser policy = Browser.signedIn("policy", port);
        List<String> fields = new ArrayList<>(List.of("process", "revocation", "from", String.valueOf(old)));
        mapping.forEach((source, target) -> fields.addAll(List.of("step." + source, target)));
        String planPage = "/admin/migrations/plan?process=revocation&from=" + old;
        HttpResponse<String> refused = policy.post(planPage, "/admin/migrations", fields.toArray(String[]::new));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("没有拟定，什么都没有改变", "不能这样对应", "等候的时间或者消息不同");
        assertThat(migrations.all()).isEmpty();
    }

    private static Plan.Line line(Plan plan, String source) {
        return plan.lines().stream()
                .filter(each -> each.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("中途停下：办好的不再办，接着办没办的，每件一次；两个节点同时办也是")
    void stoppedInTheMiddle() throws Exception {
        int old = running.latest("revocation").orElseThrow().version();
        List<ProcessInstance> all = List.of(begun(), atTheNotice(), afterTheNotice(), atTheLegality());
        int newest = deployNewest();
        Migration migration = drawnUp(old);
        moves.round();
        decisions.propose(migration.id(), "新版更清楚", owner("policy"));
        decisions.confirm(migration.id(), "核对无误", owner("policy-2"));
        transaction.executeWithoutResult(another -> {
            migrations.holdWaiting(migration.id(), all.get(2).getId());
            Thread node = new Thread(moves::round);
            node.start();
            try {
                node.join();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        assertThat(state(migration)).isEqualTo(Migration.State.RUNNING);
        assertThat(all.stream().map(this::versionOf)).containsExactly(newest, newest, old, newest);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            nodes.invokeAll(List.of(Executors.callable(moves::round), Executors.callable(moves::round)))
                    .forEach(MigrationTest::done);
        } finally {
            nodes.shutdownNow();
        }
        moves.round();
        assertThat(state(migration)).isEqualTo(Migration.State.DONE);
        assertThat(all).allMatch(each -> versionOf(each) == newest);
        all.forEach(each -> assertThat(entries(each)).hasSize(1));
        moves.round();
        all.forEach(each -> assertThat(entries(each)).hasSize(1));
    }

    private static void done(Future<?> node) {
        try {
            node.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    @DisplayName("两个人：提请的人不能确认，别人不能提请，系统管理员不能办；政策人员只见件数和原因，经办人员见名单")
    void twoPersons() {
        int old = running.latest("revocation").orElseThrow().version();
        ProcessInstance only = atTheNotice();
        String number = caseNumber(only);
        deployNewest();
        Browser policy = Browser.signedIn("policy", port);
        Browser second = Browser.signedIn("policy-2", port);
        Browser officer = Browser.signedIn("officer-1", port);
        Browser admin = Browser.signedIn("admin", port);
        assertThat(policy.get("/admin/migrations").body())
                .contains("还在按旧版办理的", "少于5件", "拟定迁移")
                .doesNotContain(number, "平罗");
        String planPage = "/admin/migrations/plan?process=revocation&from=" + old;
        String form = policy.get(planPage).body();
        assertThat(form).contains("送达事先告知书", "送达告知书", "按这样的对应试迁移");
        assertThat(admin.get(planPage).body()).doesNotContain("按这样的对应试迁移");
        List<String> fields = new ArrayList<>(List.of("process", "revocation", "from", String.valueOf(old)));
        running.plan(
                        running.version("revocation", old).orElseThrow(),
                        running.latest("revocation").orElseThrow(),
                        null)
                .mapping()
                .forEach((source, target) -> fields.addAll(List.of("step." + source, target)));
        HttpResponse<String> drawnUp = policy.post(planPage, "/admin/migrations", fields.toArray(String[]::new));
        assertThat(drawnUp.statusCode()).as(drawnUp.body()).isEqualTo(302);
        String page = Browser.location(drawnUp);
        String list = page.replace("/admin", "") + "/cases";
        assertThat(policy.get(page).body()).contains("正在逐件试迁移", "<progress");
        moves.round();
        assertThat(policy.get(page).body()).contains("能转到新版", "少于5件").doesNotContain(number, "平罗");
        assertThat(second.post(page, page + "/proposal", "reason", "代提").statusCode())
                .isEqualTo(400);
        assertThat(policy.post(page, page + "/proposal", "reason", "新版更清楚").statusCode())
                .isEqualTo(302);
        assertThat(officer.get("/notifications").body()).contains(list, "试迁移的案件名单");
        assertThat(officer.get(list).body()).contains(number, "能迁移", "没有办理");
        assertThat(policy.post(page, page + "/confirmation", "reason", "自己确认").body())
                .contains("要由另一位政策人员确认");
        assertThat(admin.post(page, page + "/confirmation", "reason", "代确认").statusCode())
                .isEqualTo(403);
        assertThat(second.post(page, page + "/confirmation", "reason", "核对无误").statusCode())
                .isEqualTo(302);
        moves.round();
        assertThat(second.get(page).body())
                .contains("已完成", "已转到新版", "罗静怡", "核对无误")
                .doesNotContain(number, "平罗");
        assertThat(policy.get(list).statusCode()).isEqualTo(403);
        assertThat(policy.get(page + "/cases").statusCode()).isEqualTo(403);
        assertThat(admin.get(page + "/cases").body()).contains(number, "已迁移");
        assertThat(officer.get(list).body()).contains(number, "已迁移");
        assertThat(officer.get("/notifications").body()).contains(list, "1件已转");
        assertThat(officer.get("/cases/" + number).body()).contains("流程版本变更", "罗静怡");
        assertThat(Browser.signedIn("leader", port).get(page + "/cases").statusCode())
                .isEqualTo(403);
        assertThat(desks.openTasks(number)).containsExactly("task_deliverNotice");
    }
}
