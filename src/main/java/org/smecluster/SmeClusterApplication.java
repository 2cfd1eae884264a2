package org.smecluster;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the engine, its web apps, our pages and, outside profile {@code production}, an embedded PostgreSQL. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SmeClusterApplication {

    static final String TIME_ZONE = "Asia/Shanghai";

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone(TIME_ZONE));
        SpringApplication.run(SmeClusterApplication.class, arguments);
    }
}
