package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.publicnotice.Notice;
import org.smecluster.recognition.BatchWalk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("浏览器：在线提出异议，登记、核实、裁定，提出人查到结果")
class ObjectionInTheBrowserE2E extends InTheBrowser {

    private static final String OBJECTOR = "锁玉兰";
    private static final String GROUNDS = "申报的2025年产值与县统计公报不符，公报第3页只有十一亿元，请核实。";
    private static final String RULING = "统计公报的口径只含规模以上企业，申报数据经核对属实。";

    @Autowired
    private ApplicationContext context;

    @TempDir
    private Path files;

    private Notice notice;

    private JobExecutor jobs() {
        return ((ProcessEngineConfigurationImpl)
                        context.getBean(ProcessEngine.class).getProcessEngineConfiguration())
                .getJobExecutor();
    }

    @BeforeAll
    void noticePublished() {
        jobs().shutdown();
        BatchWalk walk = BatchWalk.in(context).opened();
        walk.inNotice(walk.reReviewed("640221", "平罗精细化工"), walk.reReviewed("640521", "中宁枸杞"));
        notice = walk.notice();
    }

    @AfterAll
    void jobsAgain() {
        jobs().start();
    }

    @Test
    @DisplayName("手机上没有脚本的人提出异议，经办登记、核实，审定裁定，提出人只用键盘查到结果")
    void fromThePhoneToTheResult() throws IOException {
        String[] receipt = handsIn();
        admits(receipt[0]);
        ruled();
        looksUp(receipt);
    }

    /** On a phone whose browser runs no script. @return number and secret as shown */
    private String[] handsIn() throws IOException {
        Path letter = Files.write(files.resolve("统计公报.pdf"), EvidenceSamples.pdf("公报"));
        try (Clerk anybody = citizen();
                BrowserContext phone = anybody.page()
                        .context()
                        .browser()
                        .newContext(new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setViewportSize(Clerk.PHONE, 844)
                                .setLocale("zh-CN"))) {
            anybody.open("/public/notices/" + notice.id());
            anybody.shot("public-notice-contacts");
            anybody.fitsAPhone("public-notice-contacts");
            anybody.open("/public/notices/" + notice.id() + "/objections");
            anybody.shot("objection-form");
            anybody.fitsAPhone("objection-form");
            Page page = phone.newPage();
            page.navigate(url() + "/public/notices");
            page.locator("main td a").first().click();
            page.locator("main a").filter(having("提出异议")).first().click();
            page.locator("#cluster").selectOption("1");
            page.locator("#objector").fill(OBJECTOR);
            page.locator("#grounds").fill(GROUNDS);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("#problems")).containsText("请填写联系方式");
            assertThat(page.locator("#grounds")).hasValue(GROUNDS);
            page.locator("#contact").fill("13909590142");
            page.locator("#files").setInputFiles(letter);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("h1")).containsText("已收到您的异议");
            return new String[] {
                page.locator("#receipt-number").innerText(),
                page.locator("#receipt-secret").innerText()
            };
        }
    }

    private void admits(String number) {
        try (Clerk officer = clerk("officer-1")) {
            Page page = officer.page();
            officer.open("/objections");
            officer.shot("objections-waiting");
            officer.fitsAPhone("objections-waiting");
            page.locator("main td a").filter(having(number)).click();
            assertThat(page.locator("main")).containsText(OBJECTOR);
            assertThat(page.locator("main")).containsText("统计公报.pdf");
            officer.shot("objection-waiting");
            officer.fitsAPhone("objection-waiting");
            page.locator("main button").filter(having("登记异议")).click();
            assertThat(page.locator("main .message-error")).containsText("两项都勾选");
            page.locator("input[name=identified]").check();
            page.locator("input[name=grounded]").check();
            page.locator("main button").filter(having("登记异议")).click();
            assertThat(page.locator("main .message-success")).containsText("已登记");
            officer.claim("核实异议", "");
            officer.tab("案件资料");
            officer.section("公示和异议");
            assertThat(page.locator(".case-file")).containsText(OBJECTOR);
            officer.tab("表单");
            officer.text("查明的事实", "经调阅统计年报核对，数据属实。");
            officer.text("告知申报主体的内容", "有异议反映产值不实，经核对数据属实。");
            officer.complete();
            officer.open("/notice-contacts");
            officer.shot("notice-contacts");
            officer.fitsAPhone("notice-contacts");
        }
    }

    private void ruled() {
        try (Clerk leader = clerk("leader")) {
            leader.claim("裁定异议", "");
            leader.choose("裁定结论", "异议不成立，该集群继续办理");
            leader.text("裁定理由", RULING);
            leader.complete();
        }
    }

    private void looksUp(String[] receipt) {
        try (Clerk objector = citizen()) {
            Page page = objector.page();
            page.setViewportSize(1366, 768);
            objector.open("/public/objections");
            Keyboard keyboard = new Keyboard(page);
            keyboard.skipHeader("#main");
            keyboard.fill(page.locator("#number"), receipt[0]);
            keyboard.fill(page.locator("#secret"), receipt[1].replace(" ", ""));
            keyboard.tabAndPress(page.locator("main button[type=submit]"), "Enter");
            assertThat(page.locator("main article")).containsText("异议不成立");
            assertThat(page.locator("main article")).containsText(RULING);
            assertThat(keyboard.unseen())
                    .as("where the focus could not be seen")
                    .isEmpty();
            objector.shot("objection-result");
            objector.fitsAPhone("objection-result");
        }
    }
}
