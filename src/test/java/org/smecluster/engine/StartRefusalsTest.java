package org.smecluster.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smecluster.sample.engine.OwnPostgres;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("因数据库而启动不了：一句话说明原因和要设置什么")
class StartRefusalsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "08001, 数据库连接不上，系统未启动。",
        "08006, 数据库连接不上，系统未启动。",
        "28P01, 数据库不接受所给的用户或密码，系统未启动。",
        "28000, 数据库不接受所给的用户或密码，系统未启动。",
        "3D000, 数据库服务器上没有所指定的库，系统未启动。"
    })
    @DisplayName("连接不上、密码不对、没有这个库，不论包在几层异常里")
    void worded(String state, String description) {
        Throwable failure = new IllegalStateException(new RuntimeException(new SQLException("refused", state)));
        FailureAnalysis analysis = new StartRefusals().analyze(failure);
        assertThat(analysis.getDescription()).isEqualTo(description);
        assertThat(analysis.getAction())
                .contains("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "40001"})
    @DisplayName("别的数据库错误不冒充连接问题")
    void others(String state) {
        assertThat(new StartRefusals().analyze(new RuntimeException(new SQLException("other", state))))
                .isNull();
        assertThat(new StartRefusals().analyze(new IllegalStateException("no cause")))
                .isNull();
    }

    @Test
    @DisplayName("另一版本建立的数据库：说明能不能删、怎样从头建，不动原有数据")
    void madeByAnotherVersion(@TempDir Path earlier) throws Exception {
        Files.writeString(earlier.resolve("V10__calendar.sql"), "create table calendar_day (day date primary key)");
        Files.writeString(
                earlier.resolve("V401__figures_of_smes.sql"), "insert into calendar_day values ('2026-01-01')");
        try (EmbeddedPostgres postgres = OwnPostgres.temporary()) {
            FluentConfiguration flyway = Flyway.configure().dataSource(postgres.getPostgresDatabase());
            flyway.locations("filesystem:" + earlier).load().migrate();
            Throwable refused = catchThrowable(() -> new DatabaseOfThisHistory()
                    .migrate(flyway.locations("classpath:db/migration").load()));
            FailureAnalysis analysis = new StartRefusals().analyze(new IllegalStateException(refused));
            assertThat(analysis.getDescription()).isEqualTo("这个数据库是本系统的另一版本建立的，本版本不能接着用，系统未启动。");
            assertThat(analysis.getAction()).contains("备份", "删除数据文件夹 data", "另建一个空库");
            assertThat(JdbcClient.create(postgres.getPostgresDatabase())
                            .sql("select count(*) from calendar_day")
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    @DisplayName("没有指定数据库，一开始就停下；指定了的、开发环境自带的，照常继续")
    void named() {
        assertThatThrownBy(() -> start(new MockEnvironment())).satisfies(failure -> assertThat(
                        new StartRefusals().analyze(failure).getDescription())
                .isEqualTo("没有指定数据库，系统未启动。"));
        assertThatThrownBy(() -> start(new MockEnvironment().withProperty("spring.datasource.url", " ")))
                .isInstanceOf(DatabaseIsNamed.NotNamed.class);
        assertThatCode(() -> start(new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql:x")))
                .doesNotThrowAnyException();
        assertThatCode(() -> start(new MockEnvironment().withProperty("smecluster.database.directory", "")))
                .doesNotThrowAnyException();
    }

    private static void start(MockEnvironment environment) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new DatabaseIsNamed().initialize(context);
    }
}
