package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.absence.Departures;
import org.smecluster.absence.DeputyService;
import org.smecluster.absence.HandedTask;
import org.smecluster.absence.HeldTask;
import org.smecluster.absence.engine.Handover;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page for somebody who leaves: where each task goes, and the account closed. */
@Controller
@RequestMapping("/admin/handover")
class HandoverPages {

    private static final String RECEIVER = "receiver-";
    private static final String SHOWN = "shown-";

    record Line(
            String id,
            String name,
            String caseNumber,
            String due,
            String holder,
            List<Account> colleagues,
            String chosen) {}

    record Left(String userId, String name, String by, String at) {}

    record Result(String name, String caseNumber, String result, String by, String at) {}

    private final Handover handover;
    private final Departures departures;
    private final DeputyService deputies;
    private final Staff staff;
    private final Accounts accounts;
    private final CurrentUser user;

    HandoverPages(
            Handover handover,
            Departures departures,
            DeputyService deputies,
            Staff staff,
            Accounts accounts,
            CurrentUser user) {
        this.handover = handover;
        this.departures = departures;
        this.deputies = deputies;
        this.staff = staff;
        this.accounts = accounts;
        this.user = user;
    }

    @GetMapping
    String handover(@RequestParam(required = false) String userId, Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        return show(userId, Map.of(), model);
    }

    @PostMapping
    String handOver(
            @RequestParam String userId,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        user.require(StaffGroup.ADMINISTRATORS);
        Map<String, String> receivers = fieldsNamed(RECEIVER, fields);
        return Attempt.of(
                response,
                model,
                () -> {
                    if (!sure) {
                        throw new Refusal("请先勾选“我确认移交并停用账号”");
                    }
                    List<HandedTask> results = handover.handOver(
                            userId,
                            receivers,
                            fieldsNamed(SHOWN, fields),
                            user.account().orElseThrow());
                    return back(userId, deputies.name(userId) + "的账号已停用，" + results.size() + "项任务的结果见下表。", after);
                },
                () -> show(userId, receivers, model));
    }

    @PostMapping("/{userId}/reopening")
    String reopen(@PathVariable String userId, RedirectAttributes after) {
        user.require(StaffGroup.ADMINISTRATORS);
        handover.reopen(userId);
        return back(userId, deputies.name(userId) + "的账号已恢复，可以登录。已移交的任务不变。", after);
    }

    private static Map<String, String> fieldsNamed(String prefix, Map<String, String> fields) {
        Map<String, String> found = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private String show(String userId, Map<String, String> chosen, Model model) {
        Optional<Account> leaving =
                userId == null || userId.isBlank() ? Optional.empty() : accounts.find(userId.strip());
        model.addAttribute("asked", userId);
        model.addAttribute("staff", staff.all());
        model.addAttribute("leaving", leaving.orElse(null));
        leaving.ifPresent(person -> {
            Map<String, String> receivers = new HashMap<>(chosen);
            model.addAttribute("closed", departures.closed(person.userId()));
            model.addAttribute(
                    "tasks",
                    handover.heldBy(person.userId()).stream()
                            .map(task -> line(task, person, receivers.get(task.id())))
                            .toList());
            model.addAttribute(
                    "deputyships",
                    deputies.open().stream()
                            .filter(each -> each.absent().equals(person.userId())
                                    || each.deputy().equals(person.userId()))
                            .map(each -> deputies.name(each.deputy()) + "在" + each.from() + "至" + each.until() + "代"
                                    + deputies.name(each.absent()) + "办理")
                            .toList());
            model.addAttribute(
                    "results",
                    departures.tasksOf(person.userId()).stream()
                            .map(this::result)
                            .toList());
        });
        model.addAttribute(
                "left",
                departures.all().stream()
                        .map(each -> new Left(
                                each.userId(),
                                deputies.name(each.userId()),
                                deputies.name(each.by()),
                                CaseFileModel.minute(each.at())))
                        .toList());
        return "account/handover";
    }

    private Line line(HeldTask task, Account leaving, String chosen) {
        boolean byDeputy =
                leaving.userId().equals(task.absent()) && !leaving.userId().equals(task.holder());
        return new Line(
                task.id(),
                task.name(),
                task.caseNumber(),
                task.dueAt() == null ? "未设期限" : CaseFileModel.minute(task.dueAt()),
                byDeputy ? deputies.name(task.holder()) : null,
                byDeputy ? List.of() : handover.colleagues(task, leaving.userId()),
                task.group() == null ? "NONE" : chosen);
    }

    private Result result(HandedTask task) {
        return new Result(
                task.taskName(),
                task.caseNumber(),
                task.result(),
                deputies.name(task.by()),
                CaseFileModel.minute(task.at()));
    }

    private static String back(String userId, String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        after.addAttribute("userId", userId);
        return "redirect:/admin/handover";
    }
}
