package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.smecluster.engine.deployment.ModelKey;
import org.smecluster.engine.deployment.ModelKind;
import org.smecluster.engine.deployment.ModelRestoration;
import org.smecluster.engine.deployment.ModelStanding;
import org.smecluster.engine.deployment.ModelStandings;
import org.smecluster.engine.deployment.RunningModel;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
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
            String restoration,
            int version) {}

    private final ModelStandings standings;
    private final ModelRestoration restoration;
    private final CurrentUser user;

    ModelPages(ModelStandings standings, ModelRestoration restoration, CurrentUser user) {
        this.standings = standings;
        this.restoration = restoration;
        this.user = user;
    }

    @GetMapping
    String list(Model model) {
        user.require(READERS);
        return list(model, null);
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
                () -> list(model, reason));
    }

    private String list(Model model, String reason) {
        model.addAttribute("reason", reason);
        List<ModelStanding> all = standings.all();
        model.addAttribute("rows", all.stream().map(ModelPages::row).toList());
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

    private static ModelKind kind(String name) {
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
                standing.state() == ModelStanding.State.SAME ? null : address(key) + "/restoration",
                running == null ? 0 : running.version());
    }

    private static String address(ModelKey key) {
        return "/admin/models/" + key.kind().name().toLowerCase(Locale.ROOT) + "/" + key.id();
    }

    private static String source(RunningModel running) {
        return running.shipped() ? "随系统附带" : "人工部署";
    }

    private static String orElse(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
