package org.smecluster.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.casehistory.engine.ModelSteps;
import org.smecluster.casehistory.engine.ModelSteps.State;
import org.smecluster.filing.FiledVersion;
import org.smecluster.filing.FiledVersion.StageAssessment;
import org.smecluster.law.Outcome;
import org.smecluster.portal.CaseCourse.Passed;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.CurrentUser;
import org.smecluster.worklist.engine.TaskSheets;
import org.smecluster.worklist.engine.TaskSheets.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What Tasklist shows above a task's form and on its card: which task of which case, how far the case is, until when. */
@Controller
class TaskStrip {

    private static final int MOST_CARDS = 50;

    /**
     * @param path of the page or part that tells more
     * @param open whether it is shown with the form from the beginning
     */
    public record Fact(String label, String style, String path, boolean open) {}

    /** @param who 本人, a colleague's name or 待认领 */
    public record Card(String taskId, Due due, String step, String who) {}

    private final CurrentUser user;
    private final TaskSheets sheets;
    private final CaseCourse course;
    private final CaseAccess access;
    private final CaseFileModel layout;
    private final CaseDemands demands;
    private final Accounts accounts;
    private final Regions regions;
    private final Clock clock;

    TaskStrip(
            CurrentUser user,
            TaskSheets sheets,
            CaseCourse course,
            CaseAccess access,
            CaseFileModel layout,
            CaseDemands demands,
            Accounts accounts,
            Regions regions,
            Clock clock) {
        this.user = user;
        this.sheets = sheets;
        this.course = course;
        this.access = access;
        this.layout = layout;
        this.demands = demands;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/desk/task/{taskId}/strip")
    String strip(@PathVariable String taskId, Model model) {
        Sheet sheet = sheets.find(taskId, access.account()).orElseThrow(NotVisible::new);
        Optional<OpenCase> file = CaseKind.of(sheet.number()).map(kind -> access.open(sheet.number()));
        if (file.isEmpty() && !access.isStaff()) {
            throw new NotVisible();
        }
        List<Passed> passed = course.of(sheet.caseInstance(), file);
        Passed now = passed.stream()
                .filter(step -> step.state() == State.NOW)
                .findFirst()
                .orElse(null);
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", file.orElse(null));
        model.addAttribute("page", file.isPresent() ? Addresses.ofCase(sheet.number()) : "/batches/" + sheet.number());
        model.addAttribute("due", Due.of(sheet.dueAt(), LocalDate.now(clock)));
        model.addAttribute("steps", passed);
        model.addAttribute("now", now);
        model.addAttribute(
                "next",
                passed.stream()
                        .filter(step -> now != null && step.number() > now.number())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("facts", file.map(open -> facts(sheet, open)).orElseGet(() -> ofBatch(sheet)));
        model.addAttribute("holder", holder(sheet));
        model.addAttribute(
                "list", sheets.list(sheet.assignee(), access.account()).orElse(""));
        return "desk/strip :: strip";
    }

    /** The cards of a list of tasks, those that the person may see. */
    @GetMapping("/desk/cards")
    String cards(@RequestParam(defaultValue = "") List<String> task, Model model) {
        Account person = access.account();
        model.addAttribute(
                "cards",
                task.stream()
                        .limit(MOST_CARDS)
                        .map(id -> sheets.find(id, person))
                        .flatMap(Optional::stream)
                        .map(this::card)
                        .toList());
        return "desk/strip :: cards";
    }

    private Card card(Sheet sheet) {
        List<ModelSteps.Step> all = course.steps(sheet.caseInstance());
        int now = 0;
        for (int i = 0; i < all.size() && now == 0; i++) {
            now = all.get(i).state() == State.NOW ? i + 1 : 0;
        }
        return new Card(
                sheet.taskId(),
                Due.of(sheet.dueAt(), LocalDate.now(clock)),
                now == 0 ? "" : "第" + now + "步，共" + all.size() + "步",
                sheet.assignee() == null
                        ? "待认领"
                        : sheet.assignee().equals(user.userId()) ? "本人" : name(sheet.assignee()));
    }

    /** Whoever may see the task may know who has it. */
    private String holder(Sheet sheet) {
        if (sheet.assignee() == null) {
            return "还没有人认领："
                    + sheet.groups().stream()
                            .map(regions::nameOfGroup)
                            .distinct()
                            .collect(Collectors.joining("、"));
        }
        if (sheet.assignee().equals(user.userId())) {
            return "由本人办理";
        }
        return name(sheet.assignee()) + "正在办理，本人只能查看";
    }

    private String name(String userId) {
        return accounts.find(userId).map(Account::displayName).orElse(userId);
    }

    private List<Fact> facts(Sheet sheet, OpenCase file) {
        String page = Addresses.ofCase(sheet.number()) + "?section=";
        List<Fact> facts = new ArrayList<>();
        List<FiledVersion> versions = access.versions(file);
        if (!versions.isEmpty()) {
            List<StageAssessment> made = access.assessments(file, versions.get(versions.size() - 1));
            if (!made.isEmpty()) {
                Arrays.stream(Outcome.values())
                        .map(outcome -> count(outcome, made.get(made.size() - 1)))
                        .filter(Objects::nonNull)
                        .map(count -> new Fact(count.label(), count.style(), page + CaseSection.FINDINGS.key(), false))
                        .forEach(facts::add);
            }
        }
        List<CaseSection> there = layout.sections(file);
        Map<CaseSection, Integer> missing = new LinkedHashMap<>();
        StepNeeds.of(sheet.process(), sheet.key()).stream()
                .filter(there::contains)
                .forEach(section ->
                        missing.put(section, StepNeeds.isHeldBack(sheet.key()) ? demands.missing(file, section) : 0));
        Optional<CaseSection> first = StepNeeds.opensAt(sheet.process(), sheet.key())
                .map(usual -> missing.entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(usual));
        missing.forEach((section, gaps) -> facts.add(part(
                section,
                gaps,
                page + section.key(),
                first.filter(section::equals).isPresent())));
        return facts;
    }

    private static Fact part(CaseSection section, int missing, String path, boolean open) {
        return missing == 0
                ? new Fact(section.label(), "", path, open)
                : new Fact("! " + section.label() + "还缺" + missing + "处", "sc-missing", path, open);
    }

    private static Fact count(Outcome outcome, StageAssessment made) {
        long number = made.assessment().findings().stream()
                .filter(finding -> finding.outcome() == outcome)
                .count();
        return number == 0
                ? null
                : new Fact(outcome.label() + number + "项", "outcome outcome-" + outcome.name(), null, false);
    }

    /** Of a batch, or of its public notice; what else has no case of its own has no parts either. */
    private static List<Fact> ofBatch(Sheet sheet) {
        if (!StepNeeds.isOfBatch(sheet.process())) {
            return List.of();
        }
        String page = "/batches/" + sheet.number() + "?section=";
        return Arrays.stream(BatchPages.Section.values())
                .map(section -> new Fact(
                        section.label(),
                        "",
                        page + section.key(),
                        section == StepNeeds.ofBatch(sheet.process(), sheet.key())))
                .toList();
    }
}
