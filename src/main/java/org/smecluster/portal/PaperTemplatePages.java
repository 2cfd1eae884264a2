package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.smecluster.law.Refusal;
import org.smecluster.paper.PaperKind;
import org.smecluster.paper.PaperService.Content;
import org.smecluster.paper.PaperTemplate;
import org.smecluster.paper.PaperTemplates;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The templates of papers: which are in use, what they may name, and how a policy owner puts another in their place. */
@Controller
@RequestMapping("/admin/paper-templates")
class PaperTemplatePages {

    private static final String[] READERS = {StaffGroup.POLICY_OWNERS, StaffGroup.OFFICERS, StaffGroup.LEADERS};

    /** @param at when it was uploaded; empty of what the program came with @param on whether papers are made by it */
    record Version(PaperTemplate template, String at, boolean on) {}

    private final PaperTemplates templates;
    private final CurrentUser user;

    PaperTemplatePages(PaperTemplates templates, CurrentUser user) {
        this.templates = templates;
        this.user = user;
    }

    @GetMapping
    String list(Model model) {
        user.require(READERS);
        model.addAttribute(
                "templates",
                Arrays.stream(PaperKind.values())
                        .map(kind -> version(templates.inUse(kind).template()))
                        .toList());
        return "papers/list";
    }

    private Version version(PaperTemplate template) {
        return new Version(
                template,
                template.shipped() ? "" : CaseFileModel.minute(template.uploadedAt()),
                templates.switchedOn(template.kind()));
    }

    @GetMapping("/{kind}")
    String kind(@PathVariable String kind, Model model) {
        user.require(READERS);
        return show(of(kind), "", model);
    }

    private static PaperKind of(String kind) {
        return PaperKind.of(kind).orElseThrow(NotVisible::new);
    }

    private String show(PaperKind kind, String reason, Model model) {
        PaperTemplates.InUse now = templates.inUse(kind);
        List<Version> versions =
                templates.versions(kind).stream().map(this::version).toList();
        model.addAttribute("kind", kind);
        model.addAttribute("now", versions.get(0));
        model.addAttribute("notDrawn", templates.notDrawn(now.content()));
        model.addAttribute("before", versions.subList(1, versions.size()));
        model.addAttribute("owner", user.inAny(StaffGroup.POLICY_OWNERS));
        model.addAttribute("reason", reason);
        model.addAttribute("on", templates.switchedOn(kind));
        model.addAttribute(
                "switches",
                templates.switches(kind).stream()
                        .map(each -> (each.on() ? "启用" : "停用") + "，" + each.turnedByName() + "，"
                                + CaseFileModel.minute(each.turnedAt()) + "。理由：" + each.reason())
                        .toList());
        return "papers/template";
    }

    @GetMapping("/{kind}/versions/{version}")
    ResponseEntity<byte[]> docx(@PathVariable String kind, @PathVariable int version) {
        user.require(READERS);
        PaperKind of = of(kind);
        return PaperPages.attachment(
                PaperPages.DOCX, new Content(of.label() + "-模板第" + version + "版.docx", content(of, version)));
    }

    private byte[] content(PaperKind kind, int version) {
        return templates.content(kind, version).orElseThrow(NotVisible::new);
    }

    @GetMapping("/{kind}/versions/{version}/sample")
    ResponseEntity<byte[]> sample(@PathVariable String kind, @PathVariable int version) {
        user.require(READERS);
        PaperKind of = of(kind);
        return sample(of, content(of, version));
    }

    private ResponseEntity<byte[]> sample(PaperKind kind, byte[] template) {
        return PaperPages.pdf(new Content(kind.label() + "-样例.pdf", templates.sample(kind, template)));
    }

    /** What is about to be uploaded, with the sample case in it; stores nothing. */
    @PostMapping("/{kind}/preview")
    Object preview(
            @PathVariable String kind,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        PaperKind of = of(kind);
        try {
            return sample(of, bytes(file));
        } catch (Refusal refused) {
            return Attempt.of(
                    response,
                    model,
                    () -> {
                        throw refused;
                    },
                    () -> show(of, reason, model));
        }
    }

    @PostMapping("/{kind}")
    String replace(
            @PathVariable String kind,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        PaperKind of = of(kind);
        return replaced(
                of,
                reason,
                by -> templates.replace(of, PaperPages.name(file), PaperPages.bytes(file), reason, seen, by),
                response,
                after,
                model);
    }

    @PostMapping("/{kind}/versions/{version}/return")
    String back(
            @PathVariable String kind,
            @PathVariable int version,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        PaperKind of = of(kind);
        return replaced(of, reason, by -> templates.back(of, version, reason, seen, by), response, after, model);
    }

    /** Says so where it is done; else the page with what stands against it, and the reason as typed. */
    private String replaced(
            PaperKind kind,
            String reason,
            Consumer<Account> deed,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return Attempt.of(
                response,
                model,
                () -> {
                    deed.accept(user.account().orElseThrow());
                    after.addFlashAttribute("done", "已更换“" + kind.label() + "”的模板，今后出具的按新的模板；已经出具的不变。");
                    return "redirect:/admin/paper-templates/" + kind.name();
                },
                () -> show(kind, reason, model));
    }

    private static byte[] bytes(MultipartFile file) {
        PaperPages.name(file);
        return PaperPages.bytes(file);
    }

    @PostMapping("/{kind}/switch")
    String turn(
            @PathVariable String kind,
            @RequestParam(required = false) Boolean on,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        PaperKind of = of(kind);
        return Attempt.of(
                response,
                model,
                () -> {
                    if (on == null) {
                        throw new Refusal("请选择启用还是停用");
                    }
                    templates.turn(of, on, reason, user.account().orElseThrow());
                    after.addFlashAttribute("done", on ? "已启用，相应案件的“文书”中可以出具。" : "已停用，不再出具；已经出具的不变。");
                    return "redirect:/admin/paper-templates/" + of.name();
                },
                () -> show(of, "", model));
    }
}
