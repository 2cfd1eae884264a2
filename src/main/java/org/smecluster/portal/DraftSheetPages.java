package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.smecluster.testsheet.SheetView;
import org.smecluster.testsheet.TestSheets;
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

/** A test sheet on a draft: what the draft's table makes of it, and how the draft's author changes it in the same draft. */
@Controller
@RequestMapping("/admin/drafts/{id}/sheets/{decision}")
class DraftSheetPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    private final TestSheets sheets;
    private final Drafts drafts;
    private final SheetOnPage page;
    private final CurrentUser user;

    DraftSheetPages(TestSheets sheets, Drafts drafts, SheetOnPage page, CurrentUser user) {
        this.sheets = sheets;
        this.drafts = drafts;
        this.page = page;
        this.user = user;
    }

    private ModelDraft draft(long id) {
        return drafts.find(id).orElseThrow(NotVisible::new);
    }

    private SheetView of(ModelDraft draft, String decision) {
        return sheets.ofDraft(draft, decision).orElseThrow(NotVisible::new);
    }

    @GetMapping
    String sheet(@PathVariable long id, @PathVariable String decision, Model model) {
        user.require(READERS);
        return show(draft(id), decision, "", model);
    }

    private String show(ModelDraft draft, String decision, String reason, Model model) {
        page.fill(of(draft, decision), model);
        model.addAttribute("draft", draft);
        model.addAttribute("reason", reason);
        model.addAttribute(
                "mayChange",
                draft.state() == ModelDraft.State.OPEN
                        && draft.kind() == ModelDraft.Kind.ORDINARY
                        && user.inAny(StaffGroup.POLICY_OWNERS)
                        && draft.author().equals(user.account().orElseThrow().userId()));
        return "models/draft-sheet";
    }

    @GetMapping("/workbook")
    ResponseEntity<byte[]> workbook(@PathVariable long id, @PathVariable String decision) {
        user.require(READERS);
        ModelDraft draft = draft(id);
        return page.workbook(of(draft, decision), "-" + draft.number());
    }

    /** What is about to be uploaded; keeps nothing. */
    @PostMapping("/preview")
    String preview(
            @PathVariable long id,
            @PathVariable String decision,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        ModelDraft draft = draft(id);
        of(draft, decision);
        return Attempt.of(
                response,
                model,
                () -> page.preview(sheets.preview(draft, decision, SheetOnPage.bytes(file)), at(id, decision), model),
                () -> show(draft, decision, reason, model));
    }

    private static String at(long id, String decision) {
        return "/admin/drafts/" + id + "/sheets/" + decision;
    }

    @PostMapping
    String change(
            @PathVariable long id,
            @PathVariable String decision,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        ModelDraft draft = draft(id);
        of(draft, decision);
        return Attempt.of(
                response,
                model,
                () -> {
                    sheets.change(
                            draft,
                            decision,
                            SheetOnPage.bytes(file),
                            reason,
                            user.account().orElseThrow());
                    after.addFlashAttribute("done", "测试表已随草稿更换，草稿已重新检查，结果见下。");
                    return "redirect:" + draft.page();
                },
                () -> show(draft, decision, reason, model));
    }
}
