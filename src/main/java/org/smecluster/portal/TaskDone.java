package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.smecluster.engine.CaseNews;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.smecluster.worklist.engine.TaskDirectory;
import org.smecluster.worklist.engine.TaskDirectory.WaitingTask;
import org.smecluster.worklist.engine.TaskSheets;
import org.smecluster.worklist.engine.TaskSheets.Done;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a person is told after 完成: what happened, whose turn it is, until when, and what to do next. */
@Controller
class TaskDone {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/";
    private static final int LOOKED_AT = 50;

    /** @param path opens the task and the list that it stands in */
    public record Next(String name, String number, Due due, String path) {}

    private final TaskSheets sheets;
    private final TaskDirectory tasks;
    private final CaseAccess access;
    private final CaseNews news;
    private final Clock clock;

    TaskDone(TaskSheets sheets, TaskDirectory tasks, CaseAccess access, CaseNews news, Clock clock) {
        this.sheets = sheets;
        this.tasks = tasks;
        this.access = access;
        this.news = news;
        this.clock = clock;
    }

    @GetMapping("/desk/task/{taskId}/done")
    String done(@PathVariable String taskId, Model model) {
        Account person = access.account();
        Done done = sheets.done(taskId, person).orElseThrow(NotVisible::new);
        Optional<OpenCase> file = CaseKind.of(done.number()).map(kind -> access.open(done.number()));
        LocalDate today = LocalDate.now(clock);
        List<WaitingTask> waiting = tasks.waitingFor(person.userId(), person.groups(), LOOKED_AT).stream()
                .filter(task -> task.assignee() == null || task.assignee().equals(person.userId()))
                .sorted(Comparator.comparing(WaitingTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        Optional<WaitingTask> same = waiting.stream()
                .filter(task -> done.number().equals(task.caseNumber()))
                .findFirst();
        Optional<WaitingTask> other = waiting.stream()
                .filter(task -> !done.number().equals(task.caseNumber()))
                .findFirst();
        model.addAttribute("done", done);
        model.addAttribute("file", file.orElse(null));
        model.addAttribute("page", file.isPresent() ? Addresses.ofCase(done.number()) : "/batches/" + done.number());
        model.addAttribute("at", CaseFileModel.minute(done.at()));
        model.addAttribute("result", news.ofTask(taskId).orElse(null));
        boolean guest = file.map(open -> open.reading().guest()).orElse(false);
        model.addAttribute(
                "turn",
                file.filter(open -> !guest)
                        .flatMap(open -> open.procedure()
                                .nextStep(open.record())
                                .or(() -> Optional.ofNullable(open.record().standing())))
                        .orElse(null));
        model.addAttribute(
                "until",
                guest ? null : Due.of(tasks.dueOf(List.of(done.number())).get(done.number()), today));
        model.addAttribute(
                "next",
                same.or(() -> other).map(task -> next(task, person, today)).orElse(null));
        model.addAttribute("sameCase", same.isPresent());
        model.addAttribute(
                "urgent",
                same.isEmpty()
                        ? null
                        : other.filter(task -> task.dueAt() != null)
                                .map(task -> next(task, person, today))
                                .orElse(null));
        return "desk/done :: done";
    }

    private Next next(WaitingTask task, Account person, LocalDate today) {
        return new Next(
                task.name(), task.caseNumber(), Due.of(task.dueAt(), today), path(task.id(), task.assignee(), person));
    }

    private String path(String taskId, String assignee, Account person) {
        return TASKLIST
                + sheets.list(assignee, person)
                        .map(list -> "?filter=" + list + "&task=")
                        .orElse("?task=")
                + taskId;
    }
}
