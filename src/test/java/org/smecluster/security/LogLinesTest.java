package org.smecluster.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
@DisplayName("日志：别人发来的内容伪造不出一行，也撑不满磁盘")
class LogLinesTest {

    private static final String FORGED = "2026-03-02T09:00:00.000+08:00  INFO audit : LOGIN user=admin";

    @Autowired
    private JdbcTemplate jdbc;

    /** As it is written by the application. */
    private static String written(String message, Throwable failure) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("CONSOLE");
        LoggingEvent event =
                new LoggingEvent("x", context.getLogger("org.smecluster"), Level.WARN, message, failure, null);
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("换行之后的都以竖线开头：消息里的、异常里的、异常的原因里的")
    void noLinePassesForAnEvent() {
        for (String end : new String[] {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\n\n"}) {
            String text = "x" + end + FORGED;
            String event = written(text, new IllegalStateException(text, new IllegalArgumentException(text)));
            assertThat(event.split("\\R"))
                    .hasSizeGreaterThan(3)
                    .filteredOn(line -> line.contains("LOGIN") && !line.startsWith("  | "))
                    .allMatch(line -> line.contains("WARN") && line.contains(" : x?"));
            assertThat(event).contains("Caused by: java.lang.IllegalArgumentException");
        }
    }

    @Test
    @DisplayName("控制字符、方向符看得见，不起作用；汉字照常")
    void nothingSteersTheTerminal() {
        assertThat(written("集群\u001b[31m\u0000\u202e\u200b\ufeff\u0007\t完", null))
                .contains("集群?[31m?????\t完")
                .endsWith("完" + System.lineSeparator());
    }

    @Test
    @DisplayName("数据库拒绝的值，不随它的错误写进日志")
    void noValueIsRepeated() {
        assertThatThrownBy(() -> jdbc.batchUpdate(
                        "insert into audit_event (at, kind, address, details) values (now(), ?, ?, ?)",
                        List.<Object[]>of(
                                new Object[] {"LOGIN", "机密", "x"}, new Object[] {"LOGIN", "机密", "机密".repeat(500)})))
                .hasStackTraceContaining("too long")
                .satisfies(failure -> assertThat(written("x", failure)).doesNotContain("机密"));
    }

    @Test
    @DisplayName("很长的只写开头")
    void noEventFillsTheDisk() {
        assertThat(written("x".repeat(5_000_000), new IllegalStateException("y".repeat(5_000_000))))
                .hasSizeLessThan(61_000);
    }
}
