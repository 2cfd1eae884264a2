package org.smecluster.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.FormRejected.Fault;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.smecluster.starting.StartOption;
import org.smecluster.starting.engine.StartDesk;
import org.smecluster.starting.engine.StartDesk.Process;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 发起: the policy owner's own start form, with what can be chosen put in, and what follows. The script {@code start.js} draws
 * the form and hands it over.
 */
@Controller
class StartPages {

    static final String CHOICE = "cluster";

    private static final int LONGEST = 64 * 1024;

    /** @param next the page to go on to; null where it was refused */
    record Answer(String next, List<Fault> faults) {}

    private final CurrentUser user;
    private final StartDesk desk;
    private final StartLines lines;
    private final StartedCase started;
    private final ObjectMapper json;
    private final Clock clock;

    StartPages(
            CurrentUser user, StartDesk desk, StartLines lines, StartedCase started, ObjectMapper json, Clock clock) {
        this.user = user;
        this.desk = desk;
        this.lines = lines;
        this.started = started;
        this.json = json;
        this.clock = clock;
    }

    /** Everything that the person may begin. */
    @GetMapping("/start")
    String all(Model model) {
        if (desk.processes(person()).isEmpty()) {
            throw new NotVisible();
        }
        model.addAttribute("lines", lines.all());
        return "start/list";
    }

    /** @param cluster what is to be chosen; null: the person chooses */
    @GetMapping("/start/{process}")
    String form(
            @PathVariable String process, @RequestParam(required = false) String cluster, CsrfToken token, Model model)
            throws JsonProcessingException {
        Process wanted = wanted(process);
        List<StartOption> options = desk.options(person(), process);
        List<StartOption> open = options.stream().filter(StartOption::open).toList();
        Optional<StartOption> chosen = chosen(options, cluster);
        model.addAttribute("process", wanted);
        model.addAttribute("deed", desk.deed(process));
        model.addAttribute("refusals", refusals(options, chosen, cluster));
        model.addAttribute(
                "about",
                chosen.filter(StartOption::open)
                        .or(() -> open.stream().findFirst())
                        .map(StartOption::about)
                        .orElse(""));
        model.addAttribute(
                "until",
                chosen.filter(StartOption::open)
                        .or(() -> open.stream().findFirst())
                        .map(option -> Due.of(option.until(), LocalDate.now(clock)))
                        .orElse(null));
        boolean startable = !open.isEmpty()
                && (cluster == null || chosen.filter(StartOption::open).isPresent());
        model.addAttribute("startable", startable);
        model.addAttribute("elsewhere", !startable && !open.isEmpty());
        if (startable) {
            model.addAttribute("form", drawn(wanted, open, chosen, token));
        }
        return "start/form";
    }

    private String drawn(Process process, List<StartOption> open, Optional<StartOption> chosen, CsrfToken token)
            throws JsonProcessingException {
        StartDesk.Form form = desk.form(person(), process);
        String value = chosen.map(StartOption::value)
                .orElse(open.size() == 1 ? open.get(0).value() : null);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", json.readTree(form.schema()));
        data.put("field", form.field());
        data.put("choices", form.offered());
        data.put("chosen", value);
        data.put("draft", "/drafts/starts/" + process.definitionId());
        data.put("header", token.getHeaderName());
        data.put("token", token.getToken());
        return json.writeValueAsString(data);
    }

    private static Optional<StartOption> chosen(List<StartOption> options, String cluster) {
        return options.stream()
                .filter(option -> cluster != null && cluster.equals(option.value()))
                .findFirst();
    }

    /** What is said above the form: why not this one, or why none. */
    private static List<String> refusals(List<StartOption> options, Optional<StartOption> chosen, String cluster) {
        if (cluster != null && chosen.isEmpty()) {
            return List.of("“" + cluster + "”不在可以选择的范围内，请从所列的中选择");
        }
        return chosen.map(List::of).orElse(options.stream().noneMatch(StartOption::open) ? options : List.of()).stream()
                .map(StartOption::refusal)
                .filter(reason -> reason != null)
                .distinct()
                .toList();
    }

    @PostMapping("/start/{process}")
    ResponseEntity<Answer> start(@PathVariable String process, HttpServletRequest request) throws IOException {
        Process wanted = wanted(process);
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return refused(400, List.of(new Fault(null, "填写的内容过长，没有提交，请删减后再提交")));
        }
        Map<String, Object> values;
        try {
            values = json.readValue(body, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException unreadable) {
            return refused(400, List.of(new Fault(null, "提交的内容无法读取，请刷新页面后重新填写")));
        }
        try {
            String number = desk.start(person(), wanted, values);
            return answered(200, new Answer("/start/" + process + "/" + number, List.of()));
        } catch (FormRejected rejected) {
            return refused(400, rejected.faults());
        } catch (RuntimeException failure) {
            Problem problem = Problem.of(failure);
            return refused(
                    problem.status(),
                    problem.sentences().stream()
                            .map(sentence -> new Fault(null, sentence))
                            .toList());
        }
    }

    private static ResponseEntity<Answer> refused(int status, List<Fault> faults) {
        return answered(status, new Answer(null, faults));
    }

    private static ResponseEntity<Answer> answered(int status, Answer answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    /** What was begun, a case or a batch: its number, whose turn it is, until when, and the task that comes next. */
    @GetMapping("/start/{process}/{caseNumber}")
    String done(@PathVariable String process, @PathVariable String caseNumber, Model model) {
        model.addAttribute("process", wanted(process));
        started.fill(model, caseNumber, person());
        return "start/done";
    }

    private Process wanted(String process) {
        return desk.process(person(), process).orElseThrow(NotVisible::new);
    }

    /** An administrator may start anything in the engine, but has no cases. */
    private Account person() {
        return user.account().filter(person -> user.isStaff()).orElseThrow(NotVisible::new);
    }
}
