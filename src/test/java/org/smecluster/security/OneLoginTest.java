package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Browser.location;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.Browser;
import org.smecluster.support.Forgotten;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class OneLoginTest {

    private static final String NEWCOMER = "newcomer";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private IdentityService identityService;

    @BeforeEach
    void aNewcomerOfPingluo() {
        User user = identityService.newUser(NEWCOMER);
        user.setFirstName("新");
        user.setLastName("来者");
        user.setPassword(SampleUsers.PASSWORD);
        identityService.saveUser(user);
        identityService.createMembership(NEWCOMER, "county-640221");
    }

    @AfterEach
    void gone() {
        Forgotten.user(NEWCOMER, identityService, database);
    }

    private Browser signedIn() {
        return Browser.signedIn(NEWCOMER, port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", TASKLIST, "/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/nowhere"})
    @DisplayName("没登录的先到登录页，登录后回到原来要去的页面")
    void pagesLeadToTheLogin(String page) {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.get(page);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/login");
        assertThat(location(browser.signIn(NEWCOMER, SampleUsers.PASSWORD))).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/session",
                "/camunda/api/engine/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/engine/engine/default/identity/password-policy"
            })
    @DisplayName("没登录的脚本得到 401，而不是登录页；登录后也不会被带到接口上")
    void scriptsAreTold(String path) {
        Browser browser = new Browser(port);
        assertThat(browser.fetch(path).statusCode()).isEqualTo(401);
        assertThat(location(browser.signIn(NEWCOMER, SampleUsers.PASSWORD))).isEqualTo("/");
    }

    @Test
    @DisplayName("一次登录，待办、接口和自己的页面都认得")
    void oneLogin() {
        Browser browser = signedIn();
        assertThat(browser.get("/").body()).contains("新来者", "待办", "案件").doesNotContain("运行监控");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.fetch("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"newcomer\"", "tasklist")
                .doesNotContain("cockpit");
        assertThat(browser.fetch("/session").body()).contains("county-640221", "X-CSRF-TOKEN");
    }

    @Test
    @DisplayName("登录后换会话号，拿着旧会话号的人进不来")
    void sessionFixation() {
        Browser browser = new Browser(port);
        browser.get("/login");
        String before = browser.sessionId();
        browser.signIn(NEWCOMER, SampleUsers.PASSWORD);
        assertThat(browser.sessionId()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("密码错：说清楚；紧接着输对了就登录，不锁定")
    void wrongThenRight() {
        Browser browser = new Browser(port);
        HttpResponse<String> wrong = browser.signIn(NEWCOMER, "Wrong#Password2026");
        assertThat(browser.get(location(wrong)).body()).contains("用户名或密码不正确");
        assertThat(location(browser.get("/"))).isEqualTo("/login");
        assertThat(location(browser.signIn(NEWCOMER, SampleUsers.PASSWORD))).isEqualTo("/");
    }

    @Test
    @DisplayName("没有这个用户，话与密码错一样")
    void unknownUser() {
        assertThat(location(new Browser(port).signIn("no-such-user", "x"))).isEqualTo("/login?error=wrong");
        assertThat(location(new Browser(port).signIn("", ""))).isEqualTo("/login?error=wrong");
    }

    @Test
    @DisplayName("用户被删除，他的会话随即失效：页面、待办和接口都一样")
    void deletedUser() {
        Browser browser = signedIn();
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        Forgotten.user(NEWCOMER, identityService, database);
        assertThat(browser.fetch("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(location(browser.get("/"))).isEqualTo("/login");
        assertThat(location(browser.get(TASKLIST))).isEqualTo("/login");
    }

    @Test
    @DisplayName("调整了所在的组，下一次点击就生效")
    void changedGroups() {
        Browser browser = signedIn();
        assertThat(browser.get("/").body()).doesNotContain("运行监控");
        identityService.createMembership(NEWCOMER, "camunda-admin");
        assertThat(browser.get("/").body()).contains("运行监控");
        identityService.deleteMembership(NEWCOMER, "camunda-admin");
        assertThat(browser.get("/").body()).doesNotContain("运行监控");
    }

    @Test
    @DisplayName("退出要带令牌；退出后要重新登录")
    void logout() {
        Browser browser = signedIn();
        assertThat(browser.postBody("/logout", "").statusCode()).isEqualTo(403);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = browser.post("/", "/logout");
        assertThat(location(answer)).isEqualTo("/login?loggedOut");
        assertThat(browser.get("/login?loggedOut").body()).contains("您已退出登录");
        assertThat(location(browser.get("/"))).isEqualTo("/login");
    }

    @Test
    @DisplayName("在待办里退出，就是退出整个系统")
    void logoutInTasklist() {
        Browser browser = signedIn();
        browser.get(TASKLIST);
        assertThat(browser.postBody("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(location(browser.get("/"))).isEqualTo("/login");
        assertThat(browser.fetch("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    @DisplayName("Camunda 自己的登录和初始化入口不开放")
    void otherLoginsAreClosed() {
        for (Browser browser : new Browser[] {new Browser(port), Browser.signedIn("admin", port)}) {
            assertThat(browser.postBody(
                                    "/camunda/api/admin/auth/user/default/login/tasklist",
                                    "username=admin&password=" + SampleUsers.PASSWORD)
                            .statusCode())
                    .isIn(401, 403);
            assertThat(browser.postBody("/camunda/api/admin/setup/default/user/create", "")
                            .statusCode())
                    .isIn(401, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/cockpit/default/", "/camunda/app/admin/default/", "/admin/handover"})
    @DisplayName("业务人员进监控、管理，得到中文的说明")
    void forbidden(String page) {
        HttpResponse<String> answer = signedIn().get(page);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("无权访问", "请联系系统管理员");
        assertThat(Browser.signedIn("admin", port).get(page).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("没有的页面，得到中文的说明")
    void notFound() {
        HttpResponse<String> answer = signedIn().get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有找到", "请核对网址");
    }

    @Test
    @DisplayName("待办接口里的历史记录也只有系统管理员能读")
    void historyInWebApps() {
        String history = "/camunda/api/engine/engine/default/history/";
        Browser admin = Browser.signedIn("admin", port);
        for (String path : new String[] {"process-instance", "task", "detail", "variable-instance"}) {
            assertThat(signedIn().fetch(history + path).statusCode()).isEqualTo(403);
            assertThat(admin.fetch(history + path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("待办里“历史”一栏查得到的操作记录是空的，不是别人的")
    void operationsInTasklist() {
        RestCall.as("admin", port).put("/group/expert/members/" + NEWCOMER, "");
        String operations = "/camunda/api/engine/engine/default/history/user-operation";
        assertThat(Browser.signedIn("admin", port).fetch(operations).body()).contains("\"userId\":\"admin\"");
        assertThat(signedIn().fetch(operations).body()).isEqualTo("[]");
    }

    @Test
    @DisplayName("许多人同时打开待办，各人的页面用的是各自安全策略里的随机数，不会空白")
    void ownNonceHoweverManyWork() {
        Browser browser = signedIn();
        List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int i = 0; i < 400; i++) {
                pages.add(CompletableFuture.supplyAsync(() -> browser.get(TASKLIST), threads));
            }
            assertThat(pages).allSatisfy(page -> {
                HttpResponse<String> answer = page.join();
                String policy =
                        answer.headers().firstValue("Content-Security-Policy").orElseThrow();
                Matcher nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
                assertThat(nonce.find()).isTrue();
                assertThat(answer.body()).contains("nonce=\"" + nonce.group(1) + "\"");
                assertThat(answer.headers().map()).doesNotContainKeys("ETag", "Last-Modified");
            });
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("待办的安全策略允许下载、确认框和打开我们的页面；我们的页面只从本站取东西")
    void contentSecurityPolicy() {
        Browser browser = signedIn();
        assertThat(browser.get(TASKLIST).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("allow-downloads", "allow-modals", "allow-popups-to-escape-sandbox", "nonce-"));
        assertThat(browser.get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
    }
}
