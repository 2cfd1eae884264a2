package org.smecluster;

import java.io.IOException;
import java.util.Optional;
import java.util.TimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smecluster.audit.CheckChain;
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

    public static void main(String[] arguments) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(TIME_ZONE));
        Optional<String> heads = CheckChain.asked(arguments);
        if (heads.isPresent()) {
            System.exit(CheckChain.run(heads.get(), arguments));
        }
        SpringApplication application = new SpringApplication(SmeClusterApplication.class);
        application.addInitializers(new DatabaseIsNamed());
        application.run(arguments);
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        LOG.info("系统已就绪，端口 {}", ready.getApplicationContext().getEnvironment().getProperty("local.server.port"));
    }
}
