package org.smecluster.security.web;

import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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
            Model model) {
        if (currentUser.account().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("problem", error == null ? null : problem(error));
        model.addAttribute("loggedOut", loggedOut != null);
        return "login";
    }

    private static String problem(String error) {
        return switch (error) {
            case "locked" -> "该账号因连续输错密码被暂时锁定，最长一分钟后自动解除。请稍候再试；忘记密码请联系系统管理员重置。";
            case "closed" -> "该账号已停用，原任务已经移交。确需恢复的，请联系系统管理员。";
            case "address" -> "本机所在的网络地址登录失败次数过多，已暂停登录。请十分钟后再试，或联系系统管理员。";
            default -> "用户名或密码不正确。请检查大小写和输入法后重新输入；忘记密码请联系系统管理员重置。";
        };
    }
}
