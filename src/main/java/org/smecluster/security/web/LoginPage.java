package org.smecluster.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.EndedSession;
import org.smecluster.security.LoginRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPage {

    private final CurrentUser currentUser;

    LoginPage(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String loggedOut,
            @CookieValue(name = EndedSession.COOKIE, required = false) String ended,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (currentUser.account().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("problem", error == null ? null : problem(error, request.getSession()));
        model.addAttribute("loggedOut", loggedOut != null);
        if (ended != null && error == null && loggedOut == null) {
            model.addAttribute("ended", EndedSession.told(ended, request, response));
        }
        return "login";
    }

    private static String problem(String error, HttpSession session) {
        return switch (error) {
            case "closed" -> "该账号已停用，原任务已经移交。确需恢复的，请联系系统管理员。";
            case "refused" ->
                session.getAttribute(LoginRefused.class.getName()) instanceof String sentence
                        ? sentence
                        : "刚才没有核对密码，请重新输入。";
            default -> "用户名或密码不正确。请检查大小写和输入法后重新输入；忘记密码请联系系统管理员重置。";
        };
    }
}
