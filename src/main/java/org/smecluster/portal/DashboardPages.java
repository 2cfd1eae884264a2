package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.NumberedRequirement;
import org.smecluster.monitoring.MonitoringYear;
import org.smecluster.monitoring.MonitoringYears;
import org.smecluster.portal.ChartExports.Format;
import org.smecluster.recognition.Batch;
import org.smecluster.recognition.Batches;
import org.smecluster.region.Unit;
import org.smecluster.security.CurrentUser;
import org.smecluster.security.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboards: what a city sees of its own, the autonomous region of all; each figure leads to its list (ADR 0058). */
@Controller
class DashboardPages {

    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy年M月d日 H:mm");

    /**
     * As the address has it; null: the latest batch and year, all cities.
     *
     * @param batch number
     * @param city group
     * @param indicator code of an input that 第十一条 sets a number for
     */
    record Choice(String batch, Integer year, String city, String indicator) implements ChartExports {

        Choice {
            batch = batch == null || batch.isBlank() ? null : batch;
            city = city == null || city.isBlank() ? null : city;
            indicator = indicator == null || indicator.isBlank() ? null : indicator;
        }

        @Override
        public String path(String chart, Format format) {
            return ListAddress.of(
                    "/dashboard/export",
                    "chart",
                    chart,
                    "format",
                    format,
                    "batch",
                    batch,
                    "year",
                    year,
                    "city",
                    city,
                    "indicator",
                    indicator);
        }
    }

    private final CurrentUser user;
    private final Regions regions;
    private final Batches batches;
    private final MonitoringYears years;
    private final Map<ChartKey, Function<DashboardView, Chart>> charts = new EnumMap<>(ChartKey.class);
    private final AssessmentService assessments;
    private final ChartSending sending;
    private final Clock clock;

    DashboardPages(
            CurrentUser user,
            Regions regions,
            Batches batches,
            MonitoringYears years,
            List<ChartSource> sources,
            AssessmentService assessments,
            ChartSending sending,
            Clock clock) {
        this.user = user;
        this.regions = regions;
        this.batches = batches;
        this.years = years;
        sources.forEach(source -> charts.putAll(source.charts()));
        this.assessments = assessments;
        this.sending = sending;
        this.clock = clock;
    }

    @GetMapping("/dashboard")
    String dashboard(Choice choice, Model model) {
        requireAuthority();
        DashboardView view = view(choice);
        boolean region = user.isProvince();
        model.addAttribute("exports", choice);
        model.addAttribute("indicators", assessments.numberedRequirements());
        model.addAttribute("view", view);
        model.addAttribute("batches", batches.all());
        model.addAttribute("years", years.all());
        model.addAttribute("cities", region ? regions.cities() : List.of());
        model.addAttribute("about", about(view));
        model.addAttribute("whose", whose(view));
        model.addAttribute("now", NOW.format(LocalDateTime.now(clock)));
        model.addAttribute(
                "charts",
                charts.entrySet().stream()
                        .filter(each -> shown(each.getKey(), view))
                        .map(each -> each.getValue().apply(view))
                        .toList());
        return "dashboard";
    }

    /** One chart's numbers. */
    @GetMapping("/dashboard/export")
    void export(
            @RequestParam ChartKey chart,
            @RequestParam(defaultValue = "XLSX") Format format,
            Choice choice,
            HttpServletResponse response)
            throws IOException {
        requireAuthority();
        DashboardView view = view(choice);
        if (!shown(chart, view)) {
            throw new NotVisible();
        }
        sending.send(charts.get(chart).apply(view), about(view), format, response);
    }

    /** Of one city nothing is to be compared by city. */
    private static boolean shown(ChartKey chart, DashboardView view) {
        return chart != ChartKey.OVERDUE_BY_CITY || !view.one();
    }

    /** @throws NotVisible where there is no such batch, year, indicator or city, or the city is another's */
    private DashboardView view(Choice choice) {
        Batch batch = choice.batch() == null
                ? batches.all().stream().findFirst().orElse(null)
                : batches.byNumber(choice.batch()).orElseThrow(NotVisible::new);
        Integer year = choice.year() == null
                ? years.all().stream().findFirst().map(MonitoringYear::year).orElse(null)
                : years.find(choice.year()).map(MonitoringYear::year).orElseThrow(NotVisible::new);
        Unit city = choice.city() == null ? null : city(choice.city());
        return new DashboardView(
                batch, year, city, user.isProvince() ? null : own().group(), indicator(choice.indicator()));
    }

    /** @param code null: the first that there is */
    private NumberedRequirement indicator(String code) {
        List<NumberedRequirement> all = assessments.numberedRequirements();
        return code == null
                ? all.stream().findFirst().orElse(null)
                : all.stream()
                        .filter(each -> each.code().equals(code))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
    }

    private Unit city(String group) {
        return regions.cities().stream()
                .filter(unit -> unit.group().equals(group))
                .filter(unit -> user.isProvince() || unit.equals(own()))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    private String whose(DashboardView view) {
        if (view.city() != null) {
            return view.city().name();
        }
        return user.isProvince() ? "全区" : own().name();
    }

    /** The reader's city; who is in two sees the first of them. */
    private Unit own() {
        return regions.cities().stream()
                .filter(unit -> user.groups().contains(unit.group()))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    private String about(DashboardView view) {
        return "范围：" + whose(view)
                + (view.batch() == null ? "" : "　批次：" + view.batch().batchNumber())
                + (view.year() == null ? "" : "　监测年度：" + view.year());
    }

    private void requireAuthority() {
        if (!user.isProvince() && !user.is(Role.CITY)) {
            throw new AccessDeniedException("no dashboards for this role");
        }
    }
}
