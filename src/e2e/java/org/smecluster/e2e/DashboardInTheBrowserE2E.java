package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Altered.year;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.indicator.Figure;
import org.smecluster.registry.Recognition;
import org.smecluster.scope.OpenPages;
import org.smecluster.support.ReportWalk;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The dashboards as they are drawn: from the tables beside them, without anything from outside. */
@DisplayName("浏览器：图表画得出来，点得开，存得下，窄屏和键盘都能用")
class DashboardInTheBrowserE2E extends InTheBrowser {

    private static final String NAME = "平罗碳基材料集群";
    private static final int LAPTOP = 1366;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    private final List<String> errors = new ArrayList<>();
    private String cluster;

    private JobExecutor jobs() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** The walks do the engine's steps by themselves. */
    @BeforeAll
    void casesAtEveryDesk() {
        jobs().shutdown();
        OpenPages.enter(context);
        cluster = registry.register(new Recognition(
                        "NXJQ-2025-RD-00001",
                        NAME,
                        "碳基材料",
                        "640221",
                        "6402",
                        "county-640221",
                        LocalDate.of(2026, 6, 10),
                        "宁工信企发〔2026〕30号"))
                .clusterNumber();
        for (int year : new int[] {2027, 2028}) {
            TestClock.set(LocalDate.of(year, 1, 1));
            ReportWalk.in(context)
                    .begun()
                    .reported(cluster, year(2, ReportWalk.workbook(NAME, year), figures -> figures.with(
                                    Figure.TOTAL_OUTPUT, BigDecimal.valueOf(2047 - year))
                            .with(Figure.SME_OUTPUT, BigDecimal.valueOf(2046 - year))
                            .with(Figure.LEADING_INDUSTRY_OUTPUT, BigDecimal.valueOf(2045 - year))));
        }
    }

    @AfterAll
    void jobsAgain() {
        jobs().start();
    }

    /** Every chart is drawn. */
    private Page drawn(Clerk clerk, String path) {
        Page page = clerk.page();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(path + ": " + message.text());
            }
        });
        page.setViewportSize(LAPTOP, 900);
        clerk.open(path);
        int charts = page.locator("[data-chart]").count();
        assertThat(charts).isGreaterThan(5);
        assertThat(page.locator(".drawing svg")).hasCount(charts);
        return page;
    }

    @Test
    @DisplayName("自治区：每张图都画出来，点一条打开它的名单；表格里的数用键盘打开；图存为PNG，数存为CSV")
    void region() throws IOException {
        try (Clerk officer = clerk("officer-1")) {
            Page page = drawn(officer, "/dashboard?indicator=inventionPatentsPer10kEmployees");
            officer.shot("dashboard");
            officer.fitsAPhone("dashboard");

            page.setViewportSize(LAPTOP, 900);
            page.reload();
            Locator funnel = page.locator("#BATCH_FUNNEL");
            Download png =
                    page.waitForDownload(() -> funnel.locator("[data-png]").click());
            assertThat(png.suggestedFilename()).isEqualTo("批次漏斗.png");
            assertThat(Files.readAllBytes(png.path()))
                    .startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G')
                    .hasSizeGreaterThan(20_000);
            png.saveAs(Path.of("target", "e2e", "funnel.png"));
            Download csv = page.waitForDownload(
                    () -> funnel.locator("a[href*='format=CSV']").click());
            assertThat(csv.suggestedFilename()).startsWith("批次漏斗-").endsWith(".csv");

            funnel.locator("summary").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/cases\\?batch=.*reached=STARTED"));
            assertThat(page.locator(".pager")).containsText("共5件");

            drawn(officer, "/dashboard");
            // what lies over the bar is its pattern
            page.locator("#BATCH_FUNNEL svg").scrollIntoViewIfNeeded();
            BoundingBox bar = page.locator("#BATCH_FUNNEL svg path[fill='#1b4b8a']")
                    .first()
                    .boundingBox();
            page.mouse().click(bar.x + bar.width / 2, bar.y + bar.height / 2);
            assertThat(page).hasURL(Pattern.compile(".*/cases\\?batch=.*reached=STARTED"));
        }
        assertThat(errors).as("what the browser complains of").isEmpty();
    }

    @Test
    @DisplayName("市：本市的图；集群的历年变化有要求的线")
    void city() {
        try (Clerk city = clerk("city-shizuishan")) {
            drawn(city, "/dashboard");
            city.shot("dashboard-of-a-city");
            city.fitsAPhone("dashboard-of-a-city");
            Page page = drawn(city, "/clusters/" + cluster + "/trends");
            assertThat(page.locator("#minAnnualOutput")).containsText("要求");
            city.shot("trends");
            city.fitsAPhone("trends");
        }
        assertThat(errors).as("what the browser complains of").isEmpty();
    }
}
