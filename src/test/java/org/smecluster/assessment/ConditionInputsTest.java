package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smecluster.indicator.HeadCount.ALL_ENTERPRISES;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConditionInputsTest {

    @Test
    @DisplayName("什么都没有填报：每个输入都在，都为空，都有原因")
    void nothingSupplied() {
        ConditionInputs inputs = ConditionInputs.of(SubjectOf.nothing(), ALL_ENTERPRISES);

        assertThat(inputs.values())
                .hasSize(ConditionInput.values().length)
                .allSatisfy((code, value) -> assertThat(value).as(code).isNull());
        assertThat(inputs.reasons().keySet()).isEqualTo(inputs.values().keySet());
    }

    @Test
    @DisplayName("输入与决策表读取的完全一致，类型与表中声明的一致")
    void exactlyWhatTheTablesRead() {
        Map<String, Object> values =
                ConditionInputs.of(new SubjectOf().subject(), ALL_ENTERPRISES).values();
        Map<String, Class<?>> types =
                Map.of("double", Double.class, "integer", Integer.class, "boolean", Boolean.class);
        DmnModelInstance model = Dmn.readModelFromStream(Decisions.open("processes/recognition/basicConditions.dmn"));
        Set<String> read = new TreeSet<>();
        for (Input input : model.getModelElementsByType(Input.class)) {
            String type = input.getInputExpression().getTypeRef();
            // the root's only input is the tables' outcomes, without a type
            if (type != null) {
                String name = input.getInputExpression().getText().getTextContent();
                read.add(name);
                assertThat(values.get(name)).as(name).isInstanceOf(types.get(type));
            }
        }
        assertThat(values.keySet()).isEqualTo(read);
    }

    @Test
    @DisplayName("数值四舍五入到小数点后12位，不更粗")
    void rounding() {
        SubjectOf cluster = new SubjectOf();
        cluster.area = new BigDecimal("100.0000000000004");
        cluster.policyCoverage = new BigDecimal("0.9999999999995");
        Map<String, Object> values =
                ConditionInputs.of(cluster.subject(), ALL_ENTERPRISES).values();
        assertThat(values).containsEntry("areaSquareKm", 100.0).containsEntry("policyCoverageRate", 1.0);

        cluster.area = new BigDecimal("100.000000000001");
        cluster.policyCoverage = new BigDecimal("0.9999999999994");
        values = ConditionInputs.of(cluster.subject(), ALL_ENTERPRISES).values();
        assertThat(values)
                .containsEntry("areaSquareKm", 100.000000000001)
                .containsEntry("policyCoverageRate", 0.999999999999);
    }

    @Test
    @DisplayName("可申报的是17项定性条件，指标不能以申报代替")
    void declarations() {
        assertThat(Declarations.codes()).hasSize(17).contains("pillarIndustry", "waterEfficiencyAboveAverage");
        assertThatThrownBy(() -> new Declarations(Map.of("exportGrowing", new Declaration(true, null))))
                .hasMessageContaining("exportGrowing");
    }

    @Test
    @DisplayName("申报有说明而未答是否：仍为缺数据")
    void explanationOnly() {
        SubjectOf cluster = new SubjectOf();
        cluster.declared.put("resourceSharing", null);

        assertThat(ConditionInputs.of(cluster.subject(), ALL_ENTERPRISES).values())
                .containsEntry("resourceSharing", null);
    }
}
