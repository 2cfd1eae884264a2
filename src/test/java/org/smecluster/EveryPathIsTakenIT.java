package org.smecluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs after the tests, over what {@code ModelCoverageRecorder} wrote down. */
@DisplayName("模型的每个节点、每条连线、每条规则都被测试走到")
class EveryPathIsTakenIT {

    private static final Path RECORDS = Path.of("target", "model-coverage");

    @Test
    @DisplayName("覆盖率为百分之百，未走到的逐一列出")
    void nothingIsLeftOut() throws IOException {
        Set<String> taken = taken();
        Set<String> untaken = new TreeSet<>();
        Map<String, Set<String>> elements = new LinkedHashMap<>();
        files(".bpmn").forEach(file -> elements.putAll(ofProcesses(file)));
        files(".dmn").forEach(file -> elements.putAll(ofDecisions(file)));
        assertThat(elements).as("models under processes/").isNotEmpty();
        System.out.printf("%n%-32s %8s %8s %8s%n", "model", "elements", "taken", "");
        elements.forEach((model, ids) -> {
            Set<String> missing = new TreeSet<>(ids);
            missing.removeAll(taken);
            untaken.addAll(missing);
            System.out.printf(
                    "%-32s %8d %8d %7.1f%%%n",
                    model, ids.size(), ids.size() - missing.size(), 100.0 * (ids.size() - missing.size()) / ids.size());
        });
        assertThat(untaken).as("nodes, flows and rules that no test takes").isEmpty();
    }

    private static Set<String> taken() throws IOException {
        try (Stream<Path> records = Files.list(RECORDS)) {
            return records.flatMap(EveryPathIsTakenIT::lines).collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("processes"))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static Map<String, Set<String>> ofProcesses(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Map<String, Set<String>> elements = new LinkedHashMap<>();
        for (Process process : model.getModelElementsByType(Process.class)) {
            Stream<String> nodes =
                    model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId);
            // from an event-based gateway the engine takes no flow: it goes on from the event, a node that is counted
            Stream<String> flows = model.getModelElementsByType(SequenceFlow.class).stream()
                    .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .map(SequenceFlow::getId);
            elements.put(
                    process.getId(),
                    Stream.concat(nodes, flows)
                            .map(id -> process.getId() + "#" + id)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return elements;
    }

    private static Map<String, Set<String>> ofDecisions(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        Map<String, Set<String>> elements = new LinkedHashMap<>();
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            elements.put(
                    decision.getId(),
                    decision.getExpression().getChildElementsByType(Rule.class).stream()
                            .map(rule -> decision.getId() + "#" + rule.getId())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return elements;
    }
}
