package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smecluster.calendar.TypedDay;
import org.smecluster.casework.CaseScope;
import org.smecluster.law.Refusal;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.region.RegionalScope;
import org.smecluster.registry.ClusterAsKnown;
import org.smecluster.registry.ClusterLife;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterSearch;
import org.smecluster.registry.ClusterSearch.Order;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.LifeReader;
import org.smecluster.registry.LifelongRecord;
import org.smecluster.registry.LifelongRecords;
import org.smecluster.security.CurrentUser;
import org.springframework.http.ContentDisposition;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of clusters within a person's scope, and the record of each: as a page, on paper, as an archive. */
@Controller
class ClusterPages {

    private static final int CLUSTERS_PER_PAGE = 30;
    private static final String BY_TERM = "term";

    private static final List<Column> COLUMNS = List.of(
            new Column("集群编号", 20),
            new Column("集群", 36),
            new Column("市", 14),
            new Column("县（市、区）", 14),
            new Column("主导产业", 20),
            new Column("状态", 12),
            new Column("认定日期", 14),
            new Column("有效期至", 14),
            new Column("文号", 26));

    private final ClusterRegistry registry;
    private final CurrentUser user;
    private final CaseScope scope;
    private final Regions regions;
    private final LifelongRecords records;
    private final RecordView view;
    private final RecordArchive archive;
    private final ListExport export;
    private final Clock clock;

    ClusterPages(
            ClusterRegistry registry,
            CurrentUser user,
            CaseScope scope,
            Regions regions,
            LifelongRecords records,
            RecordView view,
            RecordArchive archive,
            ListExport export,
            Clock clock) {
        this.export = export;
        this.registry = registry;
        this.user = user;
        this.scope = scope;
        this.regions = regions;
        this.records = records;
        this.view = view;
        this.archive = archive;
        this.clock = clock;
    }

    @GetMapping("/clusters")
    String clusters(
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String industry,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no cluster data for this role");
        }
        ClusterSearch search = search(state, text, order, place, industry);
        model.addAttribute(
                "clusters",
                Page.of(
                        registry.count(search),
                        page,
                        CLUSTERS_PER_PAGE,
                        from -> ClusterLine.of(registry.page(search, from, CLUSTERS_PER_PAGE), regions)));
        model.addAttribute("states", Arrays.asList(ClusterState.values()));
        model.addAttribute("order", order);
        model.addAttribute("state", state);
        model.addAttribute("text", text.strip());
        model.addAttribute("place", place);
        model.addAttribute("industry", industry);
        model.addAttribute("narrowed", narrowed(place, industry));
        model.addAttribute(
                "filtered",
                !text.isBlank() || state != null && !state.isBlank() || !place.isEmpty() || !industry.isEmpty());
        return "cluster/list";
    }

    /** The ledger as a workbook, with the same filters. */
    @GetMapping("/clusters/export")
    void export(
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String industry,
            HttpServletResponse response)
            throws IOException {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no cluster data for this role");
        }
        ClusterSearch search = search(state, text, order, place, industry);
        export.send(
                "集群名录",
                registry.count(search),
                COLUMNS,
                ClusterLine.of(registry.page(search, 0, ListExport.MOST), regions).stream()
                        .map(ClusterPages::cells)
                        .toList(),
                response);
    }

    private static List<Object> cells(ClusterLine line) {
        return Arrays.asList(
                line.clusterNumber(),
                line.name(),
                line.city(),
                line.county(),
                line.leadingIndustry(),
                line.state().label(),
                line.recognisedOn(),
                line.termEndsOn(),
                line.documentNumber());
    }

    /** What the address asks beyond the list's own form; null for nothing. */
    private String narrowed(String place, String industry) {
        String words = (place.isEmpty() ? "" : "所在地区“" + regions.name(place) + "”")
                + (place.isEmpty() || industry.isEmpty() ? "" : "，")
                + (industry.isEmpty() ? "" : "主导产业“" + industry + "”");
        return words.isEmpty() ? null : words;
    }

    private ClusterSearch search(String state, String text, String order, String place, String industry) {
        RegionalScope region = user.scope();
        return new ClusterSearch(
                region.wholeRegion() ? null : region.applicantGroups(),
                states(state),
                text.strip(),
                regions.names(),
                place.isEmpty() ? null : place,
                industry.isEmpty() ? null : industry,
                order.equals(BY_TERM) ? Order.SOONEST_ENDING : Order.NUMBER);
    }

    /**
     * The record.
     *
     * @param on the day as known on whose evening it is shown, e.g. {@code 2027-05-01}; today where it is left out
     * @param order {@code oldest}, else the newest first
     * @param kind of the entries, all where it is left out
     */
    @GetMapping("/clusters/{clusterNumber}")
    String cluster(
            @PathVariable String clusterNumber,
            @RequestParam(required = false) String on,
            @RequestParam(required = false) String order,
            @RequestParam(required = false) String kind,
            HttpServletResponse response,
            Model model) {
        ClusterLife life = readable(clusterNumber);
        LocalDate day = today();
        try {
            day = day(on);
        } catch (Refusal refusal) {
            refused(refusal, response, model);
        }
        return page(life, day, order, kind, model);
    }

    /** The record on paper, the oldest first. */
    @GetMapping("/clusters/{clusterNumber}/print")
    String print(
            @PathVariable String clusterNumber,
            @RequestParam(required = false) String on,
            HttpServletResponse response,
            Model model) {
        ClusterLife life = readable(clusterNumber);
        try {
            view.fillForPrint(model::addAttribute, known(life, day(on)), life.cluster());
            model.addAttribute("archived", false);
            return "cluster/print";
        } catch (Refusal refusal) {
            refused(refusal, response, model);
            return page(life, today(), null, null, model);
        }
    }

    /** The record as one file, see {@link RecordArchive}. @return null where it was sent */
    @GetMapping("/clusters/{clusterNumber}/archive")
    String archive(
            @PathVariable String clusterNumber,
            @RequestParam(required = false) String on,
            HttpServletResponse response,
            Model model)
            throws IOException {
        ClusterLife life = readable(clusterNumber);
        LifelongRecord record;
        try {
            record = known(life, day(on));
        } catch (Refusal refusal) {
            refused(refusal, response, model);
            return page(life, today(), null, null, model);
        }
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(clusterNumber + "-档案-" + record.cluster().on() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        archive.write(record, life.cluster(), response.getOutputStream());
        return null;
    }

    private String page(ClusterLife life, LocalDate day, String order, String kind, Model model) {
        model.addAttribute("clusterNumber", life.cluster().clusterNumber());
        model.addAttribute("today", today());
        model.addAttribute("on", day);
        model.addAttribute("past", day.isBefore(today()));
        model.addAttribute("oldestFirst", "oldest".equals(order));
        Optional<LifelongRecord> record = records.asKnown(life.cluster().clusterNumber(), day, reader(life.cluster()));
        record.ifPresent(known -> view.fill(model::addAttribute, known, life.cluster(), "oldest".equals(order), kind));
        if (record.isEmpty()) {
            model.addAttribute("firstDay", ClusterAsKnown.firstDay(life).orElse(null));
            model.addAttribute("sourceCase", life.cluster().sourceCase());
            model.addAttribute("sourcePath", Addresses.ofCase(life.cluster().sourceCase()));
        }
        return "cluster/page";
    }

    private ClusterLife readable(String clusterNumber) {
        return registry.life(clusterNumber)
                .filter(found -> user.scope().covers(found.cluster().applicantGroup()))
                .orElseThrow(NotVisible::new);
    }

    /** @throws Refusal where nothing of the cluster was known by the end of the day */
    private LifelongRecord known(ClusterLife life, LocalDate day) {
        return records.asKnown(life.cluster().clusterNumber(), day, reader(life.cluster()))
                .orElseThrow(() -> new Refusal(day + "时名录中还没有这个集群，它自"
                        + ClusterAsKnown.firstDay(life).map(LocalDate::toString).orElse("登记之日")
                        + "起载入名录，请选择这一天或以后的日期"));
    }

    /** @throws Refusal where it is no day, or one that has not come */
    private LocalDate day(String on) {
        if (on == null || on.isBlank()) {
            return today();
        }
        LocalDate day = TypedDay.read("日期", on);
        if (day.isAfter(today())) {
            throw new Refusal(day + "还没有到，档案只能看到今天（" + today() + "）为止，请选择今天或更早的日期");
        }
        return day;
    }

    private static void refused(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("problems", refusal.reasons());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LifeReader reader(ClusterRecord cluster) {
        return user.account()
                .flatMap(account -> scope.reader(cluster.applicantGroup(), account))
                .orElseThrow(NotVisible::new);
    }

    /** One that there is not is none of any cluster. */
    private static Set<ClusterState> states(String state) {
        Set<ClusterState> states = ClusterSearch.anyState();
        if (state != null && !state.isBlank()) {
            states.removeIf(each -> !each.name().equals(state));
        }
        return states;
    }
}
