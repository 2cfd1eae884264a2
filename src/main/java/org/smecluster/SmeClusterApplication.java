package org.smecluster;

import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.engine.DatabaseIsNamed;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.event.EventListener;

/** Starts the engine, its web apps, our pages and, in a development tree, an embedded PostgreSQL. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SmeClusterApplication {

    private static final Logger LOG = LoggerFactory.getLogger(SmeClusterApplication.class);

    static final String TIME_ZONE = "Asia/Shanghai";

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone(TIME_ZONE));
        SpringApplication application = new SpringApplication(SmeClusterApplication.class);
        application.addInitializers(new DatabaseIsNamed());
        application.run(arguments);
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        LOG.info("系统已就绪，端口 {}", ready.getApplicationContext().getEnvironment().getProperty("local.server.port"));
    }
}
