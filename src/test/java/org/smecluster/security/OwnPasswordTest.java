package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.support.Browser.location;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
class OwnPasswordTest {

    private static final String PERSON = "newcomer";
    private static final String PAGE = "/account/password";
    private static final String SET = "Set-By-Admin#4471";
    private static final String OWN = "Camel-Noodles#88";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aNewcomer() {
        User user = identityService.newUser(PERSON);
        user.setFirstName("新");
        user.setLastName("来者");
        user.setPassword(SampleUsers.PASSWORD);
        identityService.saveUser(user);
        identityService.createMembership(PERSON, "policy-owner");
    }

    @AfterEach
    void gone() {
        Forgotten.user(PERSON, identityService, jdbc);
    }

    private Browser signedIn(String password) {
        Browser browser = new Browser(port);
        assertThat(location(browser.signIn(PERSON, password))).isEqualTo("/");
        return browser;
    }

    private HttpResponse<String> change(Browser browser, String old, String fresh, String again) {
        return browser.post(PAGE, PAGE, "old", old, "fresh", fresh, "again", again);
    }

    /** By the Admin web app's own request. */
    private void setByTheAdministrator() {
        HttpResponse<String> answer = RestCall.as("admin", port)
                .put(
                        "/user/" + PERSON + "/credentials",
                        "{\"password\":\"" + SET + "\",\"authenticatedUserPassword\":\"" + SampleUsers.PASSWORD
                                + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private String eventsOf(String kind) {
        return jdbc.sql("select user_id || ' by ' || coalesce(by_user, '-') from audit_event where kind = :kind")
                .param("kind", kind)
                .query(String.class)
                .list()
                .toString();
    }

    @Test
    @DisplayName("改密码：新的能登录，旧的不能；这里继续用，别处的登录都结束并说明原因；记入安全日志")
    void changed() {
        Browser here = signedIn(SampleUsers.PASSWORD);
        Browser there = signedIn(SampleUsers.PASSWORD);
        String before = here.sessionId();
        HttpResponse<String> answer = change(here, SampleUsers.PASSWORD, OWN, OWN);
        assertThat(location(answer)).isEqualTo(PAGE);
        assertThat(here.get(PAGE).body()).contains("密码已修改");
        assertThat(here.sessionId()).isNotEqualTo(before);

        assertThat(there.fetch("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(location(there.get("/admin/models"))).isEqualTo("/login");
        assertThat(there.get("/login").body()).contains("您的密码已修改");
        assertThat(there.get("/login").body()).doesNotContain("您的密码已修改");
        assertThat(location(there.signIn(PERSON, SampleUsers.PASSWORD))).isEqualTo("/login?error=wrong");
        assertThat(location(there.signIn(PERSON, OWN))).isEqualTo("/admin/models");
        assertThat(eventsOf("PASSWORD_CHANGED")).isEqualTo("[newcomer by newcomer]");
    }

    @ParameterizedTest
    @CsvSource({
        "Wrong#Password2026, Camel-Noodles#88, Camel-Noodles#88, 现在的密码不正确",
        "'', Camel-Noodles#88, Camel-Noodles#88, 请填写现在的密码",
        "Ningxia#Jiqun2026, Camel-Noodles#88, Camel-Noodles#89, 两次输入的新密码不一致",
        "Ningxia#Jiqun2026, short, short, 有12至256个字符",
        "Ningxia#Jiqun2026, aaaaaaaaaaA1#, aaaaaaaaaaA1#, 不是常见密码",
        "Ningxia#Jiqun2026, newcomer-x82kqv, newcomer-x82kqv, 不含用户名",
        "Ningxia#Jiqun2026, Ningxia#Jiqun2026, Ningxia#Jiqun2026, 与现在的密码相同",
        "Ningxia#Jiqun2026, '', '', 请填写新密码"
    })
    @DisplayName("不合要求的，在该项旁边说明，密码不变")
    void refused(String old, String fresh, String again, String sentence) {
        Browser browser = signedIn(SampleUsers.PASSWORD);
        HttpResponse<String> answer = change(browser, old, fresh, again);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("密码没有修改", sentence, "aria-invalid=\"true\"");
        signedIn(SampleUsers.PASSWORD);
    }

    @Test
    @DisplayName("长句子、空格、汉字都可以作密码，登录时一字不差")
    void passphrase() {
        String sentence =
                " 每天早上 在黄河边 看羊皮筏子 and a very long passphrase of more than 128 characters, ".repeat(2) + "over ";
        Browser browser = signedIn(SampleUsers.PASSWORD);
        assertThat(location(change(browser, SampleUsers.PASSWORD, sentence, sentence)))
                .isEqualTo(PAGE);
        signedIn(sentence);
        assertThat(location(new Browser(port).signIn(PERSON, sentence.strip()))).isEqualTo("/login?error=wrong");
    }

    @Test
    @DisplayName("管理员重置后：原有登录结束；本人登录先到改密码页，页面、待办、接口都要等改完；改完即可办理")
    void setByAnother() {
        Browser before = signedIn(SampleUsers.PASSWORD);
        setByTheAdministrator();
        assertThat(before.fetch("/session").statusCode()).isEqualTo(401);

        Browser browser = signedIn(SET);
        for (String page : new String[] {"/", "/admin/models", "/camunda/app/tasklist/default/", "/account/deputies"}) {
            assertThat(location(browser.get(page))).as(page).isEqualTo(PAGE);
        }
        HttpResponse<String> api = browser.fetch("/camunda/api/engine/engine/default/task");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("须先由您本人修改");
        for (String spelling :
                new String[] {"/account/password/../../", "/account//password", "/account/password;x=1"}) {
            assertThat(browser.fetch(spelling).statusCode()).as(spelling).isNotEqualTo(200);
        }
        HttpResponse<String> basic = RestCall.basic(PERSON, SET, port).get("/deployment");
        assertThat(basic.statusCode()).isEqualTo(403);
        assertThat(basic.body()).contains("须先由您本人修改");
        assertThat(browser.get(PAGE).body()).contains("是他人设置的");

        assertThat(location(change(browser, SET, OWN, OWN))).isEqualTo(PAGE);
        assertThat(browser.get(PAGE).body()).doesNotContain("是他人设置的");
        assertThat(browser.get("/admin/models").statusCode()).isEqualTo(200);
        assertThat(RestCall.basic(PERSON, OWN, port).get("/deployment").statusCode())
                .isEqualTo(200);
        assertThat(eventsOf("PASSWORD_SET")).isEqualTo("[newcomer by admin]");
    }

    @Test
    @DisplayName("管理员新建的用户，首次登录也要改密码")
    void createdByTheAdministrator() {
        RestCall admin = RestCall.as("admin", port);
        assertThat(admin.post(
                                "/user/create",
                                "{\"profile\":{\"id\":\"brand-new\"},\"credentials\":{\"password\":\"" + SET + "\"}}")
                        .statusCode())
                .isEqualTo(204);
        try {
            Browser browser = new Browser(port);
            browser.signIn("brand-new", SET);
            assertThat(location(browser.get("/"))).isEqualTo(PAGE);
        } finally {
            Forgotten.user("brand-new", identityService, jdbc);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "aaaaaaaaaaA1#", "newcomer-x82kqv"})
    @DisplayName("管理员也设不了不合要求的密码，答复是中文的一句话")
    void policyForTheAdministrator(String weak) {
        HttpResponse<String> answer = RestCall.as("admin", port)
                .put(
                        "/user/" + PERSON + "/credentials",
                        "{\"password\":\"" + weak + "\",\"authenticatedUserPassword\":\"" + SampleUsers.PASSWORD
                                + "\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("密码不符合要求，没有保存", "12至256个字符").doesNotContain("policy");
        signedIn(SampleUsers.PASSWORD);
    }

    @Test
    @DisplayName("退出所有登录：两处都结束，记入安全日志")
    void everywhere() {
        Browser here = signedIn(SampleUsers.PASSWORD);
        Browser there = signedIn(SampleUsers.PASSWORD);
        assertThat(location(here.post(PAGE, "/account/sessions/end"))).isEqualTo("/login?loggedOut");
        assertThat(location(here.get("/"))).isEqualTo("/login");
        assertThat(location(there.get("/"))).isEqualTo("/login");
        assertThat(there.get("/login").body()).contains("退出所有登录");
        signedIn(SampleUsers.PASSWORD);
        assertThat(eventsOf("SESSIONS_ENDED")).isEqualTo("[newcomer by newcomer]");
    }

    @Test
    @DisplayName("猜现在的密码也受次数限制")
    void guessingTheOldOne() {
        Browser browser = signedIn(SampleUsers.PASSWORD);
        for (int i = 0; i < 60; i++) {
            assertThat(change(browser, "Wrong#Password2026", OWN, OWN).statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> answer = change(browser, SampleUsers.PASSWORD, OWN, OWN);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("输错密码的次数太多");
    }

    @Test
    @DisplayName("用户删除后同名重建，从前的登录不能冒用")
    void theNextOfThatName() {
        Browser former = signedIn(SampleUsers.PASSWORD);
        Forgotten.user(PERSON, identityService, jdbc);
        aNewcomer();
        assertThat(location(former.get("/"))).isEqualTo("/login");
    }

    @Test
    @DisplayName("登录因超时结束的，登录页说明原因，只说一次；别的值不理会")
    void toldWhy() {
        Browser browser = new Browser(port);
        browser.carry("session-ended", "IDLE");
        assertThat(browser.get("/login").body()).contains("较长时间没有操作", "草稿");
        Browser other = new Browser(port);
        other.carry("session-ended", "<b>x</b>");
        assertThat(other.get("/login").body()).doesNotContain("<b>x</b>");
    }
}
