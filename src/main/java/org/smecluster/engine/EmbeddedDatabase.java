package org.smecluster.engine;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The PostgreSQL of the default profile: its data survive restarts, it listens on loopback only, and it keeps what it
 * has committed (the library's defaults trade that for speed).
 */
@Configuration
@Profile("!production")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** @param directory where the data are kept; empty: a temporary one that goes with the process */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${smecluster.database.directory:}") String directory) throws Exception {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("max_connections", "100")
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1));
        if (directory.isBlank()) {
            return builder.setServerConfig("fsync", "off").start();
        }
        Path data = Files.createDirectories(Path.of(directory)).toAbsolutePath();
        takeOver(data);
        return builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        // more than server.tomcat.threads.max and the jobs: who waits, waits for a thread and not in vain for a
        // connection
        pool.setMaximumPoolSize(60);
        return pool;
    }

    /** A killed JVM leaves its PostgreSQL running: stop that one, but only if no living JVM holds the directory. */
    private static void takeOver(Path data) throws IOException {
        Path owner = data.resolveSibling(data.getFileName() + ".lock");
        FileLock lock = FileChannel.open(owner, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock == null) {
            throw new IllegalStateException("数据目录正被另一个运行中的实例使用，请先停止该实例：" + data.getFileName());
        }
        Path pidFile = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(EmbeddedDatabase::stop);
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
