package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smecluster.law.TypedText;
import org.smecluster.registry.PublicCluster;
import org.smecluster.registry.PublicRegister;
import org.smecluster.security.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether a number that somebody shows is that of a recognised cluster, and whether the recognition holds today. */
@Controller
class CheckPage {

    private static final String CHECK = "publicCheck";

    /** Numbers that there are not: who reads codes off papers is never slowed. */
    private static final int UNKNOWN_PER_HOUR = 60;

    private static final Pattern NUMBER = Pattern.compile("NXJQ-?([0-9]{6})-?([0-9]{4})");

    private final PublicRegister register;
    private final Regions regions;
    private final Throttle throttle;
    private final Clock clock;

    CheckPage(PublicRegister register, Regions regions, Throttle throttle, Clock clock) {
        this.register = register;
        this.regions = regions;
        this.throttle = throttle;
        this.clock = clock;
    }

    /**
     * 404 where no recognised cluster ever had the number, 429 after too many of those.
     *
     * @param code as typed or read from the QR code, e.g. {@code NXJQ-640221-0001}
     */
    @GetMapping("/public/check")
    String check(@RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        String number = number(code);
        model.addAttribute("code", number);
        model.addAttribute("checkedAt", CaseFileModel.minute(clock.instant()));
        if (number.isEmpty()) {
            return "public/check";
        }
        String network = Throttle.network();
        Optional<Instant> later = throttle.take(CHECK, network, UNKNOWN_PER_HOUR);
        if (later.isPresent()) {
            model.addAttribute("again", ObjectionPages.slowed(later.get(), clock, response));
            return "public/check";
        }
        Optional<PublicCluster> found = register.find(number);
        if (found.isPresent()) {
            throttle.takeBack(CHECK, network);
            model.addAttribute("line", PublicLine.of(found.get(), register, regions));
        } else {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("unknown", true);
        }
        return "public/check";
    }

    /** Whatever its width, case, spaces and dashes; what is none stays as it was typed. */
    private static String number(String typed) {
        String code = TypedText.code(typed).replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        Matcher parts = NUMBER.matcher(code);
        return parts.matches() ? "NXJQ-" + parts.group(1) + "-" + parts.group(2) : TypedText.clean(typed);
    }
}
