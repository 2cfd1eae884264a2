package org.smecluster.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks a batch of four applications to its published list twice: once in peace, once while the process is killed with
 * signal 9 at random moments, every third time with its database. Both must have left the same.
 *
 * <p>System properties: {@code seed} (else the time, printed), {@code kills} (20), {@code port} (18080).
 */
@DisplayName("随机时刻强行终止进程二十次，案件照常办结，不重不漏")
class KillAtRandomRun {

    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final int PORT = Integer.getInteger("port", 18080);
    private static final Duration LONGEST = Duration.ofMinutes(90);

    private final long seed = Long.getLong("seed", System.currentTimeMillis());
    private final Random random = new Random(seed);
    private final Instant begun = Instant.now();

    /** Begun and not cut off; guarded by this. */
    private int writes;

    /** Whether the running step of this thread has begun to write. */
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

    private int kills;
    private TreeSet<Integer> moments = new TreeSet<>();

    private PackagedApplication application;
    private volatile Staff staff;

    private final ExecutorService killer = Executors.newSingleThreadExecutor();
    private Future<?> restart;

    @Test
    @DisplayName("与未受干扰的一次办理相比，各表行数、各步骤次数、告知次数完全一致")
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        say("seed " + seed + ", " + KILLS + " kills");
        Path directory = Path.of("target", "interrupt", Long.toString(seed));
        Map<String, Long> undisturbed = walk(directory.resolve("undisturbed"));
        int length = writes;
        say("undisturbed: " + length + " requests that change something");

        while (moments.size() < KILLS) {
            moments.add(1 + random.nextInt(length));
        }
        say("kills at requests " + moments);
        writes = 0;
        Map<String, Long> disturbed = walk(directory.resolve("killed"));
        say("killed " + kills + " times, " + writes + " requests; " + disturbed.size() + " counts compared");
        assertThat(kills).isEqualTo(KILLS);
        assertThat(disturbed).isEqualTo(undisturbed);
        killer.shutdown();
    }

    private Map<String, Long> walk(Path directory) throws Exception {
        application = PackagedApplication.withSamples(directory, PORT, "-XX:TieredStopAtLevel=1", "-Xmx768m");
        application.start();
        staff = new Staff(PORT);
        try {
            Walk walk = new Walk(this::beforeWriting);
            until(walk::openBatch);
            ExecutorService desks =
                    Executors.newFixedThreadPool(walk.applicants().size());
            List<Callable<Void>> cases = new ArrayList<>();
            for (Walk.Applicant applicant : walk.applicants()) {
                cases.add(() -> {
                    until(people -> walk.application(people, applicant));
                    return null;
                });
            }
            for (Future<Void> each : desks.invokeAll(cases)) {
                each.get();
            }
            desks.shutdown();
            until(walk::batchStep);
            awaitRestart();
            // a kill after the last request may have come between the look and the end
            until(walk::batchStep);
            return inspected(application.database());
        } finally {
            application.close();
        }
    }

    /** Does what there is to do until there is nothing more, through however many lives of the application. */
    private void until(Function<Staff, Walk.Found> step) throws Exception {
        while (true) {
            Staff people = staff;
            writing.set(false);
            try {
                switch (step.apply(people)) {
                    case NOTHING_MORE -> {
                        return;
                    }
                    case NOTHING_YET -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                    case WORK -> {}
                }
            } catch (UncheckedIOException cut) {
                repeat();
                awaitRestart();
                if (people == staff) {
                    throw cut;
                }
            }
            if (Duration.between(begun, Instant.now()).compareTo(LONGEST) > 0) {
                throw new IllegalStateException("the walk does not come to its end, see " + application.log());
            }
        }
    }

    /** The kills are spread over the whole walk: what has to be done again does not bring its end nearer. */
    private synchronized void repeat() {
        if (writing.get()) {
            writes--;
        }
    }

    private synchronized void beforeWriting() {
        writing.set(true);
        writes++;
        if (!moments.isEmpty() && writes >= moments.first()) {
            moments.pollFirst();
            long delay = random.nextInt(400);
            boolean database = kills % 3 == 2;
            kills++;
            int number = kills;
            restart = killer.submit(() -> killAndStart(number, delay, database));
        }
    }

    private Void killAndStart(int number, long delay, boolean withDatabase) throws Exception {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
        if (withDatabase) {
            application.killWithDatabase();
        } else {
            application.kill();
        }
        Instant down = Instant.now();
        application.start();
        staff = new Staff(PORT);
        say("kill " + number + " after " + delay + " ms" + (withDatabase ? ", database too" : "") + "; up again after "
                + Duration.between(down, Instant.now()).toSeconds() + " s");
        return null;
    }

    private void awaitRestart() throws Exception {
        Future<?> awaited;
        synchronized (this) {
            awaited = restart;
        }
        if (awaited != null) {
            awaited.get();
        }
    }

    private static Map<String, Long> inspected(JdbcClient database) {
        assertThat(database.sql("select count(*) from act_ru_incident")
                        .query(Long.class)
                        .single())
                .as("open incidents")
                .isZero();
        assertThat(database.sql("select right(case_number, 5)::int from application order by 1")
                        .query(Integer.class)
                        .list())
                .as("case numbers, without a gap")
                .containsExactly(1, 2, 3, 4);
        assertThat(database.sql("""
                                select count(*) from (
                                    select right(cluster_number, 4)::int as given,
                                           row_number() over (partition by left(cluster_number, 11)
                                                              order by cluster_number) as place
                                    from cluster) numbers
                                where given <> place
                                """).query(Long.class).single())
                .as("cluster numbers with a gap")
                .isZero();
        assertThat(database.sql("select count(distinct cluster_number) from cluster")
                        .query(Long.class)
                        .single())
                .as("clusters recognised")
                .isEqualTo(3);
        return Trace.of(database);
    }

    private void say(String line) {
        System.out.println("[interrupt] " + line);
    }
}
