package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.smecluster.absence.Departures;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.LiveModels;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ProcessTest
class AuditTrailTest {

    @LocalServerPort
    private int port;

    @Autowired
    LiveModels models;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private Departures departures;

    @Autowired
    private JdbcClient jdbc;

    private final Logger logger = (Logger) LoggerFactory.getLogger("audit");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        TestClock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    private List<String> events() {
        return jdbc.sql("""
                        select kind || ' ' || coalesce(user_id, '-') || ' ' || coalesce(by_user, '-') || ' ' || address
                        from audit_event order by id
                        """).query(String.class).list();
    }

    private List<String> logged() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    @DisplayName("登录、失败、退出各一行：谁、何时、从哪里；表里和系统日志里都有，没有密码")
    void loginAndOut() {
        new Browser(port).signIn("lingwu", "Wrong#Password2026");
        new Browser(port).signIn("My-Password#1", "Wrong#Password2026");
        Browser browser = Browser.signedIn("lingwu", port);
        browser.post("/", "/logout");
        assertThat(events())
                .containsExactly(
                        "LOGIN_FAILED lingwu - 127.0.0.1",
                        "LOGIN_FAILED - - 127.0.0.1",
                        "LOGIN lingwu lingwu 127.0.0.1",
                        "LOGOUT lingwu lingwu 127.0.0.1");
        assertThat(logged()).hasSize(4).first().isEqualTo("LOGIN_FAILED user=lingwu by=null from=127.0.0.1 密码不正确");
        String everything = logged()
                + jdbc.sql("select string_agg(details, ' ') from audit_event")
                        .query(String.class)
                        .single();
        assertThat(everything).doesNotContain("Wrong#", "My-Password", SampleUsers.PASSWORD);
    }

    @Test
    @DisplayName("次数用完只记一行，不让猜密码的人写满日志")
    void oneLineForTheRefusal() {
        int refused = 0;
        for (int i = 0; i < 130; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setRemoteAddr("10.0.0." + i);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            try {
                identityService.checkPassword("lingwu", "Wrong#Password2026");
            } catch (LoginRefused tooMany) {
                refused++;
            } finally {
                RequestContextHolder.resetRequestAttributes();
            }
        }
        assertThat(refused).isEqualTo(30);
        assertThat(events().stream().filter(event -> event.startsWith("LOGIN_REFUSED")))
                .containsExactly("LOGIN_REFUSED lingwu - 10.0.0.100");
        assertThat(events().stream().filter(event -> event.startsWith("LOGIN_FAILED")))
                .hasSize(100);
    }

    @Test
    @DisplayName("换行和控制字符写成转义，一件事总是一行；再长也存得下")
    void oneLine() {
        audit.record(AuditKind.RIGHTS, "a\r\nLOGIN user=admin", "b\u001b[31m\u2028", "x\u0000y" + "长".repeat(600));
        assertThat(logged()).singleElement().satisfies(line -> assertThat(line)
                .contains("a\\u000d\\u000aLOGIN user=admin", "b\\u001b[31m\\u2028", "x\\u0000y")
                .matches("[^\\p{Cntrl}\u2028]*"));
        assertThat(jdbc.sql("select length(details) from audit_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(500);
    }

    @Test
    @DisplayName("接口登录一小时只记一行")
    void basic() {
        for (int i = 0; i < 5; i++) {
            RestCall.basic("policy", port).get("/deployment/count");
        }
        assertThat(events()).containsExactly("LOGIN policy policy 127.0.0.1");
        TestClock.pass(Duration.ofMinutes(61));
        RestCall.basic("policy", port).get("/deployment/count");
        assertThat(events()).hasSize(2);
    }

    @Test
    @DisplayName("用户、组、授权的变动记下是谁改的，两套接口都一样；停用账号也记")
    void rights() {
        RestCall admin = RestCall.as("admin", port);
        admin.put("/group/expert/members/lingwu", "");
        admin.put("/user/lingwu/profile", "{\"id\":\"lingwu\",\"firstName\":\"王\",\"lastName\":\"秀兰\"}");
        identityService.deleteMembership("lingwu", "expert");
        departures.close("lingwu", "admin");
        departures.reopen("lingwu");
        assertThat(jdbc.sql("select kind || ' ' || user_id || ' ' || coalesce(by_user, '-') || ' ' || details "
                                + "from audit_event where kind <> 'LOGIN' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "RIGHTS lingwu admin 组成员新增：账号 lingwu，组 expert",
                        "RIGHTS lingwu admin 用户修改：账号 lingwu",
                        "ACCOUNT_CLOSED lingwu admin 移交",
                        "ACCOUNT_REOPENED lingwu - 移交页面");
    }

    @Test
    @DisplayName("部署模型记下是谁")
    void deployment() throws IOException {
        byte[] model = new ClassPathResource("identity/countyWork.bpmn").getContentAsByteArray();
        String deployment = models.deploy(
                "audited",
                List.of(new ModelSource("countyWork.bpmn", model)),
                false,
                new Account("admin", "管理员", List.of("camunda-admin")));
        try {
            assertThat(jdbc.sql("select kind || ' ' || by_user || ' ' || details from audit_event")
                            .query(String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .isEqualTo("DEPLOYMENT admin 模型新增：部署 " + deployment);
        } finally {
            repositoryService.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("停用的账号用对的密码也登录不了，记下一行")
    void closedAccount() {
        departures.close("lingwu", "admin");
        try {
            new Browser(port).signIn("lingwu", SampleUsers.PASSWORD);
            assertThat(events()).contains("LOGIN_FAILED lingwu - 127.0.0.1");
        } finally {
            departures.reopen("lingwu");
        }
    }

    @Test
    @DisplayName("安全日志只有系统管理员能看；可按事项、人、日期筛选，分页")
    void page() {
        for (int i = 0; i < 60; i++) {
            audit.record(AuditKind.LOGIN_FAILED, "lingwu", null, "第" + i + "次");
            TestClock.pass(Duration.ofHours(1));
        }
        Browser admin = Browser.signedIn("admin", port);
        assertThat(admin.get("/admin/audit").body())
                .contains("安全日志", "第59次", "第1/2页")
                .doesNotContain("第3次<");
        assertThat(admin.get("/admin/audit?page=2").body()).contains("第3次");
        assertThat(admin.get("/admin/audit?kind=LOGIN").body()).contains("登录页").doesNotContain("第59次");
        assertThat(admin.get("/admin/audit?user=lingwu&from=2026-03-03&until=2026-03-03")
                        .body())
                .contains("第15次", "第38次", "共24项")
                .doesNotContain("第14次", "第39次");
        assertThat(admin.get("/admin/audit?kind=NONE&from=x&until=9999999&page=-5")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/admin/audit?from=2027-02-30").body()).contains("“2027-02-30”不是日期，没有按它筛选");
        assertThat(admin.get("/admin/audit?from=2026-03-03").body()).doesNotContain("不是日期");
        assertThat(admin.get("/admin/audit/export").statusCode()).isEqualTo(200);
        assertThat(admin.get("/admin/audit?user=nobody").body()).contains("没有符合筛选条件的记录");
        assertThat(Browser.signedIn("policy", port).get("/admin/audit").statusCode())
                .isEqualTo(403);
    }
}
