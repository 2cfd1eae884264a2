package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.recognition.BatchOpening;
import org.smecluster.recognition.Batches;
import org.smecluster.sample.engine.Desk;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.CleanSlate;
import org.smecluster.support.Desks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What our scripts in Tasklist hang on (tasklist/scripts/hooks.js), and that a task can be done without any of them. */
@DisplayName("浏览器：待办里我们的脚本所依赖的东西都在；没有这些脚本也能办任务")
class HooksInTheBrowserE2E extends InTheBrowser {

    private static final String ASKED =
            "async name => { const { hooks } = await import('/camunda/app/tasklist/scripts/hooks.js'); return Boolean(hooks[name]()); }";

    @Autowired
    ApplicationContext context;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    private ProcessInstance instance;
    private String task;

    /** 市级指导和转报, a task that nobody has claimed. */
    @BeforeEach
    void aTaskOfTheCity() {
        CleanSlate.empty(database);
        Desks desks = context.getBean(Desks.class);
        instance = CaseWalk.admissionRequested(desks, Desks.PINGLUO);
        CaseWalk.planEntered(desks, instance);
        task = waitsFor("task_guideAdmission");
    }

    private String waitsFor(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .singleResult()
                .getId();
    }

    private static void has(Page page, String hook) {
        page.waitForTimeout(300);
        boolean there = false;
        for (int tries = 0; tries < 40 && !there; tries++) {
            there = (Boolean) page.evaluate(ASKED, hook);
            if (!there) {
                page.waitForTimeout(250);
            }
        }
        assertThat(there).as("the hook %s of tasklist/scripts/hooks.js", hook).isTrue();
    }

    /** On a busy machine Tasklist gives up a script that does not come within seconds, and stays empty or without ours. */
    private void opened(Clerk clerk, String... alsoThere) {
        Page page = clerk.page();
        clerk.open("/camunda/app/tasklist/default/#/?task=" + task);
        for (String part : Stream.concat(Stream.of(".task-card .fjs-form"), Stream.of(alsoThere))
                .toList()) {
            for (int tries = 0; tries < 3 && !clerk.comes(page.locator(part).first()); tries++) {
                page.reload();
            }
        }
        page.locator(".task-card .fjs-form").first().waitFor();
    }

    private void openedWithStrip(Clerk clerk) {
        opened(clerk, ".sc-strip");
        assertThat(clerk.page()).hasURL(Pattern.compile(".*filter=.*"));
    }

    @Test
    @DisplayName("每个挂靠点都在；少了哪个，这里写明哪个")
    void everyHook() {
        try (Clerk city = clerk("city-shizuishan")) {
            Page page = city.page();
            city.open("/camunda/app/tasklist/default/");
            has(page, "noTask");
            opened(city);
            for (String hook : List.of("claim", "formContainer", "form", "formState", "field", "ownHistory")) {
                has(page, hook);
            }
            page.locator("button.claim").click();
            for (String hook : List.of("unclaim", "complete")) {
                has(page, hook);
            }
        }
    }

    @Test
    @DisplayName("第一次改动即认领，写的字还在；链接打开任务和列表；没有改动就离开的退回；办完写明轮到谁")
    void claimedByTheFirstChange() {
        try (Clerk city = clerk("city-shizuishan")) {
            Page page = city.page();
            openedWithStrip(city);
            assertThat(page.locator(".sc-strip")).containsText("第");
            assertThat(page.locator(".sc-holder")).containsText("还没有人认领");
            assertThat(page).hasURL(Pattern.compile(".*filter=.*"));
            Locator field = page.locator(".task-card .fjs-form textarea").first();
            city.pause();
            String before = field.inputValue();
            field.fill(before + "改");
            assertThat(page.locator(".sc-holder")).containsText("由本人办理");
            assertThat(field).hasValue(before + "改");
            assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                    .isEqualTo("city-shizuishan");
            city.shot("task-strip");

            city.pause();
            field.fill(before);
            page.waitForTimeout(1000);
            page.locator(".task-filters a").filter(having("已逾期")).first().click();
            page.evaluate("location.hash = '#/'");
            for (int tries = 0; tries < 40 && assignee() != null; tries++) {
                page.waitForTimeout(250);
            }
            assertThat(assignee()).as("left unchanged it is nobody's again").isNull();
        }
    }

    /** Tasklist has drawn it, and its draft has been asked for: until then it takes nothing in. */
    private void opensOwn(Clerk clerk, String own) {
        task = own;
        tasks.claim(task, "pingluo");
        openedWithStrip(clerk);
        assertThat(clerk.page().locator(".task-card button.unclaim")).isVisible();
        assertThat(clerk.page().locator(".form-draft")).hasCount(1);
        assertThat(clerk.page().locator(".fjs-container[inert]")).hasCount(0);
    }

    @Test
    @DisplayName("长表单分部分，每部分写明填了几项；没填的写在完成旁边，点了就到那一项，改好的不再列")
    void parts() {
        instance = CaseWalk.admissionRequested(context.getBean(Desks.class), Desks.PINGLUO, "clusterName", "平罗碳基集群");
        try (Clerk county = clerk("pingluo")) {
            Page page = county.page();
            opensOwn(county, waitsFor("task_enterPlan"));
            Locator parts = page.locator(".form-part");
            assertThat(parts).hasCount(6);
            assertThat(parts.first()).hasText("(一)提升主导产业优势 0/3");
            page.locator(".fjs-form textarea").nth(1).fill("产值过三十亿元");
            assertThat(parts.first()).hasText("(一)提升主导产业优势 1/3");
            parts.last().click();
            assertThat(page.locator(".fjs-form h4").last()).isInViewport();
            page.locator("button[ng-click='complete()']").click();
            Locator refusals = page.locator(".form-refusals");
            assertThat(refusals).containsText("没有提交：还有18处要改");
            assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
            assertThat(parts.first()).hasText("✕ (一)提升主导产业优势 1/3");
            assertThat(page.locator("textarea:focus")).isInViewport();
            // as long as a hand takes: to press leaves the field, and what is pressed must not be drawn anew meanwhile
            refusals.locator("button").last().click(new Locator.ClickOptions().setDelay(400));
            assertThat(page.locator(".fjs-form input:focus")).isInViewport();
            county.text("集群发展规划", "三年产值过三十亿元");
            assertThat(refusals).containsText("还有17处要改");
            county.shot("form-parts");
        }
    }

    @Test
    @DisplayName("本部分全部选“是”，再逐项改：只答还没有答的，别的部分不动，改为“否”的不再变回")
    void allYes() {
        LocalDate day = LocalDate.now();
        context.getBean(Batches.class)
                .insert(
                        new BatchOpening(
                                day.getYear(),
                                "宁工信企发〔" + day.getYear() + "〕1号",
                                day,
                                day.plusDays(20),
                                day.plusDays(40),
                                5,
                                null),
                        "NXJQ-" + day.getYear() + "-PC-01",
                        "officer-1");
        Desk desk = context.getBean(Desk.class);
        String application = desk.start(
                Desks.PINGLUO.account(),
                "clusterRecognition",
                Map.of("clusterName", "平罗碳基集群", "leadingIndustry", "碳基材料", "crossCounty", "false"));
        try (Clerk county = clerk("pingluo")) {
            Page page = county.page();
            opensOwn(county, desk.await(application, "task_enterData").orElseThrow());
            Locator parts = page.locator(".form-part");
            Locator chain = parts.filter(having("产业链供应链协作"));
            assertThat(chain).hasText("(三)产业链供应链协作 0/4");
            county.choose("产业链布局合理（", "否");
            assertThat(chain).hasText("(三)产业链供应链协作 1/4");
            Locator rest = page.locator(".fjs-form-field-text")
                    .filter(having("产业链供应链协作"))
                    .locator(".form-all-yes");
            rest.click();
            assertThat(chain).hasText("✓ (三)产业链供应链协作 4/4");
            assertThat(rest).hasCount(0);
            assertThat(answer(page, "产业链布局合理（", "否")).isChecked();
            assertThat(answer(page, "共享机制（", "是")).isChecked();
            assertThat(parts.filter(having("绿色化发展"))).hasText("(六)绿色化发展 0/6");
            county.choose("共享机制（", "否");
            assertThat(answer(page, "共享机制（", "否")).isChecked();
            assertThat(chain).hasText("✓ (三)产业链供应链协作 4/4");
            assertThat(page.locator(".form-draft")).containsText("草稿已保存于");
            page.reload();
            assertThat(page.locator(".form-draft")).containsText("的草稿");
            assertThat(answer(page, "共享机制（", "否")).isChecked();
            assertThat(answer(page, "产业链关键环节配套能力较强（", "是")).isChecked();
        }
    }

    private static Locator answer(Page page, String question, String answer) {
        return page.locator(".fjs-form-field-radio").filter(having(question)).getByLabel(answer);
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    @Test
    @DisplayName("服务器退回的，写在栏目下和“完成”旁，光标到那里；改了再办，办得成")
    void refusedByTheServer() {
        try (Clerk city = clerk("city-shizuishan")) {
            Page page = city.page();
            openedWithStrip(city);
            city.choose("处理", "转报自治区");
            city.text("意见", "规划可行，同意转报。");
            page.locator("button.unclaim").waitFor();
            // the form itself lets nobody type so much
            page.route(
                    "**/submit-form",
                    route -> route.resume(new Route.ResumeOptions()
                            .setPostData(route.request().postData().replace("规划可行", "可行".repeat(1001)))),
                    new Page.RouteOptions().setTimes(1));
            page.locator("button[ng-click='complete()']").first().click();
            Locator refusals = page.locator(".form-refusals");
            assertThat(refusals).containsText("没有提交：还有1处要改");
            Locator sentence = page.locator(".fjs-form-field-textarea").filter(having("意见"));
            assertThat(sentence.locator(".fjs-form-field-error")).containsText("最多2000个字");
            assertThat(sentence.locator("textarea")).isFocused();
            assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
            assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();

            city.text("意见", "规划可行，同意转报自治区。");
            assertThat(refusals).hasCount(0);
            page.locator("button[ng-click='complete()']").first().click();
            assertThat(page.locator(".sc-done")).isVisible();
            assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        }
    }

    @Test
    @DisplayName("我们的脚本全被挡住：照样能认领、填写、完成")
    void withoutScripts() {
        try (Clerk city = clerk("city-shizuishan")) {
            Page page = city.page();
            page.route(
                    Pattern.compile(
                            ".*/(camunda/app/tasklist/scripts/(?!config\\.js)[^?]*\\.js|assets/(?!language\\.js)[^?]*\\.js).*"),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("export default [];")));
            opened(city);
            assertThat(page.locator(".sc-strip")).hasCount(0);
            page.locator("button.claim").click();
            page.waitForTimeout(1500);
            city.choose("处理", "转报自治区");
            city.text("意见", "规划可行，同意转报。");
            page.locator("button[ng-click='complete()']").first().click();
            for (int tries = 0;
                    tries < 40 && tasks.createTaskQuery().taskId(task).count() > 0;
                    tries++) {
                page.waitForTimeout(250);
            }
            assertThat(tasks.createTaskQuery().taskId(task).count())
                    .as("the task is completed")
                    .isZero();
        }
    }
}
