package org.smecluster.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.smecluster.assessment.AssessmentService;
import org.smecluster.assessment.Incident;
import org.smecluster.assessment.IncidentFinding;
import org.smecluster.calendar.Deadline;
import org.smecluster.law.GivenReason;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.region.Unit;
import org.smecluster.region.UnitLevel;
import org.smecluster.region.Units;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.security.Account;
import org.smecluster.security.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters incidents, corrects them and takes them back. What the table of 第十条 does not clear is reported as a cause of
 * revocation of the cluster in force that it counts for; cases under way hear of every change through {@link Changed}.
 */
@Service
@Transactional
@LegalBasis(article = 10)
@LegalBasis(article = 17, item = 5)
public class IncidentRegister {

    /**
     * An entry was made, taken back or corrected; published in the same transaction.
     *
     * @param replaced what the entry corrects; null where it corrects none
     */
    public record Changed(RegisteredIncident entry, RegisteredIncident replaced) {

        /** The entry and what it corrects. */
        public Stream<RegisteredIncident> entries() {
            return replaced == null ? Stream.of(entry) : Stream.of(entry, replaced);
        }

        /** E.g. {@code registered-12}. */
        public String key() {
            return (replaced != null ? "registerCorrected-" : entry.stands() ? "registered-" : "registerWithdrawn-")
                    + entry.id();
        }

        /** What it is to a case that it concerns, in Chinese, without a full stop. */
        public String inWords() {
            if (replaced != null) {
                return replaced.named() + "（" + replaced.inWords() + "）已更正为" + entry.named() + "：" + entry.inWords();
            }
            return entry.named() + (entry.stands() ? "涉及本案：" : "已撤回，不再涉及本案：") + entry.inWords();
        }
    }

    private static final int LONGEST = 1000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final RegisteredIncidents entries;
    private final AssessmentService assessments;
    private final ClusterRegistry registry;
    private final IncidentCauses causes;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentRegister(
            RegisteredIncidents entries,
            AssessmentService assessments,
            ClusterRegistry registry,
            IncidentCauses causes,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entries = entries;
        this.assessments = assessments;
        this.registry = registry;
        this.causes = causes;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the person may enter incidents at all: a city for its own area, the autonomous region's officers for all. */
    public static boolean mayEnter(Account person) {
        return person.groups().contains(StaffGroup.OFFICERS)
                || cityGroup(person).isPresent();
    }

    /**
     * Enters an incident.
     *
     * @throws Refusal where the person may not, the day lies ahead, or the same enterprise has an entry of that type and day
     */
    public RegisteredIncident enter(NewIncident entered, Account by) {
        entries.lock();
        return enter(entered, null, by);
    }

    private RegisteredIncident enter(NewIncident entered, RegisteredIncident replaced, Account by) {
        Incident incident = entered.incident();
        String city = cityOf(entered, by);
        if (incident.occurredOn().isAfter(today())) {
            throw new Refusal("发生日期（" + incident.occurredOn() + "）晚于今天，请核对");
        }
        entries.same(incident).ifPresent(known -> {
            throw new Refusal("%s在%s已有%s的登记：%s，由%s于%s登记。同一企业、类型和日期只登记一次；原登记有误的，请更正原登记"
                    .formatted(
                            incident.enterpriseName(),
                            incident.occurredOn(),
                            incident.type().label(),
                            known.named(),
                            known.enteredByName(),
                            minute(known)));
        });
        IncidentFinding judged = assessments.judge(incident, today());
        RegisteredIncident stored = entries.find(
                        entries.insert(entered, city, judged, replaced == null ? null : replaced.id(), by))
                .orElseThrow();
        events.publishEvent(new Changed(stored, replaced));
        if (stored.clusterNumber() != null && !Boolean.FALSE.equals(stored.vetoed())) {
            causes.report(stored);
        }
        return stored;
    }

    private String cityOf(NewIncident entered, Account by) {
        boolean region = by.groups().contains(StaffGroup.OFFICERS);
        Optional<String> own = cityGroup(by);
        if (!region && own.isEmpty()) {
            throw new Refusal("第十条情形由所在地市级主管部门或自治区经办人员登记，您不在其中");
        }
        if (entered.clusterNumber() != null) {
            ClusterRecord cluster = registry.find(entered.clusterNumber())
                    .filter(found -> region || own.get().equals(cityGroup(found)))
                    .orElseThrow(() ->
                            new Refusal((region ? "集群名录中" : "本市") + "没有编号为" + entered.clusterNumber() + "的集群，请核对集群名录"));
            if (!registry.permits(ClusterRight.INCIDENT, cluster)) {
                throw new Refusal(
                        "集群“" + cluster.name() + "”现为“" + cluster.state().label() + "”，不登记第十条情形；可以只登记企业，不填集群编号");
            }
            return cityGroup(cluster);
        }
        if (!region) {
            return own.get();
        }
        return units.ofGroup(entered.cityGroup() == null ? "" : entered.cityGroup())
                .filter(unit -> Role.of(unit.group()).equals(Optional.of(Role.CITY)))
                .map(Unit::group)
                .orElseThrow(() -> new Refusal("企业不在任何集群中的，请选择企业所在的市"));
    }

    private static Optional<String> cityGroup(Account person) {
        return person.groups().stream()
                .filter(group -> Role.of(group).equals(Optional.of(Role.CITY)))
                .findFirst();
    }

    private static String cityGroup(ClusterRecord cluster) {
        return UnitLevel.CITY.group(cluster.cityCode());
    }

    /**
     * Takes an entry back; it stays in the register with the reason. An open case of revocation that it led to is told.
     *
     * @param reason 1 to 1000 characters
     * @throws Refusal for others than the one who entered it and the autonomous region's officers, or where it was taken back
     */
    public void takeBack(long id, String reason, Account by) {
        RegisteredIncident withdrawn = withdraw(id, "撤回", reason, by);
        events.publishEvent(new Changed(withdrawn, null));
        causes.tellRevocation(withdrawn, by);
    }

    /**
     * Corrects an entry: it is taken back and stays with its values, another stands in its place, and what follows from
     * either is done once.
     *
     * @param reason why it was wrong, 1 to 1000 characters
     * @return the entry that stands from now on
     * @throws Refusal as {@link #enter} and {@link #takeBack}, or where nothing was changed
     */
    public RegisteredIncident correct(long id, NewIncident entered, String reason, Account by) {
        entries.lock();
        RegisteredIncident before = withdraw(id, "更正", reason, by);
        if (before.incident().equals(entered.incident())
                && Objects.equals(before.clusterNumber(), entered.clusterNumber())
                && (entered.clusterNumber() != null || before.cityGroup().equals(cityOf(entered, by)))) {
            throw new Refusal(before.named() + "的内容没有改动，请改正有误的内容后再保存");
        }
        RegisteredIncident stored = enter(entered, before, by);
        causes.tellRevocation(entries.find(id).orElseThrow(), by);
        return stored;
    }

    private RegisteredIncident withdraw(long id, String what, String reason, Account by) {
        RegisteredIncident entry = entries.lock(id).orElseThrow(() -> new Refusal("没有事故登记第" + id + "号"));
        if (!mayTakeBack(entry, by)) {
            throw new Refusal(entry.named() + "由" + entry.enteredByName() + "登记，只有登记人和自治区经办人员可以" + what);
        }
        if (!entry.stands()) {
            throw new Refusal(entry.named() + "已由" + entry.withdrawal().by() + "撤回或者更正，不能再" + what);
        }
        entries.withdraw(id, GivenReason.of(reason, what + "理由", LONGEST), by, clock.instant());
        return entries.find(id).orElseThrow();
    }

    /** Whether the person may take back what stands. */
    public static boolean mayTakeBack(RegisteredIncident entry, Account person) {
        return person.groups().contains(StaffGroup.OFFICERS)
                || mayEnter(person) && entry.enteredBy().equals(person.userId());
    }

    /** Clusters whose submitted data list the enterprise, by number: what a clerk is suggested. */
    @Transactional(readOnly = true)
    public List<ClusterRecord> suggested(String creditCode) {
        return entries.clustersListing(creditCode).stream().map(registry::get).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static String minute(RegisteredIncident entry) {
        return MINUTE.format(LocalDateTime.ofInstant(entry.enteredAt(), Deadline.ZONE));
    }
}
