package org.smecluster.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.life.Script.SiteVisit;
import org.smecluster.support.ProcessTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** System properties: {@code clusters} (200), {@code seed}. */
@ProcessTest
@DisplayName("二百个集群的六年：每个集群最后的状况都与按办法另行推算的一致，没有流程停滞")
class SixYearsOfTwoHundredClustersTest {

    private static final int CLUSTERS = Integer.getInteger("clusters", 200);

    /** Of each so many are wanted among two hundred clusters. */
    private static final int ENOUGH = 3;

    private final Script script = Script.draw(Long.getLong("seed", 20261124), CLUSTERS);

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("认定、变更、年度报送、事故、复核、撤销、到期，逐日办理到2029年底")
    void everyClusterIsWhatTheMeasuresMakeOfIt() {
        long began = System.nanoTime();
        Driver driver = new Driver(context, script, act -> {});
        try {
            driver.live(Driver.inMemory());
        } finally {
            System.out.printf(
                    "[six years] %d clusters, %d s, of the processor %d s%n",
                    CLUSTERS,
                    (System.nanoTime() - began) / 1_000_000_000,
                    ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toSeconds());
            driver.timesSpent().forEach(line -> System.out.println("[six years] " + line));
        }
        assertThat(LastDay.problems(context, script)).isEmpty();
    }

    @Test
    @DisplayName("剧本里每一种情形都有")
    void nothingIsMissingInTheScript() {
        Map<String, Integer> totals = totals(script);
        totals.forEach((what, many) -> System.out.println("[six years] " + what + ": " + many));
        assertThat(totals)
                .containsKeys(
                        "became RECOGNISED",
                        "became UNDER_REVIEW",
                        "became AWAITING_REVIEW",
                        "became LAPSED",
                        "became REVOKED",
                        "state NONE",
                        "application RECOGNISED",
                        "application NOT_RECOGNISED",
                        "application NOT_RECOMMENDED",
                        "on site MET",
                        "on site NEEDS_EXPLANATION",
                        "on site NOT_MET",
                        "judged " + SiteVisit.ACCEPTED,
                        "judged " + SiteVisit.REJECTED,
                        "publicity NO_OBJECTION",
                        "publicity DISMISSED",
                        "publicity UPHELD",
                        "late objection UPHELD",
                        "late objection CORRECTED",
                        "late objection HANDED_OVER",
                        "change FILED",
                        "change WITHDRAWN",
                        "change late",
                        "report ACCEPTED",
                        "report ACCEPTED late",
                        "report NOT_SUBMITTED late",
                        "report NOT_NEEDED",
                        "review PASSED",
                        "review NOT_PASSED",
                        "review WITHDRAWN",
                        "incident GENERAL",
                        "incident SERIOUS",
                        "incident UNCLEAR",
                        "incident MISTAKEN",
                        "cause CHANGE_UNFILED",
                        "cause REPORT_OVERDUE",
                        "cause SUPERVISION_REFUSED",
                        "cause STANDARDS_NOT_MET",
                        "cause MAJOR_INCIDENT",
                        "cause FALSE_APPLICATION_FOUND",
                        "revocation REVOKED",
                        "revocation NOT_REVOKED",
                        "revocation NO_GROUND")
                .allSatisfy(
                        (what, many) -> assertThat(many).as(what).isGreaterThanOrEqualTo(CLUSTERS < 200 ? 0 : ENOUGH));
    }

    /** How often each thing happens, by the independent model. */
    private static Map<String, Integer> totals(Script script) {
        Map<String, Integer> totals = new TreeMap<>();
        script.plans().forEach(plan -> ExpectedLife.of(plan).forEach((what, value) -> {
            if (List.of("state", "application", "publicity", "judged").contains(what)) {
                totals.merge(what + " " + value, 1, Integer::sum);
            } else if (what.startsWith("item ")) {
                totals.merge("on site " + value, 1, Integer::sum);
            } else if (what.startsWith("became ")) {
                totals.merge(what.split(" on ")[0], Integer.parseInt(value), Integer::sum);
            } else if (!what.startsWith("fact") && !what.startsWith("term")) {
                totals.merge(what, value.matches("\\d+") ? Integer.parseInt(value) : 1, Integer::sum);
            }
        }));
        return totals;
    }
}
