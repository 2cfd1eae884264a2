package org.smecluster.security.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.security.inbound.RawConnection.header;
import static org.smecluster.security.inbound.RawConnection.status;
import static org.smecluster.security.inbound.SmallServer.IMPATIENT;
import static org.smecluster.security.inbound.SmallServer.sum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** On a server of four threads: what a slow sender may do, and that a body reaches the application unchanged. */
@DisplayName("慢速发送者不占用线程，请求体原样送达")
class BodyFirstTest {

    private static final String BASIC = "Authorization: Basic eDp5\r\n";

    private static SmallServer server;
    private static SmallServer patient;

    @BeforeAll
    static void start() {
        server = new SmallServer(IMPATIENT);
        patient = new SmallServer(patient());
    }

    @AfterAll
    static void stop() {
        server.close();
        patient.close();
    }

    @ParameterizedTest(name = "{0} 字节")
    @ValueSource(ints = {1, 1000, 16_383, 16_384, 16_385, 70_000, 1_048_576, 1_048_577, 5_000_000})
    @DisplayName("定长的请求体原样送达，连接可以继续使用")
    void aBodyArrivesAsSent(int size) throws IOException {
        byte[] body = random(size);
        try (RawConnection connection = new RawConnection(server.port())) {
            for (int again = 0; again < 2; again++) {
                connection.send(head("/engine-rest/x", BASIC + "Content-Type: application/octet-stream\r\n", size));
                assertThat(connection.send(body).answer()).contains("body=" + sum(body));
            }
        }
    }

    @ParameterizedTest(name = "{0} 字节")
    @ValueSource(ints = {0, 1, 16_385, 1_500_000})
    @DisplayName("分块的请求体原样送达，块头一字节一字节地来也一样")
    void aChunkedBodyArrivesAsSent(int size) throws IOException {
        byte[] body = random(size);
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("POST /engine-rest/x HTTP/1.1\r\nHost: localhost\r\n" + BASIC
                    + "Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int from = 0; from < size; from += 400_000) {
                int length = Math.min(400_000, size - from);
                for (byte each : (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
                    connection.send(new byte[] {each});
                }
                connection.send(Arrays.copyOfRange(body, from, from + length)).send("\r\n");
            }
            assertThat(connection.send("0\r\n\r\n").answer()).contains("body=" + sum(body));
            assertThat(connection
                            .send("GET /next HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer())
                    .contains("method=GET");
        }
    }

    @Test
    @DisplayName("表单与 multipart 由容器照常解析")
    void formsAndPartsAreParsedAsEver() throws IOException {
        byte[] file = random(300_000);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n".getBytes());
        parts.writeBytes(file);
        parts.writeBytes("\r\n--b--\r\n".getBytes());
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("/form?q=1", "Content-Type: application/x-www-form-urlencoded\r\n", 11));
            assertThat(connection.send("a=%E9%9B%86").answer()).contains("q=[1]", "a=[集]");
            connection.send(head(
                    "/engine-rest/deployment/create",
                    BASIC + "Content-Type: multipart/form-data; boundary=b\r\n",
                    parts.size()));
            assertThat(connection.send(parts.toByteArray()).answer()).contains("file=" + sum(file));
        }
    }

    @Test
    @DisplayName("Expect: 100-continue 先得到许可")
    void whoAsksBeforeSendingIsTold() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    head("/x", "Expect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\n", 3));
            assertThat(status(connection.answer())).isEqualTo(100);
            assertThat(connection.send("a=b").answer()).contains("a=[b]");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: -1",
                "Content-Length: x",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: nonsense"
            })
    @DisplayName("长度读不出的请求：一句中文，不是系统的错误，连接断开")
    void aLengthThatCannotBeReadIsTheSendersFault(String length) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("POST /engine-rest/x HTTP/1.1\r\nHost: localhost\r\n" + BASIC + length + "\r\n\r\nabcdef");
            String answer = connection.answer();
            assertThat(status(answer)).isIn(400, 501);
            assertThat(answer).contains("请求的格式不正确");
            assertThat(connection.ends()).isTrue();
        }
    }

    @Test
    @DisplayName("紧跟在请求体之后的下一个请求不丢失")
    void aRequestRightBehindABodyIsAnsweredToo() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("/x", "Content-Type: application/x-www-form-urlencoded\r\n", 3)
                    + "a=bGET /second HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(connection.answer()).contains("a=[b]");
            assertThat(connection.answer()).contains("/second");
        }
    }

    @Test
    @DisplayName("三百个连接各送一半请求（头或体），别人照常得到应答")
    void hundredsOfUnfinishedRequestsHoldNobodyUp() throws IOException {
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                RawConnection connection = new RawConnection(patient.port());
                slow.add(connection);
                connection.send(
                        switch (i % 5) {
                            case 0 -> "POST /login HTTP/1.1\r\nHost: loc";
                            case 1 ->
                                head("/login", "Content-Type: application/x-www-form-urlencoded\r\n", 99) + "user";
                            case 2 -> head("/engine-rest/task", BASIC + "Content-Type: application/json\r\n", 99) + "{";
                            case 3 ->
                                "POST /engine-rest/x HTTP/1.1\r\nHost: localhost\r\n" + BASIC
                                        + "Transfer-Encoding: chunked\r\n\r\n5";
                            default ->
                                head(
                                                "/engine-rest/deployment/create",
                                                BASIC + "Content-Type: multipart/form-data; boundary=b\r\n",
                                                4_000_000)
                                        + "--b\r\n";
                        });
            }
            for (int i = 0; i < 20; i++) {
                try (RawConnection person = new RawConnection(patient.port())) {
                    person.send(head("/login", "Content-Type: application/x-www-form-urlencoded\r\n", 3));
                    assertThat(person.send("a=b").answer()).contains("a=[b]");
                }
            }
            // and each of them is still served once it goes on
            assertThat(slow.get(1).send("x".repeat(95)).answer()).contains("method=POST");
        } finally {
            close(slow);
        }
    }

    @Test
    @DisplayName("请求头拖得太久的连接被断开")
    void aHeaderHasItsTimeAsAWhole() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("POST /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            assertThat(connection.drip((byte) 'a', 50)).isEmpty();
        }
    }

    @Test
    @DisplayName("请求体低于最低速率的连接被断开，并说明原因")
    void aBodyBelowTheRateIsCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("/login", "Content-Type: application/x-www-form-urlencoded\r\n", 9000));
            String said = connection.drip((byte) 'a', 50);
            assertThat(status(said)).isEqualTo(408);
            assertThat(said).contains("数据传送得太慢");
        }
    }

    @Test
    @DisplayName("达到最低速率的长请求体，再久也收完")
    void aBodyAtTheRateIsTakenHoweverLong() throws IOException {
        byte[] body = random(40_000);
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("/engine-rest/x", BASIC + "Content-Type: application/octet-stream\r\n", body.length));
            long begun = System.nanoTime();
            for (int from = 0; from < body.length; from += 1000) {
                // 20 kB/s
                while (System.nanoTime() - begun < from * 50_000L) {
                    Thread.onSpinWait();
                }
                connection.send(Arrays.copyOfRange(body, from, from + 1000));
            }
            assertThat(connection.answer()).contains("body=" + sum(body));
        }
    }

    @Test
    @DisplayName("未登录者的大请求体不予接收：先应答 401，不等数据")
    void aStrangersLongBodyIsRefusedByItsHeader() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            String answer = connection
                    .send(head("/cases/1/workbook", "Content-Type: multipart/form-data; boundary=b\r\n", 5_000_000))
                    .answer();
            assertThat(status(answer)).isEqualTo(401);
            assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
            assertThat(answer).contains("请重新登录后再试");
        }
    }

    @Test
    @DisplayName("未登录者不写长度的大请求体，超出即断")
    void aStrangersEndlessChunksAreCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n8000\r\n");
            assertThat(status(connection.send(random(0x8000)).answer())).isEqualTo(413);
        }
    }

    @Test
    @DisplayName("HTTP Basic 请求至多 5 MB，且只限引擎接口")
    void basicMaySendAModelButNoWorkbook() throws IOException {
        assertThat(refusal("/engine-rest/deployment/create", BASIC, 6_000_000)).isEqualTo(413);
        assertThat(refusal("/cases/1/workbook", BASIC, 100_000)).isEqualTo(401);
        assertThat(refusal("/cases/1/workbook", "Cookie: JSESSIONID=made-up\r\n", 100_000))
                .isEqualTo(401);
    }

    @Test
    @DisplayName("已登录者可以上传大文件；同时上传过多的要等")
    void whoIsSignedInMayUpload() throws IOException {
        byte[] body = random(10_000_000);
        String session = signIn(patient);
        String type = session + "Content-Type: application/octet-stream\r\n";
        try (RawConnection connection = new RawConnection(patient.port())) {
            connection.send(head("/cases/1/workbook", type, body.length));
            assertThat(connection.send(body).answer()).contains("body=" + sum(body));
        }
        List<RawConnection> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                uploads.add(new RawConnection(patient.port()));
                String upload = head("/cases/1/workbook", type + "Expect: 100-continue\r\n", body.length);
                assertThat(status(uploads.get(i).send(upload).answer())).isEqualTo(100);
            }
            uploads.add(new RawConnection(patient.port()));
            String tooMany = uploads.get(4)
                    .send(head("/cases/1/workbook", type, body.length))
                    .answer();
            assertThat(status(tooMany)).isEqualTo(429);
            assertThat(uploads.get(0).send(body).answer()).contains("body=" + sum(body));
        } finally {
            close(uploads);
        }
    }

    @Test
    @DisplayName("分片上传的每一片都算上传，再短也是")
    void aPieceCountsAsAnUpload() throws IOException {
        byte[] piece = random(65_536);
        String type = signIn(patient) + "Content-Type: application/octet-stream\r\n";
        List<RawConnection> pieces = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                pieces.add(new RawConnection(patient.port()));
                String upload = head("/cases/1/evidence-uploads/1", type + "Expect: 100-continue\r\n", piece.length);
                assertThat(status(pieces.get(i).send(upload).answer())).isEqualTo(100);
            }
            try (RawConnection fifth = new RawConnection(patient.port())) {
                String head = head("/cases/1/evidence-uploads/1", type, piece.length);
                assertThat(status(fifth.send(head).answer())).isEqualTo(429);
            }
            for (RawConnection each : pieces) {
                assertThat(each.send(piece).answer()).contains("body=" + sum(piece));
            }
        } finally {
            close(pieces);
        }
    }

    @Test
    @DisplayName("许多上传同时传完，全部办理，无一丢失")
    void uploadsThatEndTogetherAreAllWorkedOn() throws IOException {
        byte[] body = random(1_500_000);
        List<RawConnection> uploads = new ArrayList<>();
        try {
            String session = "";
            for (int i = 0; i < 12; i++) {
                session = i % 4 == 0 ? signIn(patient) : session;
                uploads.add(new RawConnection(patient.port())
                        .send(head(
                                "/cases/1/workbook",
                                session + "Content-Type: application/octet-stream\r\n",
                                body.length))
                        .send(Arrays.copyOf(body, body.length - 1)));
            }
            for (RawConnection each : uploads) {
                each.send(Arrays.copyOfRange(body, body.length - 1, body.length));
            }
            for (RawConnection each : uploads) {
                assertThat(each.answer()).contains("body=" + sum(body));
            }
        } finally {
            close(uploads);
        }
    }

    @Test
    @DisplayName("连接将满时，连接最多的地址让出最早的一个：新来的和别的地址不受影响")
    void whoHasTheMostConnectionsGivesWay() throws IOException {
        List<RawConnection> many = new ArrayList<>();
        try (SmallServer small = new SmallServer(patient(), "", List.of(), 32);
                RawConnection other = new RawConnection("127.0.7.8", small.port())) {
            other.send("GET / HT");
            for (int i = 0; i < 40; i++) {
                many.add(new RawConnection("127.0.7.7", small.port()).send("GET / HT"));
            }
            for (int i = 0; i < 40 - 30 + 1; i++) {
                assertThat(many.get(i).ends()).isTrue();
            }
            for (String from : List.of("127.0.7.7", "127.0.7.9")) {
                try (RawConnection person = new RawConnection(from, small.port())) {
                    assertThat(person.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                    .answer())
                            .contains("client=" + from);
                }
            }
            for (RawConnection kept : List.of(other, many.get(39))) {
                assertThat(kept.send("TP/1.1\r\nHost: localhost\r\n\r\n").answer())
                        .contains("method=GET");
            }
        } finally {
            close(many);
        }
    }

    @Test
    @DisplayName("连接将满时，已登录者的上传不让位")
    void anUploadGivesWayToNobody() throws IOException {
        byte[] body = random(1_100_000);
        List<RawConnection> many = new ArrayList<>();
        try (SmallServer small = new SmallServer(patient(), "", List.of(), 32);
                RawConnection upload = new RawConnection("127.0.7.7", small.port())) {
            String head = head(
                    "/cases/1/workbook",
                    signIn(small) + "Content-Type: application/octet-stream\r\nExpect: 100-continue\r\n",
                    body.length);
            assertThat(status(upload.send(head).answer())).isEqualTo(100);
            for (int i = 0; i < 60; i++) {
                many.add(new RawConnection("127.0.7.7", small.port()).send("GET / HT"));
            }
            assertThat(many.get(20).ends()).isTrue();
            assertThat(upload.send(body).answer()).contains("body=" + sum(body));
        } finally {
            close(many);
        }
    }

    @Test
    @DisplayName("没有登录的，异议可以带附件，其他地址不能；同时上传附件的人太多时，告知何时再试、不带附件也可以提交")
    void anObjectionBringsItsFiles() throws IOException {
        byte[] body = random(1_200_000);
        String plain = "Content-Type: application/octet-stream\r\n";
        assertThat(refusal("/public/notices/7/objections/x", plain, body.length))
                .isEqualTo(401);
        assertThat(refusal("/public/objections", plain, body.length)).isEqualTo(401);
        assertThat(refusal("/public/notices/7/objections", plain, 17 * 1024 * 1024 + 1))
                .isEqualTo(413);
        String head = head("/public/notices/7/objections", plain + "Expect: 100-continue\r\n", body.length);
        try (SmallServer small = new SmallServer(SmallServer.IMPATIENT);
                RawConnection first = new RawConnection(small.port());
                RawConnection second = new RawConnection(small.port());
                RawConnection third = new RawConnection(small.port());
                RawConnection without = new RawConnection(small.port())) {
            assertThat(status(first.send(head).answer())).isEqualTo(100);
            assertThat(status(second.send(head).answer())).isEqualTo(100);
            assertThat(third.send(head).answer()).contains("429", "Retry-After: 60", "先不带附件提交");
            assertThat(without.send(head(
                                    "/public/notices/7/objections",
                                    "Content-Type: application/x-www-form-urlencoded\r\n",
                                    3))
                            .send("a=b")
                            .answer())
                    .contains("a=[b]");
            assertThat(first.send(body).answer()).contains("body=" + sum(body));
        }
    }

    private static InboundLimits patient() {
        return new InboundLimits(
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                DataSize.ofKilobytes(10),
                DataSize.ofKilobytes(16),
                DataSize.ofMegabytes(17),
                32,
                DataSize.ofMegabytes(5),
                DataSize.ofMegabytes(55),
                DataSize.ofMegabytes(1),
                4,
                2);
    }

    private static String head(String path, String headers, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + length + "\r\n\r\n";
    }

    private static int refusal(String path, String headers, int length) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            return status(connection.send(head(path, headers, length)).answer());
        }
    }

    private static String signIn(SmallServer server) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            String answer = connection
                    .send("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answer();
            return "Cookie: " + header(answer, "Set-Cookie").split(";")[0] + "\r\n";
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void close(List<RawConnection> connections) throws IOException {
        for (RawConnection each : connections) {
            each.close();
        }
    }
}
