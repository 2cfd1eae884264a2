package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.law.Finding;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.national.Candidate;
import org.smecluster.national.Evaluation;
import org.smecluster.national.NationalCandidates;
import org.smecluster.national.NationalService;
import org.smecluster.national.Recommendation;
import org.smecluster.national.Recommendations;
import org.smecluster.national.Stage;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The candidates for the national title side by side, and what is proposed for each; the autonomous region's alone. */
@Controller
class NationalPages implements CaseTab {

    /**
     * @param findings those that a figure or a declaration measures, in the order of the columns
     * @param all with those that a person judges
     */
    record Compared(
            Candidate candidate,
            String place,
            String applicant,
            List<FindingLine> findings,
            List<FindingLine> all,
            long met,
            long notMet,
            long forPeople,
            long missing) {}

    /** @param on the day */
    record Evaluated(Evaluation evaluation, LocalDate on) {}

    private final NationalService national;
    private final NationalCandidates candidates;
    private final Recommendations recommendations;
    private final CaseFileModel layout;
    private final CaseAccess access;
    private final CurrentUser user;
    private final Regions regions;

    NationalPages(
            NationalService national,
            NationalCandidates candidates,
            Recommendations recommendations,
            CaseFileModel layout,
            CaseAccess access,
            CurrentUser user,
            Regions regions) {
        this.national = national;
        this.candidates = candidates;
        this.recommendations = recommendations;
        this.layout = layout;
        this.access = access;
        this.user = user;
        this.regions = regions;
    }

    @Override
    public CaseKind kind() {
        return CaseKind.GJ;
    }

    @Override
    public String tab(String caseNumber, Model model) {
        fill(caseNumber, model);
        model.addAttribute("fragment", true);
        return "national/file :: file";
    }

    @GetMapping("/national/{caseNumber}")
    String page(@PathVariable String caseNumber, HttpServletRequest request, Model model) {
        return show(caseNumber, request, model);
    }

    /**
     * On paper.
     *
     * @param evaluation which; null: the latest
     */
    @GetMapping("/national/{caseNumber}/print")
    String print(@PathVariable String caseNumber, @RequestParam(required = false) Integer evaluation, Model model) {
        fill(caseNumber, evaluation, model);
        return "national/print";
    }

    @PostMapping("/national/{caseNumber}/evaluations")
    String evaluateAgain(
            @PathVariable String caseNumber,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) Integer evaluation,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        open(caseNumber);
        if (!user.is(Role.PROVINCE_OFFICER)) {
            throw new NotVisible();
        }
        return Attempt.of(
                response,
                model,
                () -> {
                    candidates.evaluateAgain(caseNumber, reason, evaluation, access.account());
                    after.addFlashAttribute("done", "已重新评估候选，原评估保留。评估有变化的集群，须重新记录推荐意见；变化见案卷。");
                    return "redirect:/national/" + caseNumber;
                },
                () -> {
                    model.addAttribute("evaluationReason", reason);
                    return show(caseNumber, request, model);
                });
    }

    @PostMapping("/national/{caseNumber}/proposals/{clusterNumber}")
    String propose(
            @PathVariable String caseNumber,
            @PathVariable String clusterNumber,
            @RequestParam(required = false) Boolean recommended,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String seen,
            @RequestParam(required = false) Integer evaluation,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        open(caseNumber);
        if (!user.is(Role.PROVINCE_OFFICER)) {
            throw new NotVisible();
        }
        return Attempt.of(
                response,
                model,
                () -> {
                    if (recommended == null) {
                        throw new Refusal("请选择“推荐”或“不推荐”");
                    }
                    national.propose(
                            caseNumber,
                            clusterNumber,
                            recommended,
                            reason,
                            Attempt.seen(seen),
                            evaluation,
                            access.account());
                    after.addFlashAttribute(
                            "done",
                            "“" + nameOf(caseNumber, clusterNumber) + "”已记为“" + (recommended ? "推荐" : "不推荐")
                                    + "”。提交任务前可以更改。");
                    return "redirect:/national/" + caseNumber;
                },
                () -> show(caseNumber, request, model));
    }

    private String nameOf(String caseNumber, String clusterNumber) {
        return recommendations.candidates(caseNumber).stream()
                .filter(candidate -> candidate.clusterNumber().equals(clusterNumber))
                .map(Candidate::clusterName)
                .findFirst()
                .orElse(clusterNumber);
    }

    private String show(String caseNumber, HttpServletRequest request, Model model) {
        fill(caseNumber, model);
        boolean fragment = Fragments.wanted(request);
        model.addAttribute("fragment", fragment);
        return fragment ? "national/file :: file" : "national/page";
    }

    private Recommendation open(String caseNumber) {
        return recommendations
                .find(caseNumber)
                .filter(found -> user.is(Role.PROVINCE_OFFICER) || user.is(Role.PROVINCE_LEADER))
                .orElseThrow(NotVisible::new);
    }

    private void fill(String caseNumber, Model model) {
        fill(caseNumber, null, model);
    }

    private void fill(String caseNumber, Integer wanted, Model model) {
        Recommendation recommendation = open(caseNumber);
        layout.record(model, access.open(caseNumber));
        List<Evaluation> evaluations = recommendations.evaluations(caseNumber);
        Evaluation evaluation = evaluations.stream()
                .filter(each -> wanted == null || each.number() == wanted)
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (wanted != null && evaluation == null) {
            throw new NotVisible();
        }
        int number = evaluation == null ? 0 : evaluation.number();
        List<Candidate> candidates = recommendations.candidates(caseNumber, number);
        model.addAttribute("evaluation", evaluation);
        model.addAttribute(
                "evaluations",
                evaluations.stream()
                        .map(each -> new Evaluated(
                                each, CaseFileModel.local(each.at()).toLocalDate()))
                        .toList());
        model.addAttribute("recommendation", recommendation);
        model.addAttribute(
                "heads",
                candidates.stream()
                        .findFirst()
                        .map(first -> first.findings().stream()
                                .filter(finding -> !finding.forAPerson())
                                .toList())
                        .orElse(List.of()));
        model.addAttribute("rows", candidates.stream().map(this::compared).toList());
        model.addAttribute(
                "judged",
                candidates.stream()
                        .findFirst()
                        .map(first -> first.findings().stream()
                                .filter(Finding::forAPerson)
                                .toList())
                        .orElse(List.of()));
        model.addAttribute("exclusions", recommendations.exclusions(caseNumber, number));
        model.addAttribute("summary", national.proposalInWords(caseNumber));
        model.addAttribute("proposing", recommendation.stage() == Stage.PROPOSING && user.is(Role.PROVINCE_OFFICER));
    }

    private Compared compared(Candidate candidate) {
        Map<Outcome, Long> counts =
                candidate.findings().stream().collect(Collectors.groupingBy(Finding::outcome, Collectors.counting()));
        Function<Outcome, Long> count = outcome -> counts.getOrDefault(outcome, 0L);
        String county = regions.name(candidate.countyCode());
        String city = regions.name(candidate.cityCode());
        return new Compared(
                candidate,
                county.equals(city) ? city : city + " " + county,
                regions.nameOfGroup(candidate.applicantGroup()),
                candidate.findings().stream()
                        .filter(finding -> !finding.forAPerson())
                        .map(FindingLine::of)
                        .toList(),
                FindingLine.of(candidate.findings()),
                count.apply(Outcome.MET),
                count.apply(Outcome.NOT_MET),
                count.apply(Outcome.NEEDS_EXPLANATION),
                count.apply(Outcome.MISSING));
    }
}
