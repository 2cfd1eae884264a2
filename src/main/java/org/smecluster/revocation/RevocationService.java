package org.smecluster.revocation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smecluster.calendar.DeadlineKind;
import org.smecluster.calendar.Deadlines;
import org.smecluster.casework.CaseEntry;
import org.smecluster.casework.CaseRecord;
import org.smecluster.casework.Cases;
import org.smecluster.casework.Casework;
import org.smecluster.casework.EntryKind;
import org.smecluster.casework.NewCase;
import org.smecluster.document.Notifications;
import org.smecluster.law.Article;
import org.smecluster.law.LegalBasis;
import org.smecluster.law.Refusal;
import org.smecluster.region.StaffGroup;
import org.smecluster.registry.CaseKind;
import org.smecluster.registry.ClusterRecord;
import org.smecluster.registry.ClusterRegistry;
import org.smecluster.registry.ClusterRight;
import org.smecluster.registry.RevocationCause;
import org.smecluster.registry.RevocationCauses;
import org.smecluster.registry.RevocationFact;
import org.smecluster.remedy.Remedies;
import org.smecluster.remedy.Remedy;
import org.smecluster.security.Account;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The revocation of a recognition. A cluster has at most one case open; each round of it (a first one, one after every
 * return or correction) keeps its own facts, notice, statement, check and decision.
 */
@Service
@Transactional
@LegalBasis(article = 17)
public class RevocationService {

    private static final Article BASIS = Article.of(17);
    /** What the keys of causes' entries begin with. */
    private static final String CAUSE = "cause:";

    private static final String HEARING_ORDERED = "hearingOrdered";
    static final String HEARING_HELD = "hearingHeld";

    private final ClusterRegistry registry;
    private final RevocationCauses causes;
    private final Casework casework;
    private final Cases cases;
    private final RevocationMessages messages;
    private final Notifications notifications;
    private final Remedies remedies;
    private final Deadlines deadlines;
    private final Clock clock;

    RevocationService(
            ClusterRegistry registry,
            RevocationCauses causes,
            Casework casework,
            Cases cases,
            RevocationMessages messages,
            Notifications notifications,
            Remedies remedies,
            Deadlines deadlines,
            Clock clock) {
        this.registry = registry;
        this.causes = causes;
        this.casework = casework;
        this.cases = cases;
        this.messages = messages;
        this.notifications = notifications;
        this.remedies = remedies;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * An officer opens a case.
     *
     * @throws Refusal where the cluster's recognition does not hold, or a case is open already
     */
    public CaseRecord open(
            String clusterNumber, List<RevocationFact> facts, String evidence, LocalDate occurredOn, Account by) {
        if (occurredOn.isAfter(today())) {
            throw new Refusal("情形发生或发现的日期（" + occurredOn + "）晚于今天，请核对");
        }
        registry.find(clusterNumber).orElseThrow(() -> new Refusal("集群名录中没有编号为" + clusterNumber + "的集群，请核对"));
        ClusterRecord cluster = registry.lock(clusterNumber);
        whyNot(cluster).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        CaseRecord opened = casework.open(NewCase.about(CaseKind.CX, cluster, labels(facts), "待查实事实"), by);
        for (RevocationFact fact : facts) {
            causes.enter(
                    new RevocationCause(
                            "case:" + opened.caseNumber() + ":" + fact,
                            clusterNumber,
                            fact,
                            evidence,
                            opened.caseNumber(),
                            occurredOn),
                    opened.caseNumber());
        }
        casework.add(
                opened.caseNumber(),
                CaseEntry.of(EntryKind.EVENT, "opened", "立案", evidence)
                        .under(BASIS)
                        .with("涉嫌情形", facts.stream().map(RevocationFact::label).collect(Collectors.joining("；")))
                        .with("发生或发现日期", occurredOn)
                        .kept(),
                by);
        return opened;
    }

    /** Why no case against the cluster can be opened; empty where one can. */
    Optional<String> whyNot(ClusterRecord cluster) {
        if (!registry.permits(ClusterRight.REVOCATION, cluster)) {
            return Optional.of(RevocationWording.notInForce(cluster));
        }
        return cases.open(CaseKind.CX, cluster.clusterNumber()).stream()
                .findFirst()
                .map(open -> RevocationWording.openAlready(cluster, open));
    }

    /**
     * A procedure reported a cause: a case is opened, or the open one takes it on; one that is being closed is waited for
     * and takes nothing on any more. For a cluster whose recognition does not hold any more the cause stays in its record
     * and opens nothing.
     */
    @EventListener
    public void onReported(RevocationCauses.Reported reported) {
        RevocationCause cause = reported.cause();
        ClusterRecord cluster = registry.lock(cause.clusterNumber());
        if (!registry.permits(ClusterRight.REVOCATION, cluster)) {
            return;
        }
        List<CaseRecord> open = stillOpen(cluster.clusterNumber());
        if (open.isEmpty()) {
            CaseRecord opened = casework.open(
                    NewCase.about(CaseKind.CX, cluster, cause.fact().label(), "待查实事实"), null);
            causes.assign(cause.cause(), opened.caseNumber());
            casework.add(opened.caseNumber(), entry(cause, "立案"), null);
            messages.suspected(opened);
        } else {
            causes.assign(cause.cause(), open.get(0).caseNumber());
            messages.causeAdded(open.get(0).caseNumber(), cause);
        }
    }

    private List<CaseRecord> stillOpen(String clusterNumber) {
        cases.open(CaseKind.CX, clusterNumber).forEach(open -> cases.lock(open.caseNumber()));
        return cases.open(CaseKind.CX, clusterNumber);
    }

    /** Enters a cause that came while the case was under way, and tells the officers. */
    public void recordCause(String caseNumber, String cause) {
        causes.ofCase(caseNumber).stream()
                .filter(each -> each.cause().equals(cause))
                .findFirst()
                .ifPresent(each -> {
                    casework.add(caseNumber, entry(each, "并入新线索"), null);
                    notifications.tell(
                            StaffGroup.OFFICERS,
                            caseNumber,
                            "cause:" + cause,
                            RevocationWording.causeCame(caseNumber, each));
                });
    }

    private static CaseEntry entry(RevocationCause cause, String title) {
        return CaseEntry.of(EntryKind.EVIDENCE, CAUSE + cause.cause(), title, cause.evidence())
                .under(cause.fact().article())
                .with("情形", cause.fact().label())
                .with("发生或发现日期", cause.occurredOn())
                .with("来源案件", cause.sourceCase())
                .kept();
    }

    /** What was reported, one line each, for the officer's form; where it is long, the rest is in the case's file. */
    @Transactional(readOnly = true)
    public String causesInWords(String caseNumber) {
        return RevocationWording.shortened(
                causes.ofCase(caseNumber).stream().map(RevocationWording::cause).collect(Collectors.joining("\n")));
    }

    /** Those that came after the facts were last established, one line each; null where there are none. */
    @Transactional(readOnly = true)
    public String newCausesInWords(String caseNumber) {
        List<RevocationCause> unexamined = notLookedInto(caseNumber);
        return unexamined.isEmpty()
                ? null
                : RevocationWording.shortened(
                        unexamined.stream().map(RevocationWording::cause).collect(Collectors.joining("；")));
    }

    private List<RevocationCause> notLookedInto(String caseNumber) {
        List<String> since = new ArrayList<>();
        for (CaseEntry entry : casework.entries(caseNumber)) {
            if (entry.isOf("facts")) {
                since.clear();
            } else {
                since.add(entry.key());
            }
        }
        return causes.ofCase(caseNumber).stream()
                .filter(cause -> since.contains(CAUSE + cause.cause()))
                .toList();
    }

    /** @throws Refusal where nothing was looked at, or not every cause */
    public void establishFacts(
            String caseNumber, int round, EstablishedFacts facts, String findings, String evidence, Account by) {
        if (facts.inWords().isEmpty()) {
            throw new Refusal("第十七条所列情形至少要查明一项：请对已有线索逐项选择“属实”或“不属实”");
        }
        List<String> left = causes.ofCase(caseNumber).stream()
                .map(RevocationCause::fact)
                .distinct()
                .filter(fact -> !facts.tells(fact))
                .map(RevocationWording::notLookedInto)
                .toList();
        if (!left.isEmpty()) {
            throw new Refusal(left);
        }
        CaseEntry entry = CaseEntry.of(EntryKind.EVIDENCE, "facts-" + round, "查实事实", findings)
                .under(BASIS);
        for (var fact : facts.inWords().entrySet()) {
            entry = entry.with(fact.getKey(), fact.getValue());
        }
        casework.add(caseNumber, entry.with("证据", evidence), by);
    }

    /** Keeps what the table made of the round's facts. @param grounds as cited; empty where there are none */
    public void recordGrounds(String caseNumber, int round, String grounds) {
        if (!grounds.isEmpty()) {
            casework.add(
                    caseNumber,
                    CaseEntry.of(EntryKind.EVENT, "grounds-" + round, "判定撤销情形", grounds)
                            .under(BASIS)
                            .kept(),
                    null);
        }
    }

    /** What the 事先告知书 is to say of facts and grounds, for the officer's form. */
    @Transactional(readOnly = true)
    public String draftNotice(String caseNumber, int round, String grounds) {
        return RevocationWording.shortened(
                RevocationWording.draft(casework.get(caseNumber), grounds, findings(caseNumber, round)));
    }

    private String findings(String caseNumber, int round) {
        return facts(caseNumber, round).map(CaseEntry::text).orElse("");
    }

    private Optional<CaseEntry> facts(String caseNumber, int round) {
        return casework.entries(caseNumber).stream()
                .filter(entry -> entry.key().equals("facts-" + round))
                .findFirst();
    }

    /**
     * The 事先告知书 was served: from the day after, the period of defence runs.
     *
     * @throws Refusal where it would have been served before the facts were established, or later than today
     */
    public void serveNotice(String caseNumber, int round, ServedNotice served, Account by) {
        LocalDate established = facts(caseNumber, round).map(this::day).orElseThrow();
        if (served.servedOn().isBefore(established) || served.servedOn().isAfter(today())) {
            throw new Refusal(RevocationWording.servedOutOfTime(served.servedOn(), established, today()));
        }
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.NOTICE, "service-" + round, "送达事先告知书", RevocationWording.served(served))
                        .under(BASIS)
                        .with("告知书文号", served.noticeNumber())
                        .with("送达方式", served.method().label())
                        .with("送达日期", served.servedOn())
                        .with("受送达人", served.recipient())
                        .with("送达凭证", served.receipt()),
                by);
    }

    /**
     * The notice of the intended revocation, with the right to be heard until the end of a day.
     *
     * @throws Refusal where that day has passed, so that the unit would never see the task
     */
    public void notifyCluster(String caseNumber, int round, String grounds, LocalDate servedOn, LocalDate lastDay) {
        if (lastDay.isBefore(today())) {
            throw new Refusal(RevocationWording.periodOver(servedOn, lastDay));
        }
        CaseRecord record = casework.get(caseNumber);
        String text = RevocationWording.notice(record, grounds, lastDay, findings(caseNumber, round));
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.NOTICE, "notice-" + round, "告知拟撤销的事实和理由", text)
                        .under(BASIS)
                        .with("依据", grounds)
                        .with("送达日期", servedOn)
                        .with("陈述申辩截止", lastDay + " 24:00"),
                null);
        notifications.tell(record.parties(), caseNumber, "notice-" + round, text);
    }

    /** @param statement null: the cluster's unit has nothing to say against it */
    public void stateDefence(String caseNumber, int round, String statement, Account by) {
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.STATEMENT, "statement-" + round, "陈述申辩", statement == null ? "没有意见" : statement)
                        .under(BASIS),
                by);
    }

    /**
     * Nothing came within the period.
     *
     * @throws Refusal before the period is over, as it is counted now
     */
    public void recordSilence(String caseNumber, int round) {
        deadlines.openOf(caseNumber).stream()
                .filter(deadline -> deadline.spec().kind() == DeadlineKind.HEARING)
                .filter(deadline -> deadline.dueAt().isAfter(clock.instant()))
                .findAny()
                .ifPresent(deadline -> {
                    throw new Refusal(RevocationWording.periodRuns(deadline.lastDay()));
                });
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.EVENT, "statement-" + round, "陈述申辩期满", "期满未收到陈述申辩，视为没有意见")
                        .under(BASIS),
                null);
    }

    /** @throws Refusal where the person is the one who established the facts */
    public void checkLegality(String caseNumber, int round, boolean passed, String opinion, Account by) {
        refuseOwnFacts(caseNumber, round, by);
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.OPINION, "legality-" + round, "合法性审核", opinion)
                        .under(BASIS)
                        .with("结论", passed ? "通过" : "退回重新查实")
                        .kept(),
                by);
    }

    private void refuseOwnFacts(String caseNumber, int round, Account by) {
        if (facts(caseNumber, round)
                .filter(entry -> by.userId().equals(entry.author()))
                .isPresent()) {
            throw new Refusal("本案的事实是您查实的，合法性审核应由其他经办人员办理，请退回本组待办");
        }
    }

    /**
     * The legal reviewer wants a 听证 before the check goes on; nobody else orders one.
     *
     * @throws Refusal where the person is the one who established the facts
     */
    public void orderHearing(String caseNumber, int round, String opinion, Account by) {
        refuseOwnFacts(caseNumber, round, by);
        CaseRecord record = casework.get(caseNumber);
        String text = RevocationWording.hearingOrdered(record, opinion);
        String key = casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.NOTICE, HEARING_ORDERED, "决定组织听证", text).under(BASIS),
                by);
        notifications.tell(record.parties(), caseNumber, key, text);
    }

    /** @throws Refusal where it lies before its order or after today, or whoever established the facts presides */
    public void recordHearing(String caseNumber, int round, HeldHearing hearing, Account by) {
        LocalDate orderedOn = casework.entries(caseNumber).stream()
                .filter(entry -> entry.isOf(HEARING_ORDERED))
                .reduce((earlier, later) -> later)
                .map(this::day)
                .orElseThrow();
        List<String> reasons = new ArrayList<>();
        if (hearing.heldOn().isBefore(orderedOn) || hearing.heldOn().isAfter(today())) {
            reasons.add(RevocationWording.hearingOutOfTime(hearing.heldOn(), orderedOn, today()));
        }
        if (facts(caseNumber, round)
                .filter(entry -> hearing.presider().contains(entry.authorName()))
                .isPresent()) {
            reasons.add("本案的事实由" + hearing.presider() + "查实，听证应由其他人员主持");
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        casework.say(
                caseNumber,
                CaseEntry.of(EntryKind.STATEMENT, HEARING_HELD, "听证", hearing.minutes())
                        .under(BASIS)
                        .with("听证日期", hearing.heldOn())
                        .with("地点", hearing.place())
                        .with("主持人", hearing.presider())
                        .with("参加人员", hearing.participants()),
                by);
    }

    /**
     * The leader's decision. A revocation holds at once: it is entered in the registry with this step.
     *
     * @param grounds as cited
     * @throws Refusal where a step that must come before was left out, the person may not decide, a date does not fit, the recognition does not hold any more, or the case would end with a cause
     *     that nobody has looked into
     */
    public void decide(String caseNumber, int round, RevocationDecision decision, String grounds, Account by) {
        CaseRecord record = casework.get(caseNumber);
        Verdict verdict = decision.verdict();
        LocalDate correctBy = decision.correctBy();
        LocalDate documentDate = decision.documentDate();
        if (verdict == Verdict.REVOKE || verdict == Verdict.CORRECT) {
            List<String> reasons = new BeforeRevocation(casework.entries(caseNumber), round).objections(verdict, by);
            if (!reasons.isEmpty()) {
                throw new Refusal(reasons);
            }
        }
        if (verdict == Verdict.CORRECT && !correctBy.isAfter(today())) {
            throw new Refusal("整改截止日期（" + correctBy + "）应晚于今天");
        }
        if (verdict == Verdict.NOT_REVOKE) {
            refuseToEndUnexamined(record);
            if (decision.notRevokedReason() == NotRevokedReason.RECOGNITION_ENDED
                    && registry.permits(ClusterRight.REVOCATION, registry.get(record.clusterNumber()))) {
                throw new Refusal("集群“" + record.clusterName() + "”的认定仍然有效，不能以“认定已不再有效”为由不予撤销（第十七条）");
            }
        }
        if (verdict == Verdict.REVOKE) {
            refuseBeforeTheHearing(caseNumber, round, documentDate);
            if (documentDate.isAfter(today())) {
                throw new Refusal("决定日期（" + documentDate + "）晚于今天，请核对");
            }
            String clusterNumber = record.clusterNumber();
            if (!registry.revoke(
                    clusterNumber,
                    caseNumber,
                    documentDate,
                    "以" + decision.documentNumber() + "撤销认定。" + decision.reason(),
                    grounds,
                    decision.documentNumber())) {
                throw new Refusal(RevocationWording.notInForceAnyMore(record, registry.get(clusterNumber)));
            }
        }
        if (verdict == Verdict.RETURN) {
            casework.add(
                    caseNumber,
                    CaseEntry.of(EntryKind.OPINION, "decision-" + round, "审定意见", decision.reason())
                            .under(BASIS)
                            .with("处理", verdict.label())
                            .kept(),
                    by);
            return;
        }
        Remedy remedy = verdict.kind()
                .map(kind -> remedies.of(kind, record.cityGroup()))
                .orElse(null);
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.DECISION, "decision-" + round, "撤销决定", decision.reason())
                        .under(BASIS)
                        .with("决定", verdict.label())
                        .with("依据", grounds)
                        .with(
                                "不予撤销的事由",
                                decision.notRevokedReason() == null
                                        ? null
                                        : decision.notRevokedReason().label())
                        .with("不予撤销的法律依据", decision.notRevokedBasis())
                        .with("整改截止", correctBy)
                        .withDocument(decision.documentNumber(), documentDate)
                        .bearing(remedy),
                by);
        if (verdict == Verdict.CORRECT) {
            notifications.tell(
                    record.parties(),
                    caseNumber,
                    "decision-" + round,
                    RevocationWording.correctionOrdered(record, correctBy, decision.reason()) + remedy.told());
        }
    }

    private void refuseToEndUnexamined(CaseRecord record) {
        List<RevocationCause> unexamined = notLookedInto(record.caseNumber());
        if (!unexamined.isEmpty() && registry.permits(ClusterRight.REVOCATION, registry.get(record.clusterNumber()))) {
            throw new Refusal(RevocationWording.unexamined(unexamined));
        }
    }

    private void refuseBeforeTheHearing(String caseNumber, int round, LocalDate documentDate) {
        casework.entries(caseNumber).stream()
                .filter(entry -> entry.key().equals("statement-" + round) || entry.isOf(HEARING_HELD))
                .map(this::day)
                .filter(documentDate::isBefore)
                .findFirst()
                .ifPresent(heardOn -> {
                    throw new Refusal(RevocationWording.beforeTheHearing(documentDate, heardOn));
                });
    }

    /** Tells the revocation; repeated, it tells nothing more. */
    public void announce(String caseNumber) {
        CaseRecord record = casework.get(caseNumber);
        casework.close(caseNumber, "REVOKED", "已撤销认定", null);
        String text = RevocationWording.revoked(record)
                + casework.remedy(caseNumber).map(Remedy::told).orElse("");
        notifications.tell(record.parties(), caseNumber, "closed", text);
    }

    /** What the cluster's unit put right. */
    public void reportCorrection(String caseNumber, int round, String report, Account by) {
        casework.add(
                caseNumber,
                CaseEntry.of(EntryKind.STATEMENT, "correction-" + round, "整改情况", report)
                        .under(BASIS),
                by);
    }

    private static String labels(List<RevocationFact> facts) {
        return facts.stream().map(RevocationFact::label).collect(Collectors.joining("、"));
    }

    private LocalDate day(CaseEntry entry) {
        return LocalDate.ofInstant(entry.enteredAt(), clock.getZone());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
