package org.smecluster.security.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.smecluster.security.inbound.RawConnection.header;
import static org.smecluster.security.inbound.RawConnection.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** The running application behind the machine's nginx with the documented file. */
@ProcessTest
@DisplayName("在文档所载 nginx 配置之后")
class BehindNginxTest {

    private static final String PUBLIC_URL = "https://" + Nginx.NAME;
    private static final String CLIENT = "127.0.0.5";

    private static final InboundLimits LIMITS = new InboundLimits(
            Duration.ofSeconds(15),
            Duration.ofSeconds(3),
            DataSize.ofKilobytes(10),
            DataSize.ofKilobytes(16),
            DataSize.ofMegabytes(17),
            32,
            DataSize.ofMegabytes(5),
            DataSize.ofMegabytes(55),
            DataSize.ofMegabytes(1),
            4,
            8);

    @Autowired
    ServletWebServerApplicationContext application;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private ProxiedConnector connector;
    private Nginx nginx;
    private TlsBrowser browser;

    @BeforeEach
    void start() throws IOException {
        if (System.getenv("CI") == null) {
            assumeThat(Nginx.installed())
                    .as("nginx is not installed here (Debian: nginx-light)")
                    .isTrue();
        }
        connector = new ProxiedConnector(application, LIMITS, PUBLIC_URL);
        nginx = new Nginx(directory, connector.port());
        browser = new TlsBrowser(nginx, CLIENT);
    }

    @AfterEach
    void stop() throws LifecycleException {
        if (nginx != null) {
            nginx.close();
        }
        if (connector != null) {
            connector.close();
        }
    }

    @Test
    @DisplayName("http 一律转到 https 的对外地址")
    void plainHttpLeadsToThePublicAddress() throws IOException {
        try (RawConnection connection = nginx.connectWithoutTls(CLIENT)) {
            String answer = connection
                    .send("GET /cases?x=1 HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                    .answer();
            assertThat(status(answer)).isEqualTo(301);
            assertThat(header(answer, "Location")).isEqualTo(PUBLIC_URL + "/cases?x=1");
        }
    }

    @Test
    @DisplayName("登录：跳转在对外地址，Cookie 均为 Secure，有 HSTS；伪造的客户端地址不进日志")
    void loginOverTls() throws IOException {
        String forged = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Host: evil.example\r\n"
                + "Forwarded: for=203.0.113.9;host=evil.example\r\n";
        String home = browser.send("GET / HTTP/1.0", "evil.example", forged + "Accept: text/html\r\n", new byte[0]);
        assertThat(header(home, "Location")).isEqualTo(PUBLIC_URL + "/login");
        assertThat(header(home, "Strict-Transport-Security")).contains("max-age=31536000");

        String signedIn = browser.signIn("pingluo", forged);
        assertThat(status(signedIn)).isEqualTo(302);
        assertThat(header(signedIn, "Location")).startsWith(PUBLIC_URL + "/").doesNotContain("error");
        assertThat(signedIn).contains("JSESSIONID=");
        String tasklist = browser.get("/camunda/app/tasklist/default/");
        assertThat(tasklist).contains("XSRF-TOKEN=");
        assertThat(header(tasklist, "Strict-Transport-Security")).contains("max-age=31536000");
        for (String answer : new String[] {home, signedIn, tasklist}) {
            assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie: ")))
                    .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("SameSite"), "Secure");
            assertThat(answer).doesNotContain("evil.example");
        }
        assertThat(database.sql("select distinct address from audit_event where user_id = 'pingluo'")
                        .query(String.class)
                        .list())
                .containsExactly(CLIENT);
    }

    @Test
    @DisplayName("上传数据表")
    void aWorkbookIsUploaded() throws IOException {
        TestClock.set(RecognitionWalk.WINDOW_START);
        String path = "/cases/"
                + RecognitionWalk.in(application)
                        .of("fine-chemicals-pingluo")
                        .openBatch()
                        .started()
                        .caseNumber();
        browser.signIn("pingluo", "");
        String token = TlsBrowser.token(browser.get(path + "?section=upload"));
        byte[] workbook = Files.readAllBytes(Path.of("docs/samples/fine-chemicals-pingluo.xlsx"));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(TlsBrowser.part("_csrf", "", token.getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(TlsBrowser.part("file", "data.xlsx", workbook));
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        String answer = browser.post(path + "/workbook", "multipart/form-data; boundary=b", "", body.toByteArray());
        assertThat(header(answer, "Location")).startsWith(PUBLIC_URL + path);
        assertThat(database.sql("select length(content) from upload_job")
                        .query(Long.class)
                        .single())
                .isEqualTo(workbook.length);
    }

    @Test
    @DisplayName("建模工具部署模型")
    void theModelerDeploys() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(TlsBrowser.part("deployment-name", "", "改动".getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(TlsBrowser.part("deployment-source", "", "Camunda Modeler".getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(TlsBrowser.part("deploy-changed-only", "", "true".getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(TlsBrowser.part(
                "practiceCase.bpmn",
                "practiceCase.bpmn",
                Files.readString(Path.of("processes/practice/practiceCase.bpmn"))
                        .replace("</bpmn:definitions>", "<!-- changed --></bpmn:definitions>")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        String credentials =
                Base64.getEncoder().encodeToString(("policy:" + SampleUsers.PASSWORD).getBytes(StandardCharsets.UTF_8));
        String answer = browser.post(
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=b",
                "Authorization: Basic " + credentials + "\r\n",
                body.toByteArray());
        assertThat(status(answer)).isEqualTo(409);
        assertThat(answer).contains("已存为草稿", PUBLIC_URL + "/admin/drafts/");
    }

    @Test
    @DisplayName("慢速的请求头由 nginx 断开，慢速的请求体由系统断开，别人照常登录")
    void slowSendersAreCutOff() throws IOException {
        try (RawConnection header = nginx.connect(CLIENT);
                RawConnection body = nginx.connect(CLIENT)) {
            header.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            body.send("POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 9000\r\n\r\n");
            assertThat(header(browser.signIn("pingluo", ""), "Location")).doesNotContain("error");
            assertThat(body.drip((byte) 'a', 200)).contains(" 408 ", "数据传送得太慢");
            String said = header.drip((byte) 'a', 200);
            assertThat(said.isEmpty() || status(said) == 408).isTrue();
        }
    }

    @Test
    @DisplayName("未登录者的大文件，不等数据即得 401")
    void aStrangersFileIsRefusedBeforeItIsSent() throws IOException {
        try (RawConnection connection = nginx.connect(CLIENT)) {
            String answer = connection
                    .send(
                            "POST /cases/1/workbook HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                                    + "Content-Length: 50000000\r\n\r\n--b")
                    .answer();
            assertThat(status(answer)).isEqualTo(401);
        }
    }
}
