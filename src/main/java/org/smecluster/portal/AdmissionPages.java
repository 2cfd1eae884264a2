package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.smecluster.evidence.Letter;
import org.smecluster.evidence.LetterFiles;
import org.smecluster.publicnotice.AdmissionState;
import org.smecluster.publicnotice.Admissions;
import org.smecluster.publicnotice.Notice;
import org.smecluster.publicnotice.NoticeItem;
import org.smecluster.publicnotice.NoticeService;
import org.smecluster.publicnotice.OnlineObjection;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came in on the public page, for the autonomous region's staff; officers enter it, or say why not. */
@Controller
class AdmissionPages {

    private static final int LINES_PER_PAGE = 50;

    /** What the list shows, by the key in its address. */
    enum Show {
        WAITING("待登记", AdmissionState.RECEIVED),
        LEADS("线索", AdmissionState.LEAD),
        DONE("已办", AdmissionState.ADMITTED, AdmissionState.NOT_ADMITTED);

        private final String label;
        private final Set<AdmissionState> states;

        Show(String label, AdmissionState first, AdmissionState... more) {
            this.label = label;
            this.states = EnumSet.of(first, more);
        }

        public String label() {
            return label;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String key) {
            for (Show show : values()) {
                if (show.key().equals(key)) {
                    return show;
                }
            }
            return WAITING;
        }
    }

    record Tab(Show show, int count) {}

    record Line(OnlineObjection objection, String noticeTitle, String clusterName, String receivedAt) {}

    record FileLine(long id, String name, String size, String scan, boolean open) {

        static FileLine of(Letter letter) {
            return new FileLine(
                    letter.id(),
                    letter.name(),
                    CaseEvidence.size(letter.size()),
                    letter.scan().label(),
                    letter.open());
        }
    }

    private final Admissions admissions;
    private final NoticeService notices;
    private final LetterFiles letters;
    private final CurrentUser user;

    AdmissionPages(Admissions admissions, NoticeService notices, LetterFiles letters, CurrentUser user) {
        this.admissions = admissions;
        this.notices = notices;
        this.letters = letters;
        this.user = user;
    }

    @GetMapping("/objections")
    String list(@RequestParam(required = false) String show, @RequestParam(defaultValue = "1") int page, Model model) {
        requireRegion();
        Show shown = Show.of(show);
        model.addAttribute("show", shown);
        model.addAttribute(
                "tabs",
                List.of(Show.values()).stream()
                        .map(each -> new Tab(each, admissions.count(each.states)))
                        .toList());
        model.addAttribute(
                "lines",
                Page.of(
                        admissions.count(shown.states),
                        page,
                        LINES_PER_PAGE,
                        from -> admissions.in(shown.states, from, LINES_PER_PAGE).stream()
                                .map(this::line)
                                .toList()));
        return "objections/list";
    }

    private void requireRegion() {
        if (!user.isProvince()) {
            throw new NotVisible();
        }
    }

    private Line line(OnlineObjection objection) {
        Notice notice = notices.find(objection.noticeId()).orElseThrow();
        return new Line(
                objection,
                notice.title(),
                notice.items().stream()
                        .filter(item -> item.caseNumber().equals(objection.caseNumber()))
                        .map(NoticeItem::clusterName)
                        .findFirst()
                        .orElseThrow(),
                CaseFileModel.minute(objection.receivedAt()));
    }

    @GetMapping("/objections/{receipt}")
    String one(@PathVariable String receipt, Model model) {
        return show(found(receipt), model);
    }

    /** @throws NotVisible for others than the autonomous region's staff, and where there is none */
    private OnlineObjection found(String receipt) {
        requireRegion();
        return admissions.find(receipt).orElseThrow(NotVisible::new);
    }

    private String show(OnlineObjection objection, Model model) {
        Notice notice = notices.find(objection.noticeId()).orElseThrow();
        model.addAttribute("line", line(objection));
        model.addAttribute("notice", notice);
        model.addAttribute(
                "files", admissions.files(objection).stream().map(FileLine::of).toList());
        model.addAttribute("decides", user.inAny(StaffGroup.OFFICERS) && objection.state() == AdmissionState.RECEIVED);
        model.addAttribute(
                "decidedAt", objection.decidedAt() == null ? null : CaseFileModel.minute(objection.decidedAt()));
        return "objections/page";
    }

    @PostMapping("/objections/{receipt}/admission")
    String admit(
            @PathVariable String receipt,
            @RequestParam(defaultValue = "false") boolean identified,
            @RequestParam(defaultValue = "false") boolean grounded,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return decided(
                receipt,
                "已登记，请办理任务“核实异议”。",
                () -> admissions.admit(
                        receipt, identified, grounded, user.account().orElseThrow()),
                response,
                after,
                model);
    }

    @PostMapping("/objections/{receipt}/refusal")
    String refuse(
            @PathVariable String receipt,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return decided(
                receipt,
                "已记录不予登记，提出人凭受理号可以看到原因。",
                () -> admissions.refuse(receipt, reason, user.account().orElseThrow()),
                response,
                after,
                model);
    }

    @PostMapping("/objections/{receipt}/lead")
    String takeAsLead(
            @PathVariable String receipt,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return decided(
                receipt,
                "已转为线索，不再影响公示结果。",
                () -> admissions.takeAsLead(receipt, reason, user.account().orElseThrow()),
                response,
                after,
                model);
    }

    private String decided(
            String receipt,
            String done,
            Runnable deed,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.OFFICERS);
        OnlineObjection objection = found(receipt);
        return Attempt.of(
                response,
                model,
                () -> {
                    deed.run();
                    after.addFlashAttribute("done", done);
                    return "redirect:/objections/" + objection.receiptNumber();
                },
                () -> show(found(receipt), model));
    }

    @GetMapping("/objections/{receipt}/files/{letter}")
    void file(@PathVariable String receipt, @PathVariable long letter, HttpServletResponse response)
            throws IOException {
        Letter found = admissions.files(found(receipt)).stream()
                .filter(each -> each.id() == letter && each.open())
                .findFirst()
                .orElseThrow(NotVisible::new);
        try (InputStream content = letters.open(found)) {
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(found.size());
            response.setHeader(
                    "Content-Disposition",
                    CaseUploads.disposition(found.type().saved(found.name())).toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", EvidencePages.NOTHING_RUNS);
            content.transferTo(response.getOutputStream());
        }
    }
}
