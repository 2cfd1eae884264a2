package org.smecluster.steady;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smecluster.sample.engine.OwnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jar that the build has packaged, as a process of its own on a PostgreSQL of its own. The jar has no users but the
 * first administrator and no clock to put forward; what a run needs of both it brings beside the jar, from the development
 * tree's classes.
 */
final class PackagedApplication implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    /** What a start says last. */
    private static final Pattern READY = Pattern.compile("系统已就绪，端口 (\\d+)");

    private static final Pattern LISTENING = Pattern.compile("Tomcat started on port (\\d+)");

    private final Path directory;
    private final int port;
    private final boolean samples;
    private final Path jar;
    private final List<String> jvm;
    private final Map<String, String> environment = new HashMap<>();
    private EmbeddedPostgres postgres;
    private int postgresPort;
    private Process process;
    private int listening;
    private int starts;

    private PackagedApplication(Path directory, int port, boolean samples, String... jvm) throws IOException {
        this.directory = Files.createDirectories(directory).toAbsolutePath();
        this.port = port;
        this.samples = samples;
        this.jvm = List.of(jvm);
        // the build may replace its own while this one runs
        this.jar = Files.copy(built(), this.directory.resolve("application.jar"), StandardCopyOption.REPLACE_EXISTING);
        if (samples) {
            bring(Path.of("target", "classes"), brought());
        }
    }

    /** With the sample users and the clock page beside the jar, without sample cases. @param directory empty or absent */
    static PackagedApplication withSamples(Path directory, int port, String... jvm) throws IOException {
        return new PackagedApplication(directory, port, true, jvm);
    }

    /** As in production: nothing but the jar and its environment. @param directory empty or absent */
    static PackagedApplication alone(Path directory, Map<String, String> environment) throws IOException {
        PackagedApplication application = new PackagedApplication(directory, 0, false, "-Xmx768m");
        application.environment.putAll(environment);
        return application;
    }

    static Path built() throws IOException {
        try (Stream<Path> target = Files.list(Path.of("target"))) {
            return target.filter(file -> file.getFileName().toString().matches("sme-cluster-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package the application first"));
        }
    }

    private static void bring(Path classes, Path brought) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (name.contains("/sample/") || name.startsWith("config/")) {
                    Path copy = brought.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private Path brought() {
        return directory.resolve("brought");
    }

    int port() {
        return listening;
    }

    /** The operator's. */
    int managementPort() throws IOException {
        return LISTENING
                .matcher(said())
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(found -> found != listening)
                .findFirst()
                .orElseThrow();
    }

    /** Returns once the start is complete; the database is started first where it does not run. */
    void start() throws IOException {
        if (postgres == null) {
            postgres = OwnPostgres.keeping(directory.resolve("postgres"), postgresPort);
            postgresPort = postgres.getPort();
        }
        environment.put("SPRING_DATASOURCE_URL", url());
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_PASSWORD", "postgres");
        launch();
        long giveUp = System.nanoTime() + LONGEST_START.toNanos();
        Matcher ready = READY.matcher(said());
        while (!ready.find()) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IllegalStateException("the application does not start, see " + log());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            ready = READY.matcher(said());
        }
        listening = Integer.parseInt(ready.group(1));
    }

    /** Starts it without a database. @return the exit code */
    int startInVain() throws IOException, InterruptedException {
        launch();
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it neither starts nor stops, see " + log());
        }
        return process.exitValue();
    }

    /** One of the jar's commands, on the same database. @return the exit code */
    int command(String... arguments) throws IOException, InterruptedException {
        Process application = process;
        launch(arguments);
        boolean ended = process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        int exit = ended ? process.exitValue() : -1;
        process.destroyForcibly();
        process = application;
        return exit;
    }

    private void launch(String... arguments) throws IOException {
        starts++;
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(jvm);
        if (samples) {
            command.addAll(List.of(
                    "-Dloader.path=" + brought(),
                    "-cp",
                    jar.toString(),
                    "org.springframework.boot.loader.launch.PropertiesLauncher",
                    "--smecluster.sample.cases=false",
                    // beside it the clock's lead is kept
                    "--smecluster.database.directory=" + directory.resolve("postgres")));
        } else {
            command.addAll(List.of("-jar", jar.toString()));
        }
        command.add("--server.port=" + port);
        command.add("--management.server.port=0");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        process = builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    /** What the last start has printed so far. */
    String said() throws IOException {
        return Files.readString(log());
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
        Path pid = directory.resolve("postgres").resolve("postmaster.pid");
        List<ProcessHandle> database = new ArrayList<>();
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).trim())).ifPresent(postmaster -> {
            database.add(postmaster);
            postmaster.descendants().forEach(database::add);
        });
        kill();
        database.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : database) {
            each.onExit().join();
        }
        // there is nothing to stop, but the library holds the directory
        postgres.close();
        postgres = null;
    }

    JdbcClient database() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    Connection connection() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres";
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
        if (postgres != null) {
            postgres.close();
        }
    }
}
