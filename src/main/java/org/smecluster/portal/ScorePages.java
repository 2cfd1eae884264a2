package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.smecluster.law.Refusal;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.region.StaffGroup;
import org.smecluster.review.Criteria;
import org.smecluster.review.Criterion;
import org.smecluster.review.ExpertReview;
import org.smecluster.review.ReviewCriteria;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By what the experts of a batch score, set by the region's officers; and what an expert scores. */
@Controller
class ScorePages {

    /** Fields of one more criterion, below those there are. */
    private static final int BLANK_ROWS = 2;

    /** A line of the form, as it stands or was sent. */
    record Line(String name, String weight) {}

    private final CurrentUser user;
    private final Batches batches;
    private final ReviewCriteria criteria;
    private final ExpertReview experts;
    private final CaseAccess access;
    private final CasePages pages;

    ScorePages(
            CurrentUser user,
            Batches batches,
            ReviewCriteria criteria,
            ExpertReview experts,
            CaseAccess access,
            CasePages pages) {
        this.user = user;
        this.batches = batches;
        this.criteria = criteria;
        this.experts = experts;
        this.access = access;
        this.pages = pages;
    }

    /** The scores come as {@code score-<position of the criterion>}. */
    @PostMapping("/cases/{caseNumber}/scores")
    String score(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.open(caseNumber);
        if (experts.sheet(caseNumber, access.account()).isEmpty()) {
            throw new NotVisible();
        }
        Map<Integer, String> entered = NumberedFields.of(fields, "score-", 2, Integer::valueOf);
        model.addAttribute("scoresEntered", entered);
        return pages.attempt(file, CaseSection.SCORES, request, response, model, () -> {
            experts.score(caseNumber, entered, access.account());
            return CasePages.back(caseNumber, CaseSection.SCORES, "已保存打分。全部打完以后，在“表单”中填写评审结论和意见并提交。", after);
        });
    }

    @GetMapping("/batches/{number}/criteria")
    String criteria(@PathVariable String number, Model model) {
        Batch batch = open(number);
        Criteria now = criteria.of(number);
        return show(
                batch,
                now,
                now.criteria().stream()
                        .map(each -> new Line(each.name(), Integer.toString(each.weight())))
                        .toList(),
                Integer.toString(now.divergence()),
                model);
    }

    private Batch open(String number) {
        if (!user.isProvince()) {
            throw new NotVisible();
        }
        return batches.byNumber(number).orElseThrow(NotVisible::new);
    }

    @PostMapping("/batches/{number}/criteria")
    String set(
            @PathVariable String number,
            @RequestParam(required = false) List<String> names,
            @RequestParam(required = false) List<String> weights,
            @RequestParam(defaultValue = "") String divergence,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        Batch batch = open(number);
        List<Line> lines = lines(names == null ? List.of() : names, weights == null ? List.of() : weights);
        return Attempt.of(
                response,
                model,
                () -> {
                    criteria.set(
                            number,
                            read(lines),
                            number(divergence),
                            seen,
                            user.account().orElseThrow());
                    after.addFlashAttribute("done", "已保存评审标准和权重。选派第一名专家以前可以修改。");
                    return "redirect:/batches/" + number + "/criteria";
                },
                () -> show(batch, criteria.of(number), lines, divergence, model));
    }

    private static List<Line> lines(List<String> names, List<String> weights) {
        if (names.size() != weights.size()) {
            throw new Refusal("页面已过时，请刷新后重新办理");
        }
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Line(names.get(i).strip(), weights.get(i).strip()))
                .filter(line -> !line.name().isEmpty() || !line.weight().isEmpty())
                .toList();
    }

    private static List<Criterion> read(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> new Criterion(
                        i + 1, lines.get(i).name(), number(lines.get(i).weight())))
                .toList();
    }

    /** 0, which is refused by name, where it is no number. */
    private static int number(String typed) {
        return typed.strip().matches("[0-9]{1,3}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private String show(Batch batch, Criteria now, List<Line> lines, String divergence, Model model) {
        model.addAttribute("batch", batch);
        model.addAttribute("criteria", now);
        model.addAttribute("lines", lines);
        model.addAttribute("blank", IntStream.range(0, BLANK_ROWS).boxed().toList());
        model.addAttribute("divergence", divergence);
        model.addAttribute("sets", user.groups().contains(StaffGroup.OFFICERS) && !now.frozen());
        return "batch/criteria";
    }
}
