package org.smecluster.engine.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * A model or form as a file.
 *
 * @param resource path in the deployment, e.g. {@code processes/recognition/vetoConditions.dmn}; its ending tells the
 *     kind: bpmn, dmn or form
 */
public record ModelFile(String resource, byte[] content) {

    private static final int SHORT_HASH = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * All keys that deploying the file gives a new version.
     *
     * @throws IllegalArgumentException where it is none of the three kinds
     */
    public List<ModelKey> keys() {
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        return switch (resource.substring(resource.lastIndexOf('.') + 1)) {
            case "bpmn" ->
                Bpmn.readModelFromStream(in).getModelElementsByType(Process.class).stream()
                        .filter(Process::isExecutable)
                        .map(process -> new ModelKey(ModelKind.PROCESS, process.getId()))
                        .toList();
            case "dmn" -> decisions(Dmn.readModelFromStream(in));
            case "form" -> List.of(new ModelKey(ModelKind.FORM, formId()));
            default -> throw new IllegalArgumentException("no model or form: " + resource);
        };
    }

    /** The engine keeps the diagram only where it relates several decisions. */
    private static List<ModelKey> decisions(DmnModelInstance model) {
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        List<ModelKey> keys = new ArrayList<>();
        decisions.forEach(decision -> keys.add(new ModelKey(ModelKind.DECISION, decision.getId())));
        if (decisions.size() > 1) {
            keys.add(new ModelKey(ModelKind.REQUIREMENTS, model.getDefinitions().getId()));
        }
        return keys;
    }

    /**
     * What a clerk calls it: the name of the process or decision, the heading of the form.
     *
     * @param key one of {@link #keys}
     */
    public String name(ModelKey key) {
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        String name =
                switch (key.kind()) {
                    case PROCESS ->
                        Bpmn.readModelFromStream(in).getModelElementsByType(Process.class).stream()
                                .filter(process -> process.getId().equals(key.id()))
                                .map(Process::getName)
                                .findFirst()
                                .orElse(null);
                    case DECISION ->
                        Dmn.readModelFromStream(in).getModelElementsByType(Decision.class).stream()
                                .filter(decision -> decision.getId().equals(key.id()))
                                .map(Decision::getName)
                                .findFirst()
                                .orElse(null);
                    case REQUIREMENTS ->
                        Dmn.readModelFromStream(in).getDefinitions().getName();
                    case FORM -> heading();
                };
        return name == null ? key.id() : name;
    }

    private String heading() {
        try {
            for (JsonNode component : JSON.readTree(content).path("components")) {
                String text = component.path("text").asText("");
                if (text.startsWith("#")) {
                    return text.lines().findFirst().orElse("").replaceFirst("^#+\\s*", "");
                }
            }
            return null;
        } catch (IOException broken) {
            throw new UncheckedIOException("no form: " + resource, broken);
        }
    }

    private String formId() {
        try {
            return JSON.readTree(content).required("id").asText();
        } catch (IOException broken) {
            throw new UncheckedIOException("no form: " + resource, broken);
        }
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The first {@value #SHORT_HASH} digits of the digest, to tell two versions apart by eye. */
    public String hash() {
        return digest().substring(0, SHORT_HASH);
    }

    /** SHA-256 in hexadecimal digits. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean sameContent(ModelFile other) {
        return Arrays.equals(content, other.content);
    }
}
