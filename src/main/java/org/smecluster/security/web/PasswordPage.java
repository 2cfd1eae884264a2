package org.smecluster.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.LoginRefused;
import org.smecluster.security.OwnPassword;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where everybody changes the own password and ends the own sessions. */
@Controller
class PasswordPage {

    private static final String PAGE = "/account/password";

    private final OwnPassword password;
    private final CurrentUser user;

    PasswordPage(OwnPassword password, CurrentUser user) {
        this.password = password;
        this.user = user;
    }

    @GetMapping(PAGE)
    String page(Model model) {
        return show(Map.of(), model);
    }

    @PostMapping(PAGE)
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Map<String, String> problems;
        try {
            problems = password.change(user.userId(), old, fresh, again, request, response);
        } catch (LoginRefused refusal) {
            response.setStatus(refusal.status());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
            return show(Map.of("old", refusal.getMessage()), model);
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(problems, model);
        }
        after.addFlashAttribute("done", "密码已修改，您在其他地方的登录已全部结束。");
        return "redirect:" + PAGE;
    }

    @PostMapping("/account/sessions/end")
    String endSessions(HttpServletRequest request) {
        password.endSessions(user.userId());
        request.getSession().invalidate();
        return "redirect:/login?loggedOut";
    }

    private String show(Map<String, String> problems, Model model) {
        model.addAttribute("fields", problems);
        model.addAttribute("forced", password.mustBeChanged(user.userId()));
        return "account/password";
    }
}
