package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smecluster.calendar.TypedDay;
import org.smecluster.engine.deployment.ModelFile;
import org.smecluster.policy.draft.DraftDecisions;
import org.smecluster.policy.draft.DraftFile;
import org.smecluster.policy.draft.Drafts;
import org.smecluster.policy.draft.ModelDraft;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What persons deployed: judged, compared with what runs, and decided by a second policy owner. */
@Controller
@RequestMapping("/admin/drafts")
class ModelDraftPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    private static final int DECIDED_PER_PAGE = 50;

    /** What was typed beside a decision, to be shown again where it was refused. */
    record Entry(String deed, String reason, String effectiveOn) {

        static final Entry NONE = new Entry("", "", "");
    }

    record Row(ModelDraft draft, String files, String submittedAt, String effective, String style) {}

    private final Drafts drafts;
    private final DraftDecisions decisions;
    private final ModelDraftView view;
    private final CurrentUser user;
    private final Clock clock;

    ModelDraftPages(Drafts drafts, DraftDecisions decisions, ModelDraftView view, CurrentUser user, Clock clock) {
        this.drafts = drafts;
        this.decisions = decisions;
        this.view = view;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        user.require(READERS);
        List<ModelDraft> all = drafts.all();
        Page<ModelDraft> decided =
                Page.of(all.stream().filter(draft -> !draft.undecided()).toList(), page, DECIDED_PER_PAGE);
        model.addAttribute(
                "undecided", rows(all.stream().filter(ModelDraft::undecided).toList()));
        model.addAttribute(
                "decided", new Page<>(rows(decided.items()), decided.number(), decided.size(), decided.total()));
        return "models/drafts";
    }

    private List<Row> rows(List<ModelDraft> listed) {
        Map<Long, List<String>> resources = drafts.resources(listed);
        return listed.stream()
                .map(draft -> row(draft, resources.getOrDefault(draft.id(), List.of())))
                .toList();
    }

    private static Row row(ModelDraft draft, List<String> files) {
        return new Row(
                draft,
                String.join("、", files),
                CaseFileModel.minute(draft.submittedAt()),
                draft.liveAt() != null
                        ? CaseFileModel.minute(draft.liveAt())
                        : draft.effectiveOn() == null ? "" : draft.effectiveOn() + " 00:00",
                switch (draft.state()) {
                    case LIVE -> "badge-good";
                    case OPEN, APPROVED -> "badge-over";
                    case REFUSED -> "badge-bad";
                    case REJECTED, WITHDRAWN, TAKEN_BACK -> "";
                });
    }

    @GetMapping("/{id}")
    String draft(@PathVariable long id, Model model) {
        user.require(READERS);
        return show(view.draft(id), Entry.NONE, model);
    }

    private String show(ModelDraft draft, Entry entry, Model model) {
        Account person = user.account().orElseThrow();
        boolean owner = user.inAny(StaffGroup.POLICY_OWNERS);
        boolean author = draft.author().equals(person.userId());
        view.fill(draft, model);
        model.addAttribute("entry", entry);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("owner", owner);
        model.addAttribute("author", author);
        model.addAttribute("administrator", user.inAny(StaffGroup.ADMINISTRATORS));
        return "models/draft";
    }

    @GetMapping("/{id}/files/{place}")
    String differences(@PathVariable long id, @PathVariable int place, Model model) {
        user.require(READERS);
        ModelDraft draft = view.draft(id);
        ModelDraftView.Comparison comparison = view.comparison(draft, place).orElseThrow(NotVisible::new);
        model.addAttribute("draft", draft);
        model.addAttribute("file", comparison.file());
        model.addAttribute("against", comparison.against());
        model.addAttribute("lines", comparison.lines());
        return "models/draft-file";
    }

    @GetMapping("/{id}/files/{place}/content")
    ResponseEntity<byte[]> content(@PathVariable long id, @PathVariable int place) {
        user.require(READERS);
        DraftFile file = view.file(view.draft(id), place).orElseThrow(NotVisible::new);
        return ModelComparisonPages.asDownload(new ModelFile(file.resource(), file.content()));
    }

    @PostMapping("/{id}/approval")
    String approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long judgement,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String effectiveOn,
            @RequestParam(required = false) Set<Integer> following,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        return decided(id, new Entry("approval", reason, effectiveOn), response, model, person -> {
            ModelDraft draft = decisions.approve(
                    id,
                    judgement,
                    reason,
                    TypedDay.read("生效日期", effectiveOn),
                    following == null ? Set.of() : following,
                    person);
            after.addFlashAttribute(
                    "done",
                    draft.state() == ModelDraft.State.LIVE
                            ? "已批准，新的版本已经生效。"
                            : "已批准，" + draft.effectiveOn() + " 00:00 起生效。");
        });
    }

    @PostMapping("/{id}/rejection")
    String reject(
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        return decided(id, new Entry("rejection", reason, ""), response, model, person -> {
            decisions.reject(id, reason, person);
            after.addFlashAttribute("done", "没有批准，正在运行的没有改变，部署的人已收到通知。");
        });
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable long id, HttpServletResponse response, RedirectAttributes after, Model model) {
        user.require(READERS);
        return decided(id, Entry.NONE, response, model, person -> {
            decisions.withdraw(id, person);
            after.addFlashAttribute("done", "草稿已撤回，正在运行的没有改变。");
        });
    }

    @PostMapping("/{id}/judgement")
    String judgeAnew(@PathVariable long id, HttpServletResponse response, RedirectAttributes after, Model model) {
        user.require(READERS);
        return decided(id, Entry.NONE, response, model, person -> {
            decisions.judgeAnew(id, person);
            after.addFlashAttribute("done", "已按现在运行的版本重新检查，结果见下。");
        });
    }

    @PostMapping("/{id}/taking-back")
    String takeBack(
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") boolean following,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(READERS);
        return decided(id, new Entry("taking-back", reason, ""), response, model, person -> {
            decisions.takeBack(id, reason, following, person);
            after.addFlashAttribute("done", "已收回，以前的版本重新生效，政策人员都已收到通知。");
        });
    }

    private interface Deed {
        void by(Account person);
    }

    private String decided(long id, Entry entry, HttpServletResponse response, Model model, Deed deed) {
        ModelDraft draft = view.draft(id);
        return Attempt.of(
                response,
                model,
                () -> {
                    deed.by(user.account().orElseThrow());
                    return "redirect:" + view.draft(draft.id()).page();
                },
                () -> show(view.draft(id), entry, model));
    }
}
