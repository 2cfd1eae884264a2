package org.smecluster.sample.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL from the library's binaries, on loopback. The library always passes {@code -F}, which trades what was
 * committed for speed; of two options the later wins, and ours come later. {@code OwnPostgresTest} asks the server.
 */
public final class OwnPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(OwnPostgres.class);

    /** For as long as this process lives: a lock that nobody refers to goes with the next garbage collection. */
    private static final Map<Path, FileLock> HELD = new ConcurrentHashMap<>();

    private OwnPostgres() {}

    /** On a directory that goes with the process: quick, and not to be trusted with anything. */
    public static EmbeddedPostgres temporary() throws IOException {
        return builder().setServerConfig("fsync", "off").start();
    }

    /**
     * Keeps what it has committed, through a loss of power too. One that a killed process left on the directory is stopped.
     *
     * @param port 0: a free one
     * @throws IllegalStateException where another living process holds the directory
     */
    public static EmbeddedPostgres keeping(Path directory, int port) throws IOException {
        Path data = Files.createDirectories(directory).toAbsolutePath();
        takeOver(data);
        return builder()
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("max_connections", "100")
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1));
    }

    /** A killed JVM leaves its PostgreSQL running: stop that one, but only if no living JVM holds the directory. */
    private static void takeOver(Path data) throws IOException {
        if (!HELD.containsKey(data)) {
            HELD.put(data, lock(data));
        }
        Path pidFile = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(OwnPostgres::stop);
    }

    private static FileLock lock(Path data) throws IOException {
        Path owner = data.resolveSibling(data.getFileName() + ".lock");
        FileLock lock = FileChannel.open(owner, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock == null) {
            throw new IllegalStateException("数据目录正被另一个运行中的实例使用，请先停止该实例：" + data.getFileName());
        }
        return lock;
    }

    private static void stop(ProcessHandle orphan) {
        LOG.info("Stopping the PostgreSQL that a killed instance left behind");
        orphan.destroy();
        try {
            orphan.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("上次异常退出留下的数据库进程未能停止，请稍后重试", e);
        }
    }
}
