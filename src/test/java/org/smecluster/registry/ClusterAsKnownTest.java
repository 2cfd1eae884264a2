package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("某日所知的集群：当日24时以前登记的、当日以前发生的")
class ClusterAsKnownTest {

    private static final LocalDate ADMITTED = LocalDate.of(2026, 1, 5);
    private static final LocalDate RECOGNISED = LocalDate.of(2026, 6, 1);
    private static final LocalDate TERM_END = LocalDate.of(2029, 6, 1);
    private static final LocalDate EXTENDED = LocalDate.of(2029, 4, 1);
    private static final String POOL = "NXJQ-2026-PY-00001";
    private static final String RECOGNITION = "NXJQ-2026-RD-00001";
    private static final String REVIEW = "NXJQ-2029-FH-00001";

    private final List<ClusterEvent> events = new ArrayList<>();
    private final List<ClusterTerm> terms = new ArrayList<>();
    private final List<ClusterFact> facts = new ArrayList<>();

    /** In the pool, recognised, reviewed and extended; each learnt on its day. */
    private void aLife() {
        event(ClusterState.CULTIVATED, ADMITTED, POOL);
        event(ClusterState.RECOGNISED, RECOGNISED, RECOGNITION);
        terms.add(new ClusterTerm(1, RECOGNISED, TERM_END, RECOGNITION, noon(RECOGNISED), null));
        event(ClusterState.UNDER_REVIEW, EXTENDED.minusDays(30), REVIEW);
        event(ClusterState.RECOGNISED, EXTENDED, REVIEW);
        terms.add(new ClusterTerm(2, TERM_END.plusDays(1), TERM_END.plusYears(3), REVIEW, noon(EXTENDED), null));
    }

    @Test
    @DisplayName("一天到次日零点（上海）为止：零点登记的是次日的")
    void endOfTheDay() {
        Instant midnight = Instant.parse("2026-01-05T16:00:00Z");
        assertThat(ClusterAsKnown.endOf(ADMITTED)).isEqualTo(midnight);
        events.add(event(ClusterState.CULTIVATED, ADMITTED, POOL, midnight));

        assertThat(ClusterAsKnown.of(life(), ADMITTED)).isEmpty();
        assertThat(ClusterAsKnown.of(life(), ADMITTED.plusDays(1))).isPresent();
        assertThat(ClusterAsKnown.firstDay(life())).contains(ADMITTED.plusDays(1));
    }

    @Test
    @DisplayName("名录最早得知集群的那天，以登记为准，不以发生为准")
    void firstDay() {
        assertThat(ClusterAsKnown.firstDay(life())).isEmpty();
        events.add(event(ClusterState.RECOGNISED, ADMITTED, RECOGNITION, noon(RECOGNISED)));
        events.add(event(ClusterState.CULTIVATED, RECOGNISED, POOL, noon(ADMITTED)));
        assertThat(ClusterAsKnown.firstDay(life())).contains(ADMITTED);
    }

    @Test
    @DisplayName("先登记而尚未发生的，到发生之日才算")
    void notBeforeItHappens() {
        events.add(event(ClusterState.CULTIVATED, RECOGNISED, POOL, noon(ADMITTED)));

        assertThat(ClusterAsKnown.of(life(), RECOGNISED.minusDays(1))).isEmpty();
        assertThat(on(RECOGNISED).state()).isEqualTo(ClusterState.CULTIVATED);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @DisplayName("状态、所依的认定、当日所在的有效期和最后的届满日")
    @CsvSource({
        "2026-05-31, CULTIVATED, , , ",
        "2026-06-01, RECOGNISED, NXJQ-2026-RD-00001, 1, 2029-06-01",
        "2029-03-02, UNDER_REVIEW, NXJQ-2026-RD-00001, 1, 2029-06-01",
        "2029-04-01, RECOGNISED, NXJQ-2026-RD-00001, 1, 2032-06-01",
        "2029-06-01, RECOGNISED, NXJQ-2026-RD-00001, 1, 2032-06-01",
        "2029-06-02, RECOGNISED, NXJQ-2026-RD-00001, 2, 2032-06-01",
        "2032-06-01, RECOGNISED, NXJQ-2026-RD-00001, 2, 2032-06-01",
        "2032-06-02, RECOGNISED, NXJQ-2026-RD-00001, , 2032-06-01"
    })
    void asItStood(LocalDate day, ClusterState state, String recognition, Integer term, LocalDate endsOn) {
        aLife();

        ClusterAsKnown known = on(day);
        assertThat(known.state()).isEqualTo(state);
        assertThat(known.recognition() == null ? null : known.recognition().caseNumber())
                .as("a review passed is no recognition")
                .isEqualTo(recognition);
        assertThat(known.term() == null ? null : Integer.valueOf(known.term().number()))
                .isEqualTo(term);
        assertThat(known.termEndsOn()).isEqualTo(endsOn);
    }

    @Test
    @DisplayName("后来登记的有效期当日还不知道")
    void termsLearntLater() {
        aLife();

        assertThat(on(EXTENDED.minusDays(1)).terms()).hasSize(1);
        assertThat(on(EXTENDED).terms()).hasSize(2);
        terms.clear();
        terms.add(new ClusterTerm(1, RECOGNISED, TERM_END, RECOGNITION, ClusterAsKnown.endOf(RECOGNISED), null));
        assertThat(on(RECOGNISED).terms()).as("recorded at midnight").isEmpty();
    }

    @Test
    @DisplayName("最近一次入库或认定：复核通过不是认定")
    void lastEntry() {
        aLife();

        assertThat(ClusterAsKnown.lastEntry(life(), ADMITTED.minusDays(1))).isEmpty();
        assertThat(ClusterAsKnown.lastEntry(life(), ADMITTED)).contains(events.get(0));
        assertThat(ClusterAsKnown.lastEntry(life(), RECOGNISED)).contains(events.get(1));
        assertThat(ClusterAsKnown.lastEntry(life(), EXTENDED)).contains(events.get(1));
    }

    @Test
    @DisplayName("名称和主导产业以当日有效的登记为准，没有登记的以名录为准")
    void calledThen() {
        aLife();
        fact(FactKind.NAME, "平罗冶金集群", ADMITTED, noon(ADMITTED));
        fact(FactKind.NAME, "平罗新材料集群", RECOGNISED, noon(RECOGNISED));
        fact(FactKind.LEADING_INDUSTRY, "新材料", RECOGNISED, noon(RECOGNISED));

        assertThat(on(ADMITTED).name()).isEqualTo("平罗冶金集群");
        assertThat(on(ADMITTED).leadingIndustry()).isEqualTo("名录上的产业");
        assertThat(on(RECOGNISED).name()).isEqualTo("平罗新材料集群");
        assertThat(on(RECOGNISED).leadingIndustry()).isEqualTo("新材料");
    }

    @Test
    @DisplayName("每类事项只有最后的一条有效，其他事项条条有效；尚未生效的、后来登记的都不算")
    void factsInForce() {
        aLife();
        fact(FactKind.AREA, "老园区", ADMITTED, noon(ADMITTED));
        fact(FactKind.AREA, "红崖子园区", RECOGNISED, noon(ADMITTED));
        fact(FactKind.AREA, "零点登记的园区", RECOGNISED, ClusterAsKnown.endOf(RECOGNISED));
        fact(FactKind.OTHER, "事项一", ADMITTED, noon(ADMITTED));
        fact(FactKind.OTHER, "事项二", RECOGNISED, noon(RECOGNISED));

        assertThat(on(RECOGNISED.minusDays(1)).facts())
                .extracting(ClusterFact::value)
                .containsExactly("老园区", "事项一");
        assertThat(on(RECOGNISED).facts()).extracting(ClusterFact::value).containsExactly("红崖子园区", "事项一", "事项二");
        assertThat(on(RECOGNISED.plusDays(1)).facts())
                .extracting(ClusterFact::value)
                .containsExactly("零点登记的园区", "事项一", "事项二");
    }

    @Test
    @DisplayName("第六条：在库的日子由状态变化得出：入库、出库、再入库")
    void stays() {
        event(ClusterState.CULTIVATED, ADMITTED, POOL);
        event(ClusterState.LEFT_POOL, RECOGNISED, POOL);
        event(ClusterState.LAPSED, RECOGNISED.plusDays(1), null);
        event(ClusterState.CULTIVATED, EXTENDED, "NXJQ-2029-PY-00001");

        assertThat(on(ADMITTED).poolStays()).containsExactly(new PoolStay(POOL, ADMITTED, null, null));
        assertThat(on(EXTENDED).poolStays())
                .containsExactly(
                        new PoolStay(POOL, ADMITTED, RECOGNISED, "理由"),
                        new PoolStay("NXJQ-2029-PY-00001", EXTENDED, null, null));
    }

    @Test
    @DisplayName("撤销后重新认定：所依的是后一次认定，所在的是后一个有效期")
    void recognisedAgain() {
        aLife();
        LocalDate again = LocalDate.of(2030, 2, 1);
        event(ClusterState.REVOKED, again.minusDays(9), "NXJQ-2030-CX-00001");
        event(ClusterState.RECOGNISED, again, "NXJQ-2030-RD-00001");
        terms.add(new ClusterTerm(3, again, again.plusYears(3), "NXJQ-2030-RD-00001", noon(again), null));

        assertThat(on(again.minusDays(1)).recognition()).isEqualTo(events.get(1));
        assertThat(on(again.minusDays(1)).term().number()).isEqualTo(2);
        assertThat(on(again).recognition().caseNumber()).isEqualTo("NXJQ-2030-RD-00001");
        assertThat(on(again).term().number()).isEqualTo(3);
    }

    private ClusterAsKnown on(LocalDate day) {
        return ClusterAsKnown.of(life(), day).orElseThrow();
    }

    private ClusterLife life() {
        ClusterRecord cluster = new ClusterRecord(
                1,
                "NXJQ-640221-0001",
                POOL,
                "名录上的名称",
                "名录上的产业",
                "640221",
                "6402",
                "county-640221",
                ClusterState.RECOGNISED,
                RECOGNISED,
                null,
                TERM_END);
        return new ClusterLife(cluster, terms, events, facts, List.of());
    }

    private void event(ClusterState state, LocalDate day, String caseNumber) {
        events.add(event(state, day, caseNumber, noon(day)));
    }

    private static ClusterEvent event(ClusterState state, LocalDate day, String caseNumber, Instant recordedAt) {
        return new ClusterEvent(state, day, "理由", "第十四条", caseNumber, null, recordedAt);
    }

    private void fact(FactKind kind, String value, LocalDate validFrom, Instant recordedAt) {
        facts.add(new ClusterFact(kind, value, validFrom, RECOGNITION, "第十五条", recordedAt));
    }

    private static Instant noon(LocalDate day) {
        return ClusterAsKnown.endOf(day).minusSeconds(12 * 3600);
    }
}
