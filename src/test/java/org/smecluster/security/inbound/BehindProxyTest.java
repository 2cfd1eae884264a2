package org.smecluster.security.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.security.inbound.RawConnection.header;
import static org.smecluster.security.inbound.RawConnection.status;
import static org.smecluster.security.inbound.SmallServer.IMPATIENT;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("代理之后：只信配置的代理，只用固定的对外地址")
class BehindProxyTest {

    private static final String FORGED = """
            X-Forwarded-For: 203.0.113.9\r
            X-Forwarded-Proto: https\r
            X-Forwarded-Host: evil.example\r
            X-Forwarded-Port: 8443\r
            X-Forwarded-Prefix: /evil\r
            Forwarded: for=203.0.113.9;proto=https;host=evil.example\r
            """;

    private static SmallServer open;
    private static SmallServer proxied;

    @BeforeAll
    static void start() {
        open = new SmallServer(IMPATIENT);
        proxied = new SmallServer(IMPATIENT, "https://jiqun.example.gov.cn", List.of("127.0.0.2", " 127.0.0.3", "::1"));
    }

    @AfterAll
    static void stop() {
        open.close();
        proxied.close();
    }

    @Test
    @DisplayName("代理转告的客户端地址有效")
    void theProxysWordOnTheClientCounts() throws IOException {
        assertThat(get(proxied, "127.0.0.2", "/x", "x", "X-Forwarded-For: 203.0.113.9\r\n"))
                .contains("client=203.0.113.9");
        // through both proxies
        assertThat(get(proxied, "127.0.0.2", "/x", "x", "X-Forwarded-For: 203.0.113.9, 127.0.0.3\r\n"))
                .contains("client=203.0.113.9");
    }

    @Test
    @DisplayName("客户端伪造在前的地址无效：只取最后一个不是代理的")
    void whatTheClientPutsBeforeItIsNotBelieved() throws IOException {
        assertThat(get(proxied, "127.0.0.2", "/x", "x", "X-Forwarded-For: 10.0.0.1, 203.0.113.9\r\n"))
                .contains("client=203.0.113.9");
    }

    @ParameterizedTest(name = "来自 {0}")
    @ValueSource(strings = {"127.0.0.1", "127.0.0.4", "127.0.0.22"})
    @DisplayName("其他来源的转告一律去除")
    void nobodyElseIsBelieved(String stranger) throws IOException {
        assertThat(get(proxied, stranger, "/x", "x", FORGED))
                .contains("client=" + stranger, "proto=null", "url=https://jiqun.example.gov.cn/x");
        assertThat(get(open, stranger, "/x", "localhost", FORGED))
                .contains("client=" + stranger, "proto=null", "url=http://localhost/x")
                .doesNotContain("evil");
    }

    @ParameterizedTest(name = "Host: {0}")
    @ValueSource(
            strings = {"evil.example", "evil.example:8443", "jiqun.example.gov.cn", "127.0.0.1", "localhost:1", ""})
    @DisplayName("无论 Host 写什么，跳转都去对外地址")
    void redirectsGoToThePublicAddress(String host) throws IOException {
        for (String from : List.of("127.0.0.1", "127.0.0.2")) {
            String answer = get(proxied, from, "/away", host, FORGED);
            assertThat(header(answer, "Location")).isEqualTo("https://jiqun.example.gov.cn/there");
            assertThat(get(proxied, from, "/x", host, FORGED)).contains("host=jiqun.example.gov.cn");
        }
    }

    @ParameterizedTest(name = "Host: {0}")
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1"
            })
    @DisplayName("未设对外地址时，只应答本机的名称，其他名称得到 400 和办法")
    void withoutOneOnlyThisMachineIsAnswered(String host) throws IOException {
        String answer = get(open, "127.0.0.1", "/away", host, "");
        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer).contains("smecluster.public-url").doesNotContain("evil");
        assertThat(status(get(open, "127.0.0.1", "/away", "LOCALHOST:8080", "")))
                .isEqualTo(302);
    }

    @Test
    @DisplayName("对外地址为 https 时，每个 Cookie 都是 Secure，不论怎样设置；否则不改")
    void everyCookieIsSecureWhereTheAddressIs() throws IOException {
        String answer = get(proxied, "127.0.0.1", "/away", "x", "");
        assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie")))
                .hasSize(3)
                .allMatch(cookie -> cookie.toLowerCase().matches(".*; *secure(;.*)?"));
        assertThat(answer.split("(?i)secure")).hasSize(4);
        assertThat(get(proxied, "127.0.0.1", "/sign-in", "x", "")).containsPattern("JSESSIONID=.*; Secure");
        assertThat(get(open, "127.0.0.1", "/away", "localhost", "").split("(?i)secure"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jiqun.example", "ftp://x", "https://x/path", "https://u@x", "https://x?y", "https://"})
    @DisplayName("写错的对外地址在启动时就说明")
    void aWrongAddressIsTold(String url) {
        assertThatThrownBy(() -> PublicAddress.of(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "*", "10.0.0.0/8", "localhost"})
    @DisplayName("写错的代理地址在启动时就说明")
    void aWrongProxyIsTold(String proxy) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(proxy))).hasMessageContaining("smecluster.proxy.trusted");
    }

    private static String get(SmallServer server, String from, String path, String host, String headers)
            throws IOException {
        try (RawConnection connection = new RawConnection(from, server.port())) {
            return connection
                    .send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n")
                    .answer();
        }
    }
}
