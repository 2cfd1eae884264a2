package org.smecluster.policy.modeler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.guard.ServiceStep;
import org.smecluster.policy.guard.TaskKind;
import org.smecluster.policy.guard.TaskKinds;
import org.springframework.stereotype.Component;

/** The zip file for the Modeler, made anew of the lists of this server, so that it says what the server says. */
@Component
public class ModelerKit {

    private static final String PLUGIN = "resources/plugins/sme-cluster/";

    private final AllowedInModels allowed;
    private final ObjectMapper json = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    ModelerKit(AllowedInModels allowed) {
        this.allowed = allowed;
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Text by path in the Modeler's data folder. */
    Map<String, String> files() {
        String list = written(list());
        String rules = resource("rules.js");
        Map<String, String> files = new LinkedHashMap<>();
        files.put("说明.md", resource("readme.md"));
        files.put("resources/element-templates/sme-cluster.json", written(ElementTemplates.all()));
        files.put(PLUGIN + "index.js", resource("plugin.js"));
        files.put(PLUGIN + "package.json", """
                {"name": "bpmnlint-plugin-sme-cluster", "version": "1.0.0", "private": true, "main": "index.js"}
                """);
        files.put(
                PLUGIN + "client.js",
                "(function () {\n  const module = {};\n  const list = " + list + ";\n" + rules + resource("client.js")
                        + "})();\n");
        files.put(PLUGIN + "list.json", list);
        files.put(PLUGIN + "rules.js", rules);
        Stream.of("allowed", "kind", "step")
                .forEach(rule -> files.put(
                        PLUGIN + "rules/" + rule + ".js",
                        "module.exports = require('../rules.js')(require('../list.json'))." + rule + ";\n"));
        return files;
    }

    private Map<String, Object> list() {
        Map<String, Object> all = new LinkedHashMap<>(allowed.forModeler());
        all.put("kinds", TaskKinds.all().stream().map(ModelerKit::kind).toList());
        all.put("steps", ServiceStep.all());
        return all;
    }

    private static Map<String, Object> kind(TaskKind kind) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", kind.name());
        one.put("label", kind.label());
        one.put("processes", kind.processes());
        one.put("form", kind.form());
        one.put("group", kind.group().orElse(null));
        one.put(
                "listeners",
                Stream.of(kind.create(), kind.complete()).flatMap(List::stream).toList());
        return one;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ModelerKit.class.getResourceAsStream("/modeler/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
