package org.smecluster.policy.guard.variants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A form that is being changed. */
final class FormFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter TWO = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter AS_THE_MODELER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(TWO)
            .withArrayIndenter(TWO);

    private final String path;
    private final ObjectNode root;

    FormFile(String path, String text) {
        this.path = path;
        try {
            this.root = (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String path() {
        return path;
    }

    String text() {
        try {
            return JSON.writer(AS_THE_MODELER).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String id() {
        return root.path("id").asText();
    }

    ObjectNode root() {
        return root;
    }

    ArrayNode components() {
        return (ArrayNode) root.get("components");
    }

    /** Those that bear a key, those in groups too. */
    List<ObjectNode> fields() {
        List<ObjectNode> found = new ArrayList<>();
        collect(components(), found);
        return found;
    }

    private static void collect(ArrayNode components, List<ObjectNode> found) {
        components.forEach(component -> {
            if (component.has("key")) {
                found.add((ObjectNode) component);
            }
            if (component.get("components") instanceof ArrayNode inner) {
                collect(inner, found);
            }
        });
    }

    ObjectNode field(String key) {
        return fields().stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow(() -> new Change.NotHere(key + " in " + path));
    }

    static boolean isRequired(ObjectNode field) {
        return field.path("validate").path("required").asBoolean();
    }

    static String id(ObjectNode field) {
        return field.path("id").asText();
    }

    static String key(ObjectNode field) {
        return field.path("key").asText();
    }

    void remove(ObjectNode field) {
        for (int i = 0; i < components().size(); i++) {
            if (components().get(i) == field) {
                components().remove(i);
                return;
            }
        }
        throw new Change.NotHere("not on the first level: " + key(field));
    }

    ObjectNode add(String type, String key, String label) {
        ObjectNode field = components().addObject();
        field.put("type", type);
        field.put("key", key);
        field.put("label", label);
        field.put("id", id() + "_" + key);
        return field;
    }
}
