package org.smecluster.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.absence.Departures;
import org.smecluster.support.Forgotten;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.RestCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class PasswordHashesTest {

    private static final String SOMEBODY = "somebody";
    private static final String PASSWORD = "Camel-Noodles#88";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private SlowHash slowHash;

    @Autowired
    private Departures departures;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void somebody() {
        User user = identityService.newUser(SOMEBODY);
        user.setPassword(PASSWORD);
        identityService.saveUser(user);
    }

    @AfterEach
    void gone() {
        Forgotten.user(SOMEBODY, identityService, jdbc);
    }

    private String stored() {
        return jdbc.sql("select pwd_ from act_id_user where id_ = :id")
                .param("id", SOMEBODY)
                .query(String.class)
                .single();
    }

    /** As Camunda 7.24 kept it: one round over password and salt. */
    private void keptAsBefore() throws Exception {
        byte[] digest = java.security.MessageDigest.getInstance("SHA-512").digest((PASSWORD + "salt").getBytes());
        jdbc.sql("update act_id_user set pwd_ = :pwd, salt_ = 'salt' where id_ = :id")
                .param("pwd", "{SHA-512}" + Base64.getEncoder().encodeToString(digest))
                .param("id", SOMEBODY)
                .update();
    }

    @Test
    @DisplayName("新设的口令用慢散列保存")
    void slow() {
        assertThat(stored()).startsWith("{bcrypt-sha-512/256}$2a$");
    }

    @Test
    @DisplayName("从前的SHA-512仍然认得，登录成功后换成慢散列；再登录不再改写；输错不改写")
    void renewed() throws Exception {
        keptAsBefore();
        assertThat(identityService.checkPassword(SOMEBODY, PASSWORD + "x")).isFalse();
        assertThat(stored()).startsWith("{SHA-512}");

        assertThat(identityService.checkPassword(SOMEBODY, PASSWORD)).isTrue();
        String renewed = stored();
        assertThat(renewed).startsWith("{bcrypt-sha-512/256}");
        assertThat(identityService.checkPassword(SOMEBODY, PASSWORD)).isTrue();
        assertThat(stored()).isEqualTo(renewed);
        assertThat(identityService.checkPassword(SOMEBODY, PASSWORD + "x")).isFalse();
    }

    @Test
    @DisplayName("许多人同时用旧散列登录，都登录得了，留下的是一个慢散列")
    void concurrently() throws Exception {
        keptAsBefore();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Boolean>> logins = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                logins.add(CompletableFuture.supplyAsync(
                        () -> identityService.checkPassword(SOMEBODY, PASSWORD), threads));
            }
            assertThat(logins).allMatch(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
        assertThat(stored()).startsWith("{bcrypt-sha-512/256}");
        assertThat(identityService.checkPassword(SOMEBODY, PASSWORD)).isTrue();
    }

    private long work(String userId, String password) {
        long before = slowHash.computed();
        RestCall.basic(userId, password, port).get("/engine");
        return slowHash.computed() - before;
    }

    @Test
    @DisplayName("核对一次正好算一次慢散列：有没有这个人、停用没停用、散列新旧、账号被引擎锁过，做的工一样多")
    void theSameWorkForEverybody() throws Exception {
        List<Long> work = new ArrayList<>();
        work.add(work(SOMEBODY, PASSWORD));
        work.add(work(SOMEBODY, "wrong"));
        work.add(work("no-such-user", "wrong"));
        work.add(work("不可能的用户名\u0001", "wrong"));
        work.add(work("x".repeat(300), "wrong"));
        work.add(work(SOMEBODY, ""));

        departures.close(SOMEBODY, "admin");
        work.add(work(SOMEBODY, PASSWORD));
        work.add(work(SOMEBODY, "wrong"));
        departures.reopen(SOMEBODY);

        keptAsBefore();
        work.add(work(SOMEBODY, "wrong"));
        work.add(work(SOMEBODY, PASSWORD));
        assertThat(work).containsOnly(1L);
    }

    @Test
    @DisplayName("引擎从前留下的锁不再起作用，引擎自己的延迟也关闭")
    void noLockOfTheEngine() {
        jdbc.sql("update act_id_user set attempts_ = 100, lock_exp_time_ = :until where id_ = :id")
                .param("until", OffsetDateTime.now().plus(Duration.ofDays(300)))
                .param("id", SOMEBODY)
                .update();
        assertThat(identityService.checkPassword(SOMEBODY, "wrong")).isFalse();
        assertThat(identityService.checkPassword(SOMEBODY, PASSWORD)).isTrue();
    }
}
