package org.smecluster.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smecluster.calendar.Deadline;
import org.smecluster.law.Refusal;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReportService;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.CityTally;
import org.smecluster.monitoring.MonitoringYear;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.monitoring.MonitoringYears.CityReport;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.security.Account;
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

/** The yearly monitoring: a row for each city, the clusters' reports, and each report beside the year before. */
@Controller
class MonitoringPages implements CaseTab {

    /** A year with what the reader may see of it. */
    record YearLine(MonitoringYear year, int reports, int accepted) {}

    /**
     * A city's row.
     *
     * @param own how the city's own report stands
     */
    record CityLine(String group, String name, CityTally tally, String own) {}

    /**
     * A report's row.
     *
     * @param time whether it is in time, as a clerk says it
     * @param style of the badge
     */
    record ReportLine(AnnualReport report, String applicant, String city, String time, String style, String stand) {}

    private final MonitoringYears years;
    private final AnnualReports reports;
    private final AnnualReportService service;
    private final ReportTrends trends;
    private final CasePages cases;
    private final CaseAccess access;
    private final CaseFileModel layout;
    private final Regions regions;
    private final CurrentUser user;
    private final Clock clock;

    MonitoringPages(
            MonitoringYears years,
            AnnualReports reports,
            AnnualReportService service,
            ReportTrends trends,
            CasePages cases,
            CaseAccess access,
            CaseFileModel layout,
            Regions regions,
            CurrentUser user,
            Clock clock) {
        this.years = years;
        this.reports = reports;
        this.service = service;
        this.trends = trends;
        this.cases = cases;
        this.access = access;
        this.layout = layout;
        this.regions = regions;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/monitoring")
    String years(Model model) {
        requireStaff();
        model.addAttribute(
                "years",
                years.all().stream()
                        .map(year -> {
                            CityTally tally = CityTally.of(visible(year.year()));
                            return new YearLine(year, tally.due(), tally.accepted());
                        })
                        .toList());
        return "monitoring/years";
    }

    /**
     * @param city whose clusters' reports are listed; null: of all that the reader may see
     * @param show which of them; null: all
     */
    @GetMapping("/monitoring/{year}")
    String year(
            @PathVariable int year,
            @RequestParam(required = false) String city,
            @RequestParam(required = false) ReportFilter show,
            Model model) {
        requireStaff();
        fill(years.find(year).orElseThrow(NotVisible::new), city, show, model);
        return "monitoring/page";
    }

    @GetMapping("/monitoring/{year}/print")
    String print(
            @PathVariable int year,
            @RequestParam(required = false) String city,
            @RequestParam(required = false) ReportFilter show,
            Model model) {
        requireStaff();
        fill(years.find(year).orElseThrow(NotVisible::new), city, show, model);
        model.addAttribute("printedOn", LocalDate.now(clock));
        return "monitoring/print";
    }

    private void fill(MonitoringYear year, String wanted, ReportFilter show, Model model) {
        String city = wanted == null || wanted.isBlank() ? null : wanted;
        List<AnnualReport> visible = visible(year.year());
        Map<String, List<AnnualReport>> byCity = visible.stream()
                .collect(Collectors.groupingBy(AnnualReport::cityGroup, TreeMap::new, Collectors.toList()));
        Map<String, CityReport> own = years.cityReports(year.year()).stream()
                .filter(report -> user.scope().wholeRegion() || user.groups().contains(report.cityGroup()))
                .collect(Collectors.toMap(CityReport::cityGroup, report -> report, (a, b) -> a, TreeMap::new));
        own.keySet().forEach(group -> byCity.computeIfAbsent(group, none -> new ArrayList<>()));
        Instant over = over(year);
        boolean authority = !user.is(Role.APPLICANT);
        model.addAttribute("year", year);
        model.addAttribute(
                "cities",
                authority
                        ? byCity.entrySet().stream()
                                .map(each -> new CityLine(
                                        each.getKey(),
                                        regions.nameOfGroup(each.getKey()),
                                        CityTally.of(each.getValue()),
                                        standing(own.get(each.getKey()), over)))
                                .toList()
                        : List.of());
        model.addAttribute("total", CityTally.of(visible));
        model.addAttribute("city", city);
        model.addAttribute("show", show);
        model.addAttribute("filters", ReportFilter.values());
        model.addAttribute("anyReports", !visible.isEmpty());
        model.addAttribute("cityName", city == null ? null : regions.nameOfGroup(city));
        model.addAttribute(
                "reports",
                visible.stream()
                        .filter(report -> city == null || report.cityGroup().equals(city))
                        .filter(report -> show == null || show.wants(report))
                        .map(report -> line(report, over))
                        .toList());
    }

    private static Instant over(MonitoringYear year) {
        return year.lastDay().plusDays(1).atStartOfDay(Deadline.ZONE).toInstant();
    }

    private static String standing(CityReport report, Instant over) {
        if (report == null) {
            return "不需报送";
        }
        if (!report.reported()) {
            return "未报送";
        }
        return CaseFileModel.local(report.reportedAt()).toLocalDate()
                + (report.reportedAt().isBefore(over) ? "报送" : "报送，逾期");
    }

    private ReportLine line(AnnualReport report, Instant over) {
        boolean heldByCity =
                report.state() == State.SUBMITTED && !clock.instant().isBefore(over);
        String time = report.overdue()
                ? "逾期未报送"
                : !report.submitted() ? "尚未提交" : report.submittedOn() + (report.late() ? "，逾期" : "，按时");
        return new ReportLine(
                report,
                regions.nameOfGroup(report.applicantGroup()),
                regions.nameOfGroup(report.cityGroup()),
                time,
                report.late() && report.state() != State.NOT_NEEDED ? "badge-bad" : "",
                report.state().closed() ? "badge-over" : heldByCity ? "badge-bad" : "");
    }

    /** Those of the year within the reader's scope. */
    private List<AnnualReport> visible(int year) {
        return reports.ofYear(year).stream()
                .filter(report -> user.scope().covers(report.applicantGroup()))
                .toList();
    }

    @GetMapping("/monitoring/reports/{report}")
    String report(@PathVariable("report") String caseNumber, HttpServletRequest request, Model model) {
        fill(open(caseNumber), model);
        return Fragments.wanted(request) ? "monitoring/report :: file" : "monitoring/report-page";
    }

    private AnnualReport open(String caseNumber) {
        requireStaff();
        return reports.find(caseNumber)
                .filter(found -> user.scope().covers(found.applicantGroup()))
                .orElseThrow(NotVisible::new);
    }

    private void fill(AnnualReport report, Model model) {
        model.addAttribute("report", line(report, over(years.find(report.year()).orElseThrow())));
        trends.fill(report.caseNumber(), model);
        model.addAttribute("mayRecordRefusal", mayRecordRefusal(report));
        layout.record(model, access.open(report.caseNumber()));
    }

    private boolean mayRecordRefusal(AnnualReport report) {
        return user.groups().contains(report.cityGroup()) || user.is(Role.PROVINCE_OFFICER);
    }

    /** The city's or an officer's record that a cluster refuses to be monitored, whatever step the report is at. */
    @PostMapping("/monitoring/reports/{report}/refusal")
    String refusal(
            @PathVariable("report") String caseNumber,
            @RequestParam(required = false) String evidence,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        AnnualReport report = open(caseNumber);
        Account by = user.account().orElseThrow(NotVisible::new);
        return Attempt.of(
                response,
                model,
                () -> {
                    if (!sure) {
                        throw new Refusal("记录后不能删除，请勾选确认后再记录");
                    }
                    service.recordRefusal(caseNumber, evidence, by);
                    after.addFlashAttribute("done", "已记录，并作为第十七条(三)的线索报告。是否撤销，在撤销案件中查实和决定。");
                    return "redirect:/monitoring/reports/" + caseNumber;
                },
                () -> {
                    fill(report, model);
                    model.addAttribute("evidence", evidence);
                    return Fragments.wanted(request) ? "monitoring/report :: file" : "monitoring/report-page";
                });
    }

    @Override
    public CaseKind kind() {
        return CaseKind.BS;
    }

    /** The year's own case shows the year, a report its file. */
    @Override
    public String tab(String caseNumber, Model model) {
        requireStaff();
        Optional<MonitoringYear> year = years.byCaseNumber(caseNumber);
        if (year.isPresent()) {
            fill(year.get(), null, null, model);
            return "monitoring/year :: file";
        }
        return cases.overview(caseNumber, model);
    }

    private void requireStaff() {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no case data for this role");
        }
    }
}
