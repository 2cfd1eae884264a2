package org.smecluster.security.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.security.inbound.RawConnection.header;
import static org.smecluster.security.inbound.RawConnection.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smecluster.recognition.RecognitionWalk;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * As many slow senders as the connector accepts, from one address and from fifty, directly and behind nginx, while people
 * log in and open pages and two workbooks of 50 MB come at 1 Mbit/s. {@code ./mvnw verify -Pslow}; what was seen:
 * docs/steadiness.md.
 */
@ProcessTest
@DisplayName("连接数占满的慢速发送者")
class SlowSendersRun {

    private static final int CONNECTIONS = Integer.getInteger("connections", 8192);
    private static final Duration EACH = Duration.ofSeconds(Integer.getInteger("seconds", 75));
    private static final int BYTES_PER_SECOND = Integer.getInteger("rate", 125_000);
    private static final int WORKBOOK = 50 * 1024 * 1024 - 100_000;

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext application;

    @Autowired
    InboundLimits limits;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private interface Person {
        void act() throws IOException;
    }

    private record Upload(String caseNumber, CompletableFuture<String> answer) {}

    @Test
    @DisplayName("别人照常登录、打开页面，慢速线路上的 50 MB 数据表收齐")
    void peopleGoOn() throws Exception {
        TestClock.set(RecognitionWalk.WINDOW_START);
        byte[] workbook = workbook();
        try (ProxiedConnector connector = new ProxiedConnector(application, limits, "https://" + Nginx.NAME);
                Nginx nginx = new Nginx(directory, connector.port())) {
            Upload direct = upload("fine-chemicals-pingluo", true, workbook, null);
            Upload behind = upload("goji-zhongning", false, workbook, nginx);
            List<String> told = new ArrayList<>();
            for (int addresses : new int[] {1, 50}) {
                told.add("directly, " + addresses + ": "
                        + attacked(
                                from -> SlowSenders.plain(from, port),
                                addresses,
                                session(Browser.signedIn("yanchi", port).sessionId()),
                                this::inABrowser,
                                () -> atTheLogin(new RawConnection("127.0.9.1", port))));
                TlsBrowser attacker = new TlsBrowser(nginx, "127.0.8.1");
                attacker.signIn("yanchi", "");
                told.add("behind nginx, " + addresses + ": "
                        + attacked(
                                nginx::socket,
                                addresses,
                                session(attacker.cookie("JSESSIONID")),
                                () -> overTls(nginx),
                                () -> {}));
            }
            told.forEach(System.out::println);
            for (Upload upload : List.of(direct, behind)) {
                assertThat(header(upload.answer().join(), "Location")).contains("section=upload");
                byte[] kept = database.sql("select content from upload_job where case_number = :case")
                        .param("case", upload.caseNumber())
                        .query(byte[].class)
                        .single();
                assertThat(sum(kept)).isEqualTo(sum(workbook));
            }
        }
    }

    private String attacked(SlowSenders.Door door, int addresses, String session, Person... people) throws Exception {
        try (SlowSenders slow = new SlowSenders(door, CONNECTIONS, addresses, session)) {
            long patience = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            while (!slow.allTried(CONNECTIONS) && System.nanoTime() < patience) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(slow.allTried(CONNECTIONS)).as(slow.toString()).isTrue();
            long end = System.nanoTime() + EACH.toNanos();
            int acts = 0;
            long slowest = 0;
            while (System.nanoTime() < end) {
                for (Person person : people) {
                    long begun = System.nanoTime();
                    person.act();
                    slowest = Math.max(slowest, System.nanoTime() - begun);
                    acts++;
                }
            }
            return slow + "; people acted " + acts + " times, the slowest " + slowest / 1_000_000 + " ms";
        }
    }

    private void inABrowser() {
        Browser browser = Browser.signedIn("officer-1", port);
        HttpResponse<String> cases = browser.get("/cases");
        assertThat(cases.statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    private static void overTls(Nginx nginx) throws IOException {
        TlsBrowser browser = new TlsBrowser(nginx, "127.0.8.2");
        assertThat(header(browser.signIn("officer-1", ""), "Location"))
                .startsWith("https://" + Nginx.NAME + "/")
                .doesNotContain("error");
        assertThat(status(browser.get("/cases"))).isEqualTo(200);
    }

    /** Somebody behind the attacker's own address. */
    private static void atTheLogin(RawConnection connection) throws IOException {
        try (connection) {
            assertThat(status(connection
                            .send("GET /login HTTP/1.0\r\nHost: localhost\r\n\r\n")
                            .everything()))
                    .isEqualTo(200);
        }
    }

    private Upload upload(String sample, boolean first, byte[] workbook, Nginx nginx) throws IOException {
        RecognitionWalk walk = RecognitionWalk.in(application).of(sample);
        String caseNumber = (first ? walk.openBatch() : walk).started().caseNumber();
        String person = first ? "pingluo" : "zhongning";
        String path = "/cases/" + caseNumber;
        String cookie;
        String token;
        if (nginx == null) {
            Browser browser = Browser.signedIn(person, port);
            cookie = session(browser.sessionId());
            token = TlsBrowser.token(browser.get(path + "?section=upload").body());
        } else {
            TlsBrowser browser = new TlsBrowser(nginx, "127.0.8.3");
            browser.signIn(person, "");
            cookie = session(browser.cookie("JSESSIONID"));
            token = TlsBrowser.token(browser.get(path + "?section=upload"));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(TlsBrowser.part("_csrf", "", token.getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(TlsBrowser.part("file", "data.xlsx", workbook));
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        String head = "POST " + path + "/workbook HTTP/1.0\r\nHost: localhost\r\n" + cookie
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.size() + "\r\n\r\n";
        return new Upload(
                caseNumber, CompletableFuture.supplyAsync(() -> sent(nginx, head, body.toByteArray()), this::own));
    }

    private void own(Runnable work) {
        Thread thread = new Thread(work, "upload");
        thread.setDaemon(true);
        thread.start();
    }

    /** At the rate of the line. */
    private String sent(Nginx nginx, String head, byte[] body) {
        try (RawConnection connection =
                nginx == null ? new RawConnection("127.0.8.4", port) : nginx.connect("127.0.8.3")) {
            connection.send(head);
            long begun = System.nanoTime();
            int piece = BYTES_PER_SECOND / 10;
            for (int from = 0; from < body.length; from += piece) {
                connection.send(Arrays.copyOfRange(body, from, Math.min(body.length, from + piece)));
                long due = begun + (long) (from + piece) * 1_000_000_000L / BYTES_PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String answer = connection.everything();
            System.out.println("upload " + (nginx == null ? "directly" : "behind nginx") + " took "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s");
            return answer;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String session(String id) {
        return "Cookie: JSESSIONID=" + id + "\r\n";
    }

    /** A sample's workbook with a large picture in it. */
    private static byte[] workbook() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("docs/samples/fine-chemicals-pingluo.xlsx"));
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(sample));
                ZipOutputStream to = new ZipOutputStream(large)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            byte[] picture = new byte[WORKBOOK - sample.length];
            new Random(1).nextBytes(picture);
            to.putNextEntry(new ZipEntry("xl/media/picture.png"));
            to.write(picture);
        }
        return large.toByteArray();
    }

    private static long sum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
