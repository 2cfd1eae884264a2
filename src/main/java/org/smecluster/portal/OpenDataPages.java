package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.opendata.OpenData;
import org.smecluster.opendata.OpenDataChange;
import org.smecluster.opendata.OpenDataField;
import org.smecluster.opendata.OpenDataRelease;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The list of recognised clusters as data for everybody, and which of its fields the region publishes. */
@Controller
class OpenDataPages {

    private static final String TITLE = "宁夏回族自治区中小企业特色产业集群名单";
    private static final int CHANGES_PER_PAGE = 50;

    /** @param at when the release was made that has it */
    record Change(OpenDataChange change, String at) {}

    private final OpenData data;
    private final ListExport export;
    private final CurrentUser user;

    OpenDataPages(OpenData data, ListExport export, CurrentUser user) {
        this.data = data;
        this.export = export;
        this.user = user;
    }

    @GetMapping("/public/open-data")
    String about(@RequestParam(defaultValue = "1") int page, Model model) {
        OpenDataRelease release = data.release();
        model.addAttribute("release", release);
        model.addAttribute("releasedAt", CaseFileModel.minute(release.at()));
        model.addAttribute(
                "changes",
                Page.of(
                        data.countChanges(),
                        page,
                        CHANGES_PER_PAGE,
                        from -> data.changes(from, CHANGES_PER_PAGE).stream()
                                .map(change -> new Change(change, CaseFileModel.minute(change.at())))
                                .toList()));
        return "public/open-data";
    }

    @GetMapping("/public/open-data/clusters.csv")
    void csv(HttpServletResponse response) throws IOException {
        OpenDataRelease release = data.release();
        export.sendCsv(
                TITLE,
                release.fields().stream()
                        .map(field -> new Column(field.label(), 20))
                        .toList(),
                release.lines().values().stream()
                        .map(line -> new ArrayList<Object>(release.fields().stream()
                                .map(field -> line.getOrDefault(field, ""))
                                .toList()))
                        .<List<Object>>map(line -> line)
                        .toList(),
                response);
    }

    @GetMapping("/public/open-data/clusters.json")
    ResponseEntity<Map<String, Object>> json() {
        OpenDataRelease release = data.release();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("title", TITLE);
        told.put("release", release.id());
        told.put("releasedAt", release.at().toString());
        told.put("schema", address("/public/open-data/schema.json"));
        told.put(
                "clusters",
                release.lines().values().stream()
                        .map(line -> line(release, line))
                        .toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(told);
    }

    private static Map<String, String> line(OpenDataRelease release, Map<OpenDataField, String> line) {
        Map<String, String> told = new LinkedHashMap<>();
        release.fields().forEach(field -> {
            if (line.containsKey(field)) {
                told.put(field.key(), line.get(field));
            }
        });
        return told;
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    /** JSON Schema 2020-12 of {@link #json}, of the fields that are published now. */
    @GetMapping("/public/open-data/schema.json")
    ResponseEntity<Map<String, Object>> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        data.fields().forEach(field -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", "string");
            property.put("title", field.label());
            if (field.day()) {
                property.put("format", "date");
            }
            properties.put(field.key(), property);
        });
        Map<String, Object> cluster = new LinkedHashMap<>();
        cluster.put("type", "object");
        cluster.put("properties", properties);
        cluster.put("required", List.of(OpenDataField.NAME.key()));
        cluster.put("additionalProperties", false);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", address("/public/open-data/schema.json"));
        schema.put("title", TITLE);
        schema.put("type", "object");
        schema.put(
                "properties",
                Map.of(
                        "title", Map.of("type", "string"),
                        "release", Map.of("type", "integer", "minimum", 1),
                        "releasedAt", Map.of("type", "string", "format", "date-time"),
                        "schema", Map.of("type", "string", "format", "uri"),
                        "clusters", Map.of("type", "array", "items", cluster)));
        schema.put("required", List.of("title", "release", "releasedAt", "clusters"));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(schema);
    }

    @GetMapping("/open-data")
    String fields(Model model) {
        if (!user.isProvince()) {
            throw new NotVisible();
        }
        return show(data.fields().stream().map(OpenDataField::name).toList(), "", model);
    }

    private String show(List<String> chosen, String reason, Model model) {
        model.addAttribute("all", Arrays.asList(OpenDataField.values()));
        model.addAttribute("now", data.fields());
        model.addAttribute("chosen", chosen);
        model.addAttribute("reason", reason);
        model.addAttribute("choice", data.choice().orElse(null));
        model.addAttribute(
                "approvedAt",
                data.choice()
                        .map(choice -> CaseFileModel.minute(choice.approvedAt()))
                        .orElse(""));
        model.addAttribute("approves", user.inAny(StaffGroup.LEADERS));
        return "open-data";
    }

    @PostMapping("/open-data")
    String choose(
            @RequestParam(required = false) List<String> fields,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.LEADERS);
        return Attempt.of(
                response,
                model,
                () -> {
                    data.choose(fields, reason, user.account().orElseThrow());
                    after.addFlashAttribute("done", "已批准，公众现在看到的就是这些字段。");
                    return "redirect:/open-data";
                },
                () -> show(fields == null ? List.of() : fields, reason, model));
    }
}
