package org.smecluster.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smecluster.calendar.Deadline;
import org.smecluster.calendar.WorkCalendar;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.monitoring.MonitoringYears.CityReport;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.Units;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.registry.ClusterState;
import org.smecluster.registry.YearlyReport.State;
import org.smecluster.security.Account;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A year's monitoring: opens the reports, reminds, follows up what is missing, and concludes. */
@Service
@Transactional
@LegalBasis(article = 16)
public class MonitoringService {

    private static final Article BASIS = Article.of(16);

    private final MonitoringYears years;
    private final AnnualReports reports;
    private final ClusterRegistry registry;
    private final Casework casework;
    private final Notifications notifications;
    private final ReportMessages messages;
    private final Units units;
    private final WorkCalendar calendar;
    private final Clock clock;

    MonitoringService(
            MonitoringYears years,
            AnnualReports reports,
            ClusterRegistry registry,
            Casework casework,
            Notifications notifications,
            ReportMessages messages,
            Units units,
            WorkCalendar calendar,
            Clock clock) {
        this.years = years;
        this.reports = reports;
        this.registry = registry;
        this.casework = casework;
        this.notifications = notifications;
        this.messages = messages;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A new year has begun: the one before is monitored. @return empty where it is already */
    public Optional<CaseRecord> begin() {
        int year = today().getYear() - 1;
        return years.find(year).isPresent() ? Optional.empty() : Optional.of(open(year, null, null));
    }

    /**
     * An officer starts the year's monitoring by hand.
     *
     * @param wanted null: the year before
     * @throws Refusal where it is not the year before, its reports are overdue already, or it has been started
     */
    public CaseRecord begin(Integer wanted, String note, Account by) {
        int lastYear = today().getYear() - 1;
        int year = wanted == null ? lastYear : wanted;
        if (year != lastYear) {
            throw new Refusal("现在只能启动" + lastYear + "年度的监测，请核对监测的年度（第十六条）");
        }
        whyNot(year).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        return open(year, note, by);
    }

    /** Why the monitoring of last year cannot be started; empty where it can. */
    Optional<String> whyNot(int year) {
        Optional<MonitoringYear> started = years.find(year);
        if (started.isPresent()) {
            return started.map(open -> year + "年度的监测已经启动（" + open.caseNumber() + "），不能重复启动");
        }
        return clock.instant().isBefore(deadline(year).over())
                ? Optional.empty()
                : Optional.of(year + "年度的报送期限（" + deadline(year).lastDay() + "）已过，不能再启动该年度的监测（第十六条）");
    }

    private CaseRecord open(int year, String note, Account by) {
        CaseRecord opened = casework.open(
                new NewCase(
                        CaseKind.BS,
                        null,
                        year + "年度集群监测",
                        StaffGroup.OFFICERS,
                        StaffGroup.OFFICERS,
                        year + "年度",
                        "报送中"),
                by);
        if (!years.insert(year, opened.caseNumber(), deadline(year).lastDay())) {
            throw new Refusal(year + "年度的监测刚刚启动，不能重复启动；在“年度监测”中查看");
        }
        casework.add(
                opened.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, "opened", "启动年度监测", note == null ? "启动" + year + "年度监测" : note)
                        .under(BASIS)
                        .with("报送截止", deadline(year).lastDay() + " 24:00"),
                by);
        return opened;
    }

    private Deadline deadline(int year) {
        return calendar.periods().annualReport(year + 1);
    }

    /** When the reports' period is over. */
    @Transactional(readOnly = true)
    public Instant over(String caseNumber) {
        return deadline(get(caseNumber).year()).over();
    }

    /**
     * Opens the report of every cluster that was recognised by the end of the year and still is, and expects one of every
     * city that has clusters or a stay in the pool. What is open already stays as it is.
     *
     * @param unitDay by which clusters hand in to their city, never after the period; null where the model names none
     * @return the cities' groups
     */
    public List<String> openReports(String caseNumber, MonthDay unitDay) {
        int year = get(caseNumber).year();
        if (unitDay != null) {
            years.nameUnitDay(
                    year, earlier(unitDay.atYear(year + 1), deadline(year).lastDay()));
        }
        MonitoringYear monitored = get(caseNumber);
        TreeSet<String> cities = new TreeSet<>();
        for (ClusterRecord cluster : registry.all()) {
            if (registry.permits(ClusterRight.ANNUAL_REPORT, cluster)
                    && cluster.recognisedOn().getYear() <= year) {
                openReport(monitored, cluster.clusterNumber());
            }
            if (registry.permits(ClusterRight.ANNUAL_REPORT, cluster) || cluster.state() == ClusterState.CULTIVATED) {
                cities.add(UnitLevel.CITY.group(cluster.cityCode()));
            }
        }
        for (String city : cities) {
            years.expect(year, city);
            notifications.tell(
                    city,
                    caseNumber,
                    "opened",
                    MonitoringWording.opened(year, deadline(year).lastDay()));
        }
        return new ArrayList<>(
                years.cityReports(year).stream().map(CityReport::cityGroup).toList());
    }

    /** Locked, so that a recognition that ends meanwhile closes the report or finds none. */
    private void openReport(MonitoringYear monitored, String clusterNumber) {
        int year = monitored.year();
        ClusterRecord cluster = registry.lock(clusterNumber);
        if (!registry.permits(ClusterRight.ANNUAL_REPORT, cluster)
                || reports.find(year, clusterNumber).isPresent()) {
            return;
        }
        CaseRecord opened = casework.open(NewCase.about(CaseKind.BS, cluster, year + "年度", State.DUE.label()), null);
        reports.insert(AnnualReport.due(
                opened.caseNumber(),
                year,
                cluster.clusterNumber(),
                cluster.name(),
                cluster.applicantGroup(),
                opened.cityGroup()));
        notifications.tell(
                cluster.applicantGroup(),
                opened.caseNumber(),
                "opened",
                MonitoringWording.reportOpened(
                        opened, year, monitored.unitDay(), deadline(year).lastDay()));
        messages.opened(opened, deadline(year).over());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** The clusters' own day; where there is none, the last of the period. */
    @Transactional(readOnly = true)
    public LocalDate unitDay(String caseNumber) {
        MonitoringYear year = get(caseNumber);
        return year.unitDay() == null ? year.lastDay() : year.unitDay();
    }

    /**
     * The clusters' own day is over: their cities are told who has not handed in, and these are reminded. Nobody is late by
     * it: what counts is the period.
     */
    public void urge(String caseNumber) {
        MonitoringYear year = get(caseNumber);
        if (year.unitDay() == null || !clock.instant().isBefore(over(caseNumber))) {
            return;
        }
        List<AnnualReport> missing = missing(year.year());
        Map<String, List<AnnualReport>> byCity =
                missing.stream().collect(Collectors.groupingBy(AnnualReport::cityGroup));
        byCity.forEach((city, silent) -> {
            notifications.tell(city, caseNumber, "unitDay", MonitoringWording.unitDayOver(year, silent));
            silent.forEach(report -> notifications.tell(
                    report.applicantGroup(),
                    report.caseNumber(),
                    "unitDay",
                    MonitoringWording.unitDayOver(year, report)));
        });
        casework.add(
                caseNumber,
                CaseEntry.of(
                                EntryKind.EVENT,
                                "unitDay",
                                "集群报送日已过",
                                MonitoringWording.missing(missing, List.of(), List.of(), this::name))
                        .under(BASIS)
                        .with("集群报送日", year.unitDay().toString()),
                null);
    }

    /** A city reports on its cultivation work; a late report is taken and marked. */
    @LegalBasis(article = 5)
    public void reportWork(
            String caseNumber,
            String cityGroup,
            String work,
            String problems,
            String plans,
            String documentNumber,
            Account by) {
        int year = get(caseNumber).year();
        years.reported(year, cityGroup, clock.instant());
        CaseEntry entry = CaseEntry.of(EntryKind.APPLICATION, cityGroup, "集群培育工作情况", work)
                .under(BASIS)
                .with("市", name(cityGroup))
                .with("困难和问题", problems)
                .with("下一步打算", plans)
                .with("是否逾期", clock.instant().isBefore(deadline(year).over()) ? "按时" : "逾期");
        casework.add(caseNumber, documentNumber == null ? entry : entry.withDocument(documentNumber, today()), by);
    }

    /** What a city is told when it reports: its period, and how its clusters' reports stand. */
    @Transactional(readOnly = true)
    public Map<String, String> cityInWords(String caseNumber, String cityGroup) {
        int year = get(caseNumber).year();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "periodText",
                "%d年度，报送截止%s 24:00。".formatted(year, deadline(year).lastDay()));
        texts.put(
                "standingText",
                MonitoringWording.standing(reports.ofYear(year).stream()
                        .filter(report -> report.cityGroup().equals(cityGroup))
                        .toList()));
        return texts;
    }

    /**
     * The period is over, or a day waited for: tells the cities that have not handed on what their units submitted, each
     * once.
     *
     * @return whether a report of a cluster or of a city is still to come
     */
    public boolean countMissing(String caseNumber) {
        int year = get(caseNumber).year();
        Map<String, List<AnnualReport>> held =
                withCities(year).stream().collect(Collectors.groupingBy(AnnualReport::cityGroup));
        List<String> silent = silentCities(year);
        Stream.concat(held.keySet().stream(), silent.stream())
                .distinct()
                .forEach(city -> notifications.tell(
                        city,
                        caseNumber,
                        "cityOverdue",
                        MonitoringWording.cityOverdue(
                                year,
                                deadline(year).lastDay(),
                                held.getOrDefault(city, List.of()),
                                silent.contains(city))));
        return !missing(year).isEmpty() || !held.isEmpty() || !silent.isEmpty();
    }

    /** Submitted, and not yet handed on by the city. */
    private List<AnnualReport> withCities(int year) {
        return reports.ofYear(year).stream()
                .filter(report -> report.state() == State.SUBMITTED)
                .toList();
    }

    /** With the unit: never submitted, or given back and not submitted again. */
    private List<AnnualReport> missing(int year) {
        return reports.ofYear(year).stream()
                .filter(report -> report.state().withUnit())
                .toList();
    }

    private List<String> silentCities(int year) {
        return years.cityReports(year).stream()
                .filter(city -> !city.reported())
                .map(CityReport::cityGroup)
                .toList();
    }

    /** What is missing, in words. */
    @Transactional(readOnly = true)
    public String missingInWords(String caseNumber) {
        int year = get(caseNumber).year();
        return MonitoringWording.missing(missing(year), withCities(year), silentCities(year), this::name);
    }

    /** Reminds the units and cities that have not reported, once a day and not after the period. */
    public void remind(String caseNumber) {
        int year = get(caseNumber).year();
        Deadline deadline = deadline(year);
        if (!clock.instant().isBefore(deadline.over())) {
            return;
        }
        String key = "reminder-" + today();
        List<AnnualReport> missing = missing(year);
        for (AnnualReport report : missing) {
            notifications.tell(
                    report.applicantGroup(),
                    report.caseNumber(),
                    key,
                    MonitoringWording.reminder(report, deadline.lastDay()));
        }
        List<AnnualReport> all = reports.ofYear(year);
        for (CityReport city : years.cityReports(year)) {
            long unsent = all.stream()
                    .filter(report -> report.cityGroup().equals(city.cityGroup()))
                    .filter(report -> report.state().withUnit() || report.state() == State.SUBMITTED)
                    .count();
            if (unsent > 0 || !city.reported()) {
                notifications.tell(
                        city.cityGroup(),
                        caseNumber,
                        key,
                        MonitoringWording.reminder(year, unsent, city.reported(), deadline.lastDay()));
            }
        }
    }

    /**
     * The officer has looked at what is missing.
     *
     * @param waitUntil the last day to wait; null: no longer
     * @throws Refusal where the day does not lie ahead
     */
    public void followUp(String caseNumber, LocalDate waitUntil, String note, Account by) {
        if (waitUntil != null && !waitUntil.isAfter(today())) {
            throw new Refusal("等候的日期（" + waitUntil + "）应晚于今天，请重新选择");
        }
        String missing = missingInWords(caseNumber);
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, "followUp", "跟进逾期未报送", note)
                        .under(BASIS)
                        .with("处理", waitUntil == null ? "不再等候" : "继续等候到" + waitUntil)
                        .with("未报送", missing),
                by);
    }

    /** What has not come by now is waited for no longer. */
    public void stopWaiting(String caseNumber) {
        int year = get(caseNumber).year();
        for (AnnualReport report : missing(year)) {
            reports.lock(report.caseNumber())
                    .filter(locked -> locked.state().withUnit())
                    .ifPresent(locked -> messages.waitingStopped(locked.caseNumber()));
        }
        List<String> cities = silentCities(year);
        if (!cities.isEmpty()) {
            casework.add(
                    caseNumber,
                    CaseEntry.of(
                                    EntryKind.EVENT,
                                    "citiesSilent",
                                    "市级未报送",
                                    "没有报送集群培育工作情况："
                                            + cities.stream().map(this::name).collect(Collectors.joining("、")))
                            .under(BASIS),
                    null);
        }
    }

    /** The year in words. */
    @Transactional(readOnly = true)
    public String yearInWords(String caseNumber) {
        int year = get(caseNumber).year();
        return MonitoringWording.year(year, reports.ofYear(year));
    }

    /**
     * Ends the year's monitoring.
     *
     * @throws Refusal while a report is under way
     */
    public void conclude(String caseNumber, String summary, Account by) {
        int year = get(caseNumber).year();
        List<AnnualReport> open = reports.ofYear(year).stream()
                .filter(report -> !report.state().closed())
                .toList();
        if (!open.isEmpty()) {
            throw new Refusal(MonitoringWording.stillOpen(open));
        }
        years.conclude(year, clock.instant());
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, "concluded", "年度监测总结", summary)
                        .under(BASIS)
                        .with("报送情况", yearInWords(caseNumber)),
                by);
        casework.close(caseNumber, "CONCLUDED", "年度监测已结束", null);
    }

    /** @throws IllegalArgumentException where no year's monitoring has the number */
    @Transactional(readOnly = true)
    public MonitoringYear get(String caseNumber) {
        return years.byCaseNumber(caseNumber)
                .orElseThrow(() -> new IllegalArgumentException("no monitoring has the number " + caseNumber));
    }

    private String name(String group) {
        return units.ofGroup(group).map(Unit::name).orElse(group);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
