package org.smecluster.calendar;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The calendar's beans on a PostgreSQL of their own, freshly migrated: nothing of the engine, nothing of the web. */
final class CalendarDatabase {

    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private CalendarDatabase() {}

    /** Closing the context stops the database. */
    static AnnotationConfigApplicationContext start() {
        return new AnnotationConfigApplicationContext(Beans.class);
    }

    /** What the engine would hear. */
    static final class Heard {

        final List<DeadlineMoved> events = new ArrayList<>();
        RuntimeException failWith;

        @EventListener
        void on(DeadlineMoved moved) {
            if (failWith != null) {
                throw failWith;
            }
            events.add(moved);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan(
            basePackageClasses = WorkCalendar.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*\\.web\\..*", ".*Test.*"}))
    static class Beans {

        @Bean
        EmbeddedPostgres postgres() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            DataSource dataSource = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(dataSource).load().migrate();
            return dataSource;
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, Deadline.ZONE);
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}
