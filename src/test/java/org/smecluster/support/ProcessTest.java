package org.smecluster.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smecluster.SmeClusterApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on an embedded PostgreSQL of its own: nothing mocked, the job executor off (tests run jobs by
 * {@code execute(job())}), a clock that {@link TestClock} moves, and the tables emptied before each test. All tests with
 * this annotation share one application, and there must be no second one ({@code @Import}, mocked beans, properties): the
 * web apps and the REST API find the engine by name in a registry of the whole JVM, whichever application it belongs to.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("application")
@SpringBootTest(classes = SmeClusterApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ExtendWith(CleanSlate.class)
public @interface ProcessTest {}
