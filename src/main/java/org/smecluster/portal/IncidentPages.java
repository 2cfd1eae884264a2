package org.smecluster.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentLevel;
import org.smecluster.assessment.IncidentType;
import org.smecluster.incident.IncidentRegister;
import org.smecluster.incident.NewIncident;
import org.smecluster.incident.RegisteredIncident;
import org.smecluster.incident.RegisteredIncidents;
import org.smecluster.incident.RegisteredIncidents.Filter;
import org.smecluster.indicator.CreditCode;
import org.smecluster.law.Refusal;
import org.smecluster.material.SummaryTable.Column;
import org.smecluster.region.Unit;
import org.smecluster.region.Units;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.security.Account;
import org.smecluster.security.CurrentUser;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of incidents: a list within a person's scope, an entry, entering one and taking one back. */
@Controller
class IncidentPages {

    private static final int ENTRIES_PER_PAGE = 30;
    private static final int PRINTED_AT_MOST = 1000;
    private static final String NO_CLUSTER = "NONE";
    private static final List<Column> COLUMNS = List.of(
            new Column("登记号", 10),
            new Column("企业", 36),
            new Column("统一社会信用代码", 22),
            new Column("类型", 20),
            new Column("等级", 12),
            new Column("发生日期", 14),
            new Column("集群编号", 20),
            new Column("所属集群", 36),
            new Column("市", 12),
            new Column("第十条判断", 18),
            new Column("来源", 30),
            new Column("登记人", 12),
            new Column("登记时间", 18),
            new Column("状态", 10));

    private static final String STANDING = "STANDING";
    private static final String WITHDRAWN = "WITHDRAWN";

    /** The filter as it was sent; what cannot be read filters nothing. */
    record Search(String city, String type, String year, String state) {

        Filter filter() {
            return new Filter(
                    blank(city) ? null : city,
                    Arrays.stream(IncidentType.values())
                            .filter(each -> each.name().equals(type))
                            .findFirst()
                            .orElse(null),
                    year != null && year.matches("\\d{4}") ? Integer.valueOf(year) : null,
                    STANDING.equals(state) ? Boolean.TRUE : WITHDRAWN.equals(state) ? Boolean.FALSE : null);
        }
    }

    /**
     * The form as it was sent; any field may be null.
     *
     * @param cluster its number, {@code NONE}, or blank where nothing was chosen yet
     * @param city group of the city, asked of the autonomous region only
     * @param replaces number of the entry that it corrects
     * @param reason of the correction
     */
    record Entry(
            String type,
            String level,
            String occurredOn,
            String enterpriseName,
            String enterpriseCode,
            String source,
            String cluster,
            String city,
            Long replaces,
            String reason) {

        /** What is to be corrected, as it stands. */
        static Entry of(RegisteredIncident known) {
            Incident incident = known.incident();
            return new Entry(
                    incident.type().name(),
                    incident.level() == null ? null : incident.level().name(),
                    incident.occurredOn().toString(),
                    incident.enterpriseName(),
                    incident.enterpriseCode(),
                    incident.source(),
                    known.clusterNumber() == null ? NO_CLUSTER : known.clusterNumber(),
                    known.cityGroup(),
                    known.id(),
                    null);
        }

        Incident incident() {
            return new IncidentEntry(type, level, occurredOn, enterpriseName, enterpriseCode, source).incident();
        }

        NewIncident entered() {
            Incident incident = incident();
            if (blank(cluster)) {
                throw new Refusal("请选择这一情形计入哪个集群；企业不在任何集群中的，选择“不属于名录中的集群”");
            }
            return new NewIncident(incident, cluster.equals(NO_CLUSTER) ? null : cluster, city);
        }

        Optional<String> code() {
            String code = CreditCode.normalise(enterpriseCode);
            return CreditCode.isValid(code) ? Optional.of(code) : Optional.empty();
        }
    }

    /** One entry for the template; see {@link RegisteredIncident} for the parts. */
    record Line(
            long id,
            String type,
            String level,
            LocalDate occurredOn,
            String enterpriseName,
            String enterpriseCode,
            String source,
            String clusterNumber,
            String clusterName,
            String city,
            String judgement,
            String style,
            String reason,
            int decisionVersion,
            boolean levelMissing,
            String enteredBy,
            String enteredAt,
            boolean stands,
            String withdrawnBy,
            String withdrawnAt,
            String withdrawal,
            Long replaces,
            Long replacedBy) {

        static Line of(RegisteredIncident entry, Regions regions) {
            Incident incident = entry.incident();
            return new Line(
                    entry.id(),
                    incident.type().label(),
                    incident.level() == null ? "未注明" : incident.level().label(),
                    incident.occurredOn(),
                    incident.enterpriseName(),
                    incident.enterpriseCode(),
                    incident.source(),
                    entry.clusterNumber(),
                    entry.clusterName(),
                    regions.nameOfGroup(entry.cityGroup()),
                    entry.vetoed() == null ? "由人判断" : entry.vetoed() ? "属于所列情形" : "不属于所列情形",
                    entry.vetoed() == null ? "" : entry.vetoed() ? "badge-bad" : "badge-over",
                    entry.reason(),
                    entry.decisionVersion(),
                    entry.vetoed() == null && incident.type().graded() && incident.level() == null,
                    entry.enteredByName(),
                    CaseFileModel.minute(entry.enteredAt()),
                    entry.stands(),
                    entry.stands() ? null : entry.withdrawal().by(),
                    entry.stands()
                            ? null
                            : CaseFileModel.minute(entry.withdrawal().at()),
                    entry.stands() ? null : entry.withdrawal().reason(),
                    entry.replaces(),
                    entry.replacedBy());
        }
    }

    private final IncidentRegister register;
    private final RegisteredIncidents entries;
    private final ClusterRegistry registry;
    private final Units units;
    private final Regions regions;
    private final CurrentUser user;
    private final ListExport export;

    IncidentPages(
            IncidentRegister register,
            RegisteredIncidents entries,
            ClusterRegistry registry,
            Units units,
            Regions regions,
            CurrentUser user,
            ListExport export) {
        this.export = export;
        this.register = register;
        this.entries = entries;
        this.registry = registry;
        this.units = units;
        this.regions = regions;
        this.user = user;
    }

    @GetMapping("/incidents")
    String list(Search search, @RequestParam(defaultValue = "1") int page, Model model) {
        Account reader = reader();
        Filter filter = search.filter();
        int total = entries.count(filter, reader, user.scope());
        int number = Page.nearest(page, ENTRIES_PER_PAGE, total);
        List<Line> lines = lines(filter, reader, (number - 1) * ENTRIES_PER_PAGE, ENTRIES_PER_PAGE);
        model.addAttribute("entries", new Page<>(lines, number, ENTRIES_PER_PAGE, total));
        model.addAttribute("search", search);
        model.addAttribute("filtered", !filter.equals(Filter.NONE));
        model.addAttribute("cities", user.scope().wholeRegion() ? cities() : List.of());
        model.addAttribute("types", IncidentType.values());
        model.addAttribute("years", entries.years(reader, user.scope()));
        model.addAttribute("mayEnter", IncidentRegister.mayEnter(reader));
        return "incident/list";
    }

    /** The list that the filter gives, whole, on paper. */
    @GetMapping("/incidents/print")
    String print(Search search, Model model) {
        Account reader = reader();
        Filter filter = search.filter();
        int total = entries.count(filter, reader, user.scope());
        model.addAttribute("entries", lines(filter, reader, 0, PRINTED_AT_MOST));
        model.addAttribute("total", total);
        model.addAttribute("search", search);
        model.addAttribute("filter", inWords(filter));
        return "incident/print";
    }

    /** The same as a workbook. */
    @GetMapping("/incidents/export")
    void export(Search search, HttpServletResponse response) throws IOException {
        Account reader = reader();
        Filter filter = search.filter();
        export.send(
                "事故登记",
                entries.count(filter, reader, user.scope()),
                COLUMNS,
                lines(filter, reader, 0, ListExport.MOST).stream()
                        .map(IncidentPages::cells)
                        .toList(),
                response);
    }

    private static List<Object> cells(Line line) {
        return Arrays.asList(
                line.id(),
                line.enterpriseName(),
                line.enterpriseCode(),
                line.type(),
                line.level(),
                line.occurredOn(),
                line.clusterNumber(),
                line.clusterName(),
                line.city(),
                line.judgement(),
                line.source(),
                line.enteredBy(),
                line.enteredAt(),
                line.stands() ? "有效" : "已撤回");
    }

    private List<Line> lines(Filter filter, Account reader, int offset, int limit) {
        return entries.list(filter, reader, user.scope(), offset, limit).stream()
                .map(entry -> Line.of(entry, regions))
                .toList();
    }

    private String inWords(Filter filter) {
        return "%s；%s；%s；%s"
                .formatted(
                        filter.cityGroup() == null ? "管辖范围内全部" : regions.nameOfGroup(filter.cityGroup()),
                        filter.type() == null ? "全部类型" : filter.type().label(),
                        filter.year() == null ? "全部年份" : filter.year() + "年发生",
                        filter.standing() == null ? "含已撤回" : filter.standing() ? "有效登记" : "已撤回");
    }

    @GetMapping("/incidents/new")
    String form(Entry entry, Model model) {
        requireEntering();
        return form(entry.replaces() == null ? entry : Entry.of(correctable(entry.replaces())), false, model);
    }

    /** With a credit code filled in, the clusters whose data list the enterprise come first. */
    private String form(Entry entry, boolean lookedUp, Model model) {
        List<ClusterRecord> suggested = entry.code().map(register::suggested).orElse(List.of()).stream()
                .filter(cluster -> user.scope().covers(cluster.applicantGroup()))
                .toList();
        model.addAttribute("entry", entry);
        model.addAttribute("lookedUp", lookedUp);
        model.addAttribute("codeValid", entry.code().isPresent());
        model.addAttribute("suggested", suggested);
        model.addAttribute(
                "chosen",
                blank(entry.cluster()) && suggested.size() == 1
                        ? suggested.get(0).clusterNumber()
                        : entry.cluster());
        model.addAttribute(
                "clusters",
                registry.all().stream()
                        .filter(cluster -> user.scope().covers(cluster.applicantGroup()))
                        .filter(cluster -> !suggested.contains(cluster))
                        .toList());
        model.addAttribute("cities", user.scope().wholeRegion() ? cities() : List.of());
        model.addAttribute("types", IncidentType.values());
        model.addAttribute("levels", IncidentLevel.values());
        return "incident/new";
    }

    /** @param lookUp only find the clusters whose data list the enterprise */
    @PostMapping("/incidents")
    String enter(
            Entry entry,
            @RequestParam(defaultValue = "false") boolean lookUp,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Account by = requireEntering();
        if (lookUp) {
            return form(entry, true, model);
        }
        return Attempt.of(
                response,
                model,
                () -> {
                    RegisteredIncident entered = entry.replaces() == null
                            ? register.enter(entry.entered(), by)
                            : register.correct(correctable(entry.replaces()).id(), entry.entered(), entry.reason(), by);
                    after.addFlashAttribute(
                            "done",
                            entry.replaces() == null
                                    ? "已登记为" + entered.named() + "。"
                                    : "已更正为" + entered.named() + "，原登记和更正理由都保留。");
                    return "redirect:/incidents/" + entered.id();
                },
                () -> form(entry, blank(entry.cluster()) && entry.code().isPresent(), model));
    }

    private RegisteredIncident correctable(long id) {
        RegisteredIncident known = open(id);
        if (!IncidentRegister.mayTakeBack(known, person())) {
            throw new NotVisible();
        }
        return known;
    }

    @GetMapping("/incidents/{entry}")
    String entry(@PathVariable("entry") long id, Model model) {
        return show(open(id), model);
    }

    @PostMapping("/incidents/{entry}/withdrawal")
    String takeBack(
            @PathVariable("entry") long id,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        RegisteredIncident open = open(id);
        model.addAttribute("reasonGiven", reason);
        return Attempt.of(
                response,
                model,
                () -> {
                    if (!sure) {
                        throw new Refusal("撤回后不能恢复，请勾选确认后再撤回");
                    }
                    register.takeBack(id, reason, person());
                    after.addFlashAttribute("done", "已撤回" + open.named() + "。登记和撤回理由都保留。");
                    return "redirect:/incidents/" + id;
                },
                () -> show(open(id), model));
    }

    private String show(RegisteredIncident entry, Model model) {
        model.addAttribute("entry", Line.of(entry, regions));
        model.addAttribute("mayTakeBack", entry.stands() && IncidentRegister.mayTakeBack(entry, person()));
        return "incident/page";
    }

    private RegisteredIncident open(long id) {
        if (!user.isStaff()) {
            throw new NotVisible();
        }
        return entries.find(id, person(), user.scope()).orElseThrow(NotVisible::new);
    }

    private Account reader() {
        if (!user.isStaff()) {
            throw new AccessDeniedException("no incidents for this role");
        }
        return person();
    }

    private Account requireEntering() {
        Account person = reader();
        if (!IncidentRegister.mayEnter(person)) {
            throw new AccessDeniedException("incidents are entered by cities and the autonomous region's officers");
        }
        return person;
    }

    private Account person() {
        return user.account().orElseThrow(NotVisible::new);
    }

    private List<Unit> cities() {
        return units.all().stream().filter(unit -> unit.level().recommends()).toList();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
