package org.smecluster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.smecluster.casework.Cases;
import org.smecluster.material.sample.SampleCluster;
import org.smecluster.material.sample.SampleClusters;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.Recognition;
import org.smecluster.sample.engine.SampleUsers;
import org.smecluster.support.CaseWalk;
import org.smecluster.support.RenewalWalk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A walk through the running application by its people, who must meet no English on any page. */
@BrowserTest
abstract class InTheBrowser {

    /** Of the {@linkplain #sample sample}, as its unit uploads it. */
    static final Path WORKBOOK = Path.of("docs", "samples", RenewalWalk.MEETS_ALL + ".xlsx");

    @LocalServerPort
    private int port;

    @Autowired
    ClusterRegistry registry;

    @Autowired
    Cases cases;

    final LocalDate today = LocalDate.now();
    private final Chrome chrome = new Chrome();

    @AfterEach
    void noEnglishOnTheWay() {
        assertThat(Clerk.englishSeen()).as("no English on the way").isEmpty();
    }

    @AfterAll
    void closeBrowser() {
        ClockUtil.reset();
        chrome.close();
    }

    Clerk clerk(String userId) {
        return Clerk.signedIn(chrome.browser(), url(), userId, SampleUsers.PASSWORD);
    }

    /** Whose browser is in another time zone. */
    Clerk clerk(String userId, String zone) {
        return Clerk.signedIn(chrome.browser(), url(), userId, SampleUsers.PASSWORD, zone);
    }

    /** Somebody of the public, with a browser of her own. */
    Clerk citizen() {
        return Clerk.ofThePublic(chrome.browser(), url());
    }

    final String url() {
        return "http://localhost:" + port;
    }

    /** A cluster of 平罗县 that meets every condition, with figures for an application in that year. */
    static SampleCluster sample(int applicationYear) {
        return SampleClusters.of(applicationYear).stream()
                .filter(sample -> sample.key().equals(RenewalWalk.MEETS_ALL))
                .findFirst()
                .orElseThrow();
    }

    /** The sample as a recognised cluster, without the way there. */
    ClusterRecord recognised(SampleCluster sample, LocalDate publishedOn) {
        return registry.register(new Recognition(
                "NXJQ-%d-RD-00001".formatted(publishedOn.getYear()),
                sample.getClusterName(),
                sample.workbook().basics().leadingIndustry(),
                sample.countyCode(),
                sample.countyCode().substring(0, 4),
                sample.applicantGroup(),
                publishedOn,
                "宁工信企发〔%d〕30号".formatted(publishedOn.getYear())));
    }

    /** A cluster of 平罗县 that was recognised some months ago. */
    ClusterRecord recognised() {
        return registry.register(CaseWalk.recognition(today.minusDays(200)));
    }

    /** Waits for the revocation that the cluster's grounds become, and claims its first task. @return its case number */
    String claimsFacts(Clerk officer, String cluster) {
        for (int tries = 0; cases.open(CaseKind.CX, cluster).isEmpty() && tries < 40; tries++) {
            officer.page().waitForTimeout(500);
        }
        String revocation = cases.open(CaseKind.CX, cluster).get(0).caseNumber();
        officer.claim("查实事实", revocation);
        return revocation;
    }
}
