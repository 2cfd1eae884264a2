package org.smecluster.engine;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Stops a start on a database that other migrations made: what Flyway lists of them fills a page and helps nobody. */
@Component
class DatabaseOfThisHistory implements FlywayMigrationStrategy {

    static final class Other extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Other(FlywayValidateException differs) {
            super("the database was made by other migrations", differs);
        }
    }

    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException differs) {
            throw new Other(differs);
        }
    }
}
