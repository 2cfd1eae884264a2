package org.smecluster.sample.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.smecluster.engine.TrialTimers;
import org.smecluster.security.CurrentUser;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For the administrator of a trial: every waiting timer, each with "now". Not there in production. */
@Controller
@Profile("!production")
class TrialTimersPage {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final TrialTimers timers;
    private final CurrentUser user;

    TrialTimersPage(TrialTimers timers, CurrentUser user) {
        this.timers = timers;
        this.user = user;
    }

    @GetMapping("/sample/timers")
    String list(Model model) {
        user.require("camunda-admin");
        model.addAttribute("timers", timers.waiting());
        model.addAttribute("shown", SHOWN);
        return "sample/timers";
    }

    @PostMapping("/sample/timers/{id}/fire")
    String fire(@PathVariable String id, RedirectAttributes flash) {
        user.require("camunda-admin");
        timers.fire(id);
        flash.addFlashAttribute("done", "该定时已按到期处理。");
        return "redirect:/sample/timers";
    }
}
