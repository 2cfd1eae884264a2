package org.smecluster.sample.engine;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The PostgreSQL of a development tree that was given none: its data survive restarts, it listens on loopback only. */
@Configuration
@Profile("!production")
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabase {

    /** @param directory where the data are kept; empty: a temporary one that goes with the process */
    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(@Value("${smecluster.database.directory:}") String directory) throws Exception {
        return directory.isBlank() ? OwnPostgres.temporary() : OwnPostgres.keeping(Path.of(directory), 0);
    }

    @Bean
    DataSource dataSource(EmbeddedPostgres postgres) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        // as application.yml has it for any other
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        // more than server.tomcat.threads.max and the jobs: who waits, waits for a thread and not in vain for a
        // connection
        pool.setMaximumPoolSize(60);
        return pool;
    }
}
