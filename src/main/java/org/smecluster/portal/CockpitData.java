package org.smecluster.portal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.casehistory.CaseSearch;
import org.smecluster.casehistory.InstanceStory;
import org.smecluster.casehistory.engine.CaseListing;
import org.smecluster.casehistory.engine.DecisionHistory;
import org.smecluster.casehistory.engine.Failures;
import org.smecluster.casehistory.engine.InstanceHistory;
import org.smecluster.region.RegionalScope;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.security.Account;
import org.smecluster.security.Accounts;
import org.smecluster.security.CurrentUser;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What our plugin shows in Cockpit, as JSON: the administrator's alone, all of it read only. What the plugin changes (a
 * retry, an annotation) goes through the engine's own REST API, with the administrator's own rights.
 */
@RestController
@RequestMapping("/admin/cockpit")
class CockpitData {

    private static final int CASES_PER_PAGE = 20;

    /** @param units names of the units that the entries name by their group */
    record Listing(List<CaseListing.Entry> items, int page, int size, long total, Map<String, String> units) {}

    record Choices(List<CaseListing.Process> processes, List<String> outcomes, Map<String, String> units) {}

    /**
     * @param people display names of the persons who occur in the story
     * @param units names of the groups that may claim its open tasks
     */
    record Told(InstanceStory story, CockpitCase.Facts facts, Map<String, String> people, Map<String, String> units) {}

    record FailureList(List<Failures.Failure> items, boolean cut) {}

    private final CurrentUser user;
    private final CaseListing cases;
    private final InstanceHistory instances;
    private final DecisionHistory decisions;
    private final Failures failures;
    private final CockpitCase facts;
    private final Units units;
    private final Accounts accounts;

    CockpitData(
            CurrentUser user,
            CaseListing cases,
            InstanceHistory instances,
            DecisionHistory decisions,
            Failures failures,
            CockpitCase facts,
            Units units,
            Accounts accounts) {
        this.user = user;
        this.cases = cases;
        this.instances = instances;
        this.decisions = decisions;
        this.failures = failures;
        this.facts = facts;
        this.units = units;
        this.accounts = accounts;
    }

    @ModelAttribute
    void administratorsOnly() {
        user.require(StaffGroup.ADMINISTRATORS);
    }

    @GetMapping("/cases")
    Listing cases(
            @RequestParam(defaultValue = "FINISHED") CaseSearch.Stage stage,
            @RequestParam(required = false) String process,
            @RequestParam(required = false) String caseNumber,
            @RequestParam(required = false) String cluster,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String outcome,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "1") int page) {
        CaseSearch search = new CaseSearch(
                stage,
                given(process),
                given(caseNumber),
                given(cluster),
                given(unit) == null ? null : applicants(unit),
                given(outcome),
                from,
                to);
        long total = cases.count(search);
        int last = (int) Math.max(1, (total + CASES_PER_PAGE - 1) / CASES_PER_PAGE);
        int shown = Math.min(Math.max(1, page), last);
        return new Listing(cases.find(search, shown, CASES_PER_PAGE), shown, CASES_PER_PAGE, total, unitNames());
    }

    /** What the list can be narrowed to. */
    @GetMapping("/choices")
    Choices choices() {
        return new Choices(cases.processes(), cases.outcomes(), unitNames());
    }

    @GetMapping("/instances/{id}")
    Told instance(@PathVariable String id) {
        InstanceStory story = instances.find(id).orElseThrow(NotVisible::new);
        return new Told(story, facts.of(story.head()), people(story), unitNames());
    }

    @GetMapping("/instances/{id}/decisions")
    List<DecisionHistory.Evaluation> decisions(@PathVariable String id) {
        return decisions.of(id);
    }

    @GetMapping("/failures")
    FailureList failures(@RequestParam(required = false) String instance) {
        List<Failures.Failure> found = given(instance) == null ? failures.all() : failures.of(instance);
        return new FailureList(found, found.size() >= Failures.MOST);
    }

    /** The unit itself or, for a city, its counties and parks. */
    private Set<String> applicants(String group) {
        return Stream.concat(Stream.of(group), RegionalScope.of(List.of(group), units).applicantGroups().stream())
                .collect(Collectors.toSet());
    }

    private Map<String, String> unitNames() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Unit unit : units.all()) {
            names.put(unit.group(), unit.name());
        }
        return names;
    }

    private Map<String, String> people(InstanceStory story) {
        return Stream.of(
                        Stream.of(story.head().startedBy()),
                        story.steps().stream().map(InstanceStory.Step::assignee),
                        story.tasks().stream().map(InstanceStory.TaskEntry::assignee),
                        story.variables().stream()
                                .flatMap(variable -> variable.changes().stream())
                                .map(InstanceStory.VariableChange::user))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> accounts.find(id).map(Account::displayName).orElse(id)));
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
