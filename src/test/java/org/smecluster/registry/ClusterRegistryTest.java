package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Refusal;
import org.smecluster.support.ProcessTest;
import org.smecluster.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("集群名录：一个集群一生一个编号，每次状态变化都有日期、理由和依据")
class ClusterRegistryTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2026, 2, 28);
    private static final LocalDate TERM_END = LocalDate.of(2029, 2, 28);
    private static final String REVIEW = "NXJQ-2029-FH-00001";

    @Autowired
    ClusterRegistry registry;

    @Autowired
    RevocationCauses causes;

    private String number;

    @BeforeEach
    void recognised() {
        TestClock.set(PUBLISHED);
        number = registry.register(recognition("NXJQ-2026-RD-00001", null, PUBLISHED))
                .clusterNumber();
        registry.openReviewFrom(number, TERM_END.minusDays(180));
    }

    private static Recognition recognition(String caseNumber, String clusterNumber, LocalDate publishedOn) {
        return new Recognition(
                caseNumber,
                clusterNumber,
                "平罗碳基材料集群",
                "碳基材料",
                "640221",
                "6402",
                "county-640221",
                publishedOn,
                "宁工信企发〔2026〕30号");
    }

    private static PoolAdmission admission(String caseNumber, String clusterNumber, LocalDate on) {
        return new PoolAdmission(caseNumber, clusterNumber, "平罗冶金集群", "冶金", "640221", "6402", "county-640221", on);
    }

    private ClusterState state() {
        return registry.get(number).state();
    }

    private List<ClusterState> states() {
        return registry.life(number).orElseThrow().events().stream()
                .map(ClusterEvent::state)
                .toList();
    }

    @Nested
    @DisplayName("第六条：培育库")
    class Pool {

        @Test
        @DisplayName("入库即有编号，认定时沿用，并记出库")
        void theNumberIsForLife() {
            String pooled = registry.admit(admission("NXJQ-2026-PY-00001", null, LocalDate.of(2026, 1, 5)))
                    .clusterNumber();
            assertThat(pooled).isEqualTo("NXJQ-640221-0002");
            assertThat(registry.get(pooled).state()).isEqualTo(ClusterState.CULTIVATED);
            assertThat(registry.admit(admission("NXJQ-2026-PY-00001", null, LocalDate.of(2026, 1, 5)))
                            .clusterNumber())
                    .as("admitted again for the same case")
                    .isEqualTo(pooled);

            ClusterRecord recognised =
                    registry.register(recognition("NXJQ-2026-RD-00002", pooled, LocalDate.of(2026, 6, 1)));
            assertThat(recognised.clusterNumber()).isEqualTo(pooled);
            assertThat(recognised.state()).isEqualTo(ClusterState.RECOGNISED);
            assertThat(recognised.termEndsOn()).isEqualTo(LocalDate.of(2029, 6, 1));
            assertThat(registry.life(pooled).orElseThrow().poolStays())
                    .containsExactly(new PoolStay(
                            "NXJQ-2026-PY-00001", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 6, 1), "认定为自治区级集群"));
            assertThat(registry.ofCase("NXJQ-2026-RD-00002")).contains(recognised);
        }

        @Test
        @DisplayName("出库后可以再次入库；已认定的不再入库")
        void aClusterMayComeBack() {
            String pooled = registry.admit(admission("NXJQ-2026-PY-00001", null, LocalDate.of(2026, 1, 5)))
                    .clusterNumber();
            registry.leavePool(pooled, LocalDate.of(2026, 5, 1), "连续两年没有进展", "NXJQ-2026-PY-00001");
            assertThat(registry.get(pooled).state()).isEqualTo(ClusterState.LEFT_POOL);
            registry.admit(admission("NXJQ-2027-PY-00001", pooled, LocalDate.of(2027, 1, 5)));
            assertThat(registry.get(pooled).state()).isEqualTo(ClusterState.CULTIVATED);
            assertThat(registry.life(pooled).orElseThrow().poolStays()).hasSize(2);

            assertThatThrownBy(() -> registry.admit(admission("NXJQ-2027-PY-00002", number, PUBLISHED)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("认定");
        }
    }

    @Nested
    @DisplayName("第十四条：复核")
    class Review {

        @Test
        @DisplayName("通过的自原届满日起再延三年，重复执行只延一次")
        void extensionCountsFromTheOldEnd() {
            registry.beginReview(number, REVIEW, LocalDate.of(2028, 12, 1));
            registry.beginReview(number, REVIEW, LocalDate.of(2028, 12, 1));
            assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);

            LocalDate end = registry.extend(number, REVIEW, LocalDate.of(2029, 4, 1), "宁工信企发〔2029〕8号");
            assertThat(end).isEqualTo(LocalDate.of(2032, 2, 28));
            assertThat(registry.extend(number, REVIEW, LocalDate.of(2029, 4, 1), "宁工信企发〔2029〕8号"))
                    .isEqualTo(end);
            assertThat(states())
                    .containsExactly(ClusterState.RECOGNISED, ClusterState.UNDER_REVIEW, ClusterState.RECOGNISED);
            assertThat(registry.life(number).orElseThrow().terms())
                    .extracting(ClusterTerm::startsOn)
                    .containsExactly(PUBLISHED, LocalDate.of(2029, 3, 1));
        }

        @Test
        @DisplayName("届满时复核未完的不失效")
        void aReviewUnderWayKeepsTheCluster() {
            registry.beginReview(number, REVIEW, LocalDate.of(2029, 2, 1));
            registry.lapse(number, TERM_END.plusDays(1));
            assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
        }

        @Test
        @DisplayName("届满前未通过的，至原有效期届满；届满后未通过的，当日失效")
        void notPassed() {
            registry.beginReview(number, REVIEW, LocalDate.of(2028, 12, 1));
            registry.endReview(number, REVIEW, TERM_END, "复核未通过");
            assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
            registry.lapse(number, TERM_END.plusDays(1));
            assertThat(state()).isEqualTo(ClusterState.LAPSED);

            String other = registry.register(recognition("NXJQ-2026-RD-00002", null, PUBLISHED))
                    .clusterNumber();
            registry.openReviewFrom(other, TERM_END.minusDays(180));
            registry.beginReview(other, "NXJQ-2029-FH-00002", LocalDate.of(2029, 2, 1));
            registry.endReview(other, "NXJQ-2029-FH-00002", TERM_END.plusDays(1), "复核未通过");
            assertThat(registry.get(other).state()).isEqualTo(ClusterState.LAPSED);
        }

        @Test
        @DisplayName("届满日24时以后，登记到期失效的步骤还没有执行，也不能再提出复核")
        void noReviewAfterTheEnd() {
            assertThatThrownBy(() -> registry.beginReview(number, REVIEW, TERM_END.plusDays(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("届满");
            registry.beginReview(number, REVIEW, TERM_END);
            assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
        }

        @Test
        @DisplayName("登记到期失效的步骤迟了几天执行，失效仍自届满次日起")
        void lapsedOnTheDayAfterTheEnd() {
            registry.lapse(number, TERM_END.plusDays(5));
            assertThat(registry.life(number).orElseThrow().events())
                    .last()
                    .satisfies(event -> assertThat(event.happenedOn()).isEqualTo(TERM_END.plusDays(1)));
        }

        @Test
        @DisplayName("到期失效后不能再提出复核")
        void noReviewAfterTheLapse() {
            registry.lapse(number, TERM_END.plusDays(1));
            assertThatThrownBy(() -> registry.beginReview(number, REVIEW, TERM_END.plusDays(2)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("到期失效");
        }
    }

    @Test
    @DisplayName("第十七条：撤销一次；复核中的也可撤销，此后复核通过也不再延长")
    void revoked() {
        registry.beginReview(number, REVIEW, LocalDate.of(2028, 12, 1));
        assertThat(registry.revoke(
                        number, "NXJQ-2028-CX-00001", LocalDate.of(2028, 12, 20), "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号"))
                .isTrue();
        assertThat(registry.revoke(
                        number, "NXJQ-2028-CX-00001", LocalDate.of(2028, 12, 20), "虚假申报", "第十七条(二)", "宁工信企发〔2027〕9号"))
                .isTrue();
        assertThat(registry.revoke(
                        number, "NXJQ-2028-CX-00002", LocalDate.of(2028, 12, 21), "另案", "第十七条(三)", "宁工信企发〔2027〕9号"))
                .isFalse();
        assertThat(registry.revoked(0, 10)).singleElement().satisfies(revoked -> {
            assertThat(revoked.cluster().clusterNumber()).isEqualTo(number);
            assertThat(revoked.by().happenedOn()).isEqualTo("2028-12-20");
            assertThat(revoked.by().article()).isEqualTo("第十七条(二)");
            assertThat(revoked.by().documentNumber()).isEqualTo("宁工信企发〔2027〕9号");
        });
        registry.extend(number, REVIEW, LocalDate.of(2029, 1, 5), "宁工信企发〔2029〕8号");
        assertThat(state()).isEqualTo(ClusterState.REVOKED);
        assertThat(registry.get(number).termEndsOn()).isEqualTo(TERM_END);

        ClusterRecord again = registry.register(recognition("NXJQ-2030-RD-00001", number, LocalDate.of(2030, 6, 1)));
        assertThat(again.clusterNumber()).as("the number is for life").isEqualTo(number);
        assertThat(again.termEndsOn()).isEqualTo(LocalDate.of(2033, 6, 1));
    }

    @Test
    @DisplayName("第十五条：变动前后都在名录中，各有其日；补记更早的变动，不改变现在")
    void factsKeepTheirDays() {
        registry.record(number, FactKind.LEADING_INDUSTRY, "新材料", LocalDate.of(2027, 5, 10), "NXJQ-2027-BG-00001");
        registry.record(number, FactKind.LEADING_INDUSTRY, "炭黑", LocalDate.of(2026, 9, 1), "NXJQ-2027-BG-00002");
        registry.record(number, FactKind.LEADING_INDUSTRY, "重复", LocalDate.of(2027, 5, 10), "NXJQ-2027-BG-00001");

        ClusterLife life = registry.life(number).orElseThrow();
        assertThat(life.factOn(FactKind.LEADING_INDUSTRY, LocalDate.of(2026, 2, 27)))
                .isEmpty();
        assertThat(life.factOn(FactKind.LEADING_INDUSTRY, PUBLISHED)).contains("碳基材料");
        assertThat(life.factOn(FactKind.LEADING_INDUSTRY, LocalDate.of(2026, 9, 1)))
                .contains("炭黑");
        assertThat(life.factOn(FactKind.LEADING_INDUSTRY, LocalDate.of(2027, 5, 9)))
                .contains("炭黑");
        assertThat(life.factOn(FactKind.LEADING_INDUSTRY, LocalDate.of(2027, 5, 10)))
                .contains("新材料");
        assertThat(registry.get(number).leadingIndustry()).isEqualTo("新材料");
    }

    @Test
    @DisplayName("同一撤销线索只报告一次，并由一个撤销案件承办")
    void aCauseIsReportedOnce() {
        RevocationCause cause = new RevocationCause(
                "report:" + number + ":2026",
                number,
                RevocationFact.REPORT_OVERDUE,
                "2026年度发展情况逾期未报",
                null,
                LocalDate.of(2027, 3, 31));
        assertThat(causes.report(cause)).isTrue();
        assertThat(causes.report(cause)).isFalse();
        assertThat(causes.ofCluster(number)).containsExactly(cause);

        causes.assign(cause.cause(), "NXJQ-2026-CX-00099");
        assertThat(causes.open(number)).isEmpty();
        assertThat(causes.ofCase("NXJQ-2026-CX-00099"))
                .as("it has the case that it opened")
                .isEmpty();
        assertThat(causes.ofCase("NXJQ-2026-CX-00001")).containsExactly(cause);
    }
}
