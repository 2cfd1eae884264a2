package org.smecluster.engine;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Stops a start on a database that other migrations made: what Flyway lists of them fills a page and helps nobody. */
@Component
class DatabaseOfThisHistory implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOfThisHistory.class);

    static final class Other extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Other() {
            super("the database was made by other migrations");
        }
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException differs) {
            LOG.debug("Flyway", differs);
            throw new Other();
        }
    }
}
