package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.smecluster.worklist.BulkField;
import org.smecluster.worklist.BulkRun;
import org.smecluster.worklist.BulkRun.State;
import org.smecluster.worklist.engine.BulkRuns;
import org.smecluster.worklist.engine.BulkTasks;
import org.smecluster.worklist.engine.BulkTasks.Kind;
import org.smecluster.worklist.engine.BulkTasks.Open;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Many tasks of one kind done with the same entries; each is told what came of it. */
@Controller
@RequestMapping("/bulk")
class BulkPages {

    private static final int LATEST = 5;

    /** Fields of the form bear this before their key, so that none is taken for a parameter of ours. */
    private static final String PREFIX = "form.";

    record TaskLine(String taskId, String caseNumber, String clusterName, String due, boolean own, boolean chosen) {}

    record FieldLine(BulkField field, String text, Set<String> chosen) {}

    record RunLine(UUID id, String taskName, String startedAt) {}

    private final CurrentUser user;
    private final BulkTasks tasks;
    private final BulkRuns runs;

    BulkPages(CurrentUser user, BulkTasks tasks, BulkRuns runs) {
        this.user = user;
        this.tasks = tasks;
        this.runs = runs;
    }

    @GetMapping
    String choose(@RequestParam(required = false) String kind, Model model) {
        List<Kind> kinds = tasks.kinds(reviewer());
        Kind shown = kinds.stream()
                .filter(each -> each.key().equals(kind))
                .findFirst()
                .orElse(kinds.isEmpty() ? null : kinds.get(0));
        return show(kinds, shown, Set.of(), null, UUID.randomUUID(), model);
    }

    /**
     * @param sent the form's fields under {@link #PREFIX}; {@code task}, the tasks chosen; {@code again}, where only the
     *     form is to be drawn again for what was entered
     */
    @PostMapping
    String complete(
            @RequestParam String kind,
            @RequestParam UUID run,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model) {
        Account person = reviewer();
        if (runs.find(run, person).isPresent()) {
            return "redirect:/bulk/" + run;
        }
        List<Kind> kinds = tasks.kinds(person);
        Kind shown = kinds.stream()
                .filter(each -> each.key().equals(kind))
                .findFirst()
                .orElse(null);
        if (shown == null) {
            return "redirect:/bulk";
        }
        Set<String> wanted = Set.copyOf(sent.getOrDefault("task", List.of()));
        if (sent.containsKey("again")) {
            return show(kinds, shown, wanted, sent, run, model);
        }
        List<Open> chosen = chosen(shown, wanted, sent);
        List<String> problems = new ArrayList<>();
        if (chosen.isEmpty()) {
            problems.add("请至少勾选一件");
        } else if (chosen.size() > BulkRuns.MOST_TASKS) {
            problems.add("一次最多办理" + BulkRuns.MOST_TASKS + "件，现勾选了" + chosen.size() + "件，请分批办理");
        } else if (!sent.containsKey("sure")) {
            problems.add("请先勾选“我确认”");
        }
        Map<String, Object> values = values(tasks.fields(person, ids(shown), plain(sent)), sent);
        if (problems.isEmpty()) {
            problems.addAll(tasks.problems(person, ids(shown, wanted), values));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problems", problems);
            return show(kinds, shown, wanted, sent, run, model);
        }
        runs.begin(run, person, shown, chosen, values);
        return "redirect:/bulk/" + run;
    }

    @GetMapping("/{run}")
    String result(@PathVariable UUID run, Model model) {
        BulkRun found = runs.find(run, reviewer()).orElseThrow(NotVisible::new);
        model.addAttribute("run", found);
        model.addAttribute("startedAt", CaseFileModel.minute(found.startedAt()));
        model.addAttribute("done", found.count(State.DONE));
        model.addAttribute("refused", found.count(State.NOT_DONE));
        model.addAttribute("waiting", found.count(State.WAITING));
        return "bulk/result";
    }

    /** Also those that were open when the page was drawn and are no longer: they are told so as a result. */
    private static List<Open> chosen(Kind kind, Set<String> wanted, MultiValueMap<String, String> sent) {
        Map<String, Open> open = kind.open().stream().collect(Collectors.toMap(Open::taskId, each -> each));
        return sent.getOrDefault("task", List.of()).stream()
                .distinct()
                .filter(taskId -> taskId.length() <= 64)
                .map(taskId -> open.getOrDefault(
                        taskId,
                        new Open(taskId, first(sent, "case." + taskId), first(sent, "cluster." + taskId), null, false)))
                .toList();
    }

    private String show(
            List<Kind> kinds,
            Kind kind,
            Set<String> chosen,
            MultiValueMap<String, String> sent,
            UUID run,
            Model model) {
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind);
        model.addAttribute("run", run);
        model.addAttribute(
                "latest",
                runs.latest(reviewer(), LATEST).stream()
                        .map(each -> new RunLine(each.id(), each.taskName(), CaseFileModel.minute(each.startedAt())))
                        .toList());
        if (kind != null) {
            model.addAttribute(
                    "open",
                    kind.open().stream()
                            .map(each -> new TaskLine(
                                    each.taskId(),
                                    each.caseNumber(),
                                    each.clusterName(),
                                    each.dueAt() == null
                                            ? ""
                                            : CaseFileModel.local(each.dueAt())
                                                    .toLocalDate()
                                                    .toString(),
                                    each.own(),
                                    chosen.contains(each.taskId())))
                            .toList());
            model.addAttribute(
                    "fields",
                    tasks.fields(reviewer(), ids(kind), sent == null ? Map.of() : plain(sent)).stream()
                            .map(field -> line(field, sent))
                            .toList());
        }
        return "bulk/choose";
    }

    private static FieldLine line(BulkField field, MultiValueMap<String, String> sent) {
        List<String> values = sent == null ? null : sent.get(PREFIX + field.key());
        if (values == null) {
            return new FieldLine(field, field.preset(), field.preset() == null ? Set.of() : Set.of(field.preset()));
        }
        return new FieldLine(field, values.get(0), Set.copyOf(values));
    }

    /** What the form's conditions need: texts and ticks as they were sent. */
    private static Map<String, Object> plain(MultiValueMap<String, String> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        sent.forEach((name, entered) -> {
            if (name.startsWith(PREFIX)) {
                String first = entered.get(0);
                values.put(name.substring(PREFIX.length()), "on".equals(first) ? Boolean.TRUE : first);
            }
        });
        return values;
    }

    /** As Tasklist would submit them; what cannot be read as such stays a text, for the form's check to refuse. */
    private static Map<String, Object> values(List<BulkField> fields, MultiValueMap<String, String> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (BulkField field : fields) {
            List<String> entered = sent.getOrDefault(PREFIX + field.key(), List.of());
            String first = entered.isEmpty()
                    ? ""
                    : entered.get(0).replace("\r\n", "\n").strip();
            values.put(
                    field.key(),
                    switch (field.type()) {
                        case "checkbox" -> !entered.isEmpty();
                        case "checklist", "taglist" -> entered;
                        case "number" -> number(first);
                        case "datetime", "radio", "select" -> first.isEmpty() ? null : first;
                        default -> first;
                    });
        }
        return values;
    }

    private static Object number(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return number.stripTrailingZeros().scale() <= 0 && number.precision() < 10
                    ? (Object) number.intValueExact()
                    : (Object) number.doubleValue();
        } catch (NumberFormatException unreadable) {
            return text;
        }
    }

    private static List<String> ids(Kind kind) {
        return kind.open().stream().map(Open::taskId).toList();
    }

    private static List<String> ids(Kind kind, Set<String> wanted) {
        return ids(kind).stream().filter(wanted::contains).toList();
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text.substring(0, Math.min(200, text.length()));
    }

    private Account reviewer() {
        if (!user.is(Role.CITY) && !user.is(Role.PROVINCE_OFFICER)) {
            throw new AccessDeniedException("no bulk work for this role");
        }
        return user.account().orElseThrow(NotVisible::new);
    }
}
