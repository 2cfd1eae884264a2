package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smecluster.migration.Migration;
import org.smecluster.migration.MigrationDecisions;
import org.smecluster.migration.Migrations;
import org.smecluster.migration.Plan;
import org.smecluster.migration.ProcessVersion;
import org.smecluster.migration.RunningCases;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cases under way and their migration: how many and where, and what is decided about it. */
@Controller
@RequestMapping("/admin/migrations")
class MigrationPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    /** Before the id of a step in the name of a field. */
    private static final String STEP = "step.";

    record Row(Migration migration, String drawnUpAt, String style) {}

    /** What was typed beside a decision, to be shown again where it was refused. */
    record Entry(String deed, String reason) {

        static final Entry NONE = new Entry("", "");
    }

    private final Migrations migrations;
    private final MigrationDecisions decisions;
    private final RunningCases running;
    private final MigrationView view;
    private final CurrentUser user;

    MigrationPages(
            Migrations migrations,
            MigrationDecisions decisions,
            RunningCases running,
            MigrationView view,
            CurrentUser user) {
        this.migrations = migrations;
        this.decisions = decisions;
        this.running = running;
        this.view = view;
        this.user = user;
    }

    @GetMapping
    String list(Model model) {
        user.require(READERS);
        List<MigrationView.VersionLine> open = view.open(null);
        model.addAttribute("older", open.stream().filter(each -> !each.latest()).toList());
        model.addAttribute(
                "newest",
                open.stream().filter(MigrationView.VersionLine::latest).toList());
        model.addAttribute(
                "migrations",
                migrations.all().stream()
                        .map(each -> new Row(
                                each,
                                CaseFileModel.minute(each.drawnUpAt()),
                                switch (each.state()) {
                                    case DONE -> "badge-good";
                                    case TRYING, TRIED, PROPOSED, RUNNING -> "badge-over";
                                    case REJECTED, WITHDRAWN -> "";
                                }))
                        .toList());
        return "models/migrations";
    }

    @GetMapping("/plan")
    String plan(
            @RequestParam(defaultValue = "") String process, @RequestParam(defaultValue = "0") int from, Model model) {
        user.require(READERS);
        return showPlan(versions(process, from), null, model);
    }

    private record Versions(ProcessVersion from, ProcessVersion to) {}

    private Versions versions(String process, int from) {
        return new Versions(
                running.version(process, from).orElseThrow(NotVisible::new),
                running.latest(process).orElseThrow(NotVisible::new));
    }

    private String showPlan(Versions versions, Map<String, String> mapping, Model model) {
        Plan plan = running.plan(versions.from(), versions.to(), mapping);
        view.fillPlan(plan, model);
        model.addAttribute(
                "open",
                view.open(versions.from().key()).stream()
                        .filter(each -> each.version() == versions.from().version())
                        .toList());
        model.addAttribute("owner", user.inAny(StaffGroup.POLICY_OWNERS));
        return "models/migration-plan";
    }

    @PostMapping
    String drawUp(
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(required = false) String check,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        user.require(StaffGroup.POLICY_OWNERS);
        Versions versions = versions(process, from);
        Map<String, String> mapping = new LinkedHashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(STEP) && !values.get(0).isEmpty()) {
                mapping.put(name.substring(STEP.length()), values.get(0));
            }
        });
        if (check != null) {
            return showPlan(versions, mapping, model);
        }
        return Attempt.of(
                response,
                model,
                () -> "redirect:"
                        + decisions
                                .drawUp(versions.from(), mapping, user.account().orElseThrow())
                                .page(),
                () -> showPlan(versions, mapping, model));
    }

    @GetMapping("/diagrams/{process}")
    ResponseEntity<byte[]> diagram(@PathVariable String process, @RequestParam(defaultValue = "0") int version) {
        user.require(READERS);
        ProcessVersion found = running.version(process, version).orElseThrow(NotVisible::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(running.diagram(found.definitionId()).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}")
    String migration(@PathVariable long id, Model model) {
        user.require(READERS);
        return show(view.migration(id), Entry.NONE, model);
    }

    private String show(Migration migration, Entry entry, Model model) {
        view.fill(migration, model);
        model.addAttribute("entry", entry);
        model.addAttribute("owner", user.inAny(StaffGroup.POLICY_OWNERS));
        model.addAttribute("administrator", user.inAny(StaffGroup.ADMINISTRATORS));
        model.addAttribute(
                "author", migration.author().equals(user.account().orElseThrow().userId()));
        return "models/migration";
    }

    @PostMapping("/{id}/trial")
    String tryAnew(@PathVariable long id, HttpServletResponse response, RedirectAttributes after, Model model) {
        return decided(id, Entry.NONE, response, model, person -> {
            decisions.tryAnew(id, person);
            after.addFlashAttribute("done", "正在重新试迁移，什么都不会改变。");
        });
    }

    @PostMapping("/{id}/proposal")
    String propose(
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return decided(id, new Entry("proposal", reason), response, model, person -> {
            decisions.propose(id, reason, person);
            after.addFlashAttribute("done", "已提请，等另一位政策人员确认。");
        });
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return decided(id, new Entry("confirmation", reason), response, model, person -> {
            decisions.confirm(id, reason, person);
            after.addFlashAttribute("done", "已确认，正在逐件迁移。");
        });
    }

    @PostMapping("/{id}/rejection")
    String reject(
            @PathVariable long id,
            @RequestParam(required = false) String reason,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return decided(id, new Entry("rejection", reason), response, model, person -> {
            decisions.reject(id, reason, person);
            after.addFlashAttribute("done", "没有确认，案件仍按原来的版本办理。");
        });
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable long id, HttpServletResponse response, RedirectAttributes after, Model model) {
        return decided(id, Entry.NONE, response, model, person -> {
            decisions.withdraw(id, person);
            after.addFlashAttribute("done", "已撤回，案件仍按原来的版本办理。");
        });
    }

    private interface Deed {
        void by(Account person);
    }

    private String decided(long id, Entry entry, HttpServletResponse response, Model model, Deed deed) {
        user.require(StaffGroup.POLICY_OWNERS);
        Migration migration = view.migration(id);
        return Attempt.of(
                response,
                model,
                () -> {
                    deed.by(user.account().orElseThrow());
                    return "redirect:" + migration.page();
                },
                () -> show(view.migration(id), entry, model));
    }
}
