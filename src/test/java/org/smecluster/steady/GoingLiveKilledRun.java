package org.smecluster.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.support.Browser;
import org.smecluster.support.Modeler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An approval is stopped, by a lock of ours, where the engine has written the new version and the draft is not yet said to
 * be live; there the process is killed with signal 9. Then once more, with the day in the past, by the start itself.
 *
 * <p>System property: {@code port} (18090). {@code ./mvnw verify -Pinterrupt -Dinterrupt.run=GoingLiveKilledRun}
 */
@DisplayName("生效到一半时强行终止进程：要么全部，要么什么都没有；重新启动以后补上")
class GoingLiveKilledRun {

    private static final int PORT = Integer.getInteger("port", 18090);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @Test
    @DisplayName("批准到一半终止：草稿还是待批准，没有新版本；再批准即生效。到期生效到一半终止：重新启动时补上，只有一次")
    void allOrNothing() throws Exception {
        Path directory = Path.of("target", "interrupt", "going-live-" + System.currentTimeMillis());
        try (PackagedApplication application =
                PackagedApplication.withSamples(directory, PORT, "-XX:TieredStopAtLevel=1", "-Xmx768m")) {
            application.start();
            JdbcClient database = application.database();
            String page = Modeler.shown(new Modeler("policy", PORT).deploy("改说明", "guideAdmission.form", form()))
                    .page();
            long before = deployments(database);
            String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

            stopped(application, () -> approve(page, today));
            assertThat(deployments(database)).isEqualTo(before);
            assertThat(state(database)).isEqualTo("OPEN");
            application.start();
            assertThat(deployments(database)).isEqualTo(before);
            assertThat(approve(page, today)).isEqualTo(302);
            assertThat(state(database)).isEqualTo("LIVE");
            assertThat(deployments(database)).isEqualTo(before + 1);

            // a second change, approved for tomorrow, whose midnight comes while it is killed
            String later = Modeler.shown(new Modeler("policy", PORT)
                            .deploy(
                                    "再改说明",
                                    "guideAdmission.form",
                                    (new String(form(), StandardCharsets.UTF_8) + "\n")
                                            .getBytes(StandardCharsets.UTF_8)))
                    .page();
            String tomorrow =
                    LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString();
            assertThat(approve(later, tomorrow)).isEqualTo(302);
            assertThat(state(database)).isEqualTo("APPROVED");
            stopped(application, () -> database.sql("update model_draft set effective_on = ? where state = 'APPROVED'")
                    .param(LocalDate.now(ZoneId.of("Asia/Shanghai")))
                    .update());
            assertThat(state(database)).isEqualTo("APPROVED");
            assertThat(deployments(database)).isEqualTo(before + 1);
            application.start();
            assertThat(state(database)).as("made up at the start").isEqualTo("LIVE");
            assertThat(deployments(database)).isEqualTo(before + 2);
            assertThat(database.sql("select count(*) from model_draft_event where kind = 'LIVE'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    private interface Begun {
        Object get() throws Exception;
    }

    /** Begins something that goes live, and kills the process when it waits for our lock. */
    private static void stopped(PackagedApplication application, Begun begun) throws Exception {
        try (Connection connection = application.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table model_draft_replaced in exclusive mode");
            CompletableFuture<Void> request = CompletableFuture.runAsync(() -> {
                try {
                    begun.get();
                } catch (Exception killed) {
                    // as it should be
                }
            });
            long giveUp = System.nanoTime() + LONGEST.toNanos();
            while (application
                            .database()
                            .sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like 'insert into model_draft_replaced%'")
                            .query(Long.class)
                            .single()
                    == 0) {
                assertThat(System.nanoTime()).as("it comes to our lock").isLessThan(giveUp);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            application.kill();
            request.join();
            connection.rollback();
        }
        // the server notices that its client is gone
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        while (application
                        .database()
                        .sql("select count(*) from pg_locks where relation = 'model_draft_replaced'::regclass")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(System.nanoTime())
                    .as("the killed one's transaction ends")
                    .isLessThan(giveUp);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static int approve(String page, String day) {
        return Modeler.approve(page, Browser.signedIn("policy-2", PORT), day).statusCode();
    }

    private static byte[] form() throws Exception {
        return Files.readString(Path.of("forms", "cultivation", "guideAdmission.form"))
                .replaceFirst("\"label\": \"", "\"label\": \"新")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long deployments(JdbcClient database) {
        return database.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();
    }

    private static String state(JdbcClient database) {
        return database.sql("select state from model_draft order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
