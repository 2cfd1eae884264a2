package org.smecluster.material.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smecluster.indicator.HeadCount.ALL_ENTERPRISES;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.indicator.ClusterFigures;
import org.smecluster.indicator.CreditCode;
import org.smecluster.indicator.Indicators;
import org.smecluster.material.ClusterWorkbook;
import org.smecluster.material.WorkbookReader;
import org.smecluster.material.WorkbookReading;
import org.smecluster.material.sample.SampleCluster.SampleIncident;

@DisplayName("示例集群")
class SampleWorkbooksTest {

    private static final Path FOLDER = Path.of("docs/samples");
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> DECISIONS = decisions();

    static List<SampleCluster> samples() {
        return SampleClusters.of(SampleWorkbooks.YEAR);
    }

    static List<SampleCluster> samplesOfThreeYears() {
        return List.of(2024, 2026, 2029).stream()
                .flatMap(year -> SampleClusters.of(year).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("仓库中的数据表、事实和预期与生成的一致，读取无错误")
    void filesAreThoseGenerated(SampleCluster sample) throws IOException {
        WorkbookReading reading = WorkbookReader.read(
                Files.readAllBytes(FOLDER.resolve(sample.key() + ".xlsx")), sample.getApplicationYear(), sample.asOf());
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.data()).isEqualTo(sample.workbook());
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(FOLDER.resolve(sample.key() + ".json").toFile()))
                .isEqualTo(json.readTree(SampleWorkbooks.json(sample)));
    }

    @Test
    @DisplayName("示例说明表与生成的一致")
    void tableIsThatGenerated() throws IOException {
        assertThat(FOLDER.resolve("README.md")).hasContent(SampleWorkbooks.table(samples()));
    }

    @Test
    @DisplayName("只有数据不全的和称号到期的示例有提醒")
    void warnings() throws IOException {
        Map<String, Integer> warned = new HashMap<>();
        for (SampleCluster sample : samples()) {
            int warnings = WorkbookReader.read(
                            SampleWorkbooks.workbook(sample), sample.getApplicationYear(), sample.asOf())
                    .warnings()
                    .size();
            if (warnings > 0) {
                warned.put(sample.key(), warnings);
            }
        }
        assertThat(warned).isEqualTo(Map.of("tan-sheep-yanchi", 5, "equipment-dawukou", 1));
    }

    @Test
    @DisplayName("两次生成逐字节相同")
    void reproducible() throws IOException {
        SampleCluster sample = samples().get(0);
        assertThat(SampleWorkbooks.workbook(sample))
                .isEqualTo(SampleWorkbooks.workbook(samples().get(0)));
    }

    @ParameterizedTest
    @MethodSource("samplesOfThreeYears")
    @DisplayName("各条件的结论与预期相同，任何申报年度都一样")
    void outcomes(SampleCluster sample) {
        Map<String, Object> inputs = inputs(sample);
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (String table : TABLES) {
            for (Map<String, Object> row : evaluate(table, inputs)) {
                outcomes.put((String) row.get("code"), (String) row.get(table));
            }
        }
        assertThat(outcomes).isEqualTo(sample.expected().outcomes());
        assertThat(evaluate("basicConditions", inputs))
                .containsExactly(Map.of("overall", sample.expected().overall()));
    }

    @ParameterizedTest
    @MethodSource("samplesOfThreeYears")
    @DisplayName("主体资格和否决的结论与预期相同")
    void eligibilityAndVeto(SampleCluster sample) {
        Map<String, Object> applicant = Map.of(
                "applicantType", sample.applicantType(),
                "crossCounty", sample.crossCounty(),
                "largestOutputShare", sample.largestOutputShare(),
                "designatedByCity", sample.designatedByCity());
        assertThat(evaluate("applicantEligibility", applicant).get(0))
                .containsEntry("eligible", sample.expected().eligible());
        boolean vetoed = false;
        for (SampleIncident incident : sample.incidents()) {
            boolean within = incident.occurredOn().plusYears(3).isAfter(sample.asOf());
            vetoed |= (Boolean) evaluate(
                            "vetoConditions",
                            Map.of(
                                    "incidentType", incident.type(),
                                    "incidentLevel", incident.level(),
                                    "withinThreeYears", within))
                    .get(0)
                    .get("vetoed");
        }
        assertThat(vetoed).isEqualTo(sample.expected().vetoed());
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("企业都标明是示例，信用代码取自不会分配的号段，出事故的企业在名单上")
    void invented(SampleCluster sample) {
        assertThat(sample.workbook().enterprises()).allSatisfy(enterprise -> {
            assertThat(enterprise.name()).contains("（示例）");
            assertThat(enterprise.creditCode().value()).startsWith("91" + sample.countyCode() + "XX");
        });
        assertThat(sample.workbook().enterprises())
                .extracting(enterprise -> enterprise.name())
                .doesNotHaveDuplicates();
        assertThat(sample.incidents())
                .allSatisfy(
                        incident -> assertThat(sample.workbook().enterprises()).anySatisfy(enterprise -> {
                            assertThat(enterprise.creditCode()).isEqualTo(new CreditCode(incident.enterpriseCode()));
                            assertThat(enterprise.name()).isEqualTo(incident.enterpriseName());
                        }));
    }

    private static final List<String> TABLES = List.of(
            "coreCompetitiveness",
            "gradientCultivation",
            "chainCollaboration",
            "collaborativeInnovation",
            "digitalTransformation",
            "greenDevelopment",
            "openCooperation",
            "governanceService");

    private static Map<String, Object> inputs(SampleCluster sample) {
        ClusterWorkbook workbook = sample.workbook();
        ClusterFigures figures = workbook.figures();
        Map<String, Object> inputs = new HashMap<>();
        Indicators.of(figures, workbook.reportingYears(), sample.asOf(), ALL_ENTERPRISES)
                .forEach((code, indicator) -> inputs.put(code, indicator.value()));
        sample.declarations().forEach((code, declared) -> inputs.put(code, declared.value()));
        inputs.put("areaSquareKm", figures.areaSquareKm());
        inputs.put("innovationPlatformCount", figures.innovationPlatformCount());
        inputs.put("standardCount", figures.standardCount());
        inputs.put("policyCoverageRate", figures.policyCoverageRate());
        inputs.replaceAll((code, value) ->
                value instanceof Number number && !(value instanceof Integer) ? (Object) number.doubleValue() : value);
        return inputs;
    }

    private static List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        return ENGINE.evaluateDecision(DECISIONS.get(decision), inputs).getResultList();
    }

    private static Map<String, DmnDecision> decisions() {
        Map<String, DmnDecision> decisions = new HashMap<>();
        for (String file : List.of("basicConditions", "vetoConditions", "applicantEligibility")) {
            try (InputStream model =
                    SampleWorkbooksTest.class.getResourceAsStream("/processes/recognition/" + file + ".dmn")) {
                ENGINE.parseDecisions(model).forEach(decision -> decisions.put(decision.getKey(), decision));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return decisions;
    }
}
