package org.smecluster.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.smecluster.law.Outcome;
import org.smecluster.monitoring.AnnualReport;
import org.smecluster.monitoring.AnnualReports;
import org.smecluster.monitoring.AnnualReports.Warned;
import org.smecluster.portal.Chart.Cell;
import org.smecluster.portal.Chart.Head;
import org.smecluster.portal.Chart.Line;
import org.smecluster.portal.Chart.Note;
import org.smecluster.security.CurrentUser;
import org.springframework.stereotype.Component;

/** What the yearly reports warn of (第十六条): conditions that will not be met at the coming review if the trend goes on. */
@Component
class WarningCharts implements ChartSource {

    private final AnnualReports reports;
    private final CurrentUser user;

    WarningCharts(AnnualReports reports, CurrentUser user) {
        this.reports = reports;
        this.user = user;
    }

    @Override
    public Map<ChartKey, Function<DashboardView, Chart>> charts() {
        return Map.of(ChartKey.EARLY_WARNINGS, this::warnings);
    }

    private Chart warnings(DashboardView view) {
        if (view.year() == null) {
            return Chart.empty(ChartKey.EARLY_WARNINGS, "还没有年度监测。监测每年1月1日自动启动（第十六条），报送评估后在此统计预警。");
        }
        Set<String> visible = reports.ofYear(view.year()).stream()
                .filter(report -> user.scope().covers(report.applicantGroup()))
                .filter(report -> view.city() == null || report.cityGroup().equals(view.cityGroup()))
                .map(AnnualReport::caseNumber)
                .collect(Collectors.toSet());
        List<Warned> warned = reports.warned(view.year()).stream()
                .filter(each -> visible.contains(each.caseNumber()))
                .toList();
        if (warned.isEmpty()) {
            return Chart.empty(
                    ChartKey.EARLY_WARNINGS,
                    visible.isEmpty()
                            ? view.year() + "年度没有本范围内应报送的集群。"
                            : view.year() + "年度的报送没有预警。报送评估后，按目前趋势到复核时达不到的条件在此统计。");
        }
        Map<String, List<Warned>> byCondition =
                warned.stream().collect(Collectors.groupingBy(Warned::code, LinkedHashMap::new, Collectors.toList()));
        return Chart.of(
                ChartKey.EARLY_WARNINGS,
                reportCount(warned) + "份报送有预警（共" + visible.size() + "份）；其中现在符合、按趋势到复核时达不到的有"
                        + reportCount(warned.stream()
                                .filter(each -> each.today() == Outcome.MET)
                                .toList())
                        + "份。",
                "条件",
                Arrays.stream(Outcome.values())
                        .map(outcome -> new Head("现在" + outcome.label(), outcome.name()))
                        .toList(),
                byCondition.values().stream().map(of -> line(of, view)).toList(),
                null,
                List.of(new Note(
                        "到复核时达不到的条件，按报送评估时的结论分列（" + view.year() + "年度）。",
                        ListAddress.of(
                                "/monitoring/" + view.year(), "show", ReportFilter.WARNED, "city", view.cityGroup()))));
    }

    private static Line line(List<Warned> of, DashboardView view) {
        Warned first = of.get(0);
        return new Line(
                of.stream().map(Warned::label).distinct().collect(Collectors.joining("、")),
                Arrays.stream(Outcome.values())
                        .map(outcome -> Cell.count(
                                reportCount(of.stream()
                                        .filter(each -> each.today() == outcome)
                                        .toList()),
                                ListAddress.of(
                                        "/monitoring/" + view.year(),
                                        "condition",
                                        first.code(),
                                        "today",
                                        outcome,
                                        "city",
                                        view.cityGroup())))
                        .toList());
    }

    private static int reportCount(List<Warned> warned) {
        return (int) warned.stream().map(Warned::caseNumber).distinct().count();
    }
}
