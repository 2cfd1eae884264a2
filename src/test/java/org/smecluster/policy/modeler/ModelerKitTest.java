package org.smecluster.policy.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.guard.ServiceStep;
import org.smecluster.policy.guard.TaskKinds;

@DisplayName("给 Modeler 的压缩包：每种办理方式、每个系统环节一个模板，检查用的清单就是服务器的清单")
class ModelerKitTest {

    private final ModelerKit kit = new ModelerKit(AllowedInModels.shipped());

    @Test
    @DisplayName("压缩包里是说明、模板和插件，可以解开")
    void theZip() throws IOException {
        Map<String, String> unzipped = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(kit.zip()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unzipped.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(unzipped).isEqualTo(kit.files()).containsKeys("说明.md", "resources/plugins/sme-cluster/index.js");
    }

    @Test
    @DisplayName("人工环节的模板写好办理方式、表单和办理人；没有一个写监听器")
    void templates() throws IOException {
        JsonNode templates =
                new ObjectMapper().readTree(kit.files().get("resources/element-templates/sme-cluster.json"));
        assertThat(templates.findValuesAsText("id"))
                .doesNotHaveDuplicates()
                .containsAll(TaskKinds.all().stream()
                        .map(kind -> "org.smecluster.task." + kind.name())
                        .toList())
                .containsAll(ServiceStep.all().stream()
                        .map(step -> "org.smecluster.step." + step.bean())
                        .toList());
        JsonNode acceptance = template(templates, "org.smecluster.task.decideAcceptance");
        assertThat(acceptance.get("name").asText()).isEqualTo("受理审查");
        assertThat(value(acceptance, "kind")).isEqualTo("decideAcceptance");
        assertThat(value(acceptance, "camunda:formRef")).isEqualTo("decideAcceptance");
        assertThat(value(acceptance, "camunda:candidateGroups")).isEqualTo("${cityGroup}");
        assertThat(templates.toString()).doesNotContain("istener");
        assertThat(ServiceStep.all()).allSatisfy(step -> assertThat(step.inputs())
                .allSatisfy(input -> assertThat(input.label()).as(input.name()).isNotBlank()));
    }

    private static JsonNode template(JsonNode templates, String id) {
        for (JsonNode template : templates) {
            if (template.get("id").asText().equals(id)) {
                return template;
            }
        }
        throw new AssertionError(id);
    }

    private static String value(JsonNode template, String bound) {
        for (JsonNode property : template.get("properties")) {
            if (property.get("binding").get("name").asText().equals(bound)) {
                return property.get("value").asText();
            }
        }
        throw new AssertionError(bound);
    }

    @Test
    @DisplayName("检查的清单列出每个元素、办理方式和系统环节")
    void list() throws IOException {
        JsonNode list = new ObjectMapper().readTree(kit.files().get("resources/plugins/sme-cluster/list.json"));
        assertThat(list.get("elements").has("bpmn:userTask")).isTrue();
        assertThat(list.get("elements").has("bpmn:scriptTask")).isFalse();
        assertThat(list.get("kinds").findValuesAsText("name"))
                .isEqualTo(TaskKinds.all().stream().map(kind -> kind.name()).toList());
        assertThat(List.copyOf(list.get("steps").findValuesAsText("bean")))
                .isEqualTo(ServiceStep.all().stream().map(ServiceStep::bean).toList());
    }
}
