package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smecluster.casework.CaseQuery;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.portal.CaseNarrowing.Narrowed;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.smecluster.worklist.engine.TaskDirectory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of all procedures that a person may open. */
@Controller
class CaseList {

    private static final int CASES_PER_PAGE = 20;

    private static final List<Column> COLUMNS = List.of(
            new Column("案号", 20),
            new Column("类别", 10),
            new Column("集群", 36),
            new Column("所属单位", 24),
            new Column("事项", 24),
            new Column("进度", 24),
            new Column("办理期限", 18),
            new Column("立案日期", 14));

    /**
     * One case in a list.
     *
     * @param due of the task that is due first, empty where none is
     */
    record CaseLine(CaseRecord record, String unit, String due, boolean overdue) {}

    private final CaseAccess access;
    private final Cases cases;
    private final CurrentUser user;
    private final Regions regions;
    private final TaskDirectory tasks;
    private final CaseNarrowing narrowing;
    private final ListExport export;
    private final Clock clock;

    CaseList(
            CaseAccess access,
            Cases cases,
            CurrentUser user,
            Regions regions,
            TaskDirectory tasks,
            CaseNarrowing narrowing,
            ListExport export,
            Clock clock) {
        this.export = export;
        this.narrowing = narrowing;
        this.access = access;
        this.cases = cases;
        this.user = user;
        this.regions = regions;
        this.tasks = tasks;
        this.clock = clock;
    }

    @GetMapping(CaseFilter.PATH)
    String cases(CaseFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        requireCases();
        Optional<Narrowed> narrowed = narrowing.of(filter);
        model.addAttribute("cases", page(query(filter, narrowed), page, CASES_PER_PAGE));
        model.addAttribute("kinds", CaseKind.values());
        model.addAttribute("cities", user.scope().wholeRegion() ? regions.cities() : List.of());
        model.addAttribute("filter", filter);
        model.addAttribute("narrowed", narrowed.map(Narrowed::words).orElse(null));
        return "cases/list";
    }

    /** The list as a workbook, with the same filters. */
    @GetMapping(CaseFilter.PATH + "/export")
    void export(CaseFilter filter, HttpServletResponse response) throws IOException {
        requireCases();
        Page<CaseLine> all = page(query(filter, narrowing.of(filter)), 1, ListExport.MOST);
        export.send(
                "案件",
                all.total(),
                COLUMNS,
                all.items().stream().map(CaseList::cells).toList(),
                response);
    }

    private CaseQuery query(CaseFilter filter, Optional<Narrowed> narrowed) {
        return access.query(filter.kind(), filter.city(), filter.open(), filter.text())
                .within(narrowed.map(Narrowed::numbers).orElse(null));
    }

    private static List<Object> cells(CaseLine line) {
        CaseRecord record = line.record();
        return Arrays.asList(
                record.caseNumber(),
                record.kind().label(),
                record.clusterName(),
                line.unit(),
                record.subject(),
                record.standing(),
                line.due(),
                record.openedOn());
    }

    private void requireCases() {
        if (user.is(Role.POLICY_OWNER) || user.groups().isEmpty()) {
            throw new AccessDeniedException("no case data for this role");
        }
    }

    /** @param wanted number of the page, brought to the nearest there is */
    Page<CaseLine> page(CaseQuery query, int wanted, int size) {
        int total = cases.count(query);
        int number = Page.nearest(wanted, size, total);
        List<CaseRecord> found = cases.list(query, (number - 1) * size, size);
        Map<String, Instant> due =
                tasks.dueOf(found.stream().map(CaseRecord::caseNumber).toList());
        return new Page<>(
                found.stream()
                        .map(each -> line(each, due.get(each.caseNumber())))
                        .toList(),
                number,
                size,
                total);
    }

    private CaseLine line(CaseRecord record, Instant due) {
        return new CaseLine(
                record,
                regions.nameOfGroup(record.applicantGroup()),
                CaseFileModel.minute(due),
                due != null && due.isBefore(clock.instant()));
    }
}
