package org.smecluster.sample.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("保存数据的内置 PostgreSQL：已提交的不因断电丢失")
class OwnPostgresTest {

    @TempDir
    private static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = OwnPostgres.keeping(directory.resolve("postgres"), 0);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @ParameterizedTest(name = "{0} = on")
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    @DisplayName("服务器自己报告：写盘的各项都已开启，尽管程序库在命令行上关了它")
    void serverSaysSo(String setting) {
        assertThat(JdbcClient.create(postgres.getPostgresDatabase())
                        .sql("show " + setting)
                        .query(String.class)
                        .single())
                .isEqualTo("on");
    }

    @Test
    @DisplayName("默认环境用的就是这一种：有数据目录")
    void theDefaultProfileKeeps() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("config/application.yml"));
        assertThat(yaml.getObject()).containsEntry("smecluster.database.directory", "data/postgres");
    }

    @Test
    @DisplayName("数据目录在进程存活期间一直被占用，垃圾回收不会放开")
    void heldWhileTheProcessLives() throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        try (FileChannel other = FileChannel.open(directory.resolve("postgres.lock"), StandardOpenOption.WRITE)) {
            assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
        }
    }
}
