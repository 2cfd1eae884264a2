package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Beside the way: what a clerk meets who looks around, enters nonsense, comes too late or has no right. */
@DisplayName("浏览器：走到哪里都是中文")
class EverywhereInChineseE2E extends InTheBrowser {

    @Autowired
    RuntimeService runtime;

    @Test
    @DisplayName("登录、错误页、各角色的页面、待办的每个标签页和窗口、每种校验提示都没有英文")
    void everywhere() {
        nobodyYet();
        openBatch();
        apply();
        everyRoleLooksAround();
    }

    private void nobodyYet() {
        try (Clerk nobody = citizen()) {
            nobody.open("/login");
            nobody.shot("login");
            nobody.signIn("pingluo", "wrong");
            assertThat(nobody.page().locator(".message-error")).isVisible();
            nobody.seesNoEnglish();
            for (String path :
                    List.of("/login?loggedOut", "/public/notices", "/public/clusters", "/public/notices/99999")) {
                nobody.open(path);
            }
        }
    }

    private void openBatch() {
        try (Clerk officer = clerk("officer-1")) {
            officer.startProcess("年度认定批次");
            officer.isRefusedWithoutEntries();
            officer.text("申报年度", "1999");
            officer.text("申报通知文号", "1号");
            officer.text("公示期（工作日）", "0");
            officer.date("申报期开始日期", today.plusDays(3));
            officer.isRefusedWithoutEntries();
            officer.text("申报年度", String.valueOf(today.getYear()));
            officer.text("申报通知文号", "宁工信企发〔" + today.getYear() + "〕1号");
            officer.text("公示期（工作日）", "7");
            officer.date("申报期截止日期", today);
            officer.date("市级推荐截止日期", today.plusDays(40));
            officer.page().locator("#start-submit").click();
            assertThat(officer.page().locator("#start-refused").filter(having("日期")))
                    .isVisible();
            officer.shot("refused-by-the-server");
            officer.date("申报期开始日期", today);
            officer.date("申报期截止日期", today.plusDays(20));
            officer.untick("市级逐案现场核查");
            officer.submitStart();
        }
    }

    private void apply() {
        try (Clerk county = clerk("pingluo")) {
            county.startProcess("集群认定申报");
            county.isRefusedWithoutEntries();
            county.text("集群名称", "平罗县精细化工产业集群");
            county.text("主导产业", "精细化工");
            county.choose("集群区域是否跨县", "否");
            county.submitStart();
            String caseNumber = county.applicationNumber();
            county.open("/cases/" + caseNumber);
            county.open("/cases/" + caseNumber + "/print");
            county.claim("填报数据与声明", caseNumber);
            county.shot("tasklist");
            aroundTheTask(county);
            wrongWorkbooks(county);
            tooLate(county, caseNumber);
        }
    }

    private static void aroundTheTask(Clerk county) {
        for (String tab : List.of("历史", "流程图", "说明", "表单")) {
            county.tab(tab);
            county.page().waitForTimeout(1000);
            county.seesNoEnglish();
        }
        assertThat(county.page().locator(".createCommentLink").first()).isHidden();
        county.tab("案件资料");
        Locator sections = county.page().locator(".case-nav a");
        for (int i = 0; i < sections.count(); i++) {
            sections.nth(i).click();
            county.page().waitForTimeout(700);
            county.seesNoEnglish();
        }
    }

    private static void wrongWorkbooks(Clerk county) {
        county.tab("案件资料");
        county.section("上传");
        county.page()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "数据表.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "not a workbook".getBytes(StandardCharsets.UTF_8)));
        county.page().locator(".case-file button").filter(having("上传并检查")).click();
        assertThat(county.page().locator(".case-file .message-error").first()).isVisible();
        county.shot("upload-refused");
    }

    /** The case ends while its task is open before somebody. */
    private void tooLate(Clerk county, String caseNumber) {
        county.tab("表单");
        county.tick("确认集群内企业近三年未发生");
        county.pause();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "browser test"));
        county.page().locator("button[ng-click='complete()']").first().click();
        county.page().waitForTimeout(1500);
        county.shot("task-is-gone");
        county.page().context().clearCookies();
        county.page().locator(".task-filters a").first().click();
        county.page().waitForURL(Pattern.compile(".*/login.*"));
        county.seesNoEnglish();
    }

    private void everyRoleLooksAround() {
        List<String> ours = List.of(
                "/",
                "/account/deputies",
                "/admin/handover",
                "/bulk",
                "/batches",
                "/cases",
                "/clusters",
                "/dashboard",
                "/experts",
                "/admin/calendar",
                "/admin/models",
                "/nothing");
        for (String userId :
                List.of("pingluo", "city-shizuishan", "officer-1", "leader", "expert-wang", "policy", "admin")) {
            try (Clerk clerk = clerk(userId)) {
                ours.forEach(clerk::open);
                clerk.open("/camunda/app/tasklist/default/");
                clerk.page().waitForTimeout(2500);
                clerk.seesNoEnglish();
                clerk.open("/camunda/app/nothing");
                clerk.seesNoEnglish();
            }
        }
        try (Clerk county = clerk("pingluo")) {
            county.open("/camunda/app/welcome/default/");
            assertThat(county.page()).hasURL(url() + "/");
        }
        try (Clerk policyOwner = clerk("policy")) {
            policyOwner.open("/admin/models");
            policyOwner.shot("models");
        }
        try (Clerk officer = clerk("officer-1")) {
            officer.open("/batches/NXJQ-" + today.getYear() + "-PC-01");
            officer.shot("batch");
            officer.open("/admin/calendar");
            officer.shot("calendar");
            officer.open("/experts");
            officer.shot("experts");
            officer.open("/batches/NXJQ-2020-PC-01");
            officer.open("/cases/NXJQ-2020-RD-00001");
            officer.shot("not-found");
        }
    }
}
