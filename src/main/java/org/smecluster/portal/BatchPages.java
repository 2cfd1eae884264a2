package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.smecluster.assessment.FindingWording;
import org.smecluster.filing.Overlap;
import org.smecluster.filing.Overlaps;
import org.smecluster.law.Finding;
import org.smecluster.law.Refusal;
import org.smecluster.recognition.Application;
import org.smecluster.recognition.ApplicationState;
import org.smecluster.recognition.Applications;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.BatchComparison;
import org.smecluster.recognition.BatchComparison.Row;
import org.smecluster.recognition.BatchComparisons;
import org.smecluster.recognition.BatchState;
import org.smecluster.recognition.Batches;
import org.smecluster.recognition.ComparedApplications;
import org.smecluster.recognition.ComparisonSearch;
import org.smecluster.recognition.ComparisonSearch.Show;
import org.smecluster.recognition.ListWarnings;
import org.smecluster.recognition.SelectionDecision;
import org.smecluster.recognition.Selections;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The annual batches: periods and progress for all staff, what lies in their scope only; comparison, selection, notice
 * and objections for the autonomous region.
 */
@Controller
class BatchPages {

    private static final int MOST_OVERLAPS = 5000;
    private static final int COMPARED_PER_PAGE = 20;

    /** The parts of a batch's file. */
    enum Section {
        OVERVIEW("overview", "概况"),
        COMPARISON("comparison", "比较和选定"),
        OVERLAPS("overlaps", "重复列入"),
        NOTICE("notice", "公示和异议");

        private final String key;
        private final String label;

        Section(String key, String label) {
            this.key = key;
            this.label = label;
        }

        static Section of(String key) {
            return Arrays.stream(values())
                    .filter(section -> section.key.equals(key))
                    .findFirst()
                    .orElse(OVERVIEW);
        }

        public String key() {
            return key;
        }

        public String label() {
            return label;
        }
    }

    record StateCount(ApplicationState state, long number) {}

    /** A column of a key indicator. */
    record Head(String code, String label) {}

    /** @param indicators as texts, in the order of the heads */
    record Compared(Row row, List<String> indicators, String softMisses, boolean open, SelectionDecision decision) {}

    /** How much two clusters have in common. */
    record OverlapPair(String one, String other, int enterprises, int patents) {}

    private final CurrentUser user;
    private final ListWarnings lists;
    private final Batches batches;
    private final Applications applications;
    private final BatchComparisons comparisons;
    private final Selections selections;
    private final Overlaps overlaps;
    private final NoticeFile noticeFile;
    private final Clock clock;

    BatchPages(
            CurrentUser user,
            ListWarnings lists,
            Batches batches,
            Applications applications,
            BatchComparisons comparisons,
            Selections selections,
            Overlaps overlaps,
            NoticeFile noticeFile,
            Clock clock) {
        this.user = user;
        this.lists = lists;
        this.batches = batches;
        this.applications = applications;
        this.comparisons = comparisons;
        this.selections = selections;
        this.overlaps = overlaps;
        this.noticeFile = noticeFile;
        this.clock = clock;
    }

    @GetMapping("/batches")
    String batches(Model model) {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no batch data for this role");
        }
        model.addAttribute("batches", batches.all());
        return "batch/list";
    }

    @GetMapping("/batches/{number}")
    String batch(
            @PathVariable String number,
            @RequestParam(required = false) String section,
            ComparisonChoice choice,
            HttpServletRequest request,
            Model model) {
        return show(open(number), Section.of(section), choice, request, model);
    }

    /** All applications of the batch side by side, on paper, in the order chosen. */
    @GetMapping("/batches/{number}/comparison")
    String printComparison(@PathVariable String number, ComparisonChoice choice, Model model) {
        Batch batch = open(number);
        if (!user.isProvince()) {
            throw new NotVisible();
        }
        model.addAttribute("batch", batch);
        model.addAttribute("choice", choice);
        model.addAttribute("printedAt", LocalDateTime.now(clock));
        ComparisonSearch everything = choice.search().unfiltered();
        ComparedApplications.Counts counts = comparisons.count(batch.id(), everything);
        compare(
                model,
                counts,
                new Page<>(
                        comparisons.rows(batch.id(), everything, 0, counts.concluded()),
                        1,
                        Math.max(1, counts.concluded()),
                        counts.concluded()),
                new Page<>(
                        comparisons.outstanding(batch.id(), 0, counts.outstanding()),
                        1,
                        Math.max(1, counts.outstanding()),
                        counts.outstanding()),
                false);
        return "batch/comparison-print";
    }

    /** All that the clusters of the batch have in common, on paper. */
    @GetMapping("/batches/{number}/overlaps")
    String printOverlaps(@PathVariable String number, Model model) {
        fill(model, open(number), Section.OVERLAPS, ComparisonChoice.first());
        return "batch/overlaps-print";
    }

    /** The file as Tasklist's tab shows it at first. */
    String tab(String number, Section section, Model model) {
        Batch batch = open(number);
        fill(model, batch, section, ComparisonChoice.first());
        model.addAttribute("fragment", true);
        return "batch/file :: file";
    }

    /** What a leader sent of a case: it stands in the form again where it was refused. */
    record Entered(String caseNumber, Boolean selected, String reason) {}

    @PostMapping("/batches/{number}/selections/{caseNumber}")
    String select(
            @PathVariable String number,
            @PathVariable String caseNumber,
            @RequestParam(required = false) Boolean selected,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String seen,
            @RequestParam(defaultValue = "false") boolean sure,
            ComparisonChoice choice,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Batch batch = open(number);
        requireRole(Role.PROVINCE_LEADER);
        model.addAttribute("decisionEntered", new Entered(caseNumber, selected, reason));
        return attempt(batch, Section.COMPARISON, choice, request, response, model, () -> {
            if (selected == null) {
                throw new Refusal("请选择审定意见");
            }
            if (batch.state() == BatchState.IN_NOTICE && !selected && !sure) {
                throw new Refusal("移出名单后不能恢复，请勾选确认后再记录");
            }
            selections.decide(
                    batch.id(),
                    caseNumber,
                    selected,
                    reason,
                    Attempt.seen(seen),
                    user.account().orElseThrow());
            String done = batch.state() == BatchState.IN_NOTICE
                    ? selected ? "保留在名单中。" : "移出名单，不予认定的理由已告知申报单位和所在市。"
                    : "记为" + (selected ? "入选" : "不入选") + "。提交审定任务前可以更改。";
            after.addAllAttributes(choice.parameters());
            return back(number, Section.COMPARISON, caseNumber + "已" + done, after);
        });
    }

    @PostMapping("/batches/{number}/objections")
    String object(
            @PathVariable String number,
            NoticeFile.Entry entry,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Batch batch = open(number);
        requireRole(Role.PROVINCE_OFFICER);
        model.addAttribute("entered", entry);
        return attempt(batch, Section.NOTICE, ComparisonChoice.first(), request, response, model, () -> {
            noticeFile.register(number, entry);
            return back(number, Section.NOTICE, "已登记异议。核实任务已发给自治区经办人员；所涉集群在裁定以前暂缓，其他集群不受影响。", after);
        });
    }

    private Batch open(String number) {
        return batches.byNumber(number).filter(found -> user.isStaff()).orElseThrow(NotVisible::new);
    }

    private String show(
            Batch batch, Section section, ComparisonChoice choice, HttpServletRequest request, Model model) {
        fill(model, batch, section, choice);
        boolean fragment = Fragments.wanted(request);
        model.addAttribute("fragment", fragment);
        return fragment ? "batch/file :: file" : "batch/page";
    }

    private void fill(Model model, Batch batch, Section section, ComparisonChoice choice) {
        if (section != Section.OVERVIEW && !user.isProvince()) {
            throw new NotVisible();
        }
        model.addAttribute("batch", batch);
        model.addAttribute("listWarnings", section == Section.COMPARISON ? lists.ofSelection(batch) : List.of());
        model.addAttribute("section", section);
        model.addAttribute("sections", user.isProvince() ? List.of(Section.values()) : List.of(Section.OVERVIEW));
        switch (section) {
            case OVERVIEW -> overview(model, batch);
            case COMPARISON -> comparison(model, batch, choice);
            case OVERLAPS -> overlaps(model, batch);
            case NOTICE ->
                noticeFile.fill(model, batch.batchNumber(), "/batches/" + batch.batchNumber() + "/objections");
        }
    }

    private void overlaps(Model model, Batch batch) {
        List<Overlap> found = overlaps.ofBatch(batch.id(), MOST_OVERLAPS);
        model.addAttribute("overlaps", found);
        model.addAttribute("pairs", pairs(found));
        model.addAttribute(
                "cut",
                Arrays.stream(Overlap.Kind.values())
                        .filter(kind -> found.stream()
                                        .filter(each -> each.kind() == kind)
                                        .count()
                                == MOST_OVERLAPS)
                        .map(Overlap.Kind::label)
                        .collect(Collectors.joining("、")));
        model.addAttribute("mostOverlaps", MOST_OVERLAPS);
        model.addAttribute("comparedAt", LocalDateTime.now(clock));
    }

    private static List<OverlapPair> pairs(List<Overlap> found) {
        record Two(String one, String other) {}
        Map<Two, int[]> counts = new TreeMap<>(Comparator.comparing(Two::one).thenComparing(Two::other));
        for (Overlap overlap : found) {
            List<String> names =
                    overlap.clusters().stream().map(Overlap.Listing::named).toList();
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    counts.computeIfAbsent(new Two(names.get(i), names.get(j)), two -> new int[2])[
                            overlap.kind().ordinal()]++;
                }
            }
        }
        return counts.entrySet().stream()
                .map(each -> new OverlapPair(
                        each.getKey().one(), each.getKey().other(), each.getValue()[0], each.getValue()[1]))
                .toList();
    }

    private void overview(Model model, Batch batch) {
        model.addAttribute("onePerSubSector", lists.rule(batch.id()).onePerSubSector());
        model.addAttribute("cityQuotas", lists.quotas(batch.id()));
        model.addAttribute(
                "recommendations",
                user.isProvince() || user.groups().stream().anyMatch(group -> group.startsWith("city-")));
        model.addAttribute("papers", user.isProvince());
        Map<ApplicationState, Long> counts = applications.ofBatch(batch.id()).stream()
                .filter(application -> user.scope().covers(application.applicantGroup()))
                .collect(Collectors.groupingBy(
                        Application::state, () -> new EnumMap<>(ApplicationState.class), Collectors.counting()));
        model.addAttribute(
                "counts",
                counts.entrySet().stream()
                        .map(each -> new StateCount(each.getKey(), each.getValue()))
                        .toList());
        model.addAttribute(
                "total", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("notice", noticeFile.of(batch.batchNumber()).orElse(null));
    }

    private void comparison(Model model, Batch batch, ComparisonChoice choice) {
        ComparisonSearch search = choice.search();
        ComparedApplications.Counts counts = comparisons.count(batch.id(), search);
        Page<Row> rows = Page.of(
                counts.found(),
                choice.page(),
                COMPARED_PER_PAGE,
                from -> comparisons.rows(batch.id(), search, from, COMPARED_PER_PAGE));
        Page<BatchComparison.Outstanding> outstanding = Page.of(
                counts.outstanding(),
                choice.waiting(),
                COMPARED_PER_PAGE,
                from -> comparisons.outstanding(batch.id(), from, COMPARED_PER_PAGE));
        boolean selecting = batch.state() == BatchState.SELECTING && user.is(Role.PROVINCE_LEADER);
        boolean reconsidering = batch.state() == BatchState.IN_NOTICE && user.is(Role.PROVINCE_LEADER);
        model.addAttribute("choice", choice.onPage(rows.number()).waitingOn(outstanding.number()));
        model.addAttribute("shows", Show.values());
        model.addAttribute("selecting", selecting);
        model.addAttribute("reconsidering", reconsidering);
        compare(model, counts, rows, outstanding, selecting || reconsidering);
    }

    /** @param deciding whether the reader may decide on what is open */
    private static void compare(
            Model model,
            ComparedApplications.Counts counts,
            Page<Row> rows,
            Page<BatchComparison.Outstanding> outstanding,
            boolean deciding) {
        List<Head> heads = heads(rows.items());
        model.addAttribute("counts", counts);
        model.addAttribute("heads", heads);
        model.addAttribute(
                "rows",
                new Page<>(
                        rows.items().stream()
                                .map(row -> new Compared(
                                        row,
                                        cells(row, heads),
                                        row.softMisses().stream()
                                                .map(Finding::label)
                                                .collect(Collectors.joining("、")),
                                        row.open() && deciding,
                                        row.decision().orElse(null)))
                                .toList(),
                        rows.number(),
                        rows.size(),
                        rows.total()));
        model.addAttribute("outstanding", outstanding);
    }

    /** The indicators that the applications are compared by. */
    static List<Head> heads(List<Row> rows) {
        return rows.stream()
                .map(Row::keyIndicators)
                .max(Comparator.comparing(List::size))
                .map(found -> found.stream()
                        .map(finding -> new Head(finding.code(), finding.label()))
                        .toList())
                .orElse(List.of());
    }

    static List<String> cells(Row row, List<Head> heads) {
        Map<String, String> values =
                row.keyIndicators().stream().collect(Collectors.toMap(Finding::code, FindingWording::value));
        return heads.stream()
                .map(head -> values.getOrDefault(head.code(), "未提供"))
                .toList();
    }

    private String attempt(
            Batch batch,
            Section section,
            ComparisonChoice choice,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Supplier<String> action) {
        return Attempt.of(response, model, action, () -> show(batch, section, choice, request, model));
    }

    private static String back(String number, Section section, String done, RedirectAttributes after) {
        return Attempt.done("/batches/" + number, section.key(), done, after);
    }

    private void requireRole(Role role) {
        if (!user.is(role)) {
            throw new NotVisible();
        }
    }
}
