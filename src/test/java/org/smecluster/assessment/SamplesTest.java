package org.smecluster.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smecluster.indicator.ReportingYears;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.material.WorkbookReader;
import org.smecluster.material.WorkbookReading;

@DisplayName("示例集群：从数据表到逐项结论，与随表的预期一致")
class SamplesTest {

    private static final Path FOLDER = Path.of("docs", "samples");
    private static final AssessmentService SERVICE =
            new AssessmentService(StandaloneDecisionTables.asDeployed(), Clock.systemUTC());

    static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void asExpected(String sample) throws IOException {
        JsonNode facts =
                new ObjectMapper().readTree(FOLDER.resolve(sample + ".json").toFile());
        int year = facts.get("applicationYear").intValue();
        LocalDate asOf = LocalDate.parse(facts.get("asOf").textValue());
        WorkbookReading reading = WorkbookReader.read(Files.readAllBytes(FOLDER.resolve(sample + ".xlsx")), year, asOf);
        assertThat(reading.errors()).isEmpty();

        Assessment assessment = SERVICE.assess(new Subject(
                ReportingYears.ofApplicationIn(year),
                asOf,
                reading.data().figures(),
                declarations(facts.get("declarations")),
                incidents(facts.get("incidents"))));

        JsonNode expected = facts.get("expected");
        assertThat(outcomes(assessment)).isEqualTo(outcomes(expected.get("outcomes")));
        assertThat(assessment.overall()).isEqualTo(expected.get("overall").textValue());
        assertThat(assessment.vetoed()).isEqualTo(expected.get("vetoed").booleanValue());
    }

    private static Map<String, Outcome> outcomes(Assessment assessment) {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Finding finding : assessment.findings()) {
            assertThat(outcomes.put(finding.code(), finding.outcome()))
                    .as(finding.code())
                    .isNull();
        }
        return outcomes;
    }

    private static Map<String, Outcome> outcomes(JsonNode expected) {
        Map<String, Outcome> outcomes = new HashMap<>();
        expected.fields()
                .forEachRemaining(entry -> outcomes.put(
                        entry.getKey(), Outcome.valueOf(entry.getValue().textValue())));
        return outcomes;
    }

    private static Declarations declarations(JsonNode declared) {
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        declared.fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue().get("value");
            declarations.put(
                    entry.getKey(),
                    new Declaration(
                            value.isNull() ? null : value.booleanValue(),
                            entry.getValue().get("explanation").textValue()));
        });
        return new Declarations(declarations);
    }

    private static List<Incident> incidents(JsonNode entered) {
        List<Incident> incidents = new ArrayList<>();
        entered.forEach(incident -> incidents.add(new Incident(
                IncidentType.valueOf(incident.get("type").textValue()),
                incident.get("level").isNull()
                        ? null
                        : IncidentLevel.valueOf(incident.get("level").textValue()),
                LocalDate.parse(incident.get("occurredOn").textValue()),
                incident.get("enterpriseCode").textValue(),
                incident.get("enterpriseName").textValue(),
                incident.get("source").textValue())));
        return incidents;
    }
}
