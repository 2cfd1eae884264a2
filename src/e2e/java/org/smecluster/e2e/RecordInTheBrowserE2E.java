package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.LifeWalk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The record of a cluster that was recognised, changed, filed late and was revoked, looked at on different days. */
@DisplayName("浏览器：集群档案在两个日期显示不同的内容")
class RecordInTheBrowserE2E extends InTheBrowser {

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    private String cluster;

    /** The walk does the engine's steps by itself. */
    @BeforeAll
    void aLife() {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        jobs.shutdown();
        try {
            LifeWalk walk = new LifeWalk(context);
            cluster = walk.recognised();
            walk.changeFiledLate(cluster);
            walk.revoked();
        } finally {
            jobs.start();
        }
    }

    @Test
    @DisplayName("县里看到撤销；选回备案前一天，变动和撤销都不在；打印版和档案包是同一天的")
    void atTwoDates() {
        try (Clerk county = clerk("pingluo")) {
            Page page = county.page();
            county.open("/clusters/" + cluster);
            assertThat(page.locator(".record-state")).containsText("撤销");
            assertThat(page.locator("main")).containsText("变动备案");
            assertThat(page.locator("main")).containsText("新材料");
            county.shot("record");

            page.locator("#record-on").fill(LifeWalk.FILED_ON.minusDays(1).toString());
            page.locator(".record-day button[type=submit]").click();
            assertThat(page.locator(".record-banner")).containsText("截至2027-04-19 24:00所知");
            assertThat(page.locator(".record-state")).containsText("认定");
            assertThat(page.locator("main")).not().containsText("新材料");
            assertThat(page.locator("main")).not().containsText("变动备案");
            county.shot("record-as-known");

            Download archive = page.waitForDownload(() ->
                    page.locator(".record-actions a").filter(having("导出档案包")).click());
            assertThat(archive.suggestedFilename()).isEqualTo(cluster + "-档案-2027-04-19.zip");

            page.locator(".record-actions a").filter(having("打印版")).click();
            assertThat(page.locator(".subtitle")).containsText("截至2027-04-19 24:00所知");
            county.shot("record-print");
        }
    }

    @Test
    @DisplayName("自治区看到专家意见和异议；按类别、按先后看；窄屏也能看")
    void asTheRegionSeesIt() {
        try (Clerk officer = clerk("officer-1")) {
            Page page = officer.page();
            officer.open("/clusters/" + cluster);
            page.locator(".sub-nav a").filter(having("公示")).click();
            assertThat(page.locator(".timeline").first()).containsText("收到异议");
            assertThat(page.locator("main")).not().containsText("张三");
            page.locator(".sub-nav a").filter(having("全部")).click();
            page.locator(".record-order").click();
            assertThat(page.locator(".record-line").first()).containsText("提出认定申报");
            page.setViewportSize(400, 900);
            officer.seesNoEnglish();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing is cut off on a narrow screen")
                    .isTrue();
            officer.open("/clusters/" + cluster + "/print");
            page.pdf(new Page.PdfOptions()
                    .setPath(Path.of("target", "e2e", "record.pdf"))
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true));
            assertThat(Path.of("target", "e2e", "record.pdf")).isNotEmptyFile();
        }
    }
}
