package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.smecluster.law.Refusal;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person asked for on a page of ours: done, or refused and the page shown again with the reasons on it. */
final class Attempt {

    private Attempt() {}

    /**
     * @param action answers the view when it is done
     * @param again shows the page as it stands; the template finds the reasons as {@code problems}
     * @throws RuntimeException the action's failure, where it is no refusal and no conflict
     */
    static String of(HttpServletResponse response, Model model, Supplier<String> action, Supplier<String> again) {
        try {
            return action.get();
        } catch (RuntimeException failure) {
            Problem problem = Problem.of(failure);
            response.setStatus(problem.status());
            model.addAttribute("problems", problem.sentences());
            return again.get();
        }
    }

    /**
     * @param moment of what the page showed, as the page had it; null where it showed nothing
     * @throws Refusal where it cannot be read
     */
    static Instant seen(String moment) {
        try {
            return moment == null || moment.isBlank() ? null : Instant.parse(moment);
        } catch (DateTimeParseException unreadable) {
            throw new Refusal("页面已过时，请刷新后重新办理");
        }
    }

    /** Back to the section of a page that tells once what was done. */
    static String done(String page, String section, String sentence, RedirectAttributes after) {
        after.addFlashAttribute("done", sentence);
        after.addAttribute("section", section);
        return "redirect:" + page;
    }
}
