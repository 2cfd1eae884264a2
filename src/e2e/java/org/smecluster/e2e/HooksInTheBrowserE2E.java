package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.e2e.Clerk.having;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    private void opened(Clerk clerk) {
        clerk.open("/camunda/app/tasklist/default/#/?task=" + task);
        clerk.page().locator(".task-card .fjs-form").first().waitFor();
    }

    /** With our scripts; on a busy machine Tasklist gives one up that does not come within seconds. */
    private void openedWithStrip(Clerk clerk) {
        opened(clerk);
        Locator strip = clerk.page().locator(".sc-strip");
        for (int tries = 0; tries < 3 && !clerk.comes(strip); tries++) {
            clerk.page().reload();
        }
        clerk.page().waitForURL(Pattern.compile(".*filter=.*"));
        clerk.page().locator(".task-card .fjs-form").first().waitFor();
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
