package org.smecluster.engine.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;

/**
 * A model or form as a file.
 *
 * @param resource path in the deployment, e.g. {@code processes/recognition/vetoConditions.dmn}; its ending tells the
 *     kind: bpmn, dmn or form
 */
public record ModelFile(String resource, byte[] content) {

    private static final int SHORT_HASH = 12;
    private static final int MOST_READ = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was read of the files seen last, by their digests: the pages of models ask for all of them each time. */
    private static final Map<String, Map<ModelKey, String>> READ =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Map<ModelKey, String>> eldest) {
                    return size() > MOST_READ;
                }
            });

    /**
     * All keys that deploying the file gives a new version.
     *
     * @throws IllegalArgumentException where it is none of the three kinds
     */
    public List<ModelKey> keys() {
        return List.copyOf(names().keySet());
    }

    /**
     * What a clerk calls it: the name of the process or decision, the heading of the form.
     *
     * @param key one of {@link #keys}
     */
    public String name(ModelKey key) {
        return names().getOrDefault(key, key.id());
    }

    private Map<ModelKey, String> names() {
        String kind = resource.substring(resource.lastIndexOf('.') + 1);
        String file = kind + digest();
        Map<ModelKey, String> names = READ.get(file);
        if (names == null) {
            names = read(kind);
            READ.put(file, names);
        }
        return names;
    }

    private Map<ModelKey, String> read(String kind) {
        Map<ModelKey, String> names = new LinkedHashMap<>();
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        switch (kind) {
            case "bpmn" ->
                Bpmn.readModelFromStream(in).getModelElementsByType(Process.class).stream()
                        .filter(Process::isExecutable)
                        .forEach(process ->
                                add(names, new ModelKey(ModelKind.PROCESS, process.getId()), process.getName()));
            case "dmn" -> addDecisions(names, Dmn.readModelFromStream(in));
            case "form" -> add(names, new ModelKey(ModelKind.FORM, formId()), heading());
            default -> throw new IllegalArgumentException("no model or form: " + resource);
        }
        return names;
    }

    /** The engine keeps the diagram only where it relates several decisions. */
    private static void addDecisions(Map<ModelKey, String> names, DmnModelInstance model) {
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        decisions.forEach(
                decision -> add(names, new ModelKey(ModelKind.DECISION, decision.getId()), decision.getName()));
        if (decisions.size() > 1) {
            Definitions diagram = model.getDefinitions();
            add(names, new ModelKey(ModelKind.REQUIREMENTS, diagram.getId()), diagram.getName());
        }
    }

    private static void add(Map<ModelKey, String> names, ModelKey key, String name) {
        names.put(key, name == null ? key.id() : name);
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
