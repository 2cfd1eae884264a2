package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smecluster.engine.deployment.DeployedByPeople;
import org.smecluster.law.Refusal;
import org.smecluster.policy.ModelSource;
import org.smecluster.policy.draft.DraftDecisions;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way past the two persons: the administrator alone, with a reason, told to all policy owners. */
@Controller
@RequestMapping("/admin/emergency")
class EmergencyPages {

    private final Drafts drafts;
    private final DraftDecisions decisions;
    private final DeployedByPeople deployed;
    private final ModelDraftView view;
    private final CurrentUser user;

    EmergencyPages(
            Drafts drafts, DraftDecisions decisions, DeployedByPeople deployed, ModelDraftView view, CurrentUser user) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.deployed = deployed;
        this.view = view;
        this.user = user;
    }

    @GetMapping
    String choose(Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return choose("", model);
    }

    private String choose(String name, Model model) {
        model.addAttribute("name", name);
        model.addAttribute(
                "undecided", drafts.all().stream().filter(ModelDraft::undecided).toList());
        return "models/emergency";
    }

    @PostMapping
    String prepare(
            @RequestParam(required = false) String name,
            @RequestParam(required = false) List<MultipartFile> files,
            HttpServletResponse response,
            Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return Attempt.of(
                response,
                model,
                () -> "redirect:"
                        + deployed.prepare(name, sources(files), user.account().orElseThrow())
                                .page(),
                () -> choose(name, model));
    }

    private static List<ModelSource> sources(List<MultipartFile> files) {
        List<ModelSource> sources = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            try {
                if (!file.isEmpty() && file.getOriginalFilename() != null) {
                    sources.add(new ModelSource(file.getOriginalFilename(), file.getBytes()));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        if (sources.isEmpty()) {
            throw new Refusal("请选择要生效的文件");
        }
        return sources;
    }

    @GetMapping("/{id}")
    String draft(@PathVariable long id, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return show(id, "", model);
    }

    private String show(long id, String reason, Model model) {
        ModelDraft draft = view.draft(id);
        if (!draft.undecided()) {
            return "redirect:" + draft.page();
        }
        view.fill(draft, model);
        model.addAttribute("reason", reason);
        model.addAttribute("author", draft.author().equals(user.userId()));
        return "models/emergency-draft";
    }

    @PostMapping("/{id}")
    String atOnce(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long judgement,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) Set<Integer> following,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        ModelDraft draft = view.draft(id);
        return Attempt.of(
                response,
                model,
                () -> {
                    decisions.atOnce(
                            id,
                            judgement,
                            reason,
                            following == null ? Set.of() : following,
                            user.account().orElseThrow());
                    after.addFlashAttribute("done", "已紧急生效，全体政策人员都已收到通知。");
                    return "redirect:/admin/drafts/" + draft.id();
                },
                () -> show(id, reason, model));
    }
}
