package org.smecluster.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Lives the six years twice, each time in a process of its own: once in peace, once while that process is killed with
 * signal 9 at random steps, every third time with its database. Both must have left the same, and what the Measures make
 * of every cluster.
 *
 * <p>System properties: {@code seed} (else the time, printed), {@code kills} (10), {@code clusters} (200), {@code executor}
 * (false: the run moves the jobs itself, one after the other; true: the engine's own threads do).
 */
@DisplayName("六年之中随机十次强行终止进程，不丢失、不重复")
class KillInSixYearsRun {

    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final int CLUSTERS = Integer.getInteger("clusters", 200);

    private final long seed = Long.getLong("seed", System.currentTimeMillis());
    private final Random random = new Random(seed);

    @Test
    @DisplayName("与未受干扰的一次相比，各表行数、各步骤次数、告知次数完全一致，每个集群都与另行推算的一致")
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        Path directory = Files.createDirectories(Path.of("target", "six-years", Long.toString(seed)))
                .toAbsolutePath();
        say("seed " + seed + ", " + CLUSTERS + " clusters, " + KILLS + " kills");
        Instant began = Instant.now();
        Lived undisturbed = live(directory.resolve("undisturbed"), new TreeSet<>());
        say("undisturbed: " + undisturbed.steps() + " steps, " + since(began));
        assertThat(undisturbed.result()).noneMatch(SixYears::isProblem);

        TreeSet<Integer> moments = new TreeSet<>();
        while (moments.size() < KILLS) {
            moments.add(1 + random.nextInt(undisturbed.steps()));
        }
        say("kills at steps " + moments);
        Instant again = Instant.now();
        Lived killed = live(directory.resolve("killed"), moments);
        say("killed " + killed.kills() + " times: " + killed.steps() + " steps, " + since(again) + "; "
                + killed.result().size() + " counts compared");
        assertThat(killed.kills()).isEqualTo(KILLS);
        assertThat(only(killed, undisturbed)).as("of the killed run alone").isEmpty();
        assertThat(only(undisturbed, killed)).as("of the undisturbed run alone").isEmpty();
    }

    private record Lived(int steps, int kills, List<String> result) {}

    private static List<String> only(Lived one, Lived other) {
        List<String> left = new ArrayList<>(one.result());
        left.removeAll(other.result());
        return left;
    }

    /** Through as many lives of the process as it takes. @param moments steps at which it is killed */
    private Lived live(Path directory, TreeSet<Integer> moments) throws Exception {
        Files.createDirectories(directory);
        Path result = directory.resolve(SixYears.RESULT);
        TreeSet<Integer> coming = new TreeSet<>(moments);
        int steps = 0;
        int kills = 0;
        for (int life = 1; !Files.exists(result); life++) {
            Path log = directory.resolve("life-" + life + ".log");
            Process process = start(directory);
            boolean killed = false;
            try (BufferedReader lines = process.inputReader();
                    BufferedWriter kept = Files.newBufferedWriter(log)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith(SixYears.STEP)) {
                        kept.write(line + "\n");
                        continue;
                    }
                    steps++;
                    if (!killed && !coming.isEmpty() && steps >= coming.first()) {
                        coming.pollFirst();
                        killed = true;
                        kills++;
                        kill(process, directory, kills % 3 == 0);
                        say("kill " + kills + " at step " + steps + " (" + line.substring(SixYears.STEP.length())
                                + ") on " + day(directory) + (kills % 3 == 0 ? ", database too" : ""));
                    }
                }
            }
            int end = process.waitFor();
            if (!killed && end != 0) {
                throw new IllegalStateException("the process gave up, see " + log);
            }
        }
        return new Lived(steps, kills, Files.readAllLines(result));
    }

    private static Process start(Path directory) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx900m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                absolute(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                SixYears.class.getName(),
                directory.toString(),
                "" + Long.getLong("script", 20261124),
                "" + CLUSTERS,
                "" + Boolean.getBoolean("executor"));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(java.io.File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(java.io.File.pathSeparator, entries);
    }

    /** What {@code kill -9} does, up to 300 ms into the step; with the database, what a loss of power does. */
    private void kill(Process process, Path directory, boolean withDatabase) throws Exception {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(300)));
        List<ProcessHandle> database = new ArrayList<>();
        if (withDatabase) {
            long postmaster = Long.parseLong(
                    Files.readAllLines(directory.resolve("postgres").resolve("postmaster.pid"))
                            .get(0)
                            .trim());
            ProcessHandle.of(postmaster).ifPresent(handle -> {
                database.add(handle);
                handle.descendants().forEach(database::add);
            });
        }
        // by its handle: the process itself would close what it has printed
        process.toHandle().destroyForcibly();
        process.waitFor();
        database.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : database) {
            each.onExit().join();
        }
    }

    private static String day(Path directory) throws IOException {
        Path day = directory.resolve("day");
        return Files.exists(day) ? Files.readString(day) : Script.FIRST_DAY.toString();
    }

    private static String since(Instant began) {
        return Duration.between(began, Instant.now()).toSeconds() + " s";
    }

    private static void say(String line) {
        System.out.println("[six years] " + line);
    }
}
