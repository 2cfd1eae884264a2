package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.calendar.CalendarInMemory;

@DisplayName("集群名录的规则")
class ClusterRegistryInMemoryTest extends ClusterRegistryRules {

    private final List<Object> heard = new ArrayList<>();
    private final ClustersInMemory clusters = new ClustersInMemory(Clock.systemUTC());

    @Override
    ClusterRegistry registry() {
        return new ClusterRegistry(
                clusters,
                new ClusterNumbers(new CountersInMemory()),
                RightsInMemory.asDeployed(),
                CalendarInMemory.asSeeded(),
                heard::add);
    }

    @BeforeEach
    void anotherTransaction() {
        clusters.unlock();
    }

    @Test
    @DisplayName("锁定后读到的就是此后不变的")
    void locked() {
        assertThat(registry.lock(number)).isEqualTo(registry.get(number));
        assertThat(clusters.isLocked(number)).isTrue();
    }

    @Test
    @DisplayName("看是否正在复核，也先锁定")
    void lockedBeforeTheLook() {
        assertThat(registry.reviewUnderWay(number)).isFalse();
        assertThat(clusters.isLocked(number)).isTrue();
    }

    @Test
    @DisplayName("案件属于哪个单位，以案卷所记为准")
    void unitOfACase() {
        clusters.belongs("NXJQ-2026-RD-00001", "county-640221");
        assertThat(registry.unitOf("NXJQ-2026-RD-00001")).contains("county-640221");
    }

    @Test
    @DisplayName("认定失去效力的当时告知各方：到期、复核未过而期已满、撤销；效力还在的不告知")
    void whoeverMustKnowHears() {
        LocalDate end = registry.get(number).termEndsOn();
        String other = registry.register(recognition("NXJQ-2026-RD-00002", null, PUBLISHED))
                .clusterNumber();
        String third = registry.register(recognition("NXJQ-2026-RD-00003", null, PUBLISHED))
                .clusterNumber();
        List.of(other, third).forEach(each -> registry.openReviewFrom(each, end.minusDays(180)));
        List.of(other, third).forEach(each -> registry.beginReview(each, "NXJQ-2028-FH-" + each, end));
        registry.endReview(third, "NXJQ-2028-FH-" + third, end, "撤回申请", true);
        assertThat(heard).isEmpty();

        registry.lapse(number, end.plusDays(1));
        registry.endReview(other, "NXJQ-2028-FH-" + other, end.plusDays(9), "复核未通过", false);
        registry.revoke(third, "NXJQ-2029-CX-00001", end, "虚假申报", "第十七条(二)", "宁工信企发〔2029〕9号");

        String waiting = registry.register(recognition("NXJQ-2026-RD-00004", null, PUBLISHED))
                .clusterNumber();
        registry.awaitReview(waiting, end.plusDays(1));
        registry.endWaiting(waiting, end.plusDays(30), "轮次已截止", null);

        assertThat(heard)
                .containsExactly(
                        new RecognitionEnded(number, ClusterState.LAPSED, end.plusDays(1)),
                        new RecognitionEnded(other, ClusterState.LAPSED, end.plusDays(9)),
                        new RecognitionEnded(third, ClusterState.REVOKED, end),
                        new RecognitionEnded(waiting, ClusterState.LAPSED, end.plusDays(30)));
    }
}
