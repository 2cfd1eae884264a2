package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.indicator.HeadCount.ALL_ENTERPRISES;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("评估的各种说法")
class AssessmentWordsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest(name = "{2}")
    @DisplayName("评估的阶段：第几次，只有复审评估是自治区据以研究的")
    @CsvSource({
        "CHECK, 1, 申报核对第1次, CHECK-1, false",
        "REVIEW, 2, 审查评估第2次, REVIEW-2, false",
        "REREVIEW, 1, 复审评估第1次, REREVIEW-1, true",
        "ANNUAL, 3, 年度评估第3次, ANNUAL-3, false"
    })
    void stages(Stage.Kind kind, int number, String label, String key, boolean ofDeliberation) {
        Stage stage = Stage.of(kind, number);

        assertThat(stage.label()).isEqualTo(label);
        assertThat(stage.key()).isEqualTo(key);
        assertThat(stage.next()).isEqualTo(Stage.of(kind, number + 1));
        assertThat(kind.ofDeliberation()).isEqualTo(ofDeliberation);
    }

    @Test
    @DisplayName("先核对、再审查、再复审；同一阶段按次数先后")
    void inOrder() {
        List<Stage> inOrder = List.of(
                Stage.of(Stage.Kind.CHECK, 2),
                Stage.of(Stage.Kind.REVIEW, 1),
                Stage.of(Stage.Kind.REREVIEW, 9),
                Stage.of(Stage.Kind.REREVIEW, 10));

        assertThat(Stream.of(3, 1, 0, 2).map(inOrder::get).sorted()).isEqualTo(inOrder);
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("第十条：事故、事件或行为各有名称")
    @CsvSource({
        "SAFETY, 生产安全事故",
        "QUALITY, 质量事故",
        "POLLUTION, 环境污染事故",
        "CYBERSECURITY, 网络安全事件",
        "DATA_SECURITY, 数据安全事件",
        "TAX_EVASION, 偷税漏税",
        "SERIOUS_DISHONESTY, 严重失信",
        "OTHER_MAJOR, 其它重大问题",
        "ILLEGALITY, 违法违规"
    })
    void incidentTypes(IncidentType type, String label) {
        assertThat(type.label()).isEqualTo(label);
        assertThat(new Incident(type, null, DAY, null, "某企业", "通报").inWords())
                .isEqualTo("某企业于2026-01-01发生" + label + "（等级未注明）");
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("第十条：事故等级照说，没有的写未注明")
    @CsvSource({"GENERAL, 一般", "LARGE, 较大", "MAJOR, 重大", "EXTRAORDINARY, 特别重大", ", 等级未注明"})
    void incidentLevels(IncidentLevel level, String label) {
        assertThat(new Incident(IncidentType.SAFETY, level, DAY, null, "某企业", "通报").levelInWords())
                .isEqualTo(label);
    }

    @Test
    @DisplayName("申报：答了什么、怎么说明；没有答的没有值")
    void declarations() {
        Declarations declarations = new Declarations(Map.of("pillarIndustry", new Declaration(true, "县支柱产业名录")));

        assertThat(declarations.value("pillarIndustry")).isTrue();
        assertThat(declarations.explanation("pillarIndustry")).isEqualTo("县支柱产业名录");
        assertThat(declarations.value("resourceSharing")).isNull();
        assertThat(declarations.explanation("resourceSharing")).isNull();
        assertThat(Declarations.label("pillarIndustry")).isEqualTo("主导产业为县域支柱或特色产业");
    }

    @ParameterizedTest
    @EnumSource(
            value = ConditionInput.class,
            names = {"AREA", "INNOVATION_PLATFORM_COUNT", "STANDARD_COUNT", "POLICY_COVERAGE_RATE"})
    @DisplayName("第十一条：“基本情况”填报的各项，没有填报的说明缺哪一项")
    void figures(ConditionInput input) {
        assertThat(ConditionInputs.of(SubjectOf.nothing(), ALL_ENTERPRISES)
                        .reasons()
                        .get(input.code()))
                .isEqualTo("“基本情况”未填报" + input.label() + "，请补填");
        assertThat(ConditionInputs.of(new SubjectOf().subject(), ALL_ENTERPRISES)
                        .reasons())
                .isEmpty();
    }

    @Test
    @DisplayName("结论只有四种")
    void outcomes() {
        assertThatThrownBy(() -> new Assessment("PASSED", List.of(), List.of(), 1, "rule", Map.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
