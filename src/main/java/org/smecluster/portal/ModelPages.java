package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ModelRestoration;
import org.smecluster.engine.deployment.ModelStanding;
import org.smecluster.engine.deployment.ModelStandings;
import org.smecluster.engine.deployment.RunningModel;
import org.smecluster.policy.modeler.ModelerKit;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which version of each model and form runs, and what differs from the one that came with the system. */
@Controller
@RequestMapping("/admin/models")
class ModelPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    /** @param style of the state's badge */
    record Row(
            String name,
            String kind,
            String key,
            String resource,
            String shippedHash,
            String running,
            String runningHash,
            String deployment,
            String source,
            String deployedAt,
            String deployedBy,
            String state,
            String style,
            String differences,
            String comparison,
            String walk,
            String download,
            String restoration,
            int version) {}

    /** The models of one procedure, or of a part that procedures share. */
    record Group(String name, List<Row> rows) {}

    /** By the folder of their files, in the order of a cluster's life. */
    private static final Map<String, String> PROCEDURES = new LinkedHashMap<>();

    static {
        PROCEDURES.put("cultivation", "培育库（第六条）");
        PROCEDURES.put("recognition", "认定（第十条至第十三条）");
        PROCEDURES.put("filing", "数据填报（第十三条）");
        PROCEDURES.put("material", "数据检查");
        PROCEDURES.put("review", "复审共用的步骤");
        PROCEDURES.put("publicnotice", "公示和异议（第十二条(三)）");
        PROCEDURES.put("registry", "集群名录");
        PROCEDURES.put("renewal", "有效期和期满复核（第十四条）");
        PROCEDURES.put("change", "重大变动备案（第十五条）");
        PROCEDURES.put("monitoring", "年度监测（第十六条）");
        PROCEDURES.put("national", "推荐申报国家级（第十六条）");
        PROCEDURES.put("revocation", "撤销认定（第十七条）");
        PROCEDURES.put("practice", "典型案例（第九条）");
    }

    private static final String OTHER = "其他";

    private final ModelStandings standings;
    private final ModelRestoration restoration;
    private final ModelerKit kit;
    private final CurrentUser user;

    ModelPages(ModelStandings standings, ModelRestoration restoration, ModelerKit kit, CurrentUser user) {
        this.kit = kit;
        this.standings = standings;
        this.restoration = restoration;
        this.user = user;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        user.require(READERS);
        return list(model, q.strip(), null);
    }

    /** Element templates and lint rules for the Camunda Modeler, as this server judges. */
    @GetMapping("/modeler.zip")
    ResponseEntity<byte[]> modeler() {
        user.require(READERS);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        CaseUploads.disposition("modeler.zip").toString())
                .body(kit.zip());
    }

    @PostMapping("/{kind}/{id}/restoration")
    String restore(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(READERS);
        ModelKey key = new ModelKey(kind(kind), id);
        if (standings.find(key).isEmpty()) {
            throw new NotVisible();
        }
        return Attempt.of(
                response,
                model,
                () -> {
                    restoration.restore(key, version, reason, user.account().orElseThrow());
                    after.addFlashAttribute("done", key + " 已恢复为随附版本，以后随系统升级。");
                    return "redirect:/admin/models";
                },
                () -> list(model, "", reason));
    }

    private static List<Group> groups(List<ModelStanding> all, String q) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        PROCEDURES.values().forEach(name -> groups.put(name, new ArrayList<>()));
        for (ModelStanding standing : all) {
            String group = PROCEDURES.getOrDefault(standing.shipped().resource().split("/")[1], OTHER);
            Row row = row(standing);
            String said = String.join(" ", group, row.name(), row.key(), row.kind(), row.resource(), row.state());
            if (said.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT))) {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(row);
            }
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private String list(Model model, String q, String reason) {
        model.addAttribute("reason", reason);
        List<ModelStanding> all = standings.all();
        model.addAttribute("groups", groups(all, q));
        model.addAttribute("q", q);
        model.addAttribute(
                "byHand",
                all.stream()
                        .filter(each ->
                                each.running() != null && !each.running().shipped())
                        .count());
        return "models/list";
    }

    @GetMapping("/{kind}/{id}")
    String differences(@PathVariable String kind, @PathVariable String id, Model model) {
        user.require(READERS);
        ModelStanding standing = standings.find(new ModelKey(kind(kind), id)).orElseThrow(NotVisible::new);
        if (standing.running() == null) {
            throw new NotVisible();
        }
        model.addAttribute("row", row(standing));
        model.addAttribute("differs", standing.differs());
        model.addAttribute(
                "lines",
                LineDiff.of(standing.shipped().text(), standing.running().file().text()));
        return "models/differences";
    }

    /** Of an address; whatever is none is not there. */
    static ModelKind kind(String name) {
        for (ModelKind kind : ModelKind.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return kind;
            }
        }
        throw new NotVisible();
    }

    private static Row row(ModelStanding standing) {
        ModelKey key = standing.key();
        RunningModel running = standing.running();
        return new Row(
                standing.shipped().name(key),
                key.kind().label(),
                key.id(),
                standing.shipped().resource(),
                standing.shipped().hash(),
                running == null ? "" : "第" + running.version() + "版",
                running == null ? "" : running.file().hash(),
                running == null ? "" : orElse(running.deploymentName(), "未命名"),
                running == null ? "" : source(running),
                running == null ? "" : CaseFileModel.minute(running.deployedAt()),
                running == null ? "" : orElse(running.deployedBy(), ""),
                standing.state().label(),
                switch (standing.state()) {
                    case SAME -> "badge-good";
                    case SAME_BY_HAND -> "badge-over";
                    case BY_HAND, NOT_DEPLOYED, MISSING -> "badge-bad";
                },
                standing.differs() ? address(key) : null,
                running == null ? null : ModelComparisonPages.address(key),
                running == null || key.kind() != ModelKind.PROCESS
                        ? null
                        : WalkPages.address(key.id(), WalkVersions.LIVE),
                running == null ? null : address(key) + "/versions/" + running.version(),
                standing.state() == ModelStanding.State.SAME ? null : address(key) + "/restoration",
                running == null ? 0 : running.version());
    }

    static String address(ModelKey key) {
        return "/admin/models/" + key.kind().name().toLowerCase(Locale.ROOT) + "/" + key.id();
    }

    private static String source(RunningModel running) {
        return running.shipped() ? "随系统附带" : "人工部署";
    }

    private static String orElse(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
