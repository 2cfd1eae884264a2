package org.smecluster.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.engine.FormRejected;
import org.smecluster.engine.FormRejected.Fault;
import org.smecluster.engine.LooseForm;
import org.smecluster.policy.guard.ProcessWalk;
import org.smecluster.policy.guard.WalkAnswer;
import org.smecluster.policy.guard.WalkPlace;
import org.smecluster.region.StaffGroup;
import org.smecluster.security.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 试走: a process is gone through by hand, with the real forms, and nothing of it happens. The address holds the walk; the server
 * keeps none (ADR 0063).
 */
@Controller
@RequestMapping("/admin/walks/{process}")
class WalkPages {

    private static final String[] READERS = {StaffGroup.ADMINISTRATORS, StaffGroup.POLICY_OWNERS};

    private static final int LONGEST = 64 * 1024;

    private static final String TOO_MUCH = "这个流程的走法太多，不能试走。请把它拆小，或者减少连线条件所看的栏目";

    /** @param next the page to go on to; null where it was refused */
    record Answer(String next, List<Fault> faults) {}

    /** @param back the address at which this did not happen yet */
    record Passed(int number, WalkPlace.Passage passage, String back) {}

    /**
     * @param live where the same leads in what runs, if elsewhere; null where it is the same or nothing is compared
     * @param go the address after it; null where a form has to be filled in
     */
    record WayLine(List<String> says, List<String> leads, String live, String go) {}

    /**
     * @param drawn whether its form is drawn below
     * @param fill the address at which its form is drawn; null where it has none
     */
    record Card(WalkPlace.Possible what, List<WayLine> ways, boolean drawn, String fill) {}

    /** @param file null where none is deployed */
    record Drawn(String name, String file, String current, String done, String flows) {}

    private final WalkVersions versions;
    private final CurrentUser user;
    private final ObjectMapper json;
    private final Clock clock;

    WalkPages(WalkVersions versions, CurrentUser user, ObjectMapper json, Clock clock) {
        this.versions = versions;
        this.user = user;
        this.json = json;
        this.clock = clock;
    }

    /** Where a walk begins. */
    static String address(String process, String version) {
        return "/admin/walks/" + process + (version.isEmpty() ? "" : "?version=" + version);
    }

    /**
     * @param version a word of {@link WalkVersions}
     * @param steps   see {@link WalkSteps}
     * @param at      place of what is filled in, among what may happen; -1 for the first that has a form
     */
    @GetMapping
    String page(
            @PathVariable String process,
            @RequestParam(defaultValue = WalkVersions.LIVE) String version,
            @RequestParam(defaultValue = "") String steps,
            @RequestParam(defaultValue = "-1") int at,
            CsrfToken token,
            HttpServletResponse response,
            Model model)
            throws JsonProcessingException {
        user.require(READERS);
        WalkVersions.Version of = versions.find(process, version).orElseThrow(NotVisible::new);
        model.addAttribute("version", of);
        model.addAttribute("process", process);
        model.addAttribute("anew", address(process, version));
        try {
            ProcessWalk walk = versions.walk(process, of).orElseThrow(NotVisible::new);
            model.addAttribute("name", walk.name());
            List<WalkAnswer> answers = WalkSteps.read(steps);
            WalkPlace place = walk.follow(answers);
            List<WalkAnswer> followed = answers.subList(0, place.followed());
            model.addAttribute("lost", place.followed() < WalkSteps.count(steps));
            show(walk, place, followed, of, process, at, token, model);
        } catch (ProcessWalk.TooMuch much) {
            response.setStatus(409);
            model.addAttribute("name", process);
            model.addAttribute("refusal", TOO_MUCH);
        }
        return "models/walk";
    }

    private void show(
            ProcessWalk walk,
            WalkPlace place,
            List<WalkAnswer> answers,
            WalkVersions.Version version,
            String process,
            int at,
            CsrfToken token,
            Model model)
            throws JsonProcessingException {
        List<Passed> passed = new ArrayList<>();
        for (int i = 0; i < place.passages().size(); i++) {
            passed.add(new Passed(i + 1, place.passages().get(i), go(process, version, answers.subList(0, i))));
        }
        model.addAttribute("passed", passed);
        model.addAttribute("place", place);
        model.addAttribute(
                "back", answers.isEmpty() ? null : go(process, version, answers.subList(0, answers.size() - 1)));
        int drawn = drawn(place, at);
        WalkPlace live = version.word().isEmpty() ? null : live(process, answers);
        model.addAttribute("liveAt", live == null ? null : comesTo(place, live));
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < place.possible().size(); i++) {
            cards.add(card(place.possible().get(i), i, drawn, answers, version, process, live));
        }
        model.addAttribute("cards", cards);
        model.addAttribute("sameLive", version.word().isEmpty() ? null : go(process, WalkVersions.LIVE, answers));
        model.addAttribute(
                "drawings",
                place.drawings().stream()
                        .map(drawing -> new Drawn(
                                walk.name(drawing.process()),
                                versions.drawing(drawing.process(), version).orElse(null),
                                String.join(" ", drawing.current()),
                                String.join(" ", drawing.done()),
                                String.join(" ", drawing.flows())))
                        .toList());
        if (drawn >= 0) {
            model.addAttribute("form", form(walk, place.possible().get(drawn), drawn, answers, version, token));
        }
    }

    /** Where the same answers have come to in what runs; null where they cannot be followed there. */
    private WalkPlace live(String process, List<WalkAnswer> answers) {
        try {
            WalkVersions.Version runs =
                    versions.find(process, WalkVersions.LIVE).orElseThrow();
            return versions.walk(process, runs)
                    .map(walk -> walk.follow(answers))
                    .filter(place -> place.followed() == answers.size())
                    .orElse(null);
        } catch (ProcessWalk.TooMuch none) {
            return null;
        }
    }

    /** Null where it leads to the same, or where what runs does not come to this step. */
    private static String elsewhere(WalkPlace.Possible what, WalkPlace.Way way, WalkPlace live) {
        List<WalkPlace.Possible> same = live == null
                ? List.of()
                : live.possible().stream()
                        .filter(other -> other.element().equals(what.element()) && other.kind() == what.kind())
                        .toList();
        if (same.isEmpty()) {
            return null;
        }
        List<String> leads = same.stream()
                .flatMap(other -> other.ways().stream())
                .filter(other -> other.says().equals(way.says()))
                .map(WalkPlace.Way::leads)
                .findFirst()
                .orElse(null);
        if (leads == null) {
            return "没有这种情况";
        }
        return leads.equals(way.leads()) ? null : "走到" + String.join("、", leads);
    }

    /** Where what runs has come to with the same answers; null where that is the same place. */
    private static String comesTo(WalkPlace place, WalkPlace live) {
        List<String> here =
                place.possible().stream().map(WalkPlace.Possible::element).toList();
        List<String> there =
                live.possible().stream().map(WalkPlace.Possible::element).toList();
        if (here.equals(there) && place.over() == live.over()) {
            return null;
        }
        return live.over()
                ? "流程结束（" + String.join("、", live.ended()) + "）"
                : "走到"
                        + live.possible().stream()
                                .map(WalkPlace.Possible::label)
                                .distinct()
                                .collect(Collectors.joining("、"));
    }

    private static int drawn(WalkPlace place, int at) {
        for (int i = 0; i < place.possible().size(); i++) {
            if (place.possible().get(i).form() != null && (at == i || at < 0)) {
                return i;
            }
        }
        return -1;
    }

    private static String go(String process, WalkVersions.Version version, List<WalkAnswer> answers) {
        return go(process, version.word(), answers);
    }

    private static String go(String process, String version, List<WalkAnswer> answers) {
        String address = address(process, version);
        return answers.isEmpty()
                ? address
                : address + (version.isEmpty() ? "?" : "&") + "steps=" + WalkSteps.inAddress(answers);
    }

    private static Card card(
            WalkPlace.Possible what,
            int number,
            int drawn,
            List<WalkAnswer> answers,
            WalkVersions.Version version,
            String process,
            WalkPlace live) {
        boolean through = what.kind() == WalkPlace.Kind.CALLED;
        List<WayLine> ways = what.ways().stream()
                .map(way -> {
                    List<WalkAnswer> more = new ArrayList<>(answers);
                    more.add(WalkAnswer.of(what.element(), way.number(), through));
                    boolean goes = what.form() == null && WalkSteps.fits(more);
                    return new WayLine(
                            way.says(),
                            way.leads(),
                            elsewhere(what, way, live),
                            goes ? go(process, version, more) : null);
                })
                .toList();
        String here = go(process, version, answers);
        return new Card(
                what,
                ways,
                number == drawn,
                what.form() == null ? null : here + (here.contains("?") ? "&" : "?") + "at=" + number + "#walk-form");
    }

    private String form(
            ProcessWalk walk,
            WalkPlace.Possible what,
            int place,
            List<WalkAnswer> answers,
            WalkVersions.Version version,
            CsrfToken token)
            throws JsonProcessingException {
        LooseForm form = LooseForm.of(walk.form(what.form()));
        Map<String, Object> samples = form.samples(LocalDate.now(clock));
        samples.keySet().removeAll(what.decides().keySet());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", form.schema());
        data.put("offered", form.offered());
        data.put("samples", samples);
        data.put("place", place);
        data.put("version", version.word());
        data.put("steps", WalkSteps.of(answers));
        data.put("header", token.getHeaderName());
        data.put("token", token.getToken());
        return json.writeValueAsString(data);
    }

    /** What was filled in: refused as the form would be, or where it leads. Nothing is kept. */
    @PostMapping
    ResponseEntity<Answer> fill(@PathVariable String process, HttpServletRequest request) throws IOException {
        user.require(READERS);
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return refused(400, "填写的内容过长，请删减后再走");
        }
        Map<String, Object> sent;
        try {
            sent = json.readValue(body, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException unreadable) {
            return refused(400, "提交的内容无法读取，请刷新页面后重新填写");
        }
        if (sent == null
                || !(sent.get("version") instanceof String word)
                || !(sent.get("steps") instanceof String steps)
                || !(sent.get("place") instanceof Integer place)) {
            return refused(400, "提交的内容无法读取，请刷新页面后重新填写");
        }
        WalkVersions.Version version = versions.find(process, word).orElseThrow(NotVisible::new);
        try {
            ProcessWalk walk = versions.walk(process, version).orElseThrow(NotVisible::new);
            return filled(walk, version, process, WalkSteps.read(steps), place, sent);
        } catch (ProcessWalk.TooMuch much) {
            return refused(409, TOO_MUCH);
        } catch (FormRejected rejected) {
            return answered(400, new Answer(null, rejected.faults()));
        }
    }

    private ResponseEntity<Answer> filled(
            ProcessWalk walk,
            WalkVersions.Version version,
            String process,
            List<WalkAnswer> answers,
            int at,
            Map<String, Object> sent) {
        WalkPlace place = walk.follow(answers);
        if (place.followed() < answers.size()
                || at < 0
                || at >= place.possible().size()
                || place.possible().get(at).form() == null) {
            return refused(409, "模型有了变化，走不到这一步了，请刷新页面");
        }
        WalkPlace.Possible what = place.possible().get(at);
        Map<String, Object> accepted = LooseForm.of(walk.form(what.form())).accepted(members(sent.get("values")));
        Map<String, Integer> picks = new LinkedHashMap<>();
        members(sent.get("picks")).forEach((variable, value) -> {
            if (value instanceof Integer pick) {
                picks.put(variable, pick);
            }
        });
        Optional<WalkPlace.Ask> lacking = what.asks().stream()
                .filter(ask -> picks.getOrDefault(ask.variable(), -1) < 0
                        || picks.get(ask.variable()) >= ask.values().size())
                .findFirst();
        if (lacking.isPresent()) {
            return refused(400, "“" + lacking.get().label() + "”没有选，请选一种情况");
        }
        Optional<WalkAnswer> answer = walk.answer(at, accepted, picks);
        if (answer.isEmpty()) {
            return refused(400, "这样填写，程序没有对应的结果，请改填");
        }
        List<WalkAnswer> more = new ArrayList<>(answers);
        more.add(answer.get());
        if (!WalkSteps.fits(more)) {
            return refused(409, "走的步数太多了，请退回几步，或者重新开始");
        }
        return answered(200, new Answer(go(process, version, more), List.of()));
    }

    private static Map<String, Object> members(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> members.put(String.valueOf(name), each));
        }
        return members;
    }

    private static ResponseEntity<Answer> refused(int status, String sentence) {
        return answered(status, new Answer(null, List.of(new Fault(null, sentence))));
    }

    private static ResponseEntity<Answer> answered(int status, Answer answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }
}
