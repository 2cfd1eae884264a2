package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.smecluster.absence.DeputyEntry;
import org.smecluster.absence.DeputyService;
import org.smecluster.absence.Deputyship;
import org.smecluster.absence.HeldTask;
import org.smecluster.absence.engine.DeputyTasks;
import org.smecluster.absence.engine.DeputyTasks.NotForThisPerson;
import org.smecluster.calendar.TypedDay;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deputies for absence: entered by the absent one or an administrator, used by the deputy. */
@Controller
@RequestMapping("/account/deputies")
class DeputyPages {

    private static final int ACTS_SHOWN = 30;

    /** The form as it was sent; any field may be null. */
    record Entry(String absent, String deputy, String from, String until, String reason) {

        DeputyEntry of(String absentOne) {
            return new DeputyEntry(absentOne, text(deputy), day(from), day(until), text(reason));
        }

        private static LocalDate day(String text) {
            try {
                return text == null || text.isBlank() ? null : TypedDay.parse(text);
            } catch (DateTimeParseException unreadable) {
                return null;
            }
        }

        private static String text(String text) {
            return text == null ? "" : text.strip();
        }
    }

    record Line(
            long id,
            String absent,
            String deputy,
            LocalDate from,
            LocalDate until,
            String reason,
            String state,
            boolean revocable) {}

    record TaskLine(
            String id, String name, String caseNumber, String due, String holder, String absent, boolean mine) {}

    record ActLine(String at, String who, String task, String caseNumber) {}

    private final DeputyService deputies;
    private final DeputyTasks tasks;
    private final Staff staff;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Clock clock;

    DeputyPages(
            DeputyService deputies, DeputyTasks tasks, Staff staff, Accounts accounts, CurrentUser user, Clock clock) {
        this.deputies = deputies;
        this.tasks = tasks;
        this.staff = staff;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    String deputies(Model model) {
        return show(person(), new Entry(null, null, null, null, null), Map.of(), model);
    }

    @PostMapping
    String enter(Entry entry, HttpServletResponse response, RedirectAttributes after, Model model) {
        Account person = person();
        DeputyEntry wanted = entry.of(administers() ? Entry.text(entry.absent()) : person.userId());
        Map<String, String> problems = deputies.problems(wanted);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(person, entry, problems, model);
        }
        return Attempt.of(
                response,
                model,
                () -> {
                    deputies.enter(wanted, person);
                    return back(
                            "已登记：" + deputies.name(wanted.deputy()) + "在" + wanted.from() + "至" + wanted.until() + "代"
                                    + deputies.name(wanted.absent()) + "办理，到期自动结束。",
                            after);
                },
                () -> show(person, entry, Map.of(), model));
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable long id, RedirectAttributes after) {
        Account person = person();
        deputies.find(id)
                .filter(found -> deputies.mayDecideFor(found.absent(), person))
                .orElseThrow(NotVisible::new);
        deputies.revoke(id, person);
        return back("已撤销这项代办授权，即时生效。", after);
    }

    @PostMapping("/tasks/{taskId}/takeover")
    String takeOver(@PathVariable String taskId, RedirectAttributes after) {
        Account person = person();
        try {
            tasks.takeOver(taskId, person);
        } catch (NotForThisPerson none) {
            throw new NotVisible();
        }
        return back("已接办。请从“待办”打开任务办理，意见和办理经过将注明代办。", after);
    }

    @PostMapping("/tasks/{taskId}/return")
    String handBack(@PathVariable String taskId, RedirectAttributes after) {
        Account person = person();
        try {
            tasks.handBack(taskId, person);
        } catch (NotForThisPerson none) {
            throw new NotVisible();
        }
        return back("任务已回到本人名下。", after);
    }

    private String show(Account person, Entry entry, Map<String, String> problems, Model model) {
        boolean administers = administers();
        List<Deputyship> shown = administers ? deputies.open() : deputies.of(person.userId());
        model.addAttribute("administers", administers);
        model.addAttribute("entry", entry);
        model.addAttribute("fields", problems);
        model.addAttribute("staff", administers ? staff.all() : List.of());
        model.addAttribute("candidates", administers ? staff.all() : deputies.candidates(person));
        model.addAttribute(
                "deputyships", shown.stream().map(each -> line(each, person)).toList());
        model.addAttribute(
                "waiting",
                tasks.toTakeOver(person).stream()
                        .map(task -> line(task, person))
                        .toList());
        model.addAttribute(
                "taken",
                tasks.takenOver(person).stream().map(task -> line(task, person)).toList());
        model.addAttribute(
                "acts",
                deputies.acts(person.userId(), ACTS_SHOWN).stream()
                        .map(act -> new ActLine(
                                CaseFileModel.minute(act.at()),
                                deputies.name(act.deputy()) + "（代" + deputies.name(act.absent()) + "办）",
                                act.taskName(),
                                act.caseNumber()))
                        .toList());
        return "account/deputies";
    }

    private Line line(Deputyship each, Account person) {
        LocalDate today = LocalDate.now(clock);
        String state = each.revokedAt() != null
                ? "已撤销"
                : each.stands(today) ? "生效中" : today.isBefore(each.from()) ? "尚未开始" : "已到期";
        return new Line(
                each.id(),
                deputies.name(each.absent()),
                deputies.name(each.deputy()),
                each.from(),
                each.until(),
                each.reason(),
                state,
                each.open(today) && deputies.mayDecideFor(each.absent(), person));
    }

    private TaskLine line(HeldTask task, Account person) {
        return new TaskLine(
                task.id(),
                task.name(),
                task.caseNumber(),
                task.dueAt() == null ? "未设期限" : CaseFileModel.minute(task.dueAt()),
                deputies.name(task.holder()),
                task.absent() == null ? null : deputies.name(task.absent()),
                task.holder().equals(person.userId()));
    }

    private Account person() {
        if (!user.isStaff() && !administers()) {
            throw new AccessDeniedException("no deputies for this role");
        }
        return accounts.find(user.userId()).orElseGet(() -> user.account().orElseThrow());
    }

    private boolean administers() {
        return user.is(Role.ADMINISTRATOR);
    }

    private static String back(String done, RedirectAttributes after) {
        after.addFlashAttribute("done", done);
        return "redirect:/account/deputies";
    }
}
