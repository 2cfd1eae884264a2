package org.smecluster.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.registry.YearlyReport.State;

@DisplayName("名录的各种状态：叫什么，算不算数")
class LifeWordsTest {

    @ParameterizedTest(name = "{1}")
    @DisplayName("第十四条：复核中认定仍有效；到期待复核的，认定尚未失效")
    @CsvSource({
        "CULTIVATED, 培育, false, false",
        "LEFT_POOL, 已出库, false, false",
        "RECOGNISED, 认定, true, true",
        "UNDER_REVIEW, 复核中, true, true",
        "AWAITING_REVIEW, 到期待复核, true, false",
        "LAPSED, 到期失效, false, false",
        "REVOKED, 撤销, false, false"
    })
    void clusterStates(ClusterState state, String label, boolean lasts, boolean inForce) {
        assertThat(state.label()).isEqualTo(label);
        assertThat(state.recognitionLasts()).isEqualTo(lasts);
        assertThat(state.inForce()).isEqualTo(inForce);
        assertThat(ClusterSearch.recognitionLasts().contains(state)).isEqualTo(lasts);
        assertThat(ClusterSearch.anyState()).contains(state);
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("第十二条(三)：公示无异议、异议不成立的，才不妨碍认定")
    @CsvSource({"PENDING, 尚无结果, false", "NO_OBJECTION, 公示无异议, true", "DISMISSED, 异议不成立, true", "UPHELD, 异议成立, false"})
    void publicity(PublicityOutcome outcome, String label, boolean clears) {
        assertThat(outcome.label()).isEqualTo(label);
        assertThat(outcome.clears()).isEqualTo(clears);
    }

    @Test
    @DisplayName("第十二条(三)：还没有公示的，尚无结果")
    void notYetPublic() {
        PublicListItem item = PublicListItem.of("NXJQ-2026-RD-00001", "平罗碳基材料集群", "碳基材料", "平罗县", "平罗县", "石嘴山市");
        assertThat(item.outcome()).isEqualTo(PublicityOutcome.PENDING);
        assertThat(item.ruling()).isNull();
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("第十六条：年报走到哪一步，谁在办，是否已了结，是否审阅通过")
    @CsvSource({
        "DUE, 待报送, false, true, false",
        "SUBMITTED, 待市级审核, false, false, false",
        "RETURNED, 退回补正, false, true, false",
        "FORWARDED, 待自治区审阅, false, false, false",
        "ACCEPTED, 已审阅, true, false, true",
        "NOT_SUBMITTED, 未报送, true, false, false",
        "NOT_NEEDED, 集群已失效，不再报送, true, false, false"
    })
    void yearlyReports(State state, String label, boolean closed, boolean withUnit, boolean accepted) {
        YearlyReport report = new YearlyReport(
                2026, "NXJQ-640221-0001", "NXJQ-2027-BS-00001", state, 1L, null, false, null, null, false);

        assertThat(state.label()).isEqualTo(label);
        assertThat(state.closed()).isEqualTo(closed);
        assertThat(state.withUnit()).isEqualTo(withUnit);
        assertThat(report.accepted()).isEqualTo(accepted);
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("第十七条：每种情形各依其项")
    @CsvSource({
        "STANDARDS_NOT_MET, 不再符合评价认定标准, 第十七条(一)",
        "FALSE_APPLICATION_FOUND, 发现虚假申报, 第十七条(二)",
        "REPORT_OVERDUE, 未按要求及时报送年度发展情况, 第十七条(三)",
        "SUPERVISION_REFUSED, 不接受、不配合监测监督工作, 第十七条(三)",
        "CHANGE_UNFILED, 重大变动未及时备案, 第十七条(四)",
        "MAJOR_INCIDENT, 发生第十条所列事故、事件或行为, 第十七条(五)"
    })
    void revocationFacts(RevocationFact fact, String label, String article) {
        assertThat(fact.label()).isEqualTo(label);
        assertThat(fact.article()).hasToString(article);
    }

    @Test
    @DisplayName("第十五条：可变动的事项各有名称")
    void factKinds() {
        assertThat(Stream.of(FactKind.values()).map(FactKind::label))
                .containsExactly("集群名称", "主导产业", "空间范围", "运营管理机构", "其他事项");
    }

    @Test
    @DisplayName("范围小的能看的，范围大的都能看：单位、市、自治区")
    void readers() {
        assertThat(readableBy(LifeReader.UNIT)).containsExactly(LifeReader.UNIT);
        assertThat(readableBy(LifeReader.CITY)).containsExactlyInAnyOrder(LifeReader.UNIT, LifeReader.CITY);
        assertThat(readableBy(LifeReader.REGION)).isEqualTo(EnumSet.allOf(LifeReader.class));
    }

    @Test
    @DisplayName("自治区研究的，结案前只有自治区看；主管部门内部的，结案前单位不看；结案后都能看")
    void untilTheCaseIsClosed() {
        assertThat(LifeReader.deliberation(false)).isEqualTo(LifeReader.REGION);
        assertThat(LifeReader.internal(false)).isEqualTo(LifeReader.CITY);
        assertThat(List.of(LifeReader.deliberation(true), LifeReader.internal(true)))
                .containsOnly(LifeReader.UNIT);
    }

    private static Set<LifeReader> readableBy(LifeReader reader) {
        return Stream.of(LifeReader.values()).filter(reader::reads).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("在某日看当时还没有结案的案件：写当时办到哪里，没有记下的写办理中")
    void aCaseAsItStood() {
        Instant closed = Instant.parse("2027-03-01T02:00:00Z");
        ClusterCase now =
                new ClusterCase("NXJQ-2027-BG-00001", CaseKind.BG, null, "已备案", closed.minusSeconds(9), closed);

        assertThat(now.before(closed.plusMillis(1), "待市级意见")).isEqualTo(now);
        ClusterCase then = now.before(closed, "待市级意见");
        assertThat(then.closed())
                .as("closed at that very moment, not before it")
                .isFalse();
        assertThat(then.standing()).isEqualTo("待市级意见");
        assertThat(now.before(closed, null).standing()).isEqualTo("办理中");
        assertThat(then.before(closed.plusSeconds(9), "待自治区意见").standing()).isEqualTo("待自治区意见");
    }

    @Test
    @DisplayName("第十五条：某日有效的是此前最后变动的；同日的以后登记的为准；变动当日即有效")
    void factInForce() {
        LocalDate day = LocalDate.of(2027, 5, 10);
        Instant learnt = Instant.parse("2027-06-01T00:00:00Z");
        ClusterLife life = new ClusterLife(
                null,
                List.of(),
                List.of(),
                List.of(
                        fact(FactKind.NAME, "原名", day.minusYears(1), learnt.minusSeconds(9)),
                        fact(FactKind.NAME, "后登记的", day, learnt),
                        fact(FactKind.NAME, "先登记的", day, learnt.minusSeconds(1)),
                        fact(FactKind.AREA, "红崖子园区", day, learnt)),
                List.of());

        assertThat(life.factOn(FactKind.NAME, day)).contains("后登记的");
        assertThat(life.factOn(FactKind.NAME, day.minusDays(1))).contains("原名");
        assertThat(life.factOn(FactKind.AREA, day.minusDays(1))).isEmpty();
        assertThat(life.factOn(FactKind.OTHER, day)).isEmpty();
    }

    private static ClusterFact fact(FactKind kind, String value, LocalDate validFrom, Instant recordedAt) {
        return new ClusterFact(kind, value, validFrom, "NXJQ-2027-BG-00001", "第十五条", recordedAt);
    }
}
