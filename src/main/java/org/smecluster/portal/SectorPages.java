package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.recognition.Sector;
import org.smecluster.recognition.SectorChoices;
import org.smecluster.recognition.SectorScheme;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a case chose of the lists of sub-sectors and industries, and the lists that officers keep. */
@Controller
class SectorPages {

    private static final String LISTS = "/sectors";

    /** What an officer typed. */
    record Entry(String scheme, String code, String name, String source) {

        static final Entry NONE = new Entry("", "", "", "");
    }

    private final CaseAccess access;
    private final CasePages pages;
    private final SectorChoices choices;
    private final CurrentUser user;

    SectorPages(CaseAccess access, CasePages pages, SectorChoices choices, CurrentUser user) {
        this.access = access;
        this.pages = pages;
        this.choices = choices;
        this.user = user;
    }

    /** The codes come as {@code GB4754}, {@code SIX} and so on. */
    @PostMapping("/cases/{caseNumber}/sectors")
    String choose(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        if (!choices.mayChoose(caseNumber, access.account())) {
            throw new NotVisible();
        }
        return pages.attempt(file, CaseSection.SECTORS, request, response, model, () -> {
            Map<SectorScheme, String> codes = new EnumMap<>(SectorScheme.class);
            for (SectorScheme scheme : SectorScheme.values()) {
                codes.put(scheme, fields.get(scheme.name()));
            }
            choices.choose(caseNumber, codes, access.account());
            return CasePages.back(caseNumber, CaseSection.SECTORS, "所属领域已保存。", after);
        });
    }

    @GetMapping(LISTS)
    String lists(Model model) {
        user.require(StaffGroup.OFFICERS);
        return show(Entry.NONE, model);
    }

    private String show(Entry entry, Model model) {
        Map<SectorScheme, List<Sector>> lists = choices.all().stream().collect(Collectors.groupingBy(Sector::scheme));
        model.addAttribute("lists", lists);
        model.addAttribute("schemes", SectorScheme.values());
        model.addAttribute(
                "kept",
                Stream.of(SectorScheme.values()).filter(SectorScheme::kept).toList());
        model.addAttribute("entry", entry);
        return "batch/sectors";
    }

    @PostMapping(LISTS)
    String add(Entry entry, HttpServletResponse response, RedirectAttributes after, Model model) {
        user.require(StaffGroup.OFFICERS);
        return Attempt.of(
                response,
                model,
                () -> {
                    choices.add(scheme(entry.scheme()), entry.code(), entry.name(), entry.source(), access.account());
                    after.addFlashAttribute("done", "已加入“" + entry.name().strip() + "”，申报单位可以选择。");
                    return "redirect:" + LISTS;
                },
                () -> show(entry, model));
    }

    @PostMapping("/sectors/{scheme}/{code}/retirement")
    String retire(
            @PathVariable String scheme,
            @PathVariable String code,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        return Attempt.of(
                response,
                model,
                () -> {
                    choices.retire(scheme(scheme), code);
                    after.addFlashAttribute("done", "已停用，新的申报不能再选；已经选了的保留。");
                    return "redirect:" + LISTS;
                },
                () -> show(Entry.NONE, model));
    }

    private static SectorScheme scheme(String name) {
        return Stream.of(SectorScheme.values())
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }
}
