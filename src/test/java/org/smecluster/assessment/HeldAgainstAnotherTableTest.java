package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;

@DisplayName("第十六条：同样的数据对照国家级推荐标准")
class HeldAgainstAnotherTableTest {

    private static final String NATIONAL = "nationalRecommendationCriteria";
    private static final StandaloneDecisionTables TABLES = StandaloneDecisionTables.asDeployed();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest(name = "{0} {1}：{2}")
    @DisplayName("第十条所列情形也是其中一项：没有的符合，有的不符合，级别不明的由人判断，并写明原因")
    @CsvSource({
        "SAFETY, GENERAL, MET, ",
        "SAFETY, LARGE, NOT_MET, ",
        "SAFETY, , NEEDS_EXPLANATION, 有事故或事件的级别不明，由人判断",
        "ILLEGALITY, , NOT_MET, 违法违规是否属于第十条的其它重大问题，由人判断"
    })
    void incidents(IncidentType type, IncidentLevel level, Outcome outcome, String reason) {
        Finding finding = finding(
                "vetoed", cluster -> cluster.incidents = List.of(new Incident(type, level, DAY, null, "某企业", "通报")));

        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.label()).isEqualTo("发生第十条所列情形");
        assertThat(FindingWording.reason(finding)).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}：{1}")
    @DisplayName("国家标准列有违法违规：近三年内的不符合，三年以外的不算")
    @CsvSource({"2023-06-01, NOT_MET", "2023-05-31, MET"})
    void illegality(LocalDate day, Outcome outcome) {
        Incident illegality = new Incident(IncidentType.ILLEGALITY, null, day, null, "某企业", "行政处罚决定");

        assertThat(finding("vetoed", cluster -> cluster.incidents = List.of(illegality))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    @DisplayName("每一项依表的次序，有条文、要求和数值")
    void everyRow() {
        List<Finding> findings = hold(cluster -> {});

        assertThat(findings).hasSizeGreaterThan(10).allSatisfy(finding -> {
            assertThat(finding.decision()).isEqualTo(NATIONAL);
            assertThat(finding.article()).startsWith("第十六条");
            assertThat(finding.requirement()).isNotBlank();
            assertThat(finding.label()).as("a Chinese name").isNotEqualTo(finding.code());
        });
        assertThat(findings.get(0).code()).isEqualTo("vetoed");
        assertThat(finding("vetoed", cluster -> {})
                        .input("vetoed")
                        .orElseThrow()
                        .value())
                .isEqualTo(false);
    }

    private static Finding finding(String code, Consumer<SubjectOf> departure) {
        return hold(departure).stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> hold(Consumer<SubjectOf> departure) {
        SubjectOf cluster = new SubjectOf();
        departure.accept(cluster);
        return new AssessmentService(TABLES, Clock.systemUTC()).hold(NATIONAL, cluster.subject());
    }
}
