package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.evidence.EvidenceSamples;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.sample.engine.SampleUsers;
import org.springframework.beans.factory.annotation.Autowired;

/** The county's application from the login to what is handed over, without a mouse: each thing by Tab, each focus seen. */
@DisplayName("浏览器：县级只用键盘，从登录到提交申报")
class KeyboardInTheBrowserE2E extends InTheBrowser {

    @Autowired
    private Batches batches;

    @TempDir
    private Path files;

    private Clerk county;
    private Page page;
    private Keyboard keyboard;

    @Test
    @DisplayName("只用键盘：每一步焦点都到得了、看得见、不被遮住、不被困住；跳过页眉的链接有效")
    void appliesWithoutAMouse() throws IOException {
        batches.insert(
                new BatchOpening(
                        today.getYear(),
                        "宁工信企发〔" + today.getYear() + "〕1号",
                        today,
                        today.plusDays(20),
                        today.plusDays(40),
                        5,
                        null),
                "NXJQ-" + today.getYear() + "-PC-01",
                "officer-1");
        SampleCluster sample = sample(today.getYear());
        try (Clerk opened = citizen()) {
            county = opened;
            page = opened.page();
            page.setViewportSize(1366, 768);
            keyboard = new Keyboard(page);
            signIn();
            start(sample);
            handInMaterials();
            declare(sample);
            submit();
            assertThat(keyboard.unseen())
                    .as("where the focus could not be seen")
                    .isEmpty();
            System.out.println(
                    "[keyboard] county, login to submitted: " + keyboard.presses() + " presses beside typing");
        }
    }

    private void signIn() {
        county.open("/login");
        keyboard.fill(page.locator("input[name=username]"), "pingluo");
        keyboard.tabTo(page.locator("input[name=password]"));
        keyboard.type(SampleUsers.PASSWORD);
        keyboard.press("Enter");
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
    }

    private void start(SampleCluster sample) {
        keyboard.skipHeader("#main");
        keyboard.tabAndPress(page.locator("main a[aria-label^='申报：']").first(), "Enter");
        county.startFormIsThere();
        keyboard.skipHeader("#main");
        county.pause();
        keyboard.fill(field("集群名称"), sample.getClusterName());
        keyboard.fill(field("主导产业"), sample.workbook().basics().leadingIndustry());
        keyboard.choose(group("集群区域是否跨县"), "否");
        county.pause();
        keyboard.tabAndPress(page.locator("#start-submit"), "Enter");
        page.waitForURL(Pattern.compile(".*/start/[^/]+/[^/]+$"));
        keyboard.skipHeader("#main");
        keyboard.tabAndPress(page.locator("#next-task"), "Enter");
    }

    private void handInMaterials() throws IOException {
        formOf("填报数据与声明");
        keyboard.skipHeader(".sc-strip");
        keyboard.tabAndPress(tab("案件资料"), "Enter");
        section("上传");
        keyboard.file(page.locator("input[type=file]"), WORKBOOK);
        keyboard.tabAndPress(page.locator(".case-file button").filter(having("上传并检查")), "Enter");
        assertThat(page.locator(".case-file .message-success")).containsText("已保存");
        keyboard.backTo(page.locator(".case-nav a").filter(having("佐证材料")));
        keyboard.press("Enter");
        keyboard.tabAndPress(page.locator(".evidence-oath input[type=checkbox]"), "Space");
        keyboard.tabAndPress(page.locator(".evidence-oath button"), "Enter");
        page.locator(".evidence-drop").first().waitFor();
        uploads("第十三条(三)", "发展规划");
        uploads("第十三条(八)", "境外营业执照");
        uploads("第十三条(九)", "平台认定文件");
        uploads("第十三条(十)", "服务合同");
        explainAbsences();
        keyboard.backTo(tab("表单"));
        keyboard.press("Enter");
    }

    private void section(String label) {
        Locator link = page.locator(".case-nav a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + label)))
                .first();
        keyboard.tabAndPress(link, "Enter");
        assertThat(page.locator(".case-nav a[aria-current]").last()).containsText(label);
    }

    private void uploads(String material, String name) throws IOException {
        Locator item = page.locator(".evidence-item").filter(having(material)).first();
        keyboard.file(
                item.locator(".evidence-drop input"),
                Files.write(files.resolve(name + ".pdf"), EvidenceSamples.pdf(Integer.toHexString(name.hashCode()))));
        assertThat(item.locator(".evidence-files")).containsText(name);
    }

    private void explainAbsences() {
        Locator unexplained = page.locator(".evidence-item").filter(having("必须提供，还没有"));
        page.locator(".evidence-absence").first().waitFor();
        // they stand before the last that was uploaded
        keyboard.backTo(unexplained.first().locator("textarea"));
        for (int left = unexplained.count(); left > 0; left--) {
            keyboard.fill(unexplained.first().locator("textarea"), "正在办理，下月提供。");
            keyboard.tabAndPress(unexplained.first().locator(".evidence-absence button"), "Enter");
            assertThat(unexplained).hasCount(left - 1);
        }
    }

    private void declare(SampleCluster sample) {
        // drawn anew when the tab comes back, which takes its time on a busy machine
        group("").waitFor();
        county.pause();
        Map<String, Boolean> answers = Clerk.declared(sample);
        for (Locator asked : page.locator(".fjs-form-field-radio").all()) {
            String question = asked.innerText();
            answers.entrySet().stream()
                    .filter(answer -> question.contains(answer.getKey()))
                    .findFirst()
                    .ifPresent(answer -> keyboard.choose(asked, answer.getValue() ? "是" : "否"));
        }
        tick("确认集群内企业近三年未发生");
        complete();
    }

    private void submit() {
        keyboard.tabAndPress(page.locator(".sc-done .sc-next a"), "Enter");
        formOf("核对评估结果并提交");
        keyboard.skipHeader(".sc-strip");
        keyboard.choose(group("下一步"), "提交申报");
        tick("承诺");
        complete();
        assertThat(page.locator(".sc-done h2")).isVisible();
    }

    private void tick(String label) {
        keyboard.tabAndPress(
                page.locator(".fjs-form-field-checkbox")
                        .filter(having(label))
                        .locator("input[type=checkbox]")
                        .first(),
                "Space");
    }

    private void complete() {
        county.pause();
        keyboard.tabAndPress(page.locator("button[ng-click='complete()']").first(), "Enter");
        page.locator(".sc-done").waitFor();
    }

    private Locator tab(String label) {
        return page.locator(".nav-tabs a").filter(having(label)).first();
    }

    private Locator field(String label) {
        return page.locator(".fjs-form-field-textfield, .fjs-form-field-textarea, .fjs-form-field-number")
                .filter(having(label))
                .locator("input, textarea")
                .first();
    }

    private Locator group(String label) {
        return page.locator(".fjs-form-field-radio").filter(having(label)).first();
    }

    private void formOf(String task) {
        Locator strip = page.locator(".sc-strip");
        // on a busy machine Tasklist gives up a script that does not come within seconds
        for (int tries = 0; tries < 3 && !county.comes(strip); tries++) {
            page.reload();
        }
        assertThat(page.locator(".sc-strip h2")).hasText(task);
        page.locator(".fjs-form").first().waitFor();
        // Tasklist draws a form a second time when the claim is known
        page.waitForTimeout(1500);
    }
}
