package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.law.Refusal;

/** What holds of the registry, wherever the clusters are kept. */
abstract class ClusterRegistryRules {

    static final LocalDate PUBLISHED = LocalDate.of(2026, 2, 28);
    private static final LocalDate TERM_END = LocalDate.of(2029, 2, 28);
    private static final String REVIEW = "NXJQ-2029-FH-00001";

    ClusterRegistry registry;
    String number;

    /** An empty one, on the day of {@link #PUBLISHED}. */
    abstract ClusterRegistry registry();

    @BeforeEach
    void recognised() {
        registry = registry();
        number = registry.register(recognition("NXJQ-2026-RD-00001", null, PUBLISHED))
                .clusterNumber();
        registry.openReviewFrom(number, TERM_END.minusDays(180));
    }

    static Recognition recognition(String caseNumber, String clusterNumber, LocalDate publishedOn) {
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

    @Test
    @DisplayName("第六条：入库即有编号，认定时沿用，并记出库")
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
        assertThat(recognised.name()).as("as recognised").isEqualTo("平罗碳基材料集群");
        assertThat(recognised.leadingIndustry()).isEqualTo("碳基材料");
        assertThat(recognised.recognisedOn()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(recognised.documentNumber()).isEqualTo("宁工信企发〔2026〕30号");
        assertThat(registry.life(pooled).orElseThrow().poolStays())
                .containsExactly(new PoolStay(
                        "NXJQ-2026-PY-00001", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 6, 1), "认定为自治区级集群"));
        assertThat(registry.ofCase("NXJQ-2026-RD-00002")).contains(recognised);
    }

    @Test
    @DisplayName("第六条：出库后可以再次入库；已认定的不再入库")
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

    @Test
    @DisplayName("第十四条：通过的自原届满日起再延三年，重复执行只延一次")
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
    @DisplayName("第十四条：届满时复核未完的不失效")
    void aReviewUnderWayKeepsTheCluster() {
        registry.beginReview(number, REVIEW, LocalDate.of(2029, 2, 1));
        registry.lapse(number, TERM_END.plusDays(1));
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
    }

    @Test
    @DisplayName("第十四条：届满前未通过的，至原有效期届满；届满后未通过的，当日失效")
    void notPassed() {
        registry.beginReview(number, REVIEW, LocalDate.of(2028, 12, 1));
        registry.endReview(number, REVIEW, TERM_END, "复核未通过", false);
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        registry.lapse(number, TERM_END.plusDays(1));
        assertThat(state()).isEqualTo(ClusterState.LAPSED);

        String other = registry.register(recognition("NXJQ-2026-RD-00002", null, PUBLISHED))
                .clusterNumber();
        registry.openReviewFrom(other, TERM_END.minusDays(180));
        registry.beginReview(other, "NXJQ-2029-FH-00002", LocalDate.of(2029, 2, 1));
        registry.endReview(other, "NXJQ-2029-FH-00002", TERM_END.plusDays(1), "复核未通过", false);
        assertThat(registry.get(other).state()).isEqualTo(ClusterState.LAPSED);
    }

    @Test
    @DisplayName("第十四条：届满当日不转为到期待复核，次日转；迟了几天登记，仍自届满次日起；此后可以复核，通过的自原届满日起延长")
    void awaitsItsReview() {
        assertThat(registry.awaitReview(number, TERM_END)).isEqualTo(ClusterState.RECOGNISED);
        assertThat(registry.awaitReview(number, TERM_END.plusDays(5))).isEqualTo(ClusterState.AWAITING_REVIEW);
        assertThat(registry.awaitReview(number, TERM_END.plusDays(6))).isEqualTo(ClusterState.AWAITING_REVIEW);
        assertThat(registry.lapse(number, TERM_END.plusDays(6)))
                .as("the end of the term is told once")
                .isEqualTo(ClusterState.AWAITING_REVIEW);
        assertThat(registry.life(number).orElseThrow().events()).last().satisfies(event -> {
            assertThat(event.happenedOn()).isEqualTo(TERM_END.plusDays(1));
            assertThat(event.reason()).isEqualTo("有效期至2029-02-28届满，等待自治区统一组织复核");
            assertThat(event.article()).isEqualTo("第十四条");
        });
        assertThat(registry.revoke(
                        number, "NXJQ-2029-CX-00001", TERM_END.plusDays(7), "虚假申报", "第十七条(二)", "宁工信企发〔2029〕9号"))
                .as("only within the term")
                .isFalse();
        assertThatThrownBy(() -> registry.register(recognition("NXJQ-2029-RD-00009", number, TERM_END.plusDays(8))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> registry.admit(admission("NXJQ-2029-PY-00009", number, TERM_END.plusDays(8))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("到期待复核");

        registry.beginReview(number, REVIEW, TERM_END.plusDays(9));
        registry.endReview(number, REVIEW, TERM_END.plusDays(20), "撤回", true);
        assertThat(state()).as("a round is open").isEqualTo(ClusterState.AWAITING_REVIEW);
        registry.beginReview(number, "NXJQ-2029-FH-00002", TERM_END.plusDays(21));
        assertThat(registry.extend(number, "NXJQ-2029-FH-00002", TERM_END.plusDays(60), "宁工信企发〔2029〕8号"))
                .isEqualTo(LocalDate.of(2032, 2, 28));
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
    }

    @Test
    @DisplayName("第十四条：到期待复核的，不再复核时失效；以后的通知列明的，恢复待复核；别的状态不受影响")
    void waitingEnds() {
        assertThat(registry.endWaiting(number, TERM_END, "轮次已截止", null)).isFalse();
        registry.awaitReviewAgain(number, TERM_END, "宁工信企发〔2029〕5号");
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
        registry.awaitReview(number, TERM_END.plusDays(1));
        assertThat(registry.endWaiting(number, TERM_END.plusDays(40), "轮次已截止", "宁工信企发〔2029〕9号"))
                .isTrue();
        assertThat(registry.endWaiting(number, TERM_END.plusDays(41), "轮次已截止", null))
                .isFalse();
        registry.awaitReviewAgain(number, TERM_END.plusDays(300), "宁工信企发〔2030〕5号");
        assertThat(registry.life(number).orElseThrow().events())
                .extracting(ClusterEvent::state, ClusterEvent::happenedOn, ClusterEvent::documentNumber)
                .containsExactly(
                        tuple(ClusterState.RECOGNISED, PUBLISHED, "宁工信企发〔2026〕30号"),
                        tuple(ClusterState.AWAITING_REVIEW, TERM_END.plusDays(1), null),
                        tuple(ClusterState.LAPSED, TERM_END.plusDays(40), "宁工信企发〔2029〕9号"),
                        tuple(ClusterState.AWAITING_REVIEW, TERM_END.plusDays(300), "宁工信企发〔2030〕5号"));
    }

    @Test
    @DisplayName("第十四条：登记到期失效的步骤迟了几天执行，失效仍自届满次日起")
    void lapsedOnTheDayAfterTheEnd() {
        registry.lapse(number, TERM_END.plusDays(5));
        assertThat(registry.life(number).orElseThrow().events())
                .last()
                .satisfies(event -> assertThat(event.happenedOn()).isEqualTo(TERM_END.plusDays(1)));
    }

    @Test
    @DisplayName("第十四条：到期失效后不能再提出复核")
    void noReviewAfterTheLapse() {
        registry.lapse(number, TERM_END.plusDays(1));
        assertThatThrownBy(() -> registry.beginReview(number, REVIEW, TERM_END.plusDays(2)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("到期失效");
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
        assertThat(registry.life(number).orElseThrow().events())
                .filteredOn(event -> event.state() == ClusterState.REVOKED)
                .singleElement()
                .satisfies(by -> {
                    assertThat(by.happenedOn()).isEqualTo("2028-12-20");
                    assertThat(by.article()).isEqualTo("第十七条(二)");
                    assertThat(by.documentNumber()).isEqualTo("宁工信企发〔2027〕9号");
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
    @DisplayName("第六条：同一案件重复入库，第二次什么也不改变；在库的、认定的另案入库，予以拒绝")
    void admittedOnce() {
        String pooled = registry.admit(admission("NXJQ-2026-PY-00001", null, LocalDate.of(2026, 1, 5)))
                .clusterNumber();
        registry.leavePool(pooled, LocalDate.of(2026, 5, 1), "单位申请出库", "NXJQ-2026-PY-00001");
        ClusterRecord again = registry.admit(admission("NXJQ-2027-PY-00001", pooled, LocalDate.of(2027, 1, 5)));
        assertThat(registry.admit(admission("NXJQ-2027-PY-00001", pooled, LocalDate.of(2027, 1, 6))))
                .isEqualTo(again);
        assertThat(registry.life(pooled).orElseThrow().poolStays())
                .containsExactly(
                        new PoolStay(
                                "NXJQ-2026-PY-00001", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 5, 1), "单位申请出库"),
                        new PoolStay("NXJQ-2027-PY-00001", LocalDate.of(2027, 1, 5), null, null));
        assertThatThrownBy(() -> registry.admit(admission("NXJQ-2027-PY-00002", pooled, LocalDate.of(2027, 1, 7))))
                .isInstanceOf(Refusal.class)
                .hasMessage("集群" + pooled + "现为“培育”，不需要再申请入库");
    }

    @Test
    @DisplayName("第六条：不在库的谈不上出库")
    void onlyWhoIsInThePoolLeavesIt() {
        registry.leavePool(number, LocalDate.of(2026, 5, 1), "没有进展", "NXJQ-2026-PY-00001");
        assertThat(state()).isEqualTo(ClusterState.RECOGNISED);
    }

    @Test
    @DisplayName("入库、出库、认定各依其条，名称和主导产业自始即在名录中")
    void everyEventHasItsBasis() {
        String pooled = registry.admit(admission("NXJQ-2026-PY-00001", null, LocalDate.of(2026, 1, 5)))
                .clusterNumber();
        registry.leavePool(pooled, LocalDate.of(2026, 3, 1), "没有进展", "NXJQ-2026-PY-00001");
        registry.register(recognition("NXJQ-2026-RD-00002", pooled, LocalDate.of(2026, 6, 1)));
        registry.describe(pooled, FactKind.AREA, "红崖子园区", LocalDate.of(2026, 6, 1), "NXJQ-2026-RD-00002");
        registry.record(pooled, FactKind.NAME, "平罗新材料集群", LocalDate.of(2026, 9, 1), "NXJQ-2026-BG-00001");

        ClusterLife life = registry.life(pooled).orElseThrow();
        assertThat(life.events())
                .extracting(ClusterEvent::state, ClusterEvent::article)
                .containsExactly(
                        tuple(ClusterState.CULTIVATED, "第六条"),
                        tuple(ClusterState.LEFT_POOL, "第六条"),
                        tuple(ClusterState.RECOGNISED, "第十二条(三)"));
        assertThat(life.facts())
                .extracting(ClusterFact::kind, ClusterFact::value, ClusterFact::article)
                .containsExactly(
                        tuple(FactKind.NAME, "平罗冶金集群", "第六条"),
                        tuple(FactKind.LEADING_INDUSTRY, "冶金", "第六条"),
                        tuple(FactKind.NAME, "平罗碳基材料集群", "第十二条(三)"),
                        tuple(FactKind.LEADING_INDUSTRY, "碳基材料", "第十二条(三)"),
                        tuple(FactKind.AREA, "红崖子园区", "第十二条(三)"),
                        tuple(FactKind.NAME, "平罗新材料集群", "第十五条"));
        assertThat(registry.get(pooled).name()).isEqualTo("平罗新材料集群");
        assertThat(registry.get(pooled).leadingIndustry()).isEqualTo("碳基材料");
    }

    @Test
    @DisplayName("第十二条(三)：同一案件重复认定，第二次什么也不改变；认定有效的不能由另案再认定")
    void recognisedOnce() {
        ClusterRecord before = registry.get(number);
        assertThat(registry.register(recognition("NXJQ-2026-RD-00001", null, PUBLISHED)))
                .isEqualTo(before);
        assertThat(states()).containsExactly(ClusterState.RECOGNISED);
        assertThatThrownBy(() -> registry.register(recognition("NXJQ-2026-RD-00009", number, PUBLISHED)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(number);
    }

    @Test
    @DisplayName("第十四条：一次只有一个复核")
    void oneReviewAtATime() {
        LocalDate opens = TERM_END.minusDays(180);
        assertThat(registry.reviewUnderWay(number)).isFalse();
        registry.beginReview(number, REVIEW, opens);
        assertThat(registry.reviewUnderWay(number)).isTrue();
        assertThatThrownBy(() -> registry.beginReview(number, "NXJQ-2029-FH-00002", opens))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("复核中");
    }

    @Test
    @DisplayName("第十四条：延长以后，单独申请的起始日按新的有效期另行排定")
    void theNextReviewHasItsOwnDay() {
        registry.beginReview(number, REVIEW, TERM_END);
        LocalDate newEnd = registry.extend(number, REVIEW, TERM_END, "宁工信企发〔2029〕8号");
        assertThat(registry.life(number).orElseThrow().terms().get(1).reviewOpenOn())
                .isNull();
        registry.openReviewFrom(number, newEnd.minusDays(180));
        assertThat(registry.life(number).orElseThrow().terms())
                .extracting(ClusterTerm::number, ClusterTerm::reviewOpenOn)
                .containsExactly(tuple(1, TERM_END.minusDays(180)), tuple(2, newEnd.minusDays(180)));
    }

    @Test
    @DisplayName("第十四条：前一次复核的步骤重复执行，不会借后一次复核再延")
    void anEarlierReviewDoesNotExtendAgain() {
        registry.beginReview(number, REVIEW, TERM_END);
        LocalDate newEnd = registry.extend(number, REVIEW, TERM_END, "宁工信企发〔2029〕8号");
        registry.openReviewFrom(number, newEnd.minusDays(180));
        registry.beginReview(number, "NXJQ-2032-FH-00001", newEnd);

        assertThat(registry.extend(number, REVIEW, newEnd, "宁工信企发〔2029〕8号")).isEqualTo(newEnd);
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
    }

    @Test
    @DisplayName("第十四条：没有在复核的不延长；别的案件不能结束这次复核")
    void onlyItsOwnReview() {
        assertThat(registry.extend(number, REVIEW, TERM_END, "宁工信企发〔2029〕8号")).isEqualTo(TERM_END);
        registry.endReview(number, REVIEW, TERM_END, "复核未通过", false);
        assertThat(states()).containsExactly(ClusterState.RECOGNISED);

        registry.beginReview(number, REVIEW, TERM_END);
        registry.endReview(number, "NXJQ-2029-FH-00002", TERM_END, "复核未通过", false);
        assertThat(state()).isEqualTo(ClusterState.UNDER_REVIEW);
    }

    @Test
    @DisplayName("第十四条：届满当日仍有效，次日失效；撤销了的不再失效")
    void theLastDayIsStillOfTheTerm() {
        assertThat(registry.lapse(number, TERM_END)).isEqualTo(ClusterState.RECOGNISED);
        assertThat(registry.lapse(number, TERM_END.plusDays(1))).isEqualTo(ClusterState.LAPSED);
        assertThat(registry.revoke(
                        number, "NXJQ-2029-CX-00001", TERM_END.plusDays(2), "虚假申报", "第十七条(二)", "宁工信企发〔2029〕9号"))
                .as("nothing holds any more that could be revoked")
                .isFalse();
        assertThat(registry.life(number).orElseThrow().events()).last().satisfies(event -> {
            assertThat(event.article()).isEqualTo("第十四条");
            assertThat(event.reason()).isEqualTo("有效期至2029-02-28届满，未经复核延长");
        });
    }

    @Test
    @DisplayName("名录可按编号、名称、案件和状态查找")
    void found() {
        ClusterRecord cluster = registry.get(number);
        String pooled = registry.admit(admission("NXJQ-2026-PY-00001", null, LocalDate.of(2026, 1, 5)))
                .clusterNumber();

        assertThat(registry.find(List.of(number, "NXJQ-640221-9999"))).containsExactly(cluster);
        assertThat(registry.named("county-640221", "平罗碳基材料集群")).contains(cluster);
        assertThat(registry.ofCase("NXJQ-2026-RD-00001")).contains(cluster);
        assertThat(registry.all()).extracting(ClusterRecord::clusterNumber).containsExactly(number, pooled);
        ClusterSearch valid =
                new ClusterSearch(null, ClusterSearch.recognitionLasts(), "", Map.of(), ClusterSearch.Order.NUMBER);
        assertThat(registry.count(valid)).isEqualTo(1);
        assertThat(registry.page(valid, 0, 10)).containsExactly(cluster);
        assertThatThrownBy(() -> registry.get("NXJQ-640221-9999")).isInstanceOf(IllegalArgumentException.class);
    }
}
