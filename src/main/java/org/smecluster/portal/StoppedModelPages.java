package org.smecluster.portal;

import org.smecluster.policy.StoppedModels;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was stored earlier and stands still, with what is to be done about it. */
@Controller
class StoppedModelPages {

    private final StoppedModels stopped;
    private final CurrentUser user;

    StoppedModelPages(StoppedModels stopped, CurrentUser user) {
        this.stopped = stopped;
        this.user = user;
    }

    @GetMapping("/admin/stopped-models")
    String list(Model model) {
        user.require(StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS);
        model.addAttribute("models", stopped.models());
        model.addAttribute("filters", stopped.filters());
        return "models/stopped";
    }
}
