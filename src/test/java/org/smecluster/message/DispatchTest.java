package org.smecluster.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.document.Audience;
import org.smecluster.document.Notifications;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
@DisplayName("消息：邮件和消息平台，不丢、不重，说不清的等人核实")
class DispatchTest {

    private static final LocalDateTime NOON = LocalDate.of(2026, 6, 8).atTime(12, 0);
    private static final Account ADMIN = new Account("admin", "管理员", List.of("camunda-admin"));

    @Autowired
    Notifications notifications;

    @Autowired
    Outbox outbox;

    @Autowired
    MailAddresses addresses;

    @Autowired
    RouteTable routes;

    @Autowired
    Mailing mailing;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ObjectMapper json;

    private GreenMail server;
    private HttpServer platform;
    private JavaMailSenderImpl sender;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void servers() throws IOException {
        TestClock.set(NOON);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        platform = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        platform.createContext("/notices", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!fails) {
                bodies.add(body);
                signatures.add(exchange.getRequestHeaders().getFirst(PlatformCarrier.SIGNATURE));
            }
            exchange.sendResponseHeaders(fails ? 503 : 204, -1);
            exchange.close();
        });
        platform.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        platform.stop(0);
    }

    private Dispatch dispatch(Carrier... carriers) {
        return new Dispatch(outbox, addresses, routes, accounts, List.of(carriers), transaction, clock);
    }

    private MailCarrier mail() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return new MailCarrier(beans.getBeanProvider(JavaMailSender.class), settings(null), addresses, accounts);
    }

    private PlatformCarrier platform() {
        return new PlatformCarrier(
                settings("http://127.0.0.1:" + platform.getAddress().getPort() + "/notices"), json, clock);
    }

    private static MessageSettings settings(String platform) {
        return new MessageSettings("https://jiqun.example", "jiqun@nx.example", platform, "keep-it");
    }

    private void told(String group, String key, String text) {
        transaction.executeWithoutResult(status -> notifications.tell(group, "NXJQ-2026-RD-00001", key, text));
    }

    private void reads(String userId, MailMode mode) {
        mailing.put(userId + "@nx.example", mode, new Account(userId, userId, List.of()));
    }

    @Test
    @DisplayName("写明收件人、案号和链接；同一条不发两次；没有填邮箱的不发；自己一个人的消息不发给同组")
    void byMail() throws Exception {
        reads("officer-1", MailMode.AT_ONCE);
        reads("expert-ma", MailMode.AT_ONCE);
        reads("expert-li", MailMode.AT_ONCE);
        told(StaffGroup.OFFICERS, "turn:1", "“碳基材料”已推荐上报，请复审（第十二条(三)）。");
        told(StaffGroup.OFFICERS, "turn:1", "“碳基材料”已推荐上报，请复审（第十二条(三)）。");
        told(Audience.person("expert-ma"), "turn:2", "请您评审");
        dispatch(mail()).run();
        dispatch(mail()).run();

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(recipients(received)).containsExactlyInAnyOrder("officer-1@nx.example", "expert-ma@nx.example");
        MimeMessage first = received[0];
        assertThat(first.getSubject()).isEqualTo("【特色产业集群】轮到办理（NXJQ-2026-RD-00001）");
        assertThat(first.getContent().toString())
                .contains("请复审（第十二条(三)）", "https://jiqun.example/cases/NXJQ-2026-RD-00001");
        assertThat(first.getMessageID()).endsWith("@nx.example>");
        assertThat(mailing.counts()).containsEntry(MessageState.SENT, 2L).hasSize(1);
    }

    private static List<String> recipients(MimeMessage[] received) {
        return Arrays.stream(received)
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (jakarta.mail.MessagingException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
    }

    @Test
    @DisplayName("合为一封的：17:00以前不发，17:00一封，下一天的另一封")
    void digest() throws Exception {
        reads("officer-1", MailMode.DIGEST);
        told(StaffGroup.OFFICERS, "turn:1", "第一条");
        dispatch(mail()).run();
        told(StaffGroup.OFFICERS, "turn:2", "第二条");
        dispatch(mail()).run();
        assertThat(server.getReceivedMessages()).isEmpty();
        TestClock.set(NOON.withHour(17));
        told(StaffGroup.OFFICERS, "turn:3", "第三条");
        dispatch(mail()).run();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject()).contains("2条消息");
        assertThat(server.getReceivedMessages()[0].getContent().toString())
                .contains("第一条", "第二条")
                .doesNotContain("第三条");
        TestClock.set(NOON.plusDays(1).withHour(17));
        dispatch(mail()).run();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    @DisplayName("邮件服务器停一小时：办理照常，恢复后每条一封，不多不少")
    void downForAnHour() throws Exception {
        reads("officer-1", MailMode.AT_ONCE);
        server.stop();
        for (int minute = 0; minute < 60; minute += 5) {
            TestClock.set(NOON.plusMinutes(minute));
            told(StaffGroup.OFFICERS, "turn:" + minute, "第" + minute + "分钟");
            dispatch(mail()).run();
        }
        assertThat(mailing.counts()).containsEntry(MessageState.WAITING, 12L).hasSize(1);
        assertThat(mailing.list(List.of(MessageState.WAITING), 0, 1).get(0).problem())
                .contains("连接不上邮件服务器");
        server.start();
        for (int minute = 60; minute <= 300; minute += 10) {
            TestClock.set(NOON.plusMinutes(minute));
            dispatch(mail()).run();
        }
        assertThat(server.getReceivedMessages()).hasSize(12);
        Set<String> ids = new HashSet<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(12);
        assertThat(mailing.counts()).containsEntry(MessageState.SENT, 12L).hasSize(1);
    }

    @Test
    @DisplayName("发送途中被杀：记为可能已发送，不自动重发；管理员核实后重发，或记为已收到")
    void killedInTheMiddle() {
        reads("officer-1", MailMode.AT_ONCE);
        told(StaffGroup.OFFICERS, "turn:1", "第一条");
        told(StaffGroup.OFFICERS, "turn:2", "第二条");
        Carrier killed = new Killed();
        for (int each = 0; each < 2; each++) {
            assertThatThrownBy(() -> dispatch(killed).run()).isInstanceOf(ThreadDeath.class);
        }
        dispatch(mail()).run();
        assertThat(mailing.counts()).containsEntry(MessageState.SENDING, 2L).hasSize(1);
        TestClock.set(NOON.plusMinutes(6));
        dispatch(mail()).run();
        dispatch(mail()).run();
        assertThat(mailing.counts()).containsEntry(MessageState.MAYBE, 2L).hasSize(1);
        assertThat(server.getReceivedMessages()).isEmpty();

        List<Message> maybe = mailing.list(List.of(MessageState.MAYBE), 0, 10);
        mailing.again(maybe.get(0).id());
        mailing.arrived(maybe.get(1).id());
        assertThatThrownBy(() -> mailing.arrived(maybe.get(1).id())).isInstanceOf(Refusal.class);
        dispatch(mail()).run();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mailing.counts()).containsEntry(MessageState.SENT, 2L).hasSize(1);
    }

    /** A program that is killed while it hands a mail over. */
    private static final class Killed implements Carrier {

        @Override
        public Channel channel() {
            return Channel.MAIL;
        }

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public Result carry(Message message, List<Told> notices) {
            throw new ThreadDeath();
        }

        @Override
        public MessageState abandoned() {
            return MessageState.MAYBE;
        }
    }

    @Test
    @DisplayName("消息平台：签名可以核对，编号不变；不通时再试，约一天后记为发送失败，可以重新发送")
    void platformTakesThem() throws Exception {
        failures.set(2);
        told("city-6402", "turn:1", "请初审");
        for (int minute = 0; minute < 30; minute++) {
            TestClock.set(NOON.plusMinutes(minute));
            dispatch(platform()).run();
        }
        assertThat(bodies).hasSize(1);
        JsonNode body = json.readTree(bodies.get(0));
        assertThat(body.get("group").asText()).isEqualTo("city-6402");
        assertThat(body.get("topic").asText()).isEqualTo("TURN");
        assertThat(body.get("text").asText()).isEqualTo("请初审");
        assertThat(signatures.get(0)).matches("t=[0-9]+,v1=[0-9a-f]{64}");

        failures.set(1000);
        told("city-6402", "turn:2", "再请初审");
        for (int hour = 1; hour < 48; hour++) {
            TestClock.set(NOON.plusHours(hour));
            dispatch(platform()).run();
        }
        assertThat(mailing.counts()).containsEntry(MessageState.FAILED, 1L);
        failures.set(0);
        mailing.again(mailing.list(List.of(MessageState.FAILED), 0, 1).get(0).id());
        dispatch(platform()).run();
        assertThat(bodies).hasSize(2);
    }

    @Test
    @DisplayName("谁收到什么：管理员不要的不发；地址写错的说明")
    void routesAndAddresses() {
        reads("officer-1", MailMode.AT_ONCE);
        List<Route> wanted =
                new ArrayList<>(routes.all().stream().filter(Route::wanted).toList());
        wanted.remove(new Route(Topic.TURN, Reader.OFFICER, Channel.MAIL, true));
        routes.put(wanted, ADMIN);
        told(StaffGroup.OFFICERS, "turn:1", "不要的");
        told(StaffGroup.OFFICERS, "recommended", "要的");
        dispatch(mail()).run();
        assertThat(server.getReceivedMessages()).hasSize(1);
        for (String wrong :
                List.of("", "张三", "a@b", "a b@nx.cn", "a@nx..cn", "a@nx.cn\nBcc: x@y.cn", "a@nx.cn,b@nx.cn")) {
            assertThatThrownBy(() -> mailing.put(wrong, MailMode.AT_ONCE, ADMIN))
                    .as(wrong)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("不是电子邮箱地址");
        }
    }
}
