package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.remedy.DecisionKind;
import org.smecluster.remedy.Remedies;
import org.smecluster.remedy.RemedyText;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done against each kind of decision: kept by the officer who does the legal check, read by the region. */
@Controller
class RemedyPages {

    /** The form as it was sent; any field may be null. */
    record Entry(String kind, String text, String legalBasis, boolean confirmed, int seen) {}

    /** @param entered what was sent of it and refused; null elsewhere */
    record Line(DecisionKind kind, RemedyText now, List<RemedyText> before, Entry entered) {

        public String at() {
            return CaseFileModel.minute(now.enteredAt());
        }

        public String at(RemedyText text) {
            return CaseFileModel.minute(text.enteredAt());
        }
    }

    private final Remedies remedies;
    private final CurrentUser user;

    RemedyPages(Remedies remedies, CurrentUser user) {
        this.remedies = remedies;
        this.user = user;
    }

    @GetMapping("/remedies")
    String remedies(Model model) {
        if (!user.isProvince()) {
            throw new NotVisible();
        }
        return show(null, model);
    }

    @PostMapping("/remedies")
    String enter(
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String legalBasis,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        Entry entry = new Entry(kind, text, legalBasis, confirmed, seen);
        return Attempt.of(
                response,
                model,
                () -> {
                    DecisionKind of = Arrays.stream(DecisionKind.values())
                            .filter(each -> each.adverse() && each.name().equals(kind))
                            .findFirst()
                            .orElseThrow(() -> new Refusal("没有这一种决定，请刷新页面"));
                    remedies.enter(
                            of,
                            text,
                            legalBasis,
                            confirmed,
                            seen,
                            user.account().orElseThrow());
                    after.addFlashAttribute("done", "已保存“" + of.label() + "”的救济途径，今后的决定载明新的文字；以前的决定不变。");
                    return "redirect:/remedies";
                },
                () -> show(entry, model));
    }

    private String show(Entry entry, Model model) {
        model.addAttribute(
                "lines",
                Arrays.stream(DecisionKind.values())
                        .filter(DecisionKind::adverse)
                        .map(kind -> line(kind, entry))
                        .toList());
        model.addAttribute("keeps", user.groups().contains(StaffGroup.OFFICERS));
        return "remedies";
    }

    private Line line(DecisionKind kind, Entry entry) {
        List<RemedyText> texts = remedies.texts(kind);
        return new Line(
                kind,
                texts.get(0),
                texts.subList(1, texts.size()),
                entry != null && kind.name().equals(entry.kind()) ? entry : null);
    }
}
