package org.smecluster.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.engine.TaskDirectory;
import org.smecluster.filing.FiledVersions;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.LifeReader;
import org.smecluster.security.CurrentUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of all procedures but the recognition: a list, and each with everything that was said in it. */
@Controller
class CaseworkPages {

    private static final int CASES_PER_PAGE = 20;

    /** One entry for the template; see {@link CaseEntry} for the parts. */
    record Line(
            String kind,
            String title,
            String text,
            Map<String, String> particulars,
            String article,
            String documentNumber,
            LocalDate documentDate,
            String author,
            String at) {

        static Line of(CaseEntry entry) {
            return new Line(
                    entry.kind().label(),
                    entry.title(),
                    entry.text(),
                    entry.particulars(),
                    entry.article(),
                    entry.documentNumber(),
                    entry.documentDate(),
                    entry.authorName(),
                    CaseFileModel.minute(entry.enteredAt()));
        }
    }

    private final Cases cases;
    private final FiledVersions filed;
    private final CurrentUser user;
    private final Regions regions;
    private final TaskDirectory tasks;
    private final Clock clock;

    CaseworkPages(
            Cases cases, FiledVersions filed, CurrentUser user, Regions regions, TaskDirectory tasks, Clock clock) {
        this.cases = cases;
        this.filed = filed;
        this.user = user;
        this.regions = regions;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping("/casework")
    String all(
            @RequestParam(required = false) CaseKind kind,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no case data for this role");
        }
        List<CaseRecord> found = cases.ofApplicants(groups()).stream()
                .filter(each -> kind == null || each.kind() == kind)
                .filter(each -> city.isEmpty() || city.equals(each.cityGroup()))
                .filter(each -> !open || !each.closed())
                .filter(each -> says(each, text.strip()))
                .toList();
        Page<CaseRecord> shown = Page.of(found, page, CASES_PER_PAGE);
        model.addAttribute("cases", shown);
        model.addAttribute(
                "units",
                shown.items().stream()
                        .map(CaseRecord::applicantGroup)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), regions::nameOfGroup)));
        model.addAttribute(
                "kinds",
                Arrays.stream(CaseKind.values())
                        .filter(each -> each != CaseKind.RD)
                        .toList());
        model.addAttribute("cities", user.scope().wholeRegion() ? regions.cities() : List.of());
        Map<String, Instant> due =
                tasks.dueOf(shown.items().stream().map(CaseRecord::caseNumber).toList());
        model.addAttribute(
                "due",
                due.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> CaseFileModel.minute(each.getValue()))));
        model.addAttribute(
                "overdue",
                due.entrySet().stream()
                        .filter(each -> each.getValue().isBefore(clock.instant()))
                        .map(Map.Entry::getKey)
                        .toList());
        model.addAttribute("kind", kind);
        model.addAttribute("city", city);
        model.addAttribute("open", open);
        model.addAttribute("text", text.strip());
        model.addAttribute("filtered", kind != null || !city.isEmpty() || open || !text.isBlank());
        return "casework/list";
    }

    @GetMapping("/casework/{caseNumber}")
    String page(@PathVariable String caseNumber, Model model) {
        fill(caseNumber, model);
        return "casework/page";
    }

    /** @throws NotVisible where there is no such case in the person's scope */
    void fill(String caseNumber, Model model) {
        CaseRecord record = cases.find(caseNumber)
                .filter(found -> user.isStaff() && user.scope().covers(found.applicantGroup()))
                .orElseThrow(NotVisible::new);
        model.addAttribute("record", record);
        model.addAttribute("dataFiled", filed.find(caseNumber).isPresent());
        model.addAttribute("applicant", regions.nameOfGroup(record.applicantGroup()));
        model.addAttribute("openedAt", CaseFileModel.minute(record.openedAt()));
        model.addAttribute(
                "entries",
                cases.entries(caseNumber).stream()
                        .filter(entry -> maySee(record, entry))
                        .map(Line::of)
                        .toList());
    }

    /** The region's own cases, which are about a year and not about a cluster, are in no unit's scope. */
    private Set<String> groups() {
        Set<String> groups = new HashSet<>(user.scope().applicantGroups());
        if (user.scope().wholeRegion()) {
            groups.add("province-officer");
        }
        return groups;
    }

    private static boolean says(CaseRecord found, String text) {
        return "%s %s %s %s %s"
                .formatted(
                        found.caseNumber(),
                        found.clusterName(),
                        Objects.toString(found.clusterNumber(), ""),
                        Objects.toString(found.subject(), ""),
                        found.standing())
                .contains(text);
    }

    private String file(String caseNumber, Model model) {
        fill(caseNumber, model);
        return "casework/file :: file";
    }

    /** What the authorities keep to themselves is shown to the cluster's unit once the case is closed. */
    private boolean maySee(CaseRecord record, CaseEntry entry) {
        return entry.readBy(
                user.scope().wholeRegion()
                        ? LifeReader.REGION
                        : user.groups().contains(record.applicantGroup()) ? LifeReader.UNIT : LifeReader.CITY,
                record.closed());
    }

    /** The tab 案件资料 of each of these kinds. */
    @Configuration(proxyBeanMethods = false)
    static class Tabs {

        @Bean
        CaseTab cultivationTab(CaseworkPages pages) {
            return CaseTab.of(CaseKind.PY, pages::file);
        }

        @Bean
        CaseTab changeFilingTab(CaseworkPages pages) {
            return CaseTab.of(CaseKind.BG, pages::file);
        }

        @Bean
        CaseTab revocationTab(CaseworkPages pages) {
            return CaseTab.of(CaseKind.CX, pages::file);
        }

        @Bean
        CaseTab practiceTab(CaseworkPages pages) {
            return CaseTab.of(CaseKind.AL, pages::file);
        }
    }
}
