package org.smecluster.sample.web;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.smecluster.sample.engine.TrialTimers;
import org.smecluster.security.CurrentUser;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For the administrator of a trial: every waiting timer, and the clock put forward to it. Not there in production. */
@Controller
@Profile("!production")
class TrialTimersPage {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final TrialTimers timers;
    private final CurrentUser user;
    private final Clock clock;

    TrialTimersPage(TrialTimers timers, CurrentUser user, Clock clock) {
        this.timers = timers;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/sample/timers")
    String list(Model model) {
        user.require("camunda-admin");
        model.addAttribute("timers", timers.waiting());
        model.addAttribute("shown", SHOWN);
        model.addAttribute("now", clock.instant());
        return "sample/timers";
    }

    @PostMapping("/sample/timers/{id}/advance")
    String advance(@PathVariable String id, RedirectAttributes flash) throws IOException {
        user.require("camunda-admin");
        timers.advanceTo(id);
        flash.addFlashAttribute("done", "时间已推进，到期的事项已办理。");
        return "redirect:/sample/timers";
    }
}
