package org.smecluster.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The models and forms as they lie in the repository, in the order of their paths. */
final class Models {

    private Models() {}

    /** By file. */
    static Map<Path, BpmnModelInstance> processes() {
        Map<Path, BpmnModelInstance> models = new LinkedHashMap<>();
        files("processes", ".bpmn").forEach(file -> models.put(file, Bpmn.readModelFromFile(file.toFile())));
        return models;
    }

    static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** By file. */
    static Map<Path, DmnModelInstance> decisionModels() {
        Map<Path, DmnModelInstance> models = new LinkedHashMap<>();
        files("processes", ".dmn").forEach(file -> models.put(file, Dmn.readModelFromFile(file.toFile())));
        return models;
    }

    static List<Decision> decisions() {
        return decisionModels().values().stream()
                .flatMap(model -> model.getModelElementsByType(Decision.class).stream())
                .toList();
    }

    static DecisionTable table(Decision decision) {
        return (DecisionTable) decision.getExpression();
    }

    /** By file. */
    static Map<Path, JsonNode> forms() {
        Map<Path, JsonNode> forms = new LinkedHashMap<>();
        files("forms", ".form").forEach(file -> forms.put(file, json(file)));
        return forms;
    }

    /** All components of a form, those within groups too, in reading order. */
    static List<JsonNode> components(JsonNode form) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode component : form.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    /** An extension property as the Modeler edits it. */
    static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst();
    }

    /** The element and everything in it. */
    static Stream<DomElement> elements(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(Models::elements));
    }

    static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
