package org.smecluster.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.IdentityService;
import org.smecluster.SmeClusterApplication;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.recognition.BatchWalk;
import org.smecluster.recognition.RecognitionWalk;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The application in a process of its own, with a case in hand for each of some units. */
final class EvidenceServer {

    private static final int CASES = 5;

    private EvidenceServer() {}

    /** Arguments: file to be written when all is ready, directory of the database, uploads worked on at once. */
    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) SpringApplication.run(
                SmeClusterApplication.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--smecluster.mailbox.every=PT10H",
                "--smecluster.evidence.of-case=2GB",
                "--smecluster.inbound.uploads-at-once=" + arguments[2],
                "--smecluster.database.directory=" + arguments[1]);
        BatchWalk.in(context).opened();
        List<String> lines = new ArrayList<>();
        lines.add(Integer.toString(context.getWebServer().getPort()));
        for (SampleCluster sample :
                SampleClusters.of(2026).stream().limit(CASES).toList()) {
            RecognitionWalk walk = RecognitionWalk.in(context).of(sample.key()).started();
            lines.add(context.getBean(IdentityService.class)
                            .createUserQuery()
                            .memberOfGroup(sample.applicantGroup())
                            .list()
                            .get(0)
                            .getId()
                    + "\t" + walk.caseNumber());
        }
        Path ready = Path.of(arguments[0]);
        Files.write(ready.resolveSibling("writing"), lines);
        Files.move(ready.resolveSibling("writing"), ready);
    }
}
