package org.smecluster.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.smecluster.SmeClusterApplication;
import org.smecluster.support.CleanSlate;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The running application with its job executor, shared by all browser tests: started once, and without any case when a
 * class begins. No properties, imports or mocked beans beside this annotation, or there is a second application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SmeClusterApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=true", "camunda.bpm.job-execution.max-wait=1000"})
@ActiveProfiles("test")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(BrowserTest.WithoutCases.class)
@interface BrowserTest {

    class WithoutCases implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext test) throws Exception {
            ApplicationContext application = SpringExtension.getApplicationContext(test);
            CleanSlate.empty(application.getBean(JdbcClient.class));
            application.getBean("sampleExperts", ApplicationRunner.class).run(null);
            Clerk.englishSeen().clear();
        }
    }
}
