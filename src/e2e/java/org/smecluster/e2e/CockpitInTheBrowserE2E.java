package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What our plugin adds to Cockpit, on a process of the test's own; in the application that the other walks use. */
@DisplayName("浏览器：系统管理员的运行监控")
class CockpitInTheBrowserE2E extends InTheBrowser {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    private String deployment;

    @BeforeAll
    void deploy() {
        deployment = repository
                .createDeployment()
                .name("运行监控试验")
                .addClasspathResource("engine/platformFetch.bpmn")
                .deploy()
                .getId();
    }

    @AfterAll
    void tidyUp() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    @DisplayName("办结的案件看得到标明的路径和变量；失败的步骤看得到提示，批注，重试到成功")
    void finishedCaseAndRetry() {
        runtime.startProcessInstanceByKey("platformFetch", "取数-甲", Map.of("reachable", true, "clusterName", "枸杞产业集群"));
        String failing = runtime.startProcessInstanceByKey("platformFetch", "取数-乙", Map.of("reachable", false))
                .getId();
        try (Clerk admin = clerk("admin")) {
            admin.page().onDialog(Dialog::accept);
            finished(admin);
            retried(admin, failing);
        }
    }

    private static void finished(Clerk admin) {
        Page page = admin.page();
        admin.open(COCKPIT);
        page.locator("[cam-widget-header] a").filter(having("已办结案件")).click();
        page.locator(".case-filters input[name=caseNumber]").fill("取数-甲");
        page.locator(".case-filters button").click();
        Locator row = page.locator(".case-table tbody tr").filter(having("取数-甲"));
        for (int tries = 0; row.count() == 0 && tries < 15; tries++) {
            page.waitForTimeout(1000);
            page.reload();
            page.locator(".case-turning").waitFor();
        }
        assertThat(row).containsText("数据已取得");
        admin.shot("cockpit-finished");
        row.locator("a").click();
        for (String passed : new String[] {"event_started", "service_fetch", "event_fetched"}) {
            assertThat(page.locator(".case-diagram .case-passed[data-element-id=" + passed + "]"))
                    .isVisible();
        }
        assertThat(page.locator(".case-diagram .case-taken")).hasCount(2);
        assertThat(page.locator(".case-diagram .case-badge").filter(having("2")))
                .isVisible();
        assertThat(page.locator("tr").filter(having("clusterName"))).containsText("枸杞产业集群");
        assertThat(page.locator(".case-page")).not().containsText("[object");
        admin.shot("cockpit-path");
    }

    private void retried(Clerk admin, String failing) {
        Page page = admin.page();
        Locator failure = page.locator(".case-failure").filter(having("取得平台数据"));
        admin.open(COCKPIT + "#/failures");
        for (int tries = 0; failure.count() == 0 && tries < 15; tries++) {
            page.waitForTimeout(1000);
            page.reload();
            page.locator(".case-failure, .case-empty").first().waitFor();
        }
        assertThat(failure).containsText("取数-乙");
        failure.locator("summary").click();
        failure.locator("textarea").fill("平台维护，恢复后重试");
        failure.getByText("保存批注").click();
        assertThat(page.locator(".case-plugin [role=status]")).containsText("批注已保存");
        retry(failure);
        assertThat(page.locator(".case-plugin [role=status]")).containsText("重试未成功");
        assertThat(failure).containsText("平台维护，恢复后重试");
        admin.shot("cockpit-failures");

        runtime.setVariable(failing, "reachable", true);
        admin.open(COCKPIT + "#/process-instance/" + failing + "/runtime?tab=case-failures");
        retry(page.locator(".ctn-tabbed .case-failure"));
        assertThat(page.locator(".case-plugin [role=status]")).containsText("重试成功");

        admin.open(COCKPIT + "#/finished/" + failing);
        Locator incident = page.locator(".case-page tr").filter(having("平台维护，恢复后重试"));
        assertThat(incident).containsText("已解决");
    }

    private static void retry(Locator failure) {
        failure.locator("button.btn-primary").click();
    }
}
