package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.support.Browser.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.Browser;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ProcessTest
class PasswordGuessesTest {

    private static final String OWNER = "lingwu";
    private static final String WRONG = "Wrong#Password2026";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private PasswordChecks checks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nineOClock() {
        TestClock.set(LocalDateTime.of(2026, 3, 2, 9, 0));
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    /** A guess from a browser that nobody knows. */
    private boolean guess(String userId, String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return identityService.checkPassword(userId, password);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static String address(int i) {
        return "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
    }

    /** Uses up the hour's guesses, each from an address of its own. */
    private void usedUp(String userId) {
        for (int i = 0; i < 100; i++) {
            assertThat(guess(userId, WRONG, address(i))).isFalse();
        }
    }

    private String told(Browser browser, HttpResponse<String> answer) {
        return browser.get(location(answer)).body();
    }

    /** Fourteen hours of guesses; {@code -Dguesses=100000} makes them half a second apart, not two and a half. */
    @Test
    @DisplayName("一夜成千上万次猜一个账号的密码：本人在登录过的浏览器上随时登录；换了新浏览器，一小时的次数用完就说明等到几点、怎么办")
    void guessesOfANight() {
        Browser known = Browser.signedIn(OWNER, port);
        int guesses = Integer.getInteger("guesses", 20_000);
        Duration apart = Duration.ofSeconds(50_000).dividedBy(guesses);
        int looked = 0;
        for (int i = 0; i < guesses; i++) {
            if (i % (guesses / 10) == guesses / 10 - 1) {
                known.post("/", "/logout");
                assertThat(location(known.signIn(OWNER, SampleUsers.PASSWORD))).isEqualTo("/");
                Browser fresh = new Browser(port);
                assertThat(told(fresh, fresh.signIn(OWNER, SampleUsers.PASSWORD)))
                        .contains("新的浏览器暂时不能登录", "后再试", "以前登录过的浏览器不受影响", "请联系系统管理员");
            }
            try {
                guess(OWNER, WRONG, address(i));
                looked++;
            } catch (LoginRefused refusal) {
                assertThat(refusal.reason()).isEqualTo(LoginRefused.Reason.ACCOUNT);
            }
            TestClock.pass(apart);
        }
        assertThat(looked).isBetween(1_300, 1_400);
        TestClock.pass(Duration.ofHours(1));
        assertThat(location(new Browser(port).signIn(OWNER, SampleUsers.PASSWORD)))
                .isEqualTo("/");
        assertThat(jdbc.sql("select count(*) from login_count")
                        .query(Long.class)
                        .single())
                .isLessThan(10_000);
    }

    @Test
    @DisplayName("第一百次猜还核对，第一百零一次不再核对，密码对也不行；满一小时又可以")
    void onTheBoundary() {
        for (int i = 0; i < 99; i++) {
            guess(OWNER, WRONG, address(i));
        }
        assertThat(guess(OWNER, SampleUsers.PASSWORD, address(200))).isTrue();
        assertThat(guess(OWNER, WRONG, address(201))).isFalse();
        assertThatThrownBy(() -> guess(OWNER, SampleUsers.PASSWORD, address(202)))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("请在10:00后再试");
        TestClock.pass(Duration.ofMinutes(59));
        assertThatThrownBy(() -> guess(OWNER, SampleUsers.PASSWORD, address(203)))
                .isInstanceOf(LoginRefused.class);
        TestClock.pass(Duration.ofMinutes(1));
        assertThat(guess(OWNER, SampleUsers.PASSWORD, address(204))).isTrue();
    }

    @Test
    @DisplayName("输对的不占次数：接口脚本一小时里登录几百次也不会被挡")
    void rightOnesAreFree() {
        for (int i = 0; i < 300; i++) {
            assertThat(guess("policy", SampleUsers.PASSWORD, "10.0.0.1")).isTrue();
        }
    }

    @Test
    @DisplayName("认得的浏览器只对那一个账号认得；改动一个字就不认得")
    void knownToOneAccountOnly() {
        Browser known = Browser.signedIn(OWNER, port);
        known.post("/", "/logout");
        usedUp("pingluo");
        assertThat(told(known, known.signIn("pingluo", SampleUsers.PASSWORD))).contains("新的浏览器暂时不能登录");
        usedUp(OWNER);
        Browser forged = new Browser(port);
        known.cookies()
                .filter(cookie -> cookie.getName().startsWith("known-"))
                .forEach(cookie -> forged.carry(cookie.getName(), "A" + cookie.getValue()));
        assertThat(told(forged, forged.signIn(OWNER, SampleUsers.PASSWORD))).contains("新的浏览器暂时不能登录");
        assertThat(location(known.signIn(OWNER, SampleUsers.PASSWORD))).isEqualTo("/");
    }

    @Test
    @DisplayName("认得的标记：脚本读不到，跨站不带，一百八十天后失效")
    void theMark() {
        Browser known = new Browser(port);
        HttpResponse<String> answer = known.signIn(OWNER, SampleUsers.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("known-")
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=15552000")
                .doesNotContain(OWNER));
        known.post("/", "/logout");
        TestClock.pass(Duration.ofDays(181));
        usedUp(OWNER);
        assertThat(told(known, known.signIn(OWNER, SampleUsers.PASSWORD))).contains("新的浏览器暂时不能登录");
    }

    @Test
    @DisplayName("认得的浏览器也有自己的次数，用完了说明白，不影响别的浏览器")
    void theKnownBrowserHasABudgetToo() {
        Browser known = Browser.signedIn(OWNER, port);
        known.post("/", "/logout");
        for (int i = 0; i < 60; i++) {
            assertThat(location(known.signIn(OWNER, WRONG))).isEqualTo("/login?error=wrong");
        }
        assertThat(told(known, known.signIn(OWNER, SampleUsers.PASSWORD))).contains("这个浏览器在一小时内输错密码的次数太多", "10:00后再试");
        assertThat(location(new Browser(port).signIn(OWNER, SampleUsers.PASSWORD)))
                .isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"lingwu, 有这个人", "nobody-at-all, 没有这个人", "'x'' or 1=1 --', 不能作用户名"})
    @DisplayName("有没有这个用户名，一路上的答复都一样：密码不对、放慢、次数用完")
    void answersDoNotTellWhoExists(String userId, String nothing) {
        Browser browser = new Browser(port);
        String trail = "";
        for (int i = 0; i < 12; i++) {
            trail += location(browser.signIn(userId, WRONG)) + " ";
        }
        trail += told(browser, browser.signIn(userId, WRONG)).replaceAll("(?s).*role=\"alert\">([^<]*).*", "$1");
        assertThat(trail)
                .isEqualTo("/login?error=wrong ".repeat(10) + "/login?error=refused ".repeat(2)
                        + "您所在的网络刚刚有多次登录失败，登录放慢了。请在1秒后再试；本次没有核对密码。");
        TestClock.pass(Duration.ofHours(2));
        usedUp(userId);
        assertThat(told(browser, browser.signIn(userId, WRONG))).contains("新的浏览器暂时不能登录。请在12:00后再试");
        HttpResponse<String> basic =
                RestCall.basic(userId.replace(":", ""), WRONG, port).get("/engine");
        assertThat(basic.statusCode()).isEqualTo(429);
        assertThat(basic.headers().firstValue("Retry-After")).contains("3600");
        assertThat(basic.body()).contains("新的浏览器暂时不能登录");
    }

    @Test
    @DisplayName("一个地址猜遍所有人：放慢；同一地址的别人等上几秒就能登录，攻击者抢不走他的次序；换个地址不用等；登录过的浏览器不用等")
    void anAddressIsSlowedAndNeverShutOut() {
        Browser known = Browser.signedIn("pingluo", port);
        known.post("/", "/logout");
        for (int i = 0; i < 40; i++) {
            try {
                guess("victim-" + i, WRONG, "127.0.0.1");
            } catch (LoginRefused slowed) {
                assertThat(slowed.reason()).isEqualTo(LoginRefused.Reason.ADDRESS);
                TestClock.pass(Duration.ofSeconds(slowed.retryAfterSeconds()));
                assertThat(guess("victim-" + i, WRONG, "127.0.0.1")).isFalse();
            }
        }
        Browser neighbour = new Browser(port);
        assertThat(told(neighbour, neighbour.signIn(OWNER, SampleUsers.PASSWORD)))
                .contains("登录放慢了。请在30秒后再试");
        assertThat(location(known.signIn("pingluo", SampleUsers.PASSWORD))).isEqualTo("/");
        assertThat(guess("helan", SampleUsers.PASSWORD, "10.9.9.9")).isTrue();

        for (int i = 0; i < 300; i++) {
            TestClock.pass(Duration.ofMillis(100));
            int each = i;
            assertThatThrownBy(() -> guess("another-" + each, WRONG, "127.0.0.1"))
                    .isInstanceOf(LoginRefused.class);
        }
        assertThat(location(neighbour.signIn(OWNER, SampleUsers.PASSWORD))).isEqualTo("/");
    }

    @Test
    @DisplayName("三十次登录失败不再关掉整个地址")
    void thirtyFailures() {
        for (int i = 0; i < 30; i++) {
            try {
                guess("victim-" + i, WRONG, "127.0.0.1");
            } catch (LoginRefused slowed) {
                TestClock.pass(Duration.ofSeconds(slowed.retryAfterSeconds()));
                guess("victim-" + i, WRONG, "127.0.0.1");
            }
        }
        Browser person = new Browser(port);
        person.signIn(OWNER, SampleUsers.PASSWORD);
        TestClock.pass(Duration.ofSeconds(30));
        assertThat(location(person.signIn(OWNER, SampleUsers.PASSWORD))).isEqualTo("/");
    }

    @Test
    @DisplayName("IPv6按网段算，换后半截地址没有用；IPv4按地址算")
    void networks() {
        assertThat(Origin.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Origin.network("2001:db8:1:2:ffff::1"));
        assertThat(Origin.network("2001:db8:1:2::1")).isNotEqualTo(Origin.network("2001:db8:1:3::1"));
        assertThat(Origin.network("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    @DisplayName("放慢的秒数：头十次不等，以后越来越长，最长三十秒")
    void delays() {
        assertThat(PasswordChecks.delay(9)).isZero();
        assertThat(PasswordChecks.delay(10)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PasswordChecks.delay(15)).isEqualTo(Duration.ofSeconds(2));
        assertThat(PasswordChecks.delay(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("每个核对密码的入口都过这一关：登录页、HTTP Basic、两套接口的核对和改密码")
    void everyDoor() {
        Browser admin = Browser.signedIn("admin", port);
        admin.get("/camunda/app/admin/default/");
        usedUp("leader");
        usedUp("policy");
        Browser fresh = new Browser(port);
        assertThat(told(fresh, fresh.signIn("leader", SampleUsers.PASSWORD))).contains("新的浏览器暂时不能登录");
        assertThat(RestCall.basic("policy", port).get("/engine").statusCode()).isEqualTo(429);

        String verify = "{\"username\":\"leader\",\"password\":\"" + SampleUsers.PASSWORD + "\"}";
        HttpResponse<String> verified = RestCall.basic("admin", port).post("/identity/verify", verify);
        assertThat(verified.statusCode()).isIn(403, 404, 429);
        assertThat(verified.body()).doesNotContain("\"authenticated\":true");

        RestCall inSession = RestCall.as("admin", port);
        assertThat(inSession.get("/user/count").statusCode()).isEqualTo(200);
        usedUp("admin");
        HttpResponse<String> set =
                RestCall.basic("admin", port).put("/user/leader/credentials", "{\"password\":\"Camel-Noodles#88\"}");
        assertThat(set.statusCode()).isEqualTo(429);

        String guessed = "{\"password\":\"Camel-Noodles#88\",\"authenticatedUserPassword\":\"" + WRONG + "\"}";
        for (int i = 0; i < 60; i++) {
            assertThat(inSession.put("/user/leader/credentials", guessed).statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> guessedOut =
                inSession.put("/user/leader/credentials", guessed.replace(WRONG, SampleUsers.PASSWORD));
        assertThat(guessedOut.statusCode()).isEqualTo(429);
        assertThat(guessedOut.body()).contains("这个浏览器在一小时内输错密码的次数太多");
        assertThat(guessedOut.headers().firstValue("Retry-After")).isPresent();
    }
}
