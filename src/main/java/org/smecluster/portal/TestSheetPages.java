package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.smecluster.testsheet.SheetVersion;
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

/** The test sheets of the decision tables: how each stands, and how a policy owner puts another in its place. */
@Controller
@RequestMapping("/admin/test-sheets")
class TestSheetPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    /** @param text who, when and why */
    record Version(SheetVersion version, String text) {}

    private final TestSheets sheets;
    private final SheetOnPage page;
    private final CurrentUser user;

    TestSheetPages(TestSheets sheets, SheetOnPage page, CurrentUser user) {
        this.sheets = sheets;
        this.page = page;
        this.user = user;
    }

    @GetMapping
    String list(Model model) {
        user.require(READERS);
        model.addAttribute("sheets", sheets.all());
        return "models/sheets";
    }

    @GetMapping("/{decision}")
    String sheet(@PathVariable String decision, Model model) {
        user.require(READERS);
        return show(decision, "", model);
    }

    private SheetView of(String decision) {
        return sheets.find(decision).orElseThrow(NotVisible::new);
    }

    private String show(String decision, String reason, Model model) {
        List<Version> versions = sheets.versions(decision).stream()
                .map(version -> new Version(version, told(version)))
                .toList();
        page.fill(of(decision), model);
        model.addAttribute("versions", versions);
        model.addAttribute("seen", sheets.version(decision));
        model.addAttribute("owner", user.inAny(StaffGroup.POLICY_OWNERS));
        model.addAttribute("reason", reason);
        return "models/sheet";
    }

    private static String told(SheetVersion version) {
        return "第" + version.version() + "版，" + version.changedByName()
                + (version.changedBy() == null ? "" : "，" + CaseFileModel.minute(version.enteredAt()) + "生效")
                + (version.reason() == null ? "" : "。理由：" + version.reason());
    }

    @GetMapping("/{decision}/workbook")
    ResponseEntity<byte[]> workbook(@PathVariable String decision) {
        user.require(READERS);
        return page.workbook(of(decision), "");
    }

    @GetMapping("/{decision}/versions/{version}")
    ResponseEntity<byte[]> version(@PathVariable String decision, @PathVariable int version) {
        user.require(READERS);
        return page.workbook(sheets.version(decision, version).orElseThrow(NotVisible::new), "-第" + version + "版");
    }

    /** What is about to be uploaded; keeps nothing. */
    @PostMapping("/{decision}/preview")
    String preview(
            @PathVariable String decision,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        of(decision);
        return Attempt.of(
                response,
                model,
                () -> page.preview(
                        sheets.preview(decision, SheetOnPage.bytes(file)), "/admin/test-sheets/" + decision, model),
                () -> show(decision, reason, model));
    }

    @PostMapping("/{decision}")
    String submit(
            @PathVariable String decision,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        of(decision);
        return Attempt.of(
                response,
                model,
                () -> kept(
                        sheets.submit(
                                decision,
                                SheetOnPage.bytes(file),
                                reason,
                                seen,
                                user.account().orElseThrow()),
                        after),
                () -> show(decision, reason, model));
    }

    @PostMapping("/{decision}/versions/{version}/return")
    String back(
            @PathVariable String decision,
            @PathVariable int version,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        of(decision);
        return Attempt.of(
                response,
                model,
                () -> kept(
                        sheets.back(
                                decision, version, reason, seen, user.account().orElseThrow()),
                        after),
                () -> show(decision, reason, model));
    }

    private static String kept(ModelDraft draft, RedirectAttributes after) {
        after.addFlashAttribute("done", "已存为草稿，由另一位政策人员批准后生效。");
        return "redirect:" + draft.page();
    }
}
