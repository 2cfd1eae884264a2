package org.smecluster.engine;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Stops a start that was told of no database before anything else has begun. A development tree names the directory of
 * its own ({@code smecluster.database.directory}); the packaged jar has none.
 */
public final class DatabaseIsNamed implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final class NotNamed extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NotNamed() {
            super("spring.datasource.url is not set");
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                && !environment.containsProperty("smecluster.database.directory")) {
            throw new NotNamed();
        }
    }
}
