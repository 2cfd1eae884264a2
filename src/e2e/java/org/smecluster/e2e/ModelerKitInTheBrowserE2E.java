package org.smecluster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.engine.deployment.ShippedModels;
import org.smecluster.policy.AllowedInModels;
import org.smecluster.policy.ModelFinding;
import org.smecluster.policy.ModelJudge;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.engine.EngineFeel;
import org.smecluster.policy.guard.Guard;
import org.springframework.beans.factory.annotation.Autowired;

/** With the real linter and the real schema of templates, bundled: {@code modeler-tools/VERSION.txt}. */
@DisplayName("Modeler 的模板和检查：模板合乎公布的格式，检查与服务器说的一样")
class ModelerKitInTheBrowserE2E extends InTheBrowser {

    private static final Path TOOLS = Path.of("src", "e2e", "resources", "modeler-tools");
    private static final String PLUGIN = "resources/plugins/sme-cluster/client.js";

    /** @param at element that is named */
    private record Spoilt(String file, String from, String to, String at) {}

    private static final List<Spoilt> SPOILT = List.of(
            new Spoilt("changeFiling", "value=\"confirmFiling\"", "value=\"decideEverything\"", "task_confirmFiling"),
            new Spoilt("changeFiling", "value=\"confirmFiling\"", "value=\"ruleObjection\"", "task_confirmFiling"),
            new Spoilt(
                    "changeFiling",
                    "camunda:formRef=\"confirmFiling\"",
                    "camunda:formRef=\"forwardFiling\"",
                    "task_confirmFiling"),
            new Spoilt(
                    "revocation",
                    "camunda:candidateGroups=\"province-leader\"",
                    "camunda:candidateGroups=\"expert\"",
                    "task_decideRevocation"),
            new Spoilt(
                    "changeFiling", "${countFilingPeriodDelegate}", "${runtimeService}", "service_countFilingPeriod"),
            new Spoilt(
                    "changeFiling",
                    "camunda:delegateExpression=\"${countFilingPeriodDelegate}\"",
                    "camunda:class=\"org.smecluster.Evil\"",
                    "service_countFilingPeriod"),
            new Spoilt("revocation", "${legalityPassed}", "${execution.getId()}", "flow_legalityPassed"),
            new Spoilt(
                    "changeFiling",
                    "name=\"dueWorkingDays\" value=\"5\"",
                    "name=\"dueWorkingDays\" value=\"five\"",
                    "task_forwardFiling"),
            new Spoilt(
                    "changeFiling",
                    "<camunda:inputParameter name=\"standing\">",
                    "<camunda:inputParameter name=\"stand\">",
                    null),
            new Spoilt("publicNotice", " camunda:asyncBefore=\"true\"", "", null));

    @Autowired
    ShippedModels shipped;

    @Autowired
    AllowedInModels allowed;

    private static Map<String, String> unzipped(Path file) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String tools() throws Exception {
        byte[] bundle = Files.readAllBytes(TOOLS.resolve("modeler-tools.js"));
        assertThat(Files.readString(TOOLS.resolve("VERSION.txt")))
                .contains("sha256 of modeler-tools.js: "
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bundle)));
        return new String(bundle, StandardCharsets.UTF_8);
    }

    private String text(String process) {
        return shipped.files().stream()
                .filter(file -> file.resource().endsWith("/" + process + ".bpmn"))
                .map(ModelFile::text)
                .findFirst()
                .orElseThrow();
    }

    private boolean refused(Spoilt spoilt, String changed) {
        List<ModelSource> running = shipped.files().stream()
                .map(file -> new ModelSource(file.resource(), file.text().getBytes(StandardCharsets.UTF_8)))
                .toList();
        ModelSource deployed = new ModelSource(
                running.stream()
                        .map(ModelSource::name)
                        .filter(name -> name.endsWith("/" + spoilt.file() + ".bpmn"))
                        .findFirst()
                        .orElseThrow(),
                changed.getBytes(StandardCharsets.UTF_8));
        return Stream.concat(
                        new ModelJudge(allowed).findings(List.of(deployed)).stream(),
                        Guard.shipped(new EngineFeel()).findings(running, List.of(deployed)).stream())
                .anyMatch(ModelFinding::refuses);
    }

    private static JsonNode linted(Page page, String xml) throws IOException {
        return new ObjectMapper().readTree((String) page.evaluate(
                "async (xml) => JSON.stringify(await modelerTools.lint(xml, window.plugins[0].plugin))", xml));
    }

    @Test
    @DisplayName("政策人员下载；每个模板合乎格式；随附的流程没有问题；改坏的在所改的元素上说出，服务器也拒绝")
    void asTheServerSays() throws Exception {
        try (Clerk owner = clerk("policy")) {
            owner.open("/admin/models");
            Download download = owner.page()
                    .waitForDownload(() ->
                            owner.page().getByText("Camunda Modeler 的模板和检查").click());
            Map<String, String> kit = unzipped(download.path());
            Page page = owner.page().context().newPage();
            page.evaluate(tools());
            page.evaluate(kit.get(PLUGIN));
            assertThat(page.evaluate("window.plugins[0].type")).isEqualTo("lintRules.bpmn");

            String templates = kit.get("resources/element-templates/sme-cluster.json");
            assertThat((List<?>) page.evaluate("(text) => modelerTools.validate(JSON.parse(text))", templates))
                    .isEmpty();
            assertThat(new ObjectMapper().readTree(templates).findValuesAsText("name"))
                    .contains("受理审查", "一般环节", "登记入库");

            for (ModelFile file : shipped.files()) {
                if (file.resource().endsWith(".bpmn")) {
                    assertThat(linted(page, file.text())).as(file.resource()).isEmpty();
                }
            }
            for (Spoilt spoilt : SPOILT) {
                String changed = text(spoilt.file()).replace(spoilt.from(), spoilt.to());
                assertThat(changed).as(spoilt.toString()).isNotEqualTo(text(spoilt.file()));
                JsonNode found = linted(page, changed);
                assertThat(found).as(spoilt.toString()).isNotEmpty();
                assertThat(refused(spoilt, changed)).as(spoilt.toString()).isTrue();
                if (spoilt.at() != null) {
                    assertThat(found.findValuesAsText("id"))
                            .as(spoilt.toString())
                            .contains(spoilt.at());
                }
            }
        }
    }
}
