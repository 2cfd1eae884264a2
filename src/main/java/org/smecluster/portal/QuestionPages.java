package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.NoticeQuestion.Kind;
import org.smecluster.recognition.NoticeQuestions;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The questions of a batch's notice: an officer adds them, applicants answer. */
@Controller
class QuestionPages {

    private static final int MOST_LINES = 200;

    /** What an officer typed of a question. */
    record Entry(String question, String kind, String choices, boolean required) {}

    private final CurrentUser user;
    private final CaseAccess access;
    private final CasePages pages;
    private final Batches batches;
    private final NoticeQuestions questions;

    QuestionPages(CurrentUser user, CaseAccess access, CasePages pages, Batches batches, NoticeQuestions questions) {
        this.user = user;
        this.access = access;
        this.pages = pages;
        this.batches = batches;
        this.questions = questions;
    }

    @GetMapping("/batches/{number}/questions")
    String questions(@PathVariable String number, Model model) {
        return show(open(number), model);
    }

    private Batch open(String number) {
        return batches.byNumber(number).filter(found -> user.isStaff()).orElseThrow(NotVisible::new);
    }

    private String show(Batch batch, Model model) {
        model.addAttribute("batch", batch);
        model.addAttribute("questions", questions.ofBatch(batch.id()));
        model.addAttribute("mayChange", user.is(Role.PROVINCE_OFFICER) && questions.open(batch));
        model.addAttribute("officer", user.is(Role.PROVINCE_OFFICER));
        model.addAttribute("kinds", Kind.values());
        return "batch/questions";
    }

    @PostMapping("/batches/{number}/questions")
    String add(
            @PathVariable String number,
            Entry entry,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        model.addAttribute("entered", entry);
        return change(
                number,
                response,
                after,
                model,
                "已加入这个问题。",
                () -> questions.add(
                        number,
                        entry.question(),
                        Arrays.stream(Kind.values())
                                .filter(kind -> kind.name().equals(entry.kind()))
                                .findFirst()
                                .orElse(null),
                        lines(entry.choices()),
                        entry.required(),
                        access.account()));
    }

    private static List<String> lines(String choices) {
        return choices == null ? List.of() : Arrays.asList(choices.split("\\R", MOST_LINES));
    }

    @PostMapping("/batches/{number}/questions/{id}/removal")
    String remove(
            @PathVariable String number,
            @PathVariable long id,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return change(number, response, after, model, "已删除这个问题。", () -> questions.remove(number, id, access.account()));
    }

    private String change(
            String number,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model,
            String done,
            Runnable change) {
        Batch batch = open(number);
        if (!user.is(Role.PROVINCE_OFFICER)) {
            throw new AccessDeniedException("the questions of a notice are the officers' to change");
        }
        Supplier<String> again = () -> show(batch, model);
        return Attempt.of(
                response,
                model,
                () -> {
                    change.run();
                    after.addFlashAttribute("done", done);
                    return "redirect:/batches/" + number + "/questions";
                },
                again);
    }

    /** The answers come as {@code answer-<id of the question>}. */
    @PostMapping("/cases/{caseNumber}/answers")
    String answer(
            @PathVariable String caseNumber,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OpenCase file = access.withData(caseNumber);
        model.addAttribute(CaseQuestions.TYPED, fields);
        return pages.attempt(file, CaseSection.QUESTIONS, request, response, model, () -> {
            questions.answer(caseNumber, NumberedFields.of(fields, "answer-", 12, Long::valueOf), access.account());
            return CasePages.back(caseNumber, CaseSection.QUESTIONS, "已保存对申报通知的回答，随材料提交。", after);
        });
    }
}
