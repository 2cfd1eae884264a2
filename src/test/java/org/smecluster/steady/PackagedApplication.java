package org.smecluster.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The jar that the build has packaged, as a process of its own on a data directory of its own, without sample cases. */
final class PackagedApplication implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    /** The last line of a start. */
    private static final String READY = "请在浏览器打开";

    private final Path directory;
    private final int port;
    private final Path jar;
    private final List<String> jvm;
    private Process process;
    private int starts;

    /** @param directory empty or absent */
    PackagedApplication(Path directory, int port, String... jvm) throws IOException {
        this.directory = Files.createDirectories(directory).toAbsolutePath();
        this.port = port;
        this.jvm = List.of(jvm);
        // the build may replace its own while this one runs
        this.jar = Files.copy(built(), this.directory.resolve("application.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path built() throws IOException {
        try (Stream<Path> target = Files.list(Path.of("target"))) {
            return target.filter(file -> file.getFileName().toString().matches("sme-cluster-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package the application first"));
        }
    }

    int port() {
        return port;
    }

    /** Returns once the start is complete. */
    void start() throws IOException {
        starts++;
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(jvm);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--smecluster.database.directory=" + data(),
                "--smecluster.sample.cases=false"));
        process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        long giveUp = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(log()).contains(READY)) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IllegalStateException("the application does not start, see " + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Of the last start. */
    Path log() {
        return directory.resolve("start-" + starts + ".log");
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The machine loses its power: the database goes as well. */
    void killWithDatabase() throws InterruptedException, IOException {
        List<ProcessHandle> database = new ArrayList<>();
        ProcessHandle.of(Long.parseLong(postmaster(0))).ifPresent(postmaster -> {
            database.add(postmaster);
            postmaster.descendants().forEach(database::add);
        });
        kill();
        database.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : database) {
            each.onExit().join();
        }
    }

    JdbcClient database() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/postgres", "postgres", "postgres"));
    }

    private String postmaster(int line) throws IOException {
        return Files.readAllLines(data().resolve("postmaster.pid")).get(line).trim();
    }

    private Path data() {
        return directory.resolve("postgres");
    }

    long processId() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
