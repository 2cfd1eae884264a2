package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.sample.engine.Desk;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.support.ClauseByClause;
import org.smecluster.support.Desks;
import org.smecluster.support.Scored;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A batch with one application, as the autonomous region's officer and leader press through it, each time from the home page:
 * on other days than the last time. What county, city and experts do is done by program.
 */
@DisplayName("浏览器：自治区经办人员从开启批次到公布、审定人员审定一个集群，各要点多少下")
class RegionClicksInTheBrowserE2E extends InTheBrowser {

    private static final int OFFICER_AT_MOST = 18;
    private static final int LEADER_AT_MOST = 7;

    private final String batch = "NXJQ-" + today.getYear() + "-PC-01";

    private final Clicks officers = new Clicks();
    private final Clicks leaders = new Clicks();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Desk desk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient database;

    @Test
    @DisplayName("经办人员一个批次一件申报至多18下，审定人员一个集群至多7下（打字、勾选不计）")
    void officerAndLeader() throws IOException {
        officer(this::opensBatch);
        OtherApplication application = new OtherApplication(context, today);
        application.submit(batch, "266", "");
        application.recommend();
        String caseNumber = application.caseNumber();
        waits(caseNumber, "task_planReReview");
        officer(clerk -> plansReReview(clerk, caseNumber));
        expertReviews("expert-wang", caseNumber);
        expertReviews("expert-ma", caseNumber);
        officer(clerk -> concludesReReview(clerk, caseNumber));
        skip(60);
        waits(batch, "task_compareApplications");
        officer(this::compares);
        waits(batch, "task_selectClusters");
        try (Clerk leader = clerk("leader")) {
            selects(leader);
            leaders.add(leader.clicks());
        }
        until("the notice has its day", () -> count("notice_plan") == 1);
        // beyond the next working day, whatever holidays lie before it
        skip(72);
        until("the notice is public", () -> count("notice") == 1);
        skip(90);
        waits(batch, "task_publishList");
        officer(this::publishes);
        until("the cluster is registered", () -> count("cluster") == 1);

        System.out.println(officers.told("自治区经办人员，一个批次一件申报"));
        System.out.println(leaders.told("自治区审定人员，一个集群"));
        assertThat(officers.all()).as(officers.told("自治区经办人员")).isBetween(12, OFFICER_AT_MOST);
        assertThat(leaders.all()).as(leaders.told("自治区审定人员")).isBetween(3, LEADER_AT_MOST);
    }

    /** One sitting, that begins at the home page. */
    private void officer(Consumer<Clerk> sitting) {
        try (Clerk officer = clerk("officer-1")) {
            sitting.accept(officer);
            officers.add(officer.clicks());
        }
    }

    private void opensBatch(Clerk officer) {
        Page page = officer.page();
        page.locator("main a[aria-label*='：年度认定批次，']").first().click();
        officer.startFormIsThere();
        officer.text("申报年度", String.valueOf(today.getYear()));
        officer.text("申报通知文号", "宁工信企发〔" + today.getYear() + "〕1号");
        officer.date("申报期开始日期", today);
        officer.date("申报期截止日期", today.plusDays(20));
        officer.date("市级推荐截止日期", today.plusDays(40));
        officer.submitStart();
    }

    private void plansReReview(Clerk officer, String caseNumber) {
        opens(officer, "复审安排", caseNumber);
        Locator evidence = opened(officer, "佐证材料");
        evidence.locator(".evidence-rest button").click();
        assertThat(evidence.locator(".message-success")).containsText("已认可其余");
        officer.tick("组织专家评审");
        officer.tick("安排实地抽查");
        officer.text("实地抽查的必要性", "核实主导产业产值和重点企业生产情况。");
        officer.pick("评审专家", "王立平");
        officer.pick("评审专家", "马德福");
        officer.complete();
    }

    private void expertReviews(String userId, String caseNumber) {
        Account expert = context.getBean(Accounts.class).find(userId).orElseThrow();
        TaskQuery review = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("task_giveExpertOpinion")
                .taskAssignee(userId);
        until("the review of " + userId, () -> review.count() == 1);
        new ClauseByClause(context).judge(caseNumber, expert);
        Scored.all(context, caseNumber, userId, 86);
        context.getBean(Desks.class)
                .complete(
                        expert,
                        review.singleResult(),
                        Map.of("recommendation", "RECOMMEND", "opinion", "主导产业突出，创新和配套能力较强，同意推荐。"));
    }

    private void concludesReReview(Clerk officer, String caseNumber) {
        opens(officer, "实地抽查", caseNumber);
        officer.date("抽查日期", today);
        officer.text("参加人员", "丁少华、纳玉洁");
        officer.text("抽查情况", "抽查三家企业，产值、在建项目与申报数据一致。");
        officer.choose("抽查结论", "与申报材料一致");
        officer.complete();
        officer.page().locator(".sc-done .sc-next a").click();
        officer.opened("复审结论");
        Locator clauses = opened(officer, "逐条判断");
        clauses.locator("button[name=rest]").click();
        assertThat(clauses).containsText("各条都已判断，没有缺的");
        assertThat(panel(officer, "意见")).containsText("专家评审意见");
        officer.choose("复审结论", "通过，进入择优");
        officer.text("复审意见", "复审通过，建议列入比较范围。");
        officer.complete();
    }

    private void compares(Clerk officer) {
        opens(officer, "比较复审结果", batch);
        assertThat(opened(officer, "比较和选定")).containsText(OtherApplication.CLUSTER);
        officer.text("比较情况", "复审通过一件，建议入选。");
        officer.complete();
    }

    private void selects(Clerk leader) {
        opens(leader, "审定名单", batch);
        Locator comparison = opened(leader, "比较和选定");
        Locator application = comparison.locator("article.opinion").filter(having(OtherApplication.CLUSTER));
        application.locator("input[name=selected][value=true]").check();
        application.locator("button[type=submit]").click();
        assertThat(application.locator(".badge").first()).hasText("入选");
        leader.text("审定意见", "同意。");
        leader.tick("我已逐一审定");
        leader.complete();
    }

    private void publishes(Clerk officer) {
        opens(officer, "公布认定名单", batch);
        assertThat(opened(officer, "公示和异议")).containsText(OtherApplication.CLUSTER);
        officer.text("公布文件文号", "宁工信企发〔" + today.getYear() + "〕30号");
        officer.date("公布日期", today.plusDays(90));
        officer.tick("公示期内收到的异议已全部登记");
        officer.tick("我已核对名单");
        officer.complete();
    }

    private static void opens(Clerk clerk, String task, String number) {
        clerk.page()
                .locator("main tr")
                .filter(having(number))
                .locator("a")
                .filter(having(task))
                .first()
                .click();
        clerk.opened(task);
    }

    private static Locator panel(Clerk clerk, String label) {
        clerk.page()
                .locator(".sc-facts a[data-panel]")
                .filter(having(label))
                .first()
                .click();
        return opened(clerk, label);
    }

    /** Between strip and form, where the step's first one stands from the beginning. */
    private static Locator opened(Clerk clerk, String label) {
        Locator panel = clerk.page().locator(".sc-panel[aria-label*='" + label + "'] .case-file");
        assertThat(panel).isVisible();
        return panel;
    }

    private void waits(String number, String task) {
        assertThat(desk.await(number, task)).as("%s of %s", task, number).isPresent();
    }

    private static void until(String what, BooleanSupplier come) {
        for (int tries = 0; !come.getAsBoolean() && tries < 300; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertThat(come.getAsBoolean()).as(what).isTrue();
    }

    private long count(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void skip(int days) {
        ClockUtil.offset(Duration.ofDays(days).toMillis());
    }
}
