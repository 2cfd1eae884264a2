package org.smecluster.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.sample.engine.SampleUsers;

@DisplayName("密码和登录在浏览器中")
class PasswordsInTheBrowserE2E extends InTheBrowser {

    private static final String SET = "Set-By-Admin#4471";
    private static final String OWN = "每天早上 在黄河边 看羊皮筏子";

    private static final int UNTIL_TASKLIST_HAS_POLLED_MS = 25_000;

    @Test
    @DisplayName("管理员重置密码，规则是中文；本人先修改，再办理；轮询不算操作，动键盘鼠标才算；安全日志里看得到")
    void fromTheResetToTheLog() {
        try (Clerk admin = clerk("admin")) {
            admin.open("/camunda/app/admin/default/#/users/huinong?tab=account");
            Page page = admin.page();
            // the first page of the walk, while everything is loaded for the first time
            page.locator("#inputAuthenticationUserPassword").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
            page.locator("#inputAuthenticationUserPassword").fill(SampleUsers.PASSWORD);
            page.locator("[cam-widget-password] input").fill("aaaaaaaaaaA1#");
            page.locator("#inputPasswordRepeat").fill("aaaaaaaaaaA1#");
            admin.pause();
            assertThat(page.locator(".popover, .tooltip").first()).containsText("不是常见密码");
            admin.shot("password-rules-in-admin");
            page.locator("[cam-widget-password] input").fill(SET);
            page.locator("#inputPasswordRepeat").fill(SET);
            page.waitForTimeout(1_000);
            page.locator("form[name=updateCredentialsForm] button[type=submit]").click();
            page.waitForTimeout(1_000);
            admin.shot("password-set-in-admin");

            Clerk owner = Clerk.ofThePublic(admin.page().context().browser(), url());
            owner.open("/login");
            owner.signIn("huinong", SET);
            owner.page().waitForURL("**/account/password");
            owner.shot("password-forced");
            owner.open("/cases");
            assertThat(owner.page()).hasURL(url() + "/account/password");
            change(owner, SET, "12345", "54321");
            owner.shot("password-refused");
            assertThat(owner.page().locator("#password-fresh-problem")).containsText("12至256个字符");
            change(owner, SET, OWN, OWN);
            assertThat(owner.page().getByRole(AriaRole.STATUS)).containsText("密码已修改");
            owner.shot("password-changed");
            onlyAPersonCounts(owner);

            admin.open("/admin/audit");
            assertThat(admin.page().locator("tbody")).containsText("本人修改密码");
            admin.shot("security-log");
            owner.close();
        }
    }

    private static void change(Clerk clerk, String old, String fresh, String again) {
        clerk.page().locator("#password-old").fill(old);
        clerk.page().locator("#password-fresh").fill(fresh);
        clerk.page().locator("#password-again").fill(again);
        clerk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("修改密码"))
                .click();
    }

    private static void onlyAPersonCounts(Clerk owner) {
        owner.open("/camunda/app/tasklist/default/");
        Page page = owner.page();
        page.locator(".task-filters a").first().waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        page.waitForLoadState();
        List<String> sent = new CopyOnWriteArrayList<>();
        page.onRequest((Request request) ->
                sent.add(request.method() + " " + request.url().replaceFirst("https?://[^/]+", "")));
        page.waitForTimeout(UNTIL_TASKLIST_HAS_POLLED_MS);
        assertThat(sent).as("Tasklist asks again").isNotEmpty();
        assertThat(sent).noneMatch(request -> request.contains("/session"));
        sent.clear();
        page.mouse().wheel(0, 10);
        page.keyboard().press("Shift");
        page.waitForTimeout(2_000);
        assertThat(sent)
                .filteredOn(request -> request.startsWith("POST /session/activity"))
                .hasSize(1);
    }
}
