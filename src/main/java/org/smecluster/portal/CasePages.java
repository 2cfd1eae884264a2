package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.smecluster.filing.FilingService;
import org.smecluster.law.Refusal;
import org.smecluster.portal.CaseFileModel.Choice;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: its file, as a page and as the content of Tasklist's tab, and what can be done to it beside its tasks. */
@Controller
class CasePages {

    private final CaseAccess access;
    private final CaseFileModel layout;
    private final CaseStanding standing;
    private final FilingService filing;
    private final NoticeFile notices;
    private final Clock clock;

    CasePages(
            CaseAccess access,
            CaseFileModel layout,
            CaseStanding standing,
            FilingService filing,
            NoticeFile notices,
            Clock clock) {
        this.access = access;
        this.layout = layout;
        this.standing = standing;
        this.filing = filing;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNumber}")
    String file(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String section,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) String stage,
            @RequestParam(required = false) String list,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) Long before,
            @RequestParam(required = false) Long after,
            HttpServletRequest request,
            Model model) {
        OpenCase file = access.open(caseNumber);
        return show(
                file,
                CaseSection.of(section),
                new Choice(version, stage, list, page, before, after),
                Fragments.wanted(request),
                model);
    }

    /** The file as Tasklist's tab shows it at first. */
    String overview(String caseNumber, Model model) {
        return tab(caseNumber, CaseSection.OVERVIEW, model);
    }

    /** The same, opened at a section. */
    String tab(String caseNumber, CaseSection section, Model model) {
        return show(access.open(caseNumber), section, Choice.NONE, true, model);
    }

    @GetMapping("/cases/{caseNumber}/print")
    String print(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String part,
            @RequestParam(required = false) Long version,
            @RequestParam(required = false) String stage,
            Model model) {
        layout.fillForPrint(model, access.withData(caseNumber), version, stage);
        model.addAttribute("printedOn", LocalDate.now(clock));
        return "findings".equals(part) ? "case/print-findings" : "case/print";
    }

    /** The model that the case runs on, for the drawing of its progress. */
    @GetMapping(path = "/cases/{caseNumber}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String caseNumber) {
        return standing.diagram(access.open(caseNumber)).orElseThrow(NotVisible::new);
    }

    /** The texts come as {@code explanation-<position of the warning>}. */
    @PostMapping("/cases/{caseNumber}/figures")
    String explainFigures(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.withData(caseNumber);
        return attempt(open, CaseSection.FINDINGS, request, response, model, () -> {
            filing.explainFigures(
                    caseNumber, NumberedFields.of(fields, "explanation-", 4, Integer::valueOf), access.account());
            return back(caseNumber, CaseSection.FINDINGS, "已保存数据变动的说明，审查部门可以看到。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/incidents")
    String addIncident(
            @PathVariable String caseNumber,
            IncidentEntry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.withData(caseNumber);
        model.addAttribute("entered", entry);
        return attempt(open, CaseSection.INCIDENTS, request, response, model, () -> {
            filing.addIncident(caseNumber, entry.incident(), access.account());
            return back(caseNumber, CaseSection.INCIDENTS, "已保存这一事项。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/incidents/{id}/removal")
    String removeIncident(
            @PathVariable String caseNumber,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.withData(caseNumber);
        return attempt(open, CaseSection.INCIDENTS, request, response, model, () -> {
            filing.removeIncident(caseNumber, id, access.account());
            return back(caseNumber, CaseSection.INCIDENTS, "已删除这一事项。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/incidents/{id}/withdrawal")
    String takeBackIncident(
            @PathVariable String caseNumber,
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.withData(caseNumber);
        return attempt(open, CaseSection.INCIDENTS, request, response, model, () -> {
            filing.takeBackIncident(caseNumber, id, reason, access.account());
            return back(caseNumber, CaseSection.INCIDENTS, "已撤回这一事项，登记和理由都保留，系统已重新评估。", after);
        });
    }

    @PostMapping("/cases/{caseNumber}/withdrawal")
    String withdraw(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        String page = attempt(open, CaseSection.WITHDRAWAL, request, response, model, () -> {
            if (!sure) {
                throw new Refusal("请先勾选“我确认撤回”");
            }
            open.procedure().withdraw(caseNumber, reason, access.account());
            return back(caseNumber, CaseSection.OVERVIEW, "已撤回，本案结束。", after);
        });
        model.addAttribute("reason", reason);
        return page;
    }

    /** An objection to what a case alone has had published. */
    @PostMapping("/cases/{caseNumber}/objections")
    String object(
            @PathVariable String caseNumber,
            NoticeFile.Entry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase open = access.open(caseNumber);
        model.addAttribute("entered", entry);
        return attempt(open, CaseSection.NOTICE, request, response, model, () -> {
            notices.register(caseNumber, entry);
            return back(caseNumber, CaseSection.NOTICE, "已登记异议。核实任务已发给自治区经办人员；裁定以前不作决定。", after);
        });
    }

    String attempt(
            OpenCase file,
            CaseSection section,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<String> action) {
        return Attempt.of(
                response, model, action, () -> show(file, section, Choice.NONE, Fragments.wanted(request), model));
    }

    private String show(OpenCase file, CaseSection section, Choice choice, boolean fragment, Model model) {
        layout.fill(model, file, section, choice);
        model.addAttribute("fragment", fragment);
        return fragment ? "case/file :: file" : "case/page";
    }

    static String back(String caseNumber, CaseSection section, String done, RedirectAttributes after) {
        return Attempt.done("/cases/" + caseNumber, section.key(), done, after);
    }
}
