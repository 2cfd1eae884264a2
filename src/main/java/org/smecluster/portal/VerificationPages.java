package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.smecluster.assessment.ConditionItem;
import org.smecluster.calendar.TypedDay;
import org.smecluster.evidence.EvidenceIntake;
import org.smecluster.evidence.EvidenceService;
import org.smecluster.law.Outcome;
import org.smecluster.law.Refusal;
import org.smecluster.portal.CaseVerification.Entry;
import org.smecluster.recognition.OnSiteVerification;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The verification on site as the city fills it in: one screen for each item, saved as it goes, on a phone too. */
@Controller
class VerificationPages {

    private static final int MOST_NAMES = 200;

    private final CaseAccess access;
    private final CaseFileModel layout;
    private final CaseVerification model;
    private final OnSiteVerification verification;
    private final EvidenceIntake intake;
    private final EvidenceService evidence;

    VerificationPages(
            CaseAccess access,
            CaseFileModel layout,
            CaseVerification model,
            OnSiteVerification verification,
            EvidenceIntake intake,
            EvidenceService evidence) {
        this.access = access;
        this.layout = layout;
        this.model = model;
        this.verification = verification;
        this.intake = intake;
        this.evidence = evidence;
    }

    /** What the script of the page hears of a screen that it has saved. */
    record Saved(int revision, long judged, List<String> gaps) {}

    @GetMapping("/cases/{caseNumber}/verification")
    String screen(@PathVariable String caseNumber, @RequestParam(defaultValue = "0") int item, Model page) {
        OpenCase file = access.open(caseNumber);
        if (model.isCompleted(file)) {
            return "redirect:/cases/" + caseNumber + "?section=" + CaseSection.VERIFICATION.key();
        }
        return show(file, item, null, page);
    }

    private String show(OpenCase file, int part, Entry entry, Model page) {
        if (!model.fills(file)) {
            throw new NotVisible();
        }
        layout.record(page, file);
        model.fill(page, file, Math.max(CaseVerification.FIRST, Math.min(part, CaseVerification.LAST)), entry);
        return "verification/screens";
    }

    @PostMapping("/cases/{caseNumber}/verification/{part}")
    String save(
            @PathVariable String caseNumber,
            @PathVariable int part,
            Entry entry,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        OpenCase file = filledIn(caseNumber);
        return Attempt.of(
                response,
                page,
                () -> {
                    save(caseNumber, part, entry);
                    after.addFlashAttribute("saved", true);
                    return next(caseNumber, part + 1, after);
                },
                () -> show(file, part, entry, page));
    }

    /** Of the page's script. */
    @PostMapping(path = "/cases/{caseNumber}/verification/{part}", headers = "X-Fragment")
    ResponseEntity<?> saveQuietly(@PathVariable String caseNumber, @PathVariable int part, Entry entry) {
        filledIn(caseNumber);
        try {
            int revision = save(caseNumber, part, entry);
            List<String> gaps = verification.gaps(caseNumber).stream()
                    .map(gap -> gap.sentence())
                    .toList();
            long judged = verification.find(caseNumber).orElseThrow().judged();
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Saved(revision, judged, gaps));
        } catch (RuntimeException failure) {
            return Problem.of(failure).json();
        }
    }

    private OpenCase filledIn(String caseNumber) {
        OpenCase file = access.open(caseNumber);
        if (!access.account().groups().contains(file.record().cityGroup())) {
            throw new NotVisible();
        }
        return file;
    }

    private int save(String caseNumber, int part, Entry entry) {
        if (part == CaseVerification.FIRST) {
            return verification.saveHead(
                    caseNumber,
                    TypedDay.read("核查日期", entry.verifiedOn()),
                    names(entry.people()),
                    entry.note(),
                    entry.revision(),
                    access.account());
        }
        ConditionItem item = ConditionItem.of(part).orElseThrow(NotVisible::new);
        return verification.saveRow(
                caseNumber, item, judgement(entry.judgement()), entry.seen(), entry.revision(), access.account());
    }

    private static List<String> names(String people) {
        return people == null ? List.of() : Arrays.asList(people.split("[、，,；;\\s]+", MOST_NAMES));
    }

    private static Outcome judgement(String judgement) {
        if (judgement == null || judgement.isBlank()) {
            return null;
        }
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(judgement))
                .findFirst()
                .orElseThrow(() -> new Refusal("核查结论只能是“符合”“不符合”或“需说明”"));
    }

    @PostMapping("/cases/{caseNumber}/verification/confirmation")
    String confirm(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "false") boolean sure,
            @RequestParam(defaultValue = "0") int item,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        OpenCase file = filledIn(caseNumber);
        return Attempt.of(
                response,
                page,
                () -> {
                    if (!sure) {
                        throw new Refusal("请先勾选确认不含国家秘密");
                    }
                    NoSecret.confirm(caseNumber, intake.confirm(caseNumber, access.account()));
                    return next(caseNumber, item, after);
                },
                () -> show(file, item, null, page));
    }

    @PostMapping("/cases/{caseNumber}/verification/files/{file}/removal")
    String takeBack(
            @PathVariable String caseNumber,
            @PathVariable("file") long id,
            @RequestParam(defaultValue = "0") int item,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model page) {
        OpenCase file = filledIn(caseNumber);
        return Attempt.of(
                response,
                page,
                () -> {
                    evidence.takeBack(caseNumber, id, access.account());
                    return next(caseNumber, item, after);
                },
                () -> show(file, item, null, page));
    }

    private static String next(String caseNumber, int part, RedirectAttributes after) {
        after.addAttribute("item", Math.min(part, CaseVerification.LAST));
        return "redirect:/cases/" + caseNumber + "/verification";
    }

    /** The paper with its findings; or, to be filled in by hand on site, without. */
    @GetMapping("/cases/{caseNumber}/verification/print")
    String print(@PathVariable String caseNumber, @RequestParam(defaultValue = "false") boolean blank, Model page) {
        OpenCase file = access.open(caseNumber);
        layout.record(page, file);
        model.fillForPrint(page, file, blank);
        return "verification/print";
    }
}
