package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.smecluster.publicnotice.ContactBook;
import org.smecluster.publicnotice.NoticeContact;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom public notices name: kept by the officers, read by the region. */
@Controller
class ContactPages {

    /** The form as it was sent; any field may be null. @param seen id of what the page showed, 0 for none */
    record Entry(String telephone, String address, String mail, String discipline, long seen) {}

    private final ContactBook contacts;
    private final CurrentUser user;

    ContactPages(ContactBook contacts, CurrentUser user) {
        this.contacts = contacts;
        this.user = user;
    }

    @GetMapping("/notice-contacts")
    String contacts(Model model) {
        if (!user.isProvince()) {
            throw new NotVisible();
        }
        return show(null, model);
    }

    @PostMapping("/notice-contacts")
    String enter(
            @RequestParam(required = false) String telephone,
            @RequestParam(required = false) String address,
            @RequestParam(required = false) String mail,
            @RequestParam(required = false) String discipline,
            @RequestParam(defaultValue = "0") long seen,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        Entry entry = new Entry(telephone, address, mail, discipline, seen);
        return Attempt.of(
                response,
                model,
                () -> {
                    contacts.enter(
                            telephone,
                            address,
                            mail,
                            discipline,
                            seen,
                            user.account().orElseThrow());
                    after.addFlashAttribute("done", "已保存。今后排定的公示载明新的联系方式；已经排定和发布的不变。");
                    return "redirect:/notice-contacts";
                },
                () -> show(entry, model));
    }

    private String show(Entry refused, Model model) {
        List<NoticeContact> all = contacts.all();
        NoticeContact now = all.isEmpty() ? null : all.get(0);
        model.addAttribute("now", now);
        model.addAttribute("enteredAt", now == null ? null : CaseFileModel.minute(now.enteredAt()));
        model.addAttribute(
                "entered",
                refused != null
                        ? refused
                        : now == null
                                ? new Entry("", "", "", "", 0)
                                : new Entry(now.telephone(), now.address(), now.mail(), now.discipline(), now.id()));
        model.addAttribute("seen", now == null ? 0 : now.id());
        model.addAttribute("keeps", user.inAny(StaffGroup.OFFICERS));
        return "notice-contacts";
    }
}
