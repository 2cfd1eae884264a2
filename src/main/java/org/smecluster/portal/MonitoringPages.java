package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.AnnualReports.Warned;
import org.smecluster.monitoring.CityTally;
import org.smecluster.monitoring.MonitoringYear;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.monitoring.MonitoringYears.CityReport;
import org.smecluster.portal.ReportLines.ReportLine;
import org.smecluster.registry.CaseKind;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The yearly monitoring: a row for each city, and the clusters' reports. */
@Controller
class MonitoringPages implements CaseTab {

    private static final List<Column> COLUMNS = List.of(
            new Column("集群", 36),
            new Column("案号", 20),
            new Column("申报主体", 24),
            new Column("市", 12),
            new Column("进度", 14),
            new Column("提交", 22),
            new Column("第十一条", 12),
            new Column("第十条", 14),
            new Column("预警", 10));

    /** A year with what the reader may see of it. */
    record YearLine(MonitoringYear year, int reports, int accepted) {}

    /**
     * A city's row.
     *
     * @param own how the city's own report stands
     */
    record CityLine(String group, String name, CityTally tally, String own) {}

    private final MonitoringYears years;
    private final AnnualReports reports;
    private final CasePages cases;
    private final ReportLines lines;
    private final Regions regions;
    private final CurrentUser user;
    private final ListExport export;
    private final Clock clock;

    MonitoringPages(
            MonitoringYears years,
            AnnualReports reports,
            CasePages cases,
            ReportLines lines,
            Regions regions,
            CurrentUser user,
            ListExport export,
            Clock clock) {
        this.export = export;
        this.years = years;
        this.reports = reports;
        this.cases = cases;
        this.lines = lines;
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

    @GetMapping("/monitoring/{year}")
    String year(@PathVariable int year, ReportChoice choice, Model model) {
        requireStaff();
        fill(years.find(year).orElseThrow(NotVisible::new), choice, model);
        return "monitoring/page";
    }

    @GetMapping("/monitoring/{year}/print")
    String print(@PathVariable int year, ReportChoice choice, Model model) {
        requireStaff();
        fill(years.find(year).orElseThrow(NotVisible::new), choice, model);
        model.addAttribute("printedOn", LocalDate.now(clock));
        return "monitoring/print";
    }

    /** The reports as the page lists them, as a workbook. */
    @GetMapping("/monitoring/{year}/export")
    void export(@PathVariable int year, ReportChoice choice, HttpServletResponse response) throws IOException {
        requireStaff();
        List<ReportLine> listed = listed(years.find(year).orElseThrow(NotVisible::new), choice);
        export.send(
                year + "年度报送情况",
                listed.size(),
                COLUMNS,
                listed.stream().map(MonitoringPages::cells).toList(),
                response);
    }

    private static List<Object> cells(ReportLine line) {
        AnnualReport report = line.report();
        return Arrays.asList(
                report.clusterName(),
                report.caseNumber(),
                line.applicant(),
                line.city(),
                report.state().label(),
                line.time(),
                report.outcome() == null ? "" : report.outcome().label(),
                line.veto(),
                line.warning());
    }

    private List<ReportLine> listed(MonitoringYear year, ReportChoice choice) {
        Instant over = ReportLines.over(year);
        Set<String> warned = choice.condition() == null
                ? Set.of()
                : warned(year, choice).map(Warned::caseNumber).collect(Collectors.toSet());
        return visible(year.year()).stream()
                .filter(report -> choice.city() == null || report.cityGroup().equals(choice.city()))
                .filter(report -> choice.show() == null || choice.show().wants(report))
                .filter(report -> choice.condition() == null || warned.contains(report.caseNumber()))
                .map(report -> lines.of(report, over))
                .toList();
    }

    private Stream<Warned> warned(MonitoringYear year, ReportChoice choice) {
        return reports.warned(year.year()).stream()
                .filter(each -> each.code().equals(choice.condition()))
                .filter(each -> choice.today() == null || each.today() == choice.today());
    }

    /** In words; null where all are listed. */
    private String only(MonitoringYear year, ReportChoice choice) {
        List<String> words = new ArrayList<>();
        if (choice.show() != null) {
            words.add(choice.show().label());
        }
        if (choice.condition() != null) {
            String labels = warned(year, choice).map(Warned::label).distinct().collect(Collectors.joining("、"));
            words.add("预警“" + (labels.isEmpty() ? "该条件" : labels) + "”"
                    + (choice.today() == null ? "" : "，评估时为“" + choice.today().label() + "”"));
        }
        return words.isEmpty() ? null : String.join("；", words);
    }

    private void fill(MonitoringYear year, ReportChoice choice, Model model) {
        String city = choice.city();
        List<AnnualReport> visible = visible(year.year());
        Map<String, List<AnnualReport>> byCity = visible.stream()
                .collect(Collectors.groupingBy(AnnualReport::cityGroup, TreeMap::new, Collectors.toList()));
        Map<String, CityReport> own = years.cityReports(year.year()).stream()
                .filter(report -> user.scope().wholeRegion() || user.groups().contains(report.cityGroup()))
                .collect(Collectors.toMap(CityReport::cityGroup, report -> report, (a, b) -> a, TreeMap::new));
        own.keySet().forEach(group -> byCity.computeIfAbsent(group, none -> new ArrayList<>()));
        Instant over = ReportLines.over(year);
        boolean authority = !user.is(Role.APPLICANT);
        model.addAttribute("year", year);
        model.addAttribute("region", user.isProvince());
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
        model.addAttribute("show", choice.show());
        model.addAttribute("choice", choice);
        model.addAttribute("only", only(year, choice));
        String page = "/monitoring/" + year.year();
        model.addAttribute("printPath", choice.of(page + "/print"));
        model.addAttribute("exportPath", choice.of(page + "/export"));
        model.addAttribute("filters", ReportFilter.values());
        model.addAttribute("anyReports", !visible.isEmpty());
        model.addAttribute("cityName", city == null ? null : regions.nameOfGroup(city));
        model.addAttribute("reports", listed(year, choice));
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

    /** Those of the year within the reader's scope. */
    private List<AnnualReport> visible(int year) {
        return reports.ofYear(year).stream()
                .filter(report -> user.scope().covers(report.applicantGroup()))
                .toList();
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
            fill(year.get(), ReportChoice.ALL, model);
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
